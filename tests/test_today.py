"""The day that a command takes for today: the machine's, or that of SOURCE_DATE_EPOCH."""

from datetime import UTC, date, datetime

import pytest

from cspcycle.cli.options import today
from cspcycle.source.diagnostic import CannotContinue


def test_a_build_can_be_repeated_as_at_the_day_of_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert today() == date(2026, 1, 1)


@pytest.mark.parametrize("unset", [None, ""])
def test_without_it_today_is_today(unset: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if unset is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", unset)
    assert abs((today() - datetime.now(UTC).date()).days) <= 1


@pytest.mark.parametrize("wrong", ["yesterday", "-1", "1e9", "9" * 30, "99999999999"])
def test_what_is_no_day_is_said_with_what_to_do(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(CannotContinue, match="SOURCE_DATE_EPOCH") as stop:
        today()
    assert "--on" in stop.value.fix
