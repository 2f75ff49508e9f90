"""How long whole documents take: all of Vale in four formats, and the plans of as many partnerships as there are.

Run from the top of the repository: python -m benchmarks.render [rounds]. Each figure is a process of its own, as a user
meets it; `documents.py` measures each format beside its library alone.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

VALE = Path("examples/vale")
PARTNERSHIPS = 314
FORMATS = ("markdown", "html", "docx", "pdf")


def seconds(*arguments: str) -> float:
    """The wall-clock seconds of one run of the command, and an error if it fails."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "cspcycle", *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch)
        for number in range(PARTNERSHIPS):
            shutil.copytree(VALE, top / "all" / f"partnership-{number:03d}")
        on = ("--on", "2026-11-24")
        four = [part for name in FORMATS for part in ("--format", name)]
        jobs = {
            "every document of Vale, four formats": ("render", str(VALE), *on, *four, "--output", str(top / "vale")),
            f"plans of {PARTNERSHIPS} partnerships, HTML": (
                *("render", str(top / "all"), "partnership-plan", *on, "--output", str(top / "plans")),
            ),
        }
        jobs |= {
            f"the plan of Vale, {name}": (
                *("render", str(VALE), "partnership-plan", *on, "--format", name, "--output", str(top / name)),
            )
            for name in FORMATS
        }
        times = {name: [seconds(*job) for _ in range(rounds)] for name, job in jobs.items()}
    for name, each in times.items():
        print(f"{name:<44} {median(each):7.2f} s   ({min(each):.2f} to {max(each):.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
