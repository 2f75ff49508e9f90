"""How far a long piece of work has come: one line of a terminal, after a second, which goes away at the end."""

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds without a word


class Progress:
    """A bar on a terminal's standard error; nothing at all elsewhere, nor for what is done within a second."""

    def __init__(self) -> None:
        self._shows_at = time.monotonic() + PATIENCE if sys.stderr.isatty() else None
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def show(self, what: str, share: float) -> None:
        """Say what is being done, and which share of all is done, from 0 to 1."""
        if self._shows_at is None or time.monotonic() < self._shows_at:
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(what, total=1.0)
        (task,) = self._bar.task_ids
        self._bar.update(task, description=what, completed=share)
        self._bar.start()  # does nothing when it is shown already

    def clear(self) -> None:
        """Take the line away, before something else is printed; the next `show` brings it back."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _bar() -> "Bar":
    from rich.console import Console  # noqa: PLC0415 - only for those who wait
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    words = TextColumn("{task.description}", markup=False)
    return Bar(words, BarColumn(), TaskProgressColumn(), console=Console(stderr=True), transient=True)
