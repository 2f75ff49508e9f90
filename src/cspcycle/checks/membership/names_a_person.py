"""A seat, chair or contact that names a person instead of a post.

Why it matters: people move on and the papers keep their names; a post stays right, and no personal data is published.
Instead: write the post, such as "cabinet member for community safety".
Source: data protection: UK GDPR art. 5(1)(c) (no more personal data than needed); practice of terms of reference.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.persons import is_a_name, title_of_a_person
from cspcycle.model.dossier import Dossier
from cspcycle.model.partnership import Chair
from cspcycle.model.priorities import Action, Priority
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """Each place that holds a title and a name; the name itself is not repeated."""
    for title, at, what in _titles(context.dossier):
        if title:
            yield Fault(at, f'{what} names a person ("{title} …") where a post belongs')


def _titles(dossier: Dossier) -> Iterator[tuple[str | None, Location, str]]:
    for seat in dossier.membership:
        yield title_of_a_person(seat.post), seat.at("post"), "the post"
        yield title_of_a_person(seat.known_as), seat.at("known_as"), "`known_as`"
        yield is_a_name(seat.organisation), seat.at("organisation"), "the organisation"
    for group in dossier.groups:
        chair = group.chair or Chair()
        for index, post in enumerate(chair.posts):
            yield title_of_a_person(post), chair.at("posts", index), f'the chair of "{group.name}"'
    sharing = dossier.information_sharing
    for liaison in sharing.liaison if sharing else ():
        yield title_of_a_person(liaison.post), liaison.at("post"), "the post"
    for meeting in dossier.meetings:
        for attendance in meeting.attendance:
            yield title_of_a_person(attendance.post), attendance.at("post"), "the post"
    records: tuple[Priority | Action, ...] = (*dossier.priorities, *dossier.every_action())
    for record in records:
        yield title_of_a_person(record.champion), record.at("champion"), "`champion`"
        yield title_of_a_person(record.lead), record.at("lead"), "`lead`"
    committee = dossier.crime_and_disorder_committee
    for co_option in committee.co_opted if committee else ():
        yield title_of_a_person(co_option.post), co_option.at("post"), "the post"


CHECK = Check(
    "membership/names-a-person", Severity.WARNING, find, fix="write the post instead", law="UK GDPR art. 5(1)(c)"
)
