"""The line that says how far a long piece of work has come: for a terminal, after a second, and gone at the end."""

import io
import sys

import pytest

from cspcycle.cli import progress
from cspcycle.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal_on(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    return made


def test_after_its_patience_a_terminal_is_told_what_is_done_and_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    terminal = terminal_on(monkeypatch)
    with Progress() as bar:
        bar.show("[b]plan.pdf", 0.25)
    assert "[b]plan.pdf" in terminal.getvalue()
    assert "25%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K"), "the line goes away"


def test_what_is_done_within_a_second_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_on(monkeypatch)
    with Progress() as bar:
        bar.show("plan.pdf", 0.25)
    assert not terminal.getvalue()


def test_a_file_or_a_pipe_gets_no_progress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with Progress() as bar:
        bar.show("plan.pdf", 0.25)
        bar.clear()
    assert capsys.readouterr() == ("", "")
