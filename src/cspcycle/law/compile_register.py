"""Turns the instruments, which people read, into register.json, which the program reads in a few milliseconds.

Run `python -m cspcycle.law.compile_register` after any change to a file beside it.
"""

import hashlib
import json
from calendar import monthrange
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cspcycle.law import faults
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.yaml_reader import Mapping, read_yaml

# the instruments that make a partnership what it is come first, wherever duties are listed
FIRST = (
    "crime-and-disorder-act-1998.yaml",
    "crime-and-disorder-strategy-regulations-2007-england.yaml",
    "crime-and-disorder-strategy-regulations-2007-wales.yaml",
    "substance-misuse-strategy-regulations-2007-wales.yaml",
    "police-and-justice-act-2006.yaml",
    "crime-and-disorder-overview-and-scrutiny-regulations-2009.yaml",
)

THE_WHOLE = "the whole"  # a provision is always written, also where no section or paragraph is meant


class FaultyRegister(Exception):  # noqa: N818 - it says what is so
    """The files of the register contradict their own rules; `found` says where."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self.found = tuple(found)
        super().__init__("\n".join(f"{each.at}: {each.message}" for each in self.found))


def compile_register(sources: dict[str, bytes]) -> str:
    """The text of register.json from the files by name; raises FaultyRegister with everything that is wrong."""
    found: list[Diagnostic] = []
    instruments: dict[str, Any] = {}
    duties: list[dict[str, Any]] = []
    bodies: dict[str, Any] = {}
    for file, data in sorted(sources.items(), key=_in_order):
        content, wrong = read_yaml(data, file)
        found += wrong
        if content is None:
            continue
        if file == "bodies.yaml":
            found += _body_faults(content)
            if not found:
                bodies = {code: _body(body) for code, body in content.items()}
            continue
        wrong = [*faults.shape_faults(content, faults.INSTRUMENT, "the instrument")]
        wrong += [each for duty in content.get("duties") or () for each in faults.duty_faults(duty)]
        found += wrong
        if not wrong:
            name = file.removesuffix(".yaml")
            instruments[name] = _plain({key: content[key] for key in sorted(faults.INSTRUMENT[0] - {"duties"})})
            for duty in content["duties"]:
                compiled = _duty(duty, name, content)
                found += faults.period_faults(compiled, duty)
                found += _repeated(compiled, duties, duty)
                duties.append(compiled)
    if found:
        raise FaultyRegister(found)
    held: dict[str, Any] = {"instruments": instruments, "duties": duties, "bodies": bodies}
    edition = hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:16]
    return json.dumps({"edition": edition, **held}, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def _in_order(source: tuple[str, bytes]) -> tuple[int, str]:
    return (FIRST.index(source[0]) if source[0] in FIRST else len(FIRST), source[0])


def _repeated(compiled: dict[str, Any], earlier: list[dict[str, Any]], place: Mapping) -> list[Diagnostic]:
    return [
        faults.fault(place, "id", f"duty `{other['id']}` is already in {other['instrument']}")
        for other in earlier
        if other["id"] == compiled["id"] and set(other["nations"]) & set(compiled["nations"])
    ]


def _plain(value: Any) -> Any:
    """Without places, and each text on one line unless it is an example."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.strip() if isinstance(value, str) else value


def _duty(duty: Mapping, instrument: str, content: Mapping) -> dict[str, Any]:
    held: dict[str, Any] = dict.fromkeys(("failing", "passing", "shown", "said_to_be", "note"), "")
    held |= {"status": "in-force"} | _plain({key: value for key, value in duty.items() if key != "applies_to"})
    nations = duty.get("nations", content["nations"])
    held |= {"instrument": instrument, "nations": list(nations)}
    everywhere = duty.get("applies_to", content.get("applies_to", {}))
    held["versions"] = [_version(version, everywhere, nations) for version in duty["versions"]]
    return held


def _version(version: Mapping, everywhere: dict[str, Any], nations: list[str]) -> dict[str, Any]:
    held: dict[str, Any] = _plain(version)
    held.pop("checked")
    held["provision"] = held["provision"] if held["provision"] != THE_WHOLE else ""
    held["nations"] = list(held.get("nations", nations))
    held["applies_to"] = _plain(version.get("applies_to", everywhere))
    if month := held.pop("in_force_from_month", None):
        held["in_force_from"] = _last_day_of(month)
        held["start_unseen"] = f"{month}; the day was not seen"
    elif day := held.pop("in_force_by", None):
        held["in_force_from"] = day
        held["start_unseen"] = f"{day} or earlier; the first day was not seen"
    for yes in ("warn", "declared"):
        if yes in held:
            held[yes] = held[yes] == "yes"
    return held


def _last_day_of(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"


def _body_faults(content: Mapping) -> Iterable[Diagnostic]:
    for code, body in content.items():
        yield from faults.shape_faults(body, faults.BODY, f"body `{code}`")
        for role in body.get("roles") or ():
            yield from faults.shape_faults(role, faults.ROLE, f"a role of body `{code}`")
            for other in role.get("met_also_by", ()):
                if other not in content:
                    yield faults.fault(role, "met_also_by", f"there is no body `{other}`")
        if body.get("successor", code) not in content:
            yield faults.fault(body, "successor", f"there is no body `{body['successor']}`")


def _body(body: Mapping) -> dict[str, Any]:
    held: dict[str, Any] = {"existed_from": None, "existed_until": None, "successor": "", "successor_from": None}
    held |= {"note": "", "also_written": []}
    held |= _plain(body)
    held["roles"] = [_role(role) for role in body["roles"]]
    return held


def _role(role: Mapping) -> dict[str, Any]:
    held: dict[str, Any] = _plain(role)
    held.pop("checked")
    held["first_day"] = held.pop("from")
    held["applies_to"] = {key: held.pop(key) for key in ("area_kinds", "not_area_kinds") if key in held}
    return held


def sources() -> dict[str, bytes]:
    """The files of the register as they stand beside this module."""
    here = Path(__file__).parent
    return {file.name: file.read_bytes() for file in (here / "bodies.yaml", *(here / "instruments").glob("*.yaml"))}


def main() -> None:
    """Write register.json beside this module."""
    try:
        text = compile_register(sources())
    except FaultyRegister as faulty:
        raise SystemExit(str(faulty)) from None
    (Path(__file__).parent / "register.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
