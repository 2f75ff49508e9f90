"""data.police.uk monthly files of street crime, outcomes and searches, as folder, zip or CSV: counted, never shown."""

from __future__ import annotations

from cspcycle.evidence.grid import slug
from cspcycle.evidence.importer import Imported, Importer, Peek, Request, not_this_source
from cspcycle.evidence.police_files import KINDS, kind_of, member_files
from cspcycle.evidence.police_months import Month, count_file
from cspcycle.evidence.police_tables import tables_of
from cspcycle.source.diagnostic import Diagnostic, Location, Severity


def recognises(peek: Peek) -> bool:
    """Whether the file, or a file inside the folder or zip, has the header of one of the three kinds."""
    if peek.kind in {"folder", "zip"}:
        return any(kind_of(file.header) for file in member_files(peek, []))
    return kind_of(peek.header) != ""


def read(peek: Peek, request: Request) -> Imported:
    """Counts of each month by kind of crime for the partnership, its force and records without a location."""
    if not recognises(peek):
        return not_this_source(peek, "the columns of a data.police.uk file")
    imported = Imported("police-uk")
    months: dict[tuple[str, str, str], Month] = {}
    unknown = 0
    files = list(member_files(peek, imported.findings))
    for number, file in enumerate(files):
        request.progress(number / len(files))
        kind = kind_of(file.header)
        if not kind:
            unknown += 1
            continue
        for month in count_file(file, kind, request.partnership, imported.findings):
            key = (kind, month.name, month.force)
            other = months.get(key)
            if other is None:
                months[key] = month
            elif other.sha256 != month.sha256:
                message = f"{file.name} and {other.file} hold the same month with different content: the first is used"
                imported.findings.append(
                    Diagnostic(
                        Location(file.name),
                        "evidence/two-editions",
                        message,
                        Severity.WARNING,
                        "keep the one that was downloaded last, and add it again",
                    )
                )
    mine = _of_the_partnership(months, request, imported)
    imported.tables.extend(tables_of(mine, request))
    for kind in KINDS:
        count = sum(month.kind == kind for month in mine)
        if count:
            imported.taken.append(f"{count} month{'s'[: count != 1]} of {KINDS[kind]}")
    if unknown:
        imported.skipped.append(f"{unknown} files that are not data.police.uk CSV files")
    return imported


def _of_the_partnership(months: dict[tuple[str, str, str], Month], request: Request, imported: Imported) -> list[Month]:
    forces = {month.force for month in months.values() if month.own_total}
    everywhere = {month.force for month in months.values()}
    wanted = slug(request.partnership.police_area)
    mine = [
        month
        for month in months.values()
        if month.force in forces or (month.kind == "stop" and (wanted in slug(month.file) or len(everywhere) == 1))
    ]
    others = everywhere - {month.force for month in mine}
    imported.skipped.extend(f"files of {force}" for force in sorted(others))
    if not forces and any(month.kind != "stop" for month in months.values()):
        names = " or ".join(request.partnership.authority_names)
        message = f"no record in these files lies in {names}"
        imported.findings.append(
            Diagnostic(
                Location(next(iter(months.values())).file),
                "evidence/partnership-not-in-file",
                message,
                Severity.ERROR,
                "name the local authorities of the partnership as ONS does, and add the files of its police force",
            )
        )
    return mine


IMPORTER = Importer("police-uk", "data.police.uk monthly files", recognises, read)
