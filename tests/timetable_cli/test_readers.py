"""Vale's own calendar file in the hands of programs that others wrote: imported twice, updated, and cancelled."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from tests.timetable.test_calendar_readers import _WITH_ICAL_JS, radicale  # noqa: F401 - pytest finds the fixture by name
from tests.timetable_cli.running import change, copy_of_vale, run

pytestmark = [pytest.mark.system]
Days = dict[str, str]  # the day of each event that is not cancelled, by its title


def published(tmp_path: Path) -> Iterator[tuple[bytes, Days]]:
    """Vale's file as it is published four times, and what a reader should show each time."""
    vale, file = copy_of_vale(tmp_path), tmp_path / "published.ics"
    meetings = vale / "meetings.yaml"
    edits: list[tuple[str, str]] = [
        ("", ""),
        ("", ""),
        ("group: cabinet, planned_on: 2027-03-09", "group: cabinet, planned_on: 2027-03-08"),
        ('  - {id: scrutiny-2027-02, group: scrutiny-committee, planned_on: 2027-02-09, starts_at: "18:00"}\n', ""),
    ]
    for number, (before, after) in enumerate(edits, start=24):
        if before:
            change(meetings, (before, after))
        run("timetable", vale, "--on", f"2026-11-{number}", "--format", "ics", "--output", file)
        entries = json.loads(run("timetable", vale, "--on", f"2026-11-{number}", "--format", "json"))["entries"]
        yield file.read_bytes(), {entry["id"]: entry["due_on"] for entry in entries}


def check(read: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    shown = [(sorted(read(data)), sorted(expected.values())) for data, expected in published(tmp_path)]
    assert [seen for seen, _ in shown] == [expected for _, expected in shown]
    assert len({tuple(seen) for seen, _ in shown}) == 3  # the second import changed nothing


def test_khal_shows_vales_year_through_update_and_cancellation(tmp_path: Path) -> None:
    if shutil.which("khal") is None:
        pytest.skip("khal (Debian package khal) is not installed")
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[vale]]\npath = {tmp_path / 'calendar'}\ntype = calendar\n"
        "[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {tmp_path / 'khal.db'}\n[default]\n",
        encoding="utf-8",
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def khal(*words: str) -> str:
        command = ["khal", "-c", str(config), *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout

    def read(data: bytes) -> list[str]:
        (tmp_path / "vale.ics").write_bytes(data)
        khal("import", "--batch", str(tmp_path / "vale.ics"))
        rows = khal("list", "--format", "{start-date}|{status}", "--day-format", "", "2026-04-01", "700d").splitlines()
        return [row.split("|")[0] for row in rows if "|" in row and "CANCELLED" not in row]

    check(read, tmp_path)


def test_ical_js_shows_vales_year_through_update_and_cancellation(tmp_path: Path) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if subprocess.run(["node", "-e", "require.resolve('ical.js')"], capture_output=True, check=False).returncode:
        pytest.skip("ical.js is not where node finds it: npm install ical.js, and set NODE_PATH")
    shown: dict[str, dict[str, Any]] = {}

    def read(data: bytes) -> list[str]:
        done = subprocess.run(["node", "-e", _WITH_ICAL_JS], input=data, capture_output=True, check=True, timeout=60)
        for event in json.loads(done.stdout):
            if event["uid"] not in shown or event["sequence"] >= shown[event["uid"]]["sequence"]:
                shown[event["uid"]] = event
        return [event["day"] for event in shown.values() if event["status"] != "CANCELLED"]

    check(read, tmp_path)


def test_a_caldav_server_holds_vales_year_through_update_and_cancellation(radicale: str, tmp_path: Path) -> None:  # noqa: F811
    import urllib.request  # noqa: PLC0415 - only this test asks a server

    def ask(method: str, path: str, data: bytes | None = None, **headers: str) -> bytes:
        request = urllib.request.Request(f"{radicale}{path}", data=data, method=method, headers=headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server on loopback
            return bytes(answer.read())

    ask("MKCOL", "/user/")

    def read(data: bytes) -> list[str]:
        ask("PUT", "/user/vale/", data, **{"Content-Type": "text/calendar"})
        events = icalendar.Calendar.from_ical(ask("GET", "/user/vale/")).walk("VEVENT")
        return [event.decoded("dtstart").isoformat()[:10] for event in events if event.get("status") != "CANCELLED"]

    check(read, tmp_path)
