"""Reading evidence against the libraries one would use instead: ratios measured in one run.

    python benchmarks/evidence.py [--folder FOLDER] [--police-uk FOLDER]

Each measurement is a process of its own, so that its peak memory is its own; the median of three is taken, peers and
ours in turn. Peers are installed by whoever runs this: pip install pandas duckdb python-calamine.
`--folder` keeps the generated tables for the next run; `--police-uk` is a folder of downloaded months.
"""

# ruff: noqa: PLC0415 - each process imports only what it measures

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from evidence_files import FORCE, PARTNERSHIP, write_csv, write_ods

HERE = Path(__file__).resolve().parent
WORKBOOK = HERE.parent / "tests/evidence/data/ons-csp/policeforceareatablesyedecember2024.xlsx"
MONTHS = HERE.parent / "tests/evidence/data/police-uk/bedfordshire"
YEARS = range(2021, 2026)
RUNS = 3


def ours(path: Path, name: str, force: str) -> dict[str, int]:
    from cspcycle.evidence.importer import Request, read_evidence_file
    from cspcycle.evidence.record import Partnership

    imported = read_evidence_file(path, Request(Partnership(name, police_area=force), date(2026, 11, 24)))
    found = {}
    for table in imported.tables:
        place = table.position.get("home-office/total-recorded-crime")
        own = table.find(name, "partnership")
        if place is not None and own is not None and table.period.months == 12:
            found[table.period.label[-4:]] = int(own.values[place])  # type: ignore[arg-type]
    return found


def long_ours(path: Path) -> dict[str, int]:
    return ours(path, PARTNERSHIP, FORCE)


def csv_pandas(path: Path) -> dict[str, int]:
    import pandas as pd

    table = pd.read_csv(path)
    sums = table[table["CSP Name"] == PARTNERSHIP].groupby("Financial Year")["Offence Count"].sum()
    return {f"20{year[-2:]}": int(count) for year, count in sums.items()}


def csv_duckdb(path: Path) -> dict[str, int]:
    import duckdb

    question = (
        f'select "Financial Year", sum("Offence Count") from read_csv(\'{path}\') '  # noqa: S608 - our own file
        f"where \"CSP Name\" = '{PARTNERSHIP}' group by 1"
    )
    return {f"20{year[-2:]}": int(count) for year, count in duckdb.sql(question).fetchall()}


def ods_calamine(path: Path) -> dict[str, int]:
    import python_calamine

    found: dict[str, int] = {}
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            if row[3] == PARTNERSHIP:
                year = f"20{str(row[0])[-2:]}"
                found[year] = found.get(year, 0) + int(row[8])
    return found


def workbook_library(path: Path) -> float:
    import python_calamine

    def once() -> None:
        book = python_calamine.CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)

    return _best(once)


def workbook_ours(path: Path) -> float:
    from cspcycle.evidence.importer import Request, read_evidence_file
    from cspcycle.evidence.record import Partnership

    request = Request(Partnership("Bedford", "E22000009"), date(2026, 11, 24))
    return _best(lambda: read_evidence_file(path, request))


def all_partnerships(path: Path) -> int:
    """Every figure, change and rate of all 314 partnerships from one reading of the workbook."""
    from cspcycle.evidence.compare import compare
    from cspcycle.evidence.held import Held
    from cspcycle.evidence.importer import Request, read_evidence_file
    from cspcycle.evidence.measures import ONS
    from cspcycle.evidence.record import Partnership

    request = Request(Partnership("Bedford", "E22000009"), date(2026, 11, 24))
    held = Held(tuple(read_evidence_file(path, request).tables))
    found = [compare(held, request.partnership, indicator.id) for indicator in ONS.values()]
    return sum(len(comparison.every) for comparison in found if comparison)


def police_uk(path: Path) -> int:
    from cspcycle.evidence.importer import Request, read_evidence_file
    from cspcycle.evidence.record import Partnership

    return len(read_evidence_file(path, Request(Partnership("Bedford", "E22000009"), date(2026, 11, 24))).tables)


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(15):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


TASKS: dict[str, Callable[[Path], object]] = {
    task.__name__: task
    for task in (
        long_ours, csv_pandas, csv_duckdb, ods_calamine, workbook_library, workbook_ours, all_partnerships, police_uk,
    )
}  # fmt: skip


def measure(task: str, path: Path) -> tuple[object, float, float]:
    """What the task answered, its seconds and its peak memory in MB, from a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--task", task, "--path", str(path)], check=True, capture_output=True, text=True
    )
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["answer"], answer["seconds"], answer["peak"]


def compare_tasks(title: str, path: Path, tasks: list[str]) -> None:
    """Tasks in turn, RUNS times over; all must give the same answer."""
    results: dict[str, list[tuple[object, float, float]]] = {task: [] for task in tasks}
    for _ in range(RUNS):
        for task in tasks:
            results[task].append(measure(task, path))
    print(f"\n{title}")
    first = statistics.median(seconds for _, seconds, _ in results[tasks[0]])
    for task, runs in results.items():
        seconds = statistics.median(run[1] for run in runs)
        peak = max(run[2] for run in runs)
        print(f"  {task:18} {seconds:7.2f} s  {seconds / first:5.2f} times ours  {peak:6.0f} MB")
    answers = {json.dumps(run[0], sort_keys=True) for runs in results.values() for run in runs}
    print("  all give the same sums" if len(answers) == 1 else f"  THE SUMS DIFFER: {answers}")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--folder", type=Path)
    reader.add_argument("--police-uk", type=Path, default=MONTHS)
    reader.add_argument("--task")
    reader.add_argument("--path", type=Path)
    given = reader.parse_args()
    if given.task:
        start = time.perf_counter()
        answer = TASKS[given.task](given.path)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"answer": answer, "seconds": seconds, "peak": peak}))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        table, sheet = folder / "long.csv", folder / "long.ods"
        if not table.exists():
            print(f"generated {write_csv(table, YEARS):,} rows")
        if not sheet.exists():
            write_ods(sheet, YEARS)
        compare_tasks("Five years as CSV", table, ["long_ours", "csv_pandas", "csv_duckdb"])
        compare_tasks("Five years as ODS", sheet, ["long_ours", "ods_calamine"])
    library, own = measure("workbook_library", WORKBOOK)[0], measure("workbook_ours", WORKBOOK)[0]
    print(f"\nThe ONS workbook: {own / library:.2f} times the library alone ({1000 * own:.0f} ms)")  # type: ignore[operator]
    answer, seconds, peak = measure("all_partnerships", WORKBOOK)
    print(f"All 314 partnerships from it: {answer:,} comparisons in {seconds:.2f} s, {peak:.0f} MB")  # type: ignore[str-format]
    answer, seconds, peak = measure("police_uk", given.police_uk)
    print(f"police.uk: {answer} tables in {seconds:.2f} s, {peak:.0f} MB")


if __name__ == "__main__":
    main()
