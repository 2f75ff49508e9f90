"""A partnership's files and its evidence, read together; whose figures they are, as the evidence knows areas."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cspcycle.application.read_folder import read_folder
from cspcycle.evidence.held import Held
from cspcycle.evidence.honesty.caveat import Caveat, find_caveats
from cspcycle.evidence.record import Partnership
from cspcycle.evidence.store import FOLDER
from cspcycle.evidence.stored import read_evidence
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.printable import quoted


@dataclass(frozen=True)
class Opened:
    """One partnership's dossier with the evidence it holds, and what could not be read of that evidence."""

    folder: Path
    dossier: Dossier
    held: Held
    findings: tuple[Diagnostic, ...]

    @cached_property
    def partnership(self) -> Partnership:
        """Whose figures they are."""
        return partnership_of(self.dossier)

    @property
    def similar(self) -> tuple[str, ...]:
        """The names or codes of the areas that the partnership calls similar."""
        similar = self.dossier.partnership.area.similar
        return similar.areas if similar else ()

    @cached_property
    def caveats(self) -> list[Caveat]:
        """What must be said beside the figures."""
        return find_caveats(self.held, self.partnership)

    def indicator(self, word: str) -> str:
        """The id of the indicator that a person means by an id, the end of one, or its title.

        Raises: CannotContinue if there is none, or several, with the nearest that there are.
        """
        known = {name: one.title for name, one in self.held.indicators.items() if not name.endswith("/rate")}
        wanted = word.strip().casefold()
        exact = [name for name in known if name.casefold() == wanted]
        ends = [
            name
            for name, title in known.items()
            if title.casefold() == wanted or name.partition("/")[2].casefold() == wanted
        ]
        chosen = exact or ends
        if len(chosen) == 1:
            return chosen[0]
        if chosen:
            raise CannotContinue(f"{quoted(word)} may be {' or '.join(chosen)}", "write the whole id")
        near = nearest(word, [*known, *known.values()])
        fix = f"did you mean {near}? " if near else ""
        raise CannotContinue(
            f"the evidence holds no indicator {quoted(word)}", f"{fix}`cspcycle evidence show` names those held"
        )


def open_dossier(folder: Path) -> Dossier:
    """The one dossier in the folder itself.

    Raises: CannotContinue if there is none, or it does not say who the partnership is.
    """
    if not (folder / "partnership.yaml").is_file() and not (folder / "partnership.yml").is_file():
        raise CannotContinue(
            f"there is no partnership.yaml in {folder.resolve()}",
            "name the folder that holds your partnership.yaml, before the file or indicator",
        )
    dossier, _ = read_folder(folder, folder)
    if dossier is None:
        raise CannotContinue(
            f"the files in {folder.resolve()} do not say who the partnership is",
            "run `cspcycle validate` and mend the `partnership` section first",
        )
    return dossier


def open_evidence(folder: Path) -> Opened:
    """The dossier in the folder and its evidence.

    Raises: CannotContinue if there is no dossier, or no evidence in it.
    """
    dossier = open_dossier(folder)
    held, findings = read_held(folder)
    if not held.tables and not findings:
        raise CannotContinue(
            f"there is no evidence in {folder.resolve()} yet",
            "add a publisher's file with `cspcycle evidence add FOLDER FILE`",
        )
    return Opened(folder, dossier, held, tuple(findings))


def read_held(folder: Path) -> tuple[Held, list[Diagnostic]]:
    """The evidence of the folder; an `evidence` folder that is a link out of it is not followed."""
    path = folder / FOLDER
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        message = "this link leads out of the partnership's folder, and is not followed"
        fix = "put the evidence folder itself here in place of the link"
        return Held(()), [Diagnostic(Location(FOLDER), "evidence/unreadable-record", message, Severity.ERROR, fix)]
    return read_evidence(folder)


def partnership_of(dossier: Dossier) -> Partnership:
    """The area of the dossier in the words of the evidence."""
    area = dossier.partnership.area
    parts = tuple(part.name for part in area.parts)
    return Partnership(area.name, area.csp_code or "", area.code or "", area.police_area or "", area.nation, parts)
