"""The page behind a code or a duty: what, why, what to do, an example of each kind, the law and its dates."""

import json
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from inspect import cleandoc, getdoc

from cspcycle.checks.check import Check, every_check
from cspcycle.evidence.findings import FINDINGS
from cspcycle.law import register
from cspcycle.law.instrument import FORCES, Duty, Version
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.near import nearest
from cspcycle.source.words import day_in_words
from cspcycle.source.yaml_reader import read_yaml


@dataclass(frozen=True)
class Page:
    """What is known of a code. Texts are plain; examples are YAML."""

    code: str
    severity: str
    what: str
    why: str
    instead: str
    source: str
    fix: str
    failing: str
    passing: str
    example: str = ""  # a whole small dossier in which the faulty lines are marked
    history: tuple[tuple[str, str, str, str], ...] = ()  # period, provision, words, address
    notes: tuple[str, ...] = ()


def page_of(code: str) -> Page:
    """The page of a check (`plan/…`), a duty (`public-meeting`, `duty/public-meeting`), or a fault of form (`yaml/…`).

    Raises: CannotContinue if there is no such code, with the nearest that there is.
    """
    pages = {check.code: check for check in every_check()}
    if code in pages:
        return page_of_check(pages[code])
    fault_pages = form_pages() | document_pages() | import_pages()
    if code in fault_pages:
        return fault_pages[code]
    duty_id = code.removeprefix("duty/")
    if register.duties_named(duty_id):
        return page_of_duty(duty_id)
    families = {each.partition("/")[0] for each in (*pages, *fault_pages)}
    near = nearest(code, [*pages, *fault_pages]) or nearest(duty_id, register.duty_ids()) or nearest(code, families)
    raise CannotContinue(
        f'there is no code or duty called "{code}"',
        f"did you mean `{near}`?"
        if near
        else "codes stand in square brackets after each finding; `cspcycle duties` lists duties",
    )


def explain(word: str) -> tuple[Page | None, list[tuple[str, str]]]:
    """The page of a code or a duty, and the codes of a family; both where a duty and a family have one name.

    Raises: CannotContinue if the word is none of these.
    """
    family = family_of(word)
    return page_of(word) if not family or register.duties_named(word) else None, family


def family_of(word: str) -> list[tuple[str, str]]:
    """Each code of a family such as `plan` or `yaml`, with its first line; each duty for `duty`; else none."""
    family = word.rstrip("/")
    if family == "duty":
        return [(f"duty/{duty_id}", register.duties_named(duty_id)[0].title) for duty_id in register.duty_ids()]
    return [(page.code, page.what) for page in every_page() if page.code.partition("/")[0] == family]


def every_page() -> list[Page]:
    """All pages of checks and of faults of form, by code."""
    return sorted(
        [page_of_check(check) for check in every_check()]
        + list((form_pages() | document_pages() | import_pages()).values()),
        key=lambda page: page.code,
    )


def page_of_check(check: Check) -> Page:
    """The module's docstring in its four parts, with the case that tests it."""
    text = getdoc(import_module(check.find.__module__)) or ""
    what, parts = _parts(text)
    return Page(
        check.code, check.severity.word, what, parts.get("Why it matters", ""), parts.get("Instead", ""),
        parts.get("Source", ""), _sentence(check.fix), "", "", example=_examples().get(check.code, ""),
    )  # fmt: skip


def form_pages() -> dict[str, Page]:
    """Pages of the faults of form: what cannot be read, and what is not in the language of the files."""
    return _pages_in("form_pages.yaml")


def document_pages() -> dict[str, Page]:
    """Pages of what keeps a document from being written, and of calendars that come from elsewhere."""
    return _pages_in("document_pages.yaml")


def _pages_in(name: str) -> dict[str, Page]:
    held, found = read_yaml((files("cspcycle.application") / name).read_bytes(), name)
    assert held is not None, found  # noqa: S101 - the file is ours
    return {
        code: Page(code, **{"failing": "", "passing": ""} | page | {"fix": _sentence(page["fix"])})
        for code, page in held.items()
    }


def import_pages() -> dict[str, Page]:
    """Pages of what `cspcycle evidence add` finds in a publisher's file."""
    checked = {check.code for check in every_check()}
    return {
        code: Page(
            code, "finding", what,
            "What cannot be trusted is left out of every figure, and the rest of the file is read.",
            "Look at the place that the finding names: the sheet and cell, or the line of the file.",
            "The form in which publishers give their tables; docs/evidence.md.",
            "Do what the finding itself advises, then add the file again.", "", "",
        )
        for code, what in FINDINGS.items()
        if code not in checked
    }  # fmt: skip


def page_of_duty(duty_id: str) -> Page:
    """A duty in every nation that has it, with each version over time."""
    duties = register.duties_named(duty_id)
    first = duties[0]
    history = tuple(
        (
            _period(version),
            f"{', '.join(nation.capitalize() for nation in version.nations)}: {duty.citation_of(version)}",
            f"{version.says}{remarks(version)}",
            version.source,
        )
        for duty, version in register.versions_over_time(duty_id)
    )
    return Page(
        f"duty/{duty_id}", "duty", f"{first.title}. {first.says_plainly}", first.why_it_matters,
        f"On whom: {first.on_whom_in_words}. Force: {FORCES[first.force]}.", first.instrument.title,
        _sentence(first.fix), first.failing, first.passing, history=history, notes=tuple(_notes(duties)),
    )  # fmt: skip


def remarks(version: Version) -> str:
    """What else is to be known of a version: who changed it, where its facts were seen, what was not."""
    labelled = (
        ("Amended by", version.amended_by),
        ("Ended by", version.ended_by),
        ("Known from", version.secondary_source),
        ("Note", version.note),
    )
    return "".join(f" {label}: {text.rstrip('.')}." for label, text in labelled if text)


def _notes(duties: tuple[Duty, ...]) -> list[str]:
    words = [text for duty in duties for text in (duty.shown, duty.said_to_be, duty.note) if text]
    return list(dict.fromkeys(words))


def _period(version: Version) -> str:
    start = version.start_unseen or day_in_words(version.in_force_from)
    until = version.in_force_until
    return f"from {start}" + (f" until {day_in_words(until)}" if until else "")


def _parts(text: str) -> tuple[str, dict[str, str]]:
    """The first line, and the texts behind `Why it matters:`, `Instead:` and `Source:`."""
    headings = ("Why it matters", "Instead", "Source")
    what: list[str] = []
    parts: dict[str, list[str]] = {}
    current = what
    for line in cleandoc(text).splitlines():
        heading = next((name for name in headings if line.startswith(f"{name}:")), None)
        if heading:
            current = parts[heading] = [line.removeprefix(f"{heading}:").strip()]
        else:
            current.append(line.strip())
    return " ".join(what).strip(), {name: _sentence(" ".join(lines)) for name, lines in parts.items()}


def _sentence(text: str) -> str:
    """The text with a capital letter and a full stop, for texts that may stand after a colon elsewhere."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text.endswith((".", "?", ")")) else ".")


def _examples() -> dict[str, str]:
    examples: dict[str, str] = json.loads((files("cspcycle.application") / "examples.json").read_bytes())
    return examples
