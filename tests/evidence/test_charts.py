from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.conftest import BEDFORD, CITY_OF_LONDON, DATA, WORKBOOK, read

from cspcycle.evidence.charts.drawn import (
    chart_funnel,
    chart_multiples,
    chart_profile,
    chart_ranked,
    chart_trend,
    monthly,
)
from cspcycle.evidence.charts.ranked import Bar, draw_ranked
from cspcycle.evidence.charts.svg import Chart, say, ticks
from cspcycle.evidence.charts.trend import Month, draw_trend
from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Partnership, Withheld
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.series import Limits, xmr_limits
from cspcycle.evidence.supply import withhold_thin_months

SVG = "{http://www.w3.org/2000/svg}"
ATTRIBUTION = "Source: Office for National Statistics licensed under the Open Government Licence v3.0."
CARMARTHENSHIRE = Partnership("Carmarthenshire", "W14000012", "", "Dyfed-Powys", "Wales")


@cache
def street(partnership: Partnership = BEDFORD) -> Held:
    folder = "bedfordshire" if partnership == BEDFORD else "dyfed-powys"
    return Held(withhold_thin_months(tuple(read(DATA / "police-uk" / folder, partnership).tables)))


@cache
def total(partnership: Partnership = BEDFORD) -> Comparison:
    held = Held(tuple(read(WORKBOOK, partnership).tables))
    found = compare(held, partnership, "ons/total-recorded-crime", similar=["Luton", "Ipswich", "City of London"])
    assert found is not None
    return found


@cache
def charts() -> dict[str, Chart | None]:
    held = street()
    indicators = [one for one in held.indicators if one.startswith("police-uk/") and "/outcome/" not in one]
    return {
        "trend": chart_trend(held, BEDFORD, "police-uk/all-crime"),
        "gaps": chart_trend(street(CARMARTHENSHIRE), CARMARTHENSHIRE, "police-uk/all-crime"),
        "multiples": chart_multiples(held, BEDFORD, indicators),
        "similar": chart_ranked(total(), ATTRIBUTION),
        "force": chart_ranked(total(), ATTRIBUTION, among="force"),
        "funnel": chart_funnel(total(), ATTRIBUTION),
        "profile": draw_profile_of_two_years(),
    }


def draw_profile_of_two_years() -> Chart | None:
    tables = street().tables
    earlier = [
        type(one)(one.source, one.name, type(one.period)(*(day.replace(year=2022) for day in one.period)),
                  one.indicators, one.columns, one.rows)
        for one in tables if one.period.months == 1
    ]  # fmt: skip
    return chart_profile(Held((*tables, *earlier)), BEDFORD, "police-uk/all-crime")


@pytest.mark.parametrize("name", list(charts()))
def test_a_chart_can_be_read_without_being_seen(name: str) -> None:
    chart = charts()[name]
    assert chart is not None
    root = ET.fromstring(chart.svg)  # noqa: S314 - our own text
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == chart.title
    assert len(description.text or "") > 40
    assert chart.rows
    assert all(len(row) == len(chart.columns) for row in chart.rows)
    drawn = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "Open Government Licence v3.0" in drawn


@pytest.mark.parametrize("name", list(charts()))
def test_the_plain_picture_has_the_same_marks_without_title_and_source(name: str) -> None:
    chart = charts()[name]
    assert chart is not None
    whole, plain = (ET.fromstring(svg) for svg in (chart.svg, chart.plain))  # noqa: S314 - our own text
    for mark in ("circle", "line", "polyline"):
        assert len(list(plain.iter(SVG + mark))) == len(list(whole.iter(SVG + mark)))
    drawn = " ".join(text.text or "" for text in plain.iter(f"{SVG}text"))
    assert "Licence" not in drawn
    assert chart.title.split(",")[0] not in drawn


@pytest.mark.parametrize("kind", ["svg", "plain"])
@pytest.mark.parametrize("name", list(charts()))
def test_nothing_is_drawn_outside_the_picture(name: str, kind: str) -> None:
    chart = charts()[name]
    assert chart is not None
    root = ET.fromstring(getattr(chart, kind))  # noqa: S314 - our own text
    _, above, width, height = map(float, root.get("viewBox", "").split())
    for text in root.iter(f"{SVG}text"):
        x, y, size = (float(text.get(key, "")) for key in ("x", "y", "font-size"))
        long = len(text.text or "") * size * 0.6
        left = {"start": x, "middle": x - long / 2, "end": x - long}[text.get("text-anchor", "start")]
        assert left >= -2, text.text
        assert left + long <= width + 12, text.text
        assert above <= y - size, text.text
        assert y <= above + height, text.text


