"""Whole commands timed in turn, so that a drift of the machine touches all alike; figures are ratios in one run."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """A command's share of a run: seconds and peak memory of the whole process."""

    name: str
    fastest: float
    median: float
    mebibytes: float


def time_in_turn(
    commands: Mapping[str, Sequence[str]], *, rounds: int, env: Mapping[str, str] | None = None
) -> list[Figure]:
    """Each command once a round, after one that is not counted. A command that fails ends the run with its words."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peak: dict[str, float] = dict.fromkeys(commands, 0.0)
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            took, memory = _once(command, env)
            peak[name] = max(peak[name], memory)
            if round_:
                seconds[name].append(took)
    return [Figure(name, min(taken), statistics.median(taken), peak[name]) for name, taken in seconds.items()]


def _once(command: Sequence[str], env: Mapping[str, str] | None) -> tuple[float, float]:
    began = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **(env or {})}
    )
    complaint = child.stderr.read() if child.stderr else b""
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        sys.exit(f"{' '.join(command)}\n{complaint.decode(errors='replace')}")
    return took, usage.ru_maxrss / 1024


def table(figures: Sequence[Figure], *, against: str) -> str:
    """The figures as a Markdown table, with the ratio of medians to the command named `against`."""
    base = next(figure for figure in figures if figure.name == against)
    lines = [f"| command | fastest s | median s | against {against} | peak MiB |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {each.name} | {each.fastest:.3f} | {each.median:.3f}"
        f" | {each.median / base.median:.2f} | {each.mebibytes:.0f} |"
        for each in figures
    ]
    return "\n".join(lines)
