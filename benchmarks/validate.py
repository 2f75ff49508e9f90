"""Start-up, 314 partnerships, and growth of `cspcycle validate`, each as a ratio to a named peer in one run.

python -m pip install . check-jsonschema yamllint
python benchmarks/validate.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from make_dossiers import make
from measure import table, time_in_turn

HERE = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CSPCYCLE = str(BIN / "cspcycle")
ON = ("--on", "2026-11-24")
PARTNERSHIPS = 314


def start_up() -> None:
    vale = str(HERE / "examples" / "vale")
    floor = "import pydantic, cspcycle.model.dossier as d\nfor name in d.SECTIONS: d.adapter(name)"
    figures = time_in_turn(
        {
            "bare Python": [sys.executable, "-c", "pass"],
            "--version": [CSPCYCLE, "--version"],
            "--help": [CSPCYCLE, "--help"],
            "pydantic + ruamel.yaml + typer": [
                sys.executable,
                "-c",
                "import pydantic, ruamel.yaml, typer; pydantic.BaseModel",
            ],
            "pydantic and the models": [sys.executable, "-c", floor],
            "validate examples/vale": [CSPCYCLE, "validate", vale, *ON, "--no-cache"],
            "the same, unchanged": [CSPCYCLE, "validate", vale, *ON],
        },
        rounds=15,
    )
    print(
        "## Start-up\n\n"
        + table(figures, against="bare Python")
        + "\n\n"
        + table(figures, against="pydantic and the models")
    )


def many(folder: Path) -> None:
    size = make(folder, PARTNERSHIPS)
    schema = folder / "schema.json"
    schema.write_bytes(subprocess.run([CSPCYCLE, "schema"], check=True, capture_output=True).stdout)
    files = sorted(str(path) for path in folder.glob("*/*.yaml"))
    figures = time_in_turn(
        {
            "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", str(schema), *files],
            "yamllint (relaxed)": [str(BIN / "yamllint"), "-d", "relaxed", *files],
            "cspcycle validate": [CSPCYCLE, "validate", str(folder), *ON, "--no-cache"],
            "the same, unchanged": [CSPCYCLE, "validate", str(folder), *ON],
        },
        rounds=2,
    )
    print(f"\n## {PARTNERSHIPS} partnerships of {size:,} bytes\n\n" + table(figures, against="check-jsonschema"))


def growth() -> None:
    commands = {}
    with tempfile.TemporaryDirectory() as holder:
        for count in (10, 30, 100, 300, 1000):
            folder = Path(holder) / str(count)
            make(folder, count)
            commands[f"{count} dossiers"] = [CSPCYCLE, "validate", str(folder), *ON, "--no-cache"]
        figures = time_in_turn(commands, rounds=3)
    print("\n## Growth\n\n" + table(figures, against="100 dossiers"))


if __name__ == "__main__":
    start_up()
    with tempfile.TemporaryDirectory() as holder:
        many(Path(holder))
    growth()
