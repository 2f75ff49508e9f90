"""The groups of a dossier as bodies that meet: their given meetings, their rule, and the notice their papers need."""

from collections.abc import Iterator
from datetime import date

from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.events import Meeting
from cspcycle.model.partnership import Group
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import COUNCIL_COMMITTEE_IN_ENGLAND, COUNCIL_COMMITTEE_IN_WALES, PaperRule
from cspcycle.timetable.read_days import read_time
from cspcycle.timetable.rule_words import read_meeting_rule

PUBLIC, OTHER = "public-meetings", "other-meetings"
_COUNCIL_COMMITTEES = {"crime-and-disorder-committee", "council-body"}
_MOST_MINUTES = 24 * 60


def bodies_of(dossier: Dossier, *, on: date) -> tuple[tuple[Body, ...], list[Diagnostic]]:
    """Every group that has a meeting or a rule, public meetings without a group, and what could not be understood."""
    found: list[Diagnostic] = []
    given: dict[str, dict[str, GivenMeeting]] = {}
    for meeting in dossier.meetings:
        day = meeting.held_on or meeting.planned_on
        if day is not None:
            body_id = meeting.group or (PUBLIC if meeting.public else OTHER)
            made = _given(meeting, body_id, day, on)
            given.setdefault(body_id, {}).setdefault(made.id, made)  # a second use of an id is told elsewhere
    bodies = [_body(group, tuple(given.pop(group.id, {}).values()), dossier, on, found) for group in _groups(dossier)]
    for body_id, meetings in given.items():
        title = {PUBLIC: "Public meeting", OTHER: "Meeting"}.get(body_id, body_id)
        bodies.append(Body(body_id, title, dossier.place_of("meetings"), given=tuple(meetings.values())))
    return tuple(body for body in bodies if body.given or body.rule), found


def _groups(dossier: Dossier) -> Iterator[Group]:
    seen: set[str] = set()
    for group in dossier.groups:
        if group.id not in seen:
            seen.add(group.id)
            yield group


def _given(meeting: Meeting, body_id: str, day: date, on: date) -> GivenMeeting:
    has_place = meeting.has("held_on" if meeting.held_on else "planned_on")
    return GivenMeeting(
        id=meeting.id or f"{body_id}-{(meeting.planned_on or day).isoformat()}",
        on=day,
        at=meeting.at("held_on" if meeting.held_on else "planned_on") if has_place else meeting.at(),
        title=meeting.title or "",
        starts_at=read_time(meeting.starts_at) if meeting.starts_at else None,
        papers_on=meeting.papers_out_on,
        is_public=bool(meeting.public),
        is_extra=bool(meeting.extra),
        is_cancelled=meeting.cancelled_on is not None,
        held_on=meeting.held_on if meeting.held_on and meeting.held_on <= on else None,
    )


def _body(group: Group, given: tuple[GivenMeeting, ...], dossier: Dossier, on: date, found: list[Diagnostic]) -> Body:
    meets, rule = group.meets, None
    if meets is not None and meets.rule is not None:
        rule, complaints = read_meeting_rule(meets.rule, meets.at("rule"))
        found += complaints
    minutes = meets.minutes if meets and meets.minutes and 0 < meets.minutes <= _MOST_MINUTES else 120
    at = meets.at("notice_clear_days") if meets is not None and meets.has("notice_clear_days") else group.at()
    return Body(
        group.id, group.name, at, given=given, rule=rule, papers=_paper_rule(group, dossier, on), minutes=minutes
    )


def _paper_rule(group: Group, dossier: Dossier, on: date) -> PaperRule | None:
    """The notice the law asks of a council committee, or the group's own where that is longer or the only one."""
    meets = group.meets
    own = meets.notice_clear_days if meets else None
    rule = _of_council_committee(dossier.partnership.area.nation, on) if group.kind in _COUNCIL_COMMITTEES else None
    if own is not None and (rule is None or own > rule.clear_days):
        rule = PaperRule(own)
    if rule is None or meets is None:
        return rule
    weekends, holidays = bool(meets.notice_counts_weekends), bool(meets.notice_counts_bank_holidays)
    return PaperRule(rule.clear_days, rule.provision, weekends, holidays)


def _of_council_committee(nation: str, on: date) -> PaperRule | None:
    """What the register says of access to meetings on the day; a text nobody has verified is marked as such."""
    answer = register.answer("access-to-meetings", nation, on)
    usual = COUNCIL_COMMITTEE_IN_WALES if nation == "wales" else COUNCIL_COMMITTEE_IN_ENGLAND
    if answer.state == "in-force" and answer.duty and answer.versions:
        version = answer.versions[0]
        return PaperRule(version.days or usual.clear_days, answer.duty.citation_of(version))
    return PaperRule(usual.clear_days, f"{usual.provision} (not verified)") if answer.state == "unverified" else None
