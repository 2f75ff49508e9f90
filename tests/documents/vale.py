"""A small invented partnership as plain data, with awkward words in it, and its page."""

from datetime import date
from pathlib import Path
from typing import Any

from cspcycle.documents.page import Metadata, Page
from cspcycle.documents.prose import Prose
from cspcycle.documents.reading import read_page

TEMPLATES = Path(__file__).parent / "templates"

YEARS = (2022, 2023, 2024, 2025, 2026)
BURGLARIES = (498, 470, 455, 431, 412)


def chart() -> dict[str, Any]:
    bars = "".join(
        f'<rect x="110" y="{20 + 44 * i}" width="{n}" height="28" fill="#1d4f6e"/>'
        f'<text x="100" y="{40 + 44 * i}" text-anchor="end" font-family="Arial" font-size="16">{year}</text>'
        f'<text x="{118 + n}" y="{40 + 44 * i}" font-family="Arial" font-size="16">{n}</text>'
        for i, (year, n) in enumerate(zip(YEARS, BURGLARIES, strict=True))
    )
    return {
        "title": "Residential burglaries, Vale & district, by financial year",
        "description": "Burglaries fell every year, from 498 in 2022 to 412 in 2026.",
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 240">{bars}</svg>',
        "attribution": "Police recorded crime, invented for Vale.",
        "columns": ["Year ending March", "Burglaries"],
        "rows": [[str(year), str(count)] for year, count in zip(YEARS, BURGLARIES, strict=True)],
    }


def view() -> dict[str, Any]:
    return {
        "partnership": {
            "name": "Vale Community Safety Partnership",
            "authorities": [
                "Vale Council",
                "the police",
                "the fire authority",
                "probation",
                "the integrated care board",
            ],
        },
        "plan": {
            "starts_on": date(2027, 4, 1),
            "figures_to": date(2026, 12, 31),
            "foreword": "# Foreword\n\nThis is **our** plan, as the chair puts it: *short, and kept*.\n\n"
            "<script>alert(1)</script> stays a word, and so does a | bar.",
            "summary_in_welsh": "Dŵr, ŷd a thŷ: mae’r cynllun hwn yn fyr.\n\nMae pawb yn gyfrifol.",
        },
        "priorities": [
            {
                "title": "Residential burglary | “sneak-in” *theft*",
                "why": "Burglary harms **trust**.\n\n# A heading of the author\n\nIt rose in the north.",
                "aims": ["Fewer homes entered", "Victims told what happens next <within 2 days>"],
                "measures": [
                    measure("Burglaries recorded", 455, 412, "Improving"),
                    measure("Victims told in 2 days (%)", 61, 74, "Improving"),
                ],
                "chart": chart(),
            },
            {
                "title": "Serious violence",
                "why": "Harm is concentrated in few places.",
                "aims": ["Fewer people hurt"],
                "measures": [measure("Hospital admissions", 1212, 1340, "Getting worse")],
            },
        ],
        "steps": [
            {
                "what": f"Visit street {number} after a burglary, and leave advice with the neighbours on both sides",
                "lead": "Vale Council" if number % 2 else "The police",
                "by": date(2027, 4 + number % 8, 1 + number),
                "resources": None if number % 3 else "One officer, £4,000",
            }
            for number in range(1, 25)
        ],
        "restricted": {"title": "Item 7: named premises", "basis": "paragraph 7 of Schedule 12A"},
        "sources": ["Police recorded crime", "Home Office open data"],
    }


def measure(indicator: str, baseline: int, latest: int, standing: str) -> dict[str, Any]:
    change = (latest - baseline) / baseline * 100
    return {"indicator": indicator, "baseline": baseline, "latest": latest, "change": change, "standing": standing}


def metadata(**changes: Any) -> Metadata:
    standard: dict[str, Any] = {
        "title": "Partnership plan 2027 to 2030",
        "partnership": "Vale Community Safety Partnership",
        "dated_on": date(2027, 2, 1),
        "version": "0.3",
        "marking": "OFFICIAL",
        "particulars": (("Approved by", "Strategy group, 15 February 2027"),),
    }
    return Metadata(**(standard | changes))


def vale_page(**changes: Any) -> Page:
    markdown, found = Prose(TEMPLATES).render("partnership-plan", view())
    assert found == ()
    assert markdown is not None
    return read_page(markdown, metadata(**changes))
