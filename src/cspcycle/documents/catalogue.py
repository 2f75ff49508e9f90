"""Which documents there are: the templates with front matter, a partnership's own before the shipped ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity

ENDING = ".md.j2"
SHIPPED = "@pkg/"
OWN = "templates/"
LARGEST = 256 * 1024  # bytes of one template
NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
LINE = re.compile(r"(?P<key>[a-z_]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*\Z")
KEYS = ("title", "needs", "discharges", "paper")
PAPERS = ("portrait", "landscape")


@dataclass(frozen=True, slots=True)
class Template:
    """One document that can be rendered: its front matter, and whether the partnership changed it."""

    name: str
    title: str
    needs: tuple[str, ...] = ()
    discharges: tuple[str, ...] = ()
    is_landscape: bool = False
    is_overridden: bool = False


class RefusedError(Exception):
    """A template that must not be read; the message says why, as the end of a sentence that begins with its name."""


def shipped_folder() -> Path:
    """The folder of the shipped templates: inside the installed package, else beside `src`."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent.parent / "templates"):
        if folder.is_dir():
            return folder
    raise CannotContinue("the shipped templates are missing from this installation", "install cspcycle again")


def read_template(folder: Path, name: str) -> str | None:
    """The text of one template; None when there is none.

    Raises: RefusedError when the name or a link leads out of the folder, or the file is not a short UTF-8 text.
    """
    parts = name.split("/")
    if any(part in {"", ".", ".."} or re.search(r"[\\:\x00]", part) for part in parts):
        raise RefusedError("leads out of the folder of templates")
    path = folder
    try:
        for part in ("", *parts):
            path = path / part
            if path.is_symlink():
                raise RefusedError("is a link, or lies behind one; put the file itself here")
        if not path.is_file():
            return None
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise RefusedError("cannot be opened") from error
    if data is None:
        raise RefusedError(f"is larger than {LARGEST // 1024} KiB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RefusedError("is not UTF-8 text") from error


def split_front_matter(text: str) -> tuple[list[str], str]:
    """The lines between the two `---`, and the body with as many empty lines in front, so that its lines keep
    their numbers.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return [], text
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return lines[1:index], "\n" * (index + 1) + "\n".join(lines[index + 1 :])
    return [], text


def read_catalogue(own: Path | None = None) -> tuple[tuple[Template, ...], tuple[Diagnostic, ...]]:
    """Every document by name, and what is wrong with the front matter of the partnership's own templates."""
    shipped, found = _documents(shipped_folder(), SHIPPED)
    if own is None:
        return tuple(shipped.values()), tuple(found)
    theirs, more = _documents(own, OWN, inherited=shipped)
    documents = shipped | theirs
    return tuple(documents[name] for name in sorted(documents)), (*found, *more)


def _documents(
    folder: Path, prefix: str, inherited: Mapping[str, Template] | None = None
) -> tuple[dict[str, Template], list[Diagnostic]]:
    documents: dict[str, Template] = {}
    found: list[Diagnostic] = []
    try:
        names = _names(folder)
    except OSError:
        message = "the folder of templates cannot be opened"
        return {}, [_finding(prefix, 1, "refused", message, "ask whoever owns it to let you read it")]
    for name in names:
        file = f"{prefix}{name}{ENDING}"
        try:
            text = read_template(folder, name + ENDING) or ""
        except RefusedError as error:
            found.append(_finding(file, 1, "refused", f"the template {error}", "replace it with an ordinary file"))
            continue
        values, faults = _front_matter(text, file)
        found += faults
        base = (inherited or {}).get(name)
        if base is None and not values.get("title"):
            message = "the template has no title, so the document would have none"
            found.append(_finding(file, 1, "front-matter", message, "begin the file with `---`, `title: …`, `---`"))
            continue
        documents[name] = Template(
            name=name,
            title=str(values.get("title") or (base.title if base else "")),
            needs=tuple(values.get("needs", base.needs if base else ())),
            discharges=tuple(values.get("discharges", base.discharges if base else ())),
            is_landscape=values["paper"] == "landscape" if "paper" in values else bool(base and base.is_landscape),
            is_overridden=base is not None,
        )
    return documents, found


def _names(folder: Path) -> list[str]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    names = (path.name.removesuffix(ENDING) for path in folder.iterdir() if path.name.endswith(ENDING))
    return sorted(name for name in names if NAME.match(name))


def _front_matter(text: str, file: str) -> tuple[dict[str, str | list[str]], list[Diagnostic]]:
    values: dict[str, str | list[str]] = {}
    found: list[Diagnostic] = []
    if text.startswith("---\n") and not split_front_matter(text)[0] and "\n---" not in text:
        message = "the front matter begins with `---` and never ends"
        found.append(_finding(file, 1, "front-matter", message, "close it with a line of `---`"))
    for line, (key, value) in _pairs(split_front_matter(text)[0]):
        if key not in KEYS:
            message = f"the front matter says `{key}`, which no document has"
            found.append(_finding(file, line, "front-matter", message, f"use one of: {', '.join(KEYS)}"))
        elif key == "paper" and value not in PAPERS:
            message = f"the front matter asks for {value or 'no'} paper"
            found.append(_finding(file, line, "front-matter", message, f"write one of: {', '.join(PAPERS)}"))
        elif key in {"title", "paper"}:
            values[key] = value.strip("\"'")
        else:
            values[key] = [item.strip(" \"'") for item in value.strip("[]").split(",") if item.strip(" \"'")]
    return values, found


def _pairs(lines: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    for number, line in enumerate(lines, start=2):
        if line.strip() and not line.lstrip().startswith("#"):
            pair = LINE.match(line)
            yield (
                number,
                (pair["key"], pair["value"].partition(" #")[0].rstrip()) if pair else (line.strip() + " …", ""),
            )


def _finding(file: str, line: int, slug: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(file, line), f"template/{slug}", message, Severity.ERROR, fix)
