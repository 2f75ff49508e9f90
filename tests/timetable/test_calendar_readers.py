"""The same calendar file in the hands of programs that others wrote: imported twice, updated, and cancelled."""

import json
import shutil
import socket
import subprocess
import sys
import time as clock
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from cspcycle.timetable.events import CalendarState, Event
from cspcycle.timetable.icalendar_writer import write

pytestmark = [pytest.mark.system]
BOARD = Event("board-1", "Board; räte, “x”", date(2026, 4, 14), "Meeting", starts_at=time(10), minutes=120)
EVENTS = (
    BOARD,
    Event("papers-board-1", "Papers for the board", date(2026, 4, 2), "Papers"),
    Event("cut-off", "Data cut-off", date(2026, 9, 30), "Milestone", "A long reason, " * 20, alarm_days=(7,)),
    Event("plan", "Plan revised", date(2027, 3, 31), "Duty"),
)
MOVED = (Event("board-1", BOARD.title, date(2026, 4, 21), "Meeting", starts_at=time(10), minutes=120), *EVENTS[1:])
DROPPED = MOVED[:2] + MOVED[3:]


@dataclass(frozen=True)
class Seen:
    """What a reader shows: the days of all events that are not cancelled, and of the board among them."""

    days: list[str]
    board: str


def steps() -> Iterator[tuple[bytes, Seen]]:
    """The file as it is published four times, and what a reader should show each time."""
    state = CalendarState()
    days = ["2026-04-02", "2026-04-14", "2026-09-30", "2027-03-31"]
    moved = ["2026-04-02", "2026-04-21", "2026-09-30", "2027-03-31"]
    dropped = ["2026-04-02", "2026-04-21", "2027-03-31"]
    for month, (events, expected) in enumerate(((EVENTS, days), (EVENTS, days), (MOVED, moved), (DROPPED, dropped)), 1):
        stamp = datetime(2026, month, 1, tzinfo=UTC)
        data, state = write(events, state, stamp=stamp, name="Vale", calendar_id="vale")
        yield data, Seen(expected, expected[1])


def check(read: Callable[[bytes], Seen]) -> None:
    assert [read(data) for data, _ in steps()] == [seen for _, seen in steps()]


def test_khal_shows_each_event_once_through_update_and_cancellation(tmp_path: Path) -> None:
    if shutil.which("khal") is None:
        pytest.skip("khal (Debian package khal) is not installed")
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[vale]]\npath = {tmp_path / 'calendar'}\ntype = calendar\n"
        f"[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ntimeformat = %H:%M\n"
        f"dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {tmp_path / 'khal.db'}\n[default]\n",
        encoding="utf-8",
    )
    (tmp_path / "calendar").mkdir()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def khal(*arguments: str) -> str:
        command = ["khal", "-c", str(config), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        return done.stdout

    def read(data: bytes) -> Seen:
        file = tmp_path / "vale.ics"
        file.write_bytes(data)
        columns = "{start-date}|{start-time}|{title}|{status}"
        khal("import", "--batch", str(file))
        listed = khal("list", "--format", columns, "--day-format", "", "2026-04-01", "400d")
        rows = [row.split("|") for row in listed.splitlines() if "|" in row]
        live = [row for row in rows if "CANCELLED" not in row[3]]
        (board,) = [row for row in live if row[2].startswith(BOARD.title)]
        assert board[1] == "10:00"
        return Seen(sorted(row[0] for row in live), board[0])

    check(read)


_WITH_ICAL_JS = """
const ICAL = require('ical.js').default || require('ical.js');
const component = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8')));
for (const zone of component.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
console.log(JSON.stringify(component.getAllSubcomponents('vevent').map(each => {
  const event = new ICAL.Event(each);
  const start = event.startDate;
  return {uid: event.uid, sequence: event.sequence, status: each.getFirstPropertyValue('status'), title: event.summary,
          day: start.toString().slice(0, 10), utc: start.toJSDate().toISOString()};
})));
"""


def test_ical_js_shows_each_event_once_through_update_and_cancellation() -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if subprocess.run(["node", "-e", "require.resolve('ical.js')"], capture_output=True, check=False).returncode:
        pytest.skip("ical.js is not where node finds it: npm install ical.js, and set NODE_PATH")
    shown: dict[str, dict[str, str]] = {}

    def read(data: bytes) -> Seen:
        done = subprocess.run(["node", "-e", _WITH_ICAL_JS], input=data, capture_output=True, check=True, timeout=60)
        for event in json.loads(done.stdout):
            if event["uid"] not in shown or event["sequence"] >= shown[event["uid"]]["sequence"]:
                shown[event["uid"]] = event
        live = [event for event in shown.values() if event["status"] != "CANCELLED"]
        (board,) = [event for event in live if event["title"] == BOARD.title]
        assert board["utc"] == f"{board['day']}T09:00:00.000Z"
        return Seen(sorted(event["day"] for event in live), board["day"])

    check(read)


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[str]:
    pytest.importorskip("radicale", reason="the CalDAV server radicale is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server-hosts", f"127.0.0.1:{port}", "--storage-filesystem-folder", str(tmp_path / "store")]
    command = [sys.executable, "-m", "radicale", "--config", "", *options, "--auth-type", "none"]
    log = (tmp_path / "log").open("wb")
    with log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            with suppress(ConnectionError), socket.create_connection(("127.0.0.1", port), timeout=5):
                break
            clock.sleep(0.1)
        yield address
        server.terminate()


def test_a_caldav_server_holds_each_event_once_through_update_and_cancellation(radicale: str) -> None:
    def ask(method: str, path: str, data: bytes | None = None, **headers: str) -> str:
        request = urllib.request.Request(f"{radicale}{path}", data=data, method=method, headers=headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server on loopback
            return str(answer.read().decode())

    ask("MKCOL", "/user/")

    def read(data: bytes) -> Seen:
        ask("PUT", "/user/vale/", data, **{"Content-Type": "text/calendar"})
        stored = ask("GET", "/user/vale/").replace("\r\n ", "")
        live = [event for event in stored.split("BEGIN:VEVENT")[1:] if "STATUS:CANCELLED" not in event]
        days = {}
        for event in live:
            values = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
            start = next(value for name, value in values.items() if name.startswith("DTSTART"))
            days[values["UID"]] = f"{start[:4]}-{start[4:6]}-{start[6:8]}"
        return Seen(sorted(days.values()), days["board-1@vale"])

    check(read)
