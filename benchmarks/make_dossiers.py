"""Writes any number of dossiers, every section filled, each with other names: the same bytes at every run."""

import sys
from pathlib import Path

VALE = Path(__file__).resolve().parents[1] / "examples" / "vale"


def make(folder: Path, count: int) -> int:
    """`count` dossiers in folders of their own; the bytes of one."""
    size = 0
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(VALE.glob("*.yaml"))}
    for number in range(1, count + 1):
        name = f"Area{number:04d}"
        target = folder / f"{number:04d}"
        target.mkdir(parents=True, exist_ok=True)
        for file, text in texts.items():
            (target / file).write_text(text.replace("Vale", name), encoding="utf-8")
        size = sum(path.stat().st_size for path in target.iterdir())
    return size


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2])), "bytes each")
