"""How long dating a timetable takes: one year, 314 partnerships, chains of growing length, and TaskJuggler's share.

Run it with `python benchmarks/timetable.py`; every figure is also given as a ratio within the same run.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from measure import table, time_in_turn

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.meetings import Body
from cspcycle.timetable.papers import COUNCIL_COMMITTEE_IN_ENGLAND
from cspcycle.timetable.plan import Inputs, Link, Milestone, Target
from cspcycle.timetable.rule_words import read_meeting_rule
from cspcycle.timetable.standard_cycle import standard_milestones
from cspcycle.timetable.working_days import WorkingDays

AT = Location("benchmark.yaml")
WORKING = WorkingDays.of_england_and_wales()
ON, YEAR = date(2026, 4, 1), FinancialYear(2026)
PARTNERSHIPS = 314


def fastest(work: Callable[[], object], *, times: int = 5) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def one_year(seed: int = 0) -> Inputs:
    chance = random.Random(seed)
    rule, _ = read_meeting_rule(f"{chance.choice(['first', 'second'])} Tuesday of the quarter", AT)
    bodies = (
        Body("board", "Strategy group", AT, rule=rule),
        Body(
            "cabinet",
            "Cabinet",
            AT,
            rule=read_meeting_rule("first Thursday of the month", AT)[0],
            papers=COUNCIL_COMMITTEE_IN_ENGLAND,
        ),
    )
    lag = Lag(chance.randint(1, 9), Unit.WORKING_DAYS)
    target = Target(date(2027, 4, 1), AT, "before the year starts")
    route = (
        Milestone("cabinet-decides", "Cabinet decides", AT, after=(Link("cycle-sign", AT),), meeting_of="cabinet"),
        Milestone("adopted", "Adopted", AT, after=(Link("cabinet-decides", AT, lag),), target=target),
    )
    return Inputs(AT, WORKING, (*standard_milestones(FinancialYear(2027), AT), *route), bodies=bodies)


def chain(length: int) -> Inputs:
    milestones = [Milestone("m0", "M0", AT, on=date(2020, 1, 6))]
    milestones += [
        Milestone(f"m{n}", f"M{n}", AT, after=(Link(f"m{n - 1}", AT, Lag(n % 2, Unit.WORKING_DAYS)),))
        for n in range(1, length)
    ]
    return Inputs(AT, WORKING, tuple(milestones))


def build(inputs: Inputs) -> object:
    return build_timetable(inputs, on=ON, year=YEAR)


def start_up(statement: str) -> float:
    return fastest(lambda: subprocess.run([sys.executable, "-c", statement], check=True))


def taskjuggler(length: int) -> float | None:
    if shutil.which("tj3") is None:
        return None
    tasks = ['task m0 "M0" { start 2020-01-06 duration 1d }']
    tasks += [f'task m{n} "M{n}" {{ depends !m{n - 1} duration 1d }}' for n in range(1, length)]
    text = 'project p "P" 2020-01-01 +40y { timezone "Europe/London" }\n' + "\n".join(tasks)
    text += '\ntaskreport r "r" { formats csv columns id, start, end }\n'
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.tjp"
        plan.write_text(text, encoding="utf-8")
        command = ["tj3", "--silent", "--no-color", "-o", folder, str(plan)]
        return fastest(lambda: subprocess.run(command, check=True, capture_output=True), times=1)


def whole_commands() -> None:
    """`cspcycle timetable` and `due` on real folders, beside the imports that they cannot do without."""
    vale = Path(__file__).parent.parent / "examples/vale"
    command = [sys.executable, "-m", "cspcycle"]
    words = "import typer, pydantic, ruamel.yaml, cspcycle.application.timetable, cspcycle.cli.timetable"
    with tempfile.TemporaryDirectory() as folder:
        for number in range(PARTNERSHIPS):
            shutil.copytree(vale, Path(folder) / f"p{number}", ignore=shutil.ignore_patterns("documents", "evidence"))
        in_turn = {
            "imports": [sys.executable, "-c", words],
            "timetable, text": [*command, "timetable", str(vale), "--on", "2026-11-24"],
            "timetable, ics": [*command, "timetable", str(vale), "--on", "2026-11-24", "--format", "ics"],
            "why": [*command, "why", str(vale), "council", "--on", "2026-11-24"],
        }
        print(table(time_in_turn(in_turn, rounds=5), against="imports"))
        many = [*command, "due", folder, "--on", "2026-11-24"]
        took = fastest(lambda: subprocess.run(many, check=True, stdout=subprocess.DEVNULL), times=1)
        print(f"due over {PARTNERSHIPS} partnerships: {took:.1f} s, {took / PARTNERSHIPS * 1000:.0f} ms each")


def main() -> None:
    whole_commands()
    floor = start_up("import dataclasses, datetime, enum, json, calendar, re, pathlib")
    whole = start_up("import cspcycle.timetable.build, cspcycle.timetable.standard_cycle")
    year = fastest(lambda: build(one_year()))
    print(f"start-up: {whole * 1000:.0f} ms; {floor * 1000:.0f} ms is the standard library's: {whole / floor:.2f} x")
    print(f"one partnership's year: {year * 1000:.1f} ms, {year / floor:.2f} x that share")
    many = fastest(lambda: [build(one_year(seed)) for seed in range(PARTNERSHIPS)], times=2)
    print(f"{PARTNERSHIPS} partnerships: {many:.2f} s, {many / year / PARTNERSHIPS:.2f} x one each")
    before: float | None = None
    for length in (10, 100, 1_000, 10_000):
        inputs = chain(length)
        took = fastest(lambda inputs=inputs: build(inputs), times=3)  # type: ignore[misc]
        growth = f", {took / before:.1f} x for 10 x the milestones" if before else ""
        print(f"chain of {length}: {took * 1000:.1f} ms{growth}")
        before = took
    for length in (100, 1_000):
        here = str(Path(__file__).parent)
        ours = start_up(f"import sys; sys.path.insert(0, {here!r}); import timetable as t; t.build(t.chain({length}))")
        theirs = taskjuggler(length)
        if theirs is None:
            print("TaskJuggler (Debian package tj3) is not installed: no comparison")
            break
        print(f"chain of {length}, whole process: ours {ours:.2f} s, TaskJuggler {theirs:.2f} s: {theirs / ours:.0f} x")


if __name__ == "__main__":
    main()
