"""Results of earlier runs, kept in the user's own cache folder, never beside the files; old ones are ignored."""

import hashlib
import json
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cspcycle import __version__
from cspcycle.application.result import Checked, DutyLine
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

_SHARED = DutyLine._fields.index("outcome")  # the fields before it are the same for every partnership


def cache_folder() -> Path:
    """Where this user's programs may keep what they can make again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cspcycle"


def program_print() -> str:
    """A short word that changes with every file of the program, the law register among them."""
    counted = hashlib.sha256()
    waiting = [Path(__file__).parents[1]]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.is_dir():
                    waiting.append(Path(entry.path))
                elif entry.name.endswith((".py", ".json", ".yaml")):
                    stat = entry.stat()
                    counted.update(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return counted.hexdigest()


@dataclass
class Remembered:
    """What is remembered of one root folder, for one version of the program, edition of the law, and day.

    The words of a duty that are the same for every partnership are kept once, in `words`.
    """

    file: Path
    words: list[list[str]]
    known: dict[str, Any]
    has_learnt: bool = False

    @classmethod
    def of(cls, root: Path, on: date) -> "Remembered":
        """The memory of `root`; empty when there is none that fits."""
        key = json.dumps([__version__, program_print(), on.isoformat(), str(root.resolve())])
        file = cache_folder() / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"
        try:
            held = json.loads(file.read_bytes())
            return cls(file, held["words"], held["known"])
        except (OSError, ValueError, TypeError, KeyError):
            return cls(file, [], {})

    def look_up(self, where: str, print_: str) -> Checked | None:
        """The result of a dossier whose files still have this fingerprint, or None."""
        try:
            held_print, held = self.known[where]
            return self._unpack(held) if held_print == print_ else None
        except (TypeError, ValueError, LookupError):
            return None

    def learn(self, where: str, print_: str, checked: Checked) -> None:
        """Remember the result of a dossier."""
        self.known[where] = [print_, self._pack(checked)]
        self.has_learnt = True

    def keep(self) -> None:
        """Write what was learnt, if anything. A cache that cannot be written is done without."""
        if not self.has_learnt:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            draft = self.file.with_suffix(f".{os.getpid()}")
            draft.write_text(json.dumps({"words": self.words, "known": self.known}), encoding="utf-8")
            draft.replace(self.file)
            _forget_old(self.file.parent)
        except OSError:
            return

    def _pack(self, each: Checked) -> list[Any]:
        numbers = {tuple(words): number for number, words in enumerate(self.words)}
        duties = []
        for duty in each.duties:
            words = tuple(str(word) for word in duty[:_SHARED])
            if words not in numbers:
                numbers[words] = len(self.words)
                self.words.append(list(words))
            duties.append([numbers[words], *duty[_SHARED:]])
        findings = [
            [found.at, found.code, found.message, int(found.severity), found.fix, found.law, found.see]
            for found in each.findings
        ]
        return [each.folder, each.name, each.nation, duties, findings]

    def _unpack(self, held: list[Any]) -> Checked:
        folder, name, nation, duties, findings = held
        words = self.words
        return Checked(
            folder, name, nation,
            tuple(
                DutyLine._make((*words[number], outcome, because, tuple(settle), due_on, Location(*at) if at else None))
                for number, outcome, because, settle, due_on, at in duties
            ),
            tuple(
                Diagnostic(Location(*at), code, message, Severity(severity), fix, law, _places(see))
                for at, code, message, severity, fix, law, see in findings
            ),
        )  # fmt: skip


def _forget_old(folder: Path, keep: int = 64) -> None:
    for file in sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)[keep:]:
        file.unlink(missing_ok=True)


def _places(held: list[Any]) -> tuple[Location, ...]:
    return tuple(Location(*each) for each in held)