def test_the_same_figures_give_the_same_bytes_and_other_figures_other_ids() -> None:
    again = charts.__wrapped__()
    assert {name: chart and chart.svg for name, chart in charts().items()} == {
        name: chart and chart.svg for name, chart in again.items()
    }
    found = [chart.svg.split('aria-labelledby="')[1][:19] for chart in charts().values() if chart]
    assert len(set(found)) == len(found)


def test_thin_months_are_gaps_in_line_and_table() -> None:
    chart = chart_trend(street(CARMARTHENSHIRE), CARMARTHENSHIRE, "police-uk/all-crime")
    assert chart is not None
    assert [row[1].startswith("no data") for row in chart.rows] == [False, True, True, True]
    assert "No data for February 2024, March 2024, April 2024." in chart.description
    root = ET.fromstring(chart.svg)  # noqa: S314 - our own text
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    assert [text.text for text in root.iter(f"{SVG}text")].count("no data") == 1


def test_months_for_which_no_file_was_added_are_gaps_too() -> None:
    held = Held(tuple(table for table in street().tables if table.period.first_day.month not in {5, 6}))
    months = monthly(held, BEDFORD, "police-uk/all-crime")
    assert len(months) == 12
    assert [record is None for _, record in months].count(True) == 2
    chart = chart_trend(held, BEDFORD, "police-uk/all-crime")
    assert chart is not None
    assert chart.svg.count("<polyline") == 2


def test_a_withheld_rate_prints_its_reason_in_place() -> None:
    chart = chart_ranked(total(CITY_OF_LONDON), ATTRIBUTION)
    assert chart.rows[-1][0] == "City of London"
    assert "population is too small" in chart.rows[-1][1]
    assert "population is too small" in chart.svg


def test_an_area_without_a_rate_stands_below_one_with_a_rate_of_nothing() -> None:
    nothing = Rate(0.0, 0, 0.1)
    chart = draw_ranked("t", [Bar("A", Withheld("x", "none")), Bar("B", nothing)], unit="x", attribution="")
    assert [row[0] for row in chart.rows] == ["B", "A"]


def test_a_run_of_unusual_months_is_described_once_with_its_first_and_last() -> None:
    months = [Month(f"month {place}", 9.0 if place < 8 else 11.0) for place in range(10)]
    chart = draw_trend("t", months, unit="crimes", attribution="", limits=Limits(10, 5, 15, 12))
    assert "Unusual: month 0 to month 7, 8 months in a row below the mean." in chart.description
    assert [row[2] for row in chart.rows] == ["one of 8 months in a row below the mean"] * 8 + [""] * 2


def test_there_is_no_chart_without_figures() -> None:
    held = Held(())
    assert chart_trend(held, BEDFORD, "police-uk/all-crime") is None
    assert chart_profile(held, BEDFORD, "police-uk/all-crime") is None
    assert chart_multiples(held, BEDFORD, ["police-uk/all-crime"]) is None


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=60),
    st.lists(st.one_of(st.none(), st.integers(-50, 10**7), st.floats(0, 1e6)), max_size=40),
)
def test_any_words_and_figures_make_well_formed_svg(title: str, values: list[float | None]) -> None:
    months = [Month(title, value) for value in values]
    chart = draw_trend(title, months, unit="crimes", attribution=title, limits=xmr_limits(values))
    ET.fromstring(chart.svg)  # noqa: S314 - our own text
    ET.fromstring(draw_ranked(title, [Bar(title, Withheld("x", title))], unit="x", attribution="").svg)  # noqa: S314


@given(st.floats(1e-6, 1e9))
def test_axes_reach_the_highest_figure_in_even_steps(highest: float) -> None:
    marks = ticks(highest)
    assert marks[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(marks) <= 8
    steps = {round((b - a) / marks[1], 6) for a, b in pairwise(marks)}
    assert steps == {1}


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234567, "1,234,567"), (80.93, "80.9"), (12, "12"), (123.4, "123"), (0.834, "0.83"), (0.2, "0.2")],
)
def test_figures_are_said_as_people_say_them(value: float, text: str) -> None:
    assert say(value) == text
