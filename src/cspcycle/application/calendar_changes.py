"""What changed in a calendar since it was published as a file, since a commit of its files, or since a day."""

import subprocess
from datetime import date
from pathlib import Path

from cspcycle.application.timetable import Planned, choose, plan_files
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.folder import MOST_FILES, SourceFile
from cspcycle.source.text_file import MOST_BYTES
from cspcycle.timetable.changes import Change, Published, find_changes, read_published
from cspcycle.timetable.entry import Entry
from cspcycle.timetable.read_days import read_day

_PATIENCE = 60


def changes_since(
    planned: Planned, since: str, *, for_whom: str | None, include_restricted: bool
) -> tuple[Change, ...]:
    """The changes to the calendar since a published JSON file, a Git reference, or a day.

    Since a day, it is the steps' own history (`planned_before`) that is read.
    Raises: CannotContinue if there is no such file or reference, or the file is no published calendar.
    """
    after = choose(planned, for_whom, include_restricted=include_restricted)
    before: tuple[Published | Entry, ...]
    if Path(since).is_file():
        before = _published(Path(since))
    elif (day := read_day(since)) is not None:
        before = tuple(_as_planned_on(entry, day) for entry in after)
    else:
        before = choose(_committed(planned, since), for_whom, include_restricted=include_restricted)
    if for_whom is not None:  # a file may hold everybody's calendar
        theirs = {entry.id for entry in after} | {each.id for each in before if isinstance(each, Entry)}
        before = tuple(each for each in before if each.id in theirs)
    return find_changes(before, after)


def _as_planned_on(entry: Entry, day: date) -> Published:
    """What the entry's own history says was planned at the end of the day."""
    later = [each for each in entry.planned_earlier if each.changed_on is not None and each.changed_on > day]
    due_on = min(later, key=lambda each: each.changed_on or date.max).due_on if later else entry.due_on
    return Published(entry.id, entry.title, due_on, driven_by=entry.driven_by)


def _published(path: Path) -> tuple[Published | Entry, ...]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise CannotContinue(f"{path} cannot be read: {error.strerror}", "check the file") from error
    published, found = read_published(text, str(path))
    if published is None:
        raise CannotContinue(found[0].message, "name a file that `cspcycle timetable --format json` wrote")
    return published


def _committed(planned: Planned, reference: str) -> Planned:
    folder = planned.folder
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    commit = _git(folder, *wanted)
    if commit is None:
        fix = "name a file that `cspcycle timetable --format json` wrote, or a commit, tag or branch of this folder"
        raise CannotContinue(f"there is no file and no Git reference called “{reference}”", fix)
    at = commit.decode().strip()
    listed = (
        (_git(folder, "ls-tree", "-z", "--name-only", at, "./") or b"").decode("utf-8", "surrogateescape").split("\0")
    )
    names = [name for name in listed if name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")]
    if not names:
        raise CannotContinue(f"this folder held no files at “{reference}”", "name a later commit")
    prefix = "" if folder == planned.root else folder.relative_to(planned.root).as_posix() + "/"
    files = [SourceFile(prefix + name, _content(folder, at, name)) for name in names[:MOST_FILES]]
    return plan_files(planned.root, folder, files, on=planned.on, year=planned.year)


def _content(folder: Path, commit: str, name: str) -> bytes:
    return (_git(folder, "show", f"{commit}:./{name}") or b"")[: MOST_BYTES + 1]


def _git(folder: Path, *words: str) -> bytes | None:
    """What Git answers, or None where it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and Git is told where the options end
            ["git", "-C", str(folder), *words],  # noqa: S607 - the Git of the user's own path
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError as error:
        raise CannotContinue("Git is not installed", "compare with a published JSON file instead") from error
    except subprocess.TimeoutExpired as error:
        raise CannotContinue("Git gave no answer", "compare with a published JSON file instead") from error
    return done.stdout if done.returncode == 0 else None
