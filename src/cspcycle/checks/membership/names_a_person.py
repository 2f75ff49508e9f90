"""A seat, chair or contact that names a person instead of a post.

Why it matters: people move on and the papers keep their names; a post stays right, and no personal data is published.
Instead: write the post, such as "cabinet member for community safety".
Source: data protection: UK GDPR art. 5(1)(c) (no more personal data than needed); practice of terms of reference.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.persons import is_a_name, title_of_a_person
from cspcycle.model.dossier import Dossier
from cspcycle.model.partnership import Chair, InformationSharing
from cspcycle.model.record import Record
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """Each place that holds a title and a name; the name itself is not repeated."""
    dossier = context.dossier
    for group in dossier.groups:
        chair = group.chair or Chair()
        for index, post in enumerate(chair.posts):
            if title := title_of_a_person(post):
                yield _fault(chair.at("posts", index), f'the chair of "{group.name}"', title)
    for seat in dossier.membership:
        if title := is_a_name(seat.organisation):
            yield _fault(seat.at("organisation"), "the organisation", title)
    for record, key in _posts(dossier):
        if title := title_of_a_person(getattr(record, key)):
            yield _fault(record.at(key), f"`{key}`", title)


def _fault(at: Location, what: str, title: str) -> Fault:
    return Fault(at, f'{what} names a person ("{title} …") where a post belongs')


def _posts(dossier: Dossier) -> Iterator[tuple[Record, str]]:
    sharing = dossier.information_sharing or InformationSharing()
    committee = dossier.crime_and_disorder_committee
    attendances = [attendance for meeting in dossier.meetings for attendance in meeting.attendance]
    for record in (*dossier.membership, *sharing.liaison, *attendances, *(committee.co_opted if committee else ())):
        yield record, "post"
    yield from ((seat, "known_as") for seat in dossier.membership)
    for record in (*dossier.priorities, *dossier.every_action()):
        yield record, "champion"
        yield record, "lead"


CHECK = Check(
    "membership/names-a-person", Severity.WARNING, find, fix="write the post instead", law="UK GDPR art. 5(1)(c)"
)
