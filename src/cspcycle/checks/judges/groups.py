"""Duties about the strategy group: that it is there, who sits on it, and what it reviews."""

from cspcycle.checks.check import Context
from cspcycle.checks.judges.bodies import left_out, named, seats_on
from cspcycle.checks.judges.data import once_a_year
from cspcycle.checks.outcome import Judged, met, not_applicable, unknown, unmet
from cspcycle.checks.words import counted
from cspcycle.law.instrument import Version
from cspcycle.model.membership import Seat
from cspcycle.model.partnership import Group

_PROBATION = {"probation-board", "probation-trust", "national-probation-service", "community-rehabilitation-company"}


def exists(context: Context, version: Version) -> Judged:
    """There is a strategy group, under whatever name."""
    del version
    group = context.dossier.strategy_group()
    if group is not None:
        return met(f"“{group.name}” is the strategy group", group.at())
    if context.dossier.groups:
        return unmet("none of the groups is the strategy group", context.dossier.place_of("groups"))
    return unknown("the files name no group", "groups")


def _group_and_seats(context: Context) -> tuple[Group, list[Seat]] | Judged:
    group = context.dossier.strategy_group()
    if group is None:
        return unknown("the files name no strategy group", "groups")
    if not context.dossier.membership:
        return unknown("the files list no members", "membership")
    return group, seats_on(context, group.id)


def each_authority(context: Context, version: Version) -> Judged:
    """At least one person from each responsible authority (the rule until 2011)."""
    del version
    found = _group_and_seats(context)
    if isinstance(found, Judged):
        return found
    group, seats = found
    missing = left_out(context, {seat.body for seat in seats if seat.body})
    if missing:
        return unmet(f"“{group.name}” has nobody from {named(missing)}", context.dossier.place_of("membership"))
    return met(f"“{group.name}” has someone from each responsible authority", context.dossier.place_of("membership"))


def seniority(context: Context, version: Version) -> Judged:
    """One of each authority's people holds a senior position (the rule until 2011)."""
    del version
    found = _group_and_seats(context)
    if isinstance(found, Judged):
        return found
    group, seats = found
    missing = left_out(context, {seat.body for seat in seats if seat.body and seat.senior})
    if not missing:
        return met(f"each authority has a senior person on “{group.name}”", context.dossier.place_of("membership"))
    said_no = left_out(context, {seat.body for seat in seats if seat.body and seat.senior is not False})
    if said_no:
        return unmet(f"no senior person comes from {named(said_no)}", context.dossier.place_of("membership"))
    return unknown(f"the files do not say who is senior for {named(missing)}", "membership[].senior")


def elected_member(context: Context, version: Version) -> Judged:
    """The council's elected member for community safety sits on the group (the rule until 2011)."""
    del version
    found = _group_and_seats(context)
    if isinstance(found, Judged):
        return found
    group, seats = found
    seat = next((seat for seat in seats if seat.elected_member_for_community_safety), None)
    if seat is not None:
        return met(f"the elected member for community safety sits on “{group.name}”", seat.at())
    return unknown("the files do not say", "membership[].elected_member_for_community_safety")


def minimum(context: Context, version: Version) -> Judged:
    """Two or more people appointed by one or more authorities. Law: reg. 3(2), county reg. 8, since 2011."""
    del version
    found = _group_and_seats(context)
    if isinstance(found, Judged):
        return found
    group, seats = found
    if len(seats) >= 2:
        return met(f"“{group.name}” has {len(seats)} members", group.at())
    if not any(seat.sits_on for seat in context.dossier.membership):
        return unknown("the files do not say who sits on which group", "membership[].sits_on")
    sits_nowhere = any(each not in context.dossier.group_ids for seat in context.seats for each in seat.sits_on)
    return unmet(
        f"“{group.name}” has {counted(len(seats), 'member')}; two or more are needed",
        group.at(),
        told_by="partnership/unknown-group" if sits_nowhere else "",
    )


def county_original(context: Context, version: Version) -> Judged:
    """Somebody from each body that the regulations named (the county's rule until 2011). Law: reg. 8 as made."""
    found = _group_and_seats(context)
    if isinstance(found, Judged):
        return found
    group, seats = found
    sitting = {seat.body for seat in seats}
    wanted = [needed for needed in context.responsible_bodies if needed.body.code in version.items]
    missing = [needed for needed in wanted if not sitting.intersection(needed.met_by)]
    if missing:
        return unmet(f"“{group.name}” has nobody from {named(missing)}", group.at())
    return met(f"“{group.name}” has someone from each body that the regulations name", group.at())


def probation_joint_appointee(context: Context, version: Version) -> Judged:
    """Where two probation providers are responsible authorities, they appoint someone jointly."""
    del version
    providers = [each for each in context.responsible_bodies if each.body.code in _PROBATION]
    if len(providers) < 2:
        return not_applicable("only one probation provider was a responsible authority here on the day")
    codes = {each.body.code for each in providers}
    for seat in context.seats:
        if codes.issubset(seat.appointed_by):
            return met("the probation providers appoint a member jointly", seat.at("appointed_by"))
    return unknown("the files do not say whom the probation providers appoint jointly", "membership[].appointed_by")


def skills_review(context: Context, version: Version) -> Judged:
    """Once in each year the group's knowledge and skills are considered (the rule until 2011)."""
    del version
    group = context.dossier.strategy_group()
    days = (
        [(day, group.at("skills_reviewed_on", index)) for index, day in enumerate(group.skills_reviewed_on)]
        if group
        else []
    )
    return once_a_year(
        context, days, what="knowledge and skills were considered", settle=("groups[].skills_reviewed_on",)
    )
