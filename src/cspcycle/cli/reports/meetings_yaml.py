"""Meetings as lines of `meetings.yaml`, with every text in quotation marks that YAML cannot misread."""

import json
from collections.abc import Iterator, Sequence

from cspcycle.timetable.meetings import GivenMeeting


def report(meetings: Sequence[GivenMeeting], group: str) -> str:
    """The lines, to be put under `meetings:`."""
    return "meetings:\n" + "".join(f"  - {{{', '.join(_parts(meeting, group))}}}\n" for meeting in meetings)


def _parts(meeting: GivenMeeting, group: str) -> Iterator[str]:
    yield f"id: {_id(meeting.id)}"
    yield f"group: {group}"
    if meeting.title:
        yield f"title: {json.dumps(meeting.title)}"
    yield f"planned_on: {meeting.on.isoformat()}"
    if meeting.starts_at:
        yield f'starts_at: "{meeting.starts_at:%H:%M}"'
    if meeting.papers_on:
        yield f"papers_out_on: {meeting.papers_on.isoformat()}"


def _id(text: str) -> str:
    """The id in the letters an id may have."""
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split()) or "meeting"
