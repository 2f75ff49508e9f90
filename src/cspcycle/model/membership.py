"""Who sits where: one seat for each post, with its class in law. Posts, never people."""

from typing import Literal

from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, Text, YesNo

SeatClass = Literal[
    "responsible-authority",
    "co-operating",
    "invited",
    "observer",
    "adviser",
    "lead",
    "elected-member",
    "council-representative",
    "community-representative",
    "sector-representative",
]
Role = Literal["chair", "co-chair", "vice-chair", "member", "observer", "adviser", "champion", "invited"]


class Seat(Record):
    """A seat on one or more groups, held by a post."""

    organisation: Text = key("The organisation.", "Valeshire Police", default=...)
    body: Text | None = key(
        "What kind of body it is in law (docs/law.md lists them with their dates).",
        "chief-officer-of-police",
        duty="responsible-authorities",
    )
    post: Text | None = key("The post that sits.", "local policing commander")
    seat_class: SeatClass = key(
        "Its standing: a responsible authority, a co-operating body, an invited one, an observer, and so on.",
        "responsible-authority",
        default=...,
        alias="class",
        duty="responsible-authorities",
    )
    sits_on: dict[str, Role] = key(
        "The groups it sits on, and as what.", {"strategy-group": "co-chair"}, default={}, duty="strategy-group-members"
    )
    attends: Literal["always", "by-invitation", "only-when"] = key("How it attends.", "always", default="always")
    only_when: Text | None = key("What must be on the agenda for it to attend.", "regeneration is discussed")
    senior: YesNo | None = key("Whether the post is a senior position.", True, duty="strategy-group-seniority")
    elected_member_for_community_safety: YesNo | None = key(
        "Whether this is the council's elected member responsible for community safety.",
        True,
        duty="strategy-group-elected-member",
    )
    leads: tuple[Text, ...] = key("Priorities it leads.", ["violence"], default=())
    appointed_by: tuple[Text, ...] = key(
        "The bodies that appoint it jointly.",
        ["national-probation-service", "community-rehabilitation-company"],
        default=(),
        duty="probation-joint-appointee",
    )
    since: Day | None = key("The first day of the seat.", "2022-07-01")
    until: Day | None = key("The day the seat ended: on that day it is no longer a member.", "2026-04-01")
    when_established: YesNo | None = key("Yes, if the seat waits for the body to be set up.", False)
    known_as: Text | None = key("What the page calls it.", "BCU commander")


class Invitation(Record):
    """An invitation to take part, to a body of a prescribed kind."""

    kind: Text = key("The kind of body.", "registered-social-landlord", default=...)
    organisation: Text | None = key("Which one.", "Vale Homes")
    on: Day | None = key("When.", "2026-05-01", duty="invite-participants")
    accepted: YesNo | None = key("Whether it takes part.", True)
