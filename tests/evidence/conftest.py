"""The official files that tests read, and partnerships to read them for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cspcycle.evidence.importer import Imported, Request, read_evidence_file
from cspcycle.evidence.record import Partnership

DATA = Path(__file__).parent / "data"
READ_ON = date(2026, 11, 24)
BEDFORD = Partnership("Bedford", "E22000009", "E06000055", "Bedfordshire", "England")
CENTRAL_BEDFORDSHIRE = Partnership("Central Bedfordshire", "E22000353", "E06000056", "Bedfordshire", "England")
LUTON = Partnership("Luton", "E22000010", "E06000032", "Bedfordshire", "England")
HACKNEY = Partnership("Hackney", "E22000197", "E09000012", "Metropolitan Police", "England")
TOWER_HAMLETS = Partnership("Tower Hamlets", "E22000215", "E09000030", "Metropolitan Police", "England")
CITY_OF_LONDON = Partnership("City of London", "E22000180", "E09000001", "City of London", "England")
WORKBOOK = DATA / "ons-csp" / "policeforceareatablesyedecember2024.xlsx"


def read(path: Path, partnership: Partnership = BEDFORD, source: str = "") -> Imported:
    return read_evidence_file(path, Request(partnership, READ_ON), source=source)


@pytest.fixture(scope="session")
def bedford_from_ons() -> Imported:
    return read(WORKBOOK)
