"""One flag, `--update`, which rewrites expected texts for their author to read; and no skips where none are allowed."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite generated pages, goldens and transcripts; read the difference"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CSPCYCLE_REQUIRE_SYSTEM=1 a test marked `system` may not skip: the machine was to have what it needs."""
    report = yield
    is_required = os.environ.get("CSPCYCLE_REQUIRE_SYSTEM") == "1" and item.get_closest_marker("system") is not None
    if is_required and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, though this run requires every program: {report.longrepr}"
    return report
