"""Duties about the bodies themselves: that each is there, has a liaison person, supplies its data, joins a merger."""

from datetime import date, timedelta

from cspcycle.checks.check import Context
from cspcycle.checks.judges.bodies import left_out, named
from cspcycle.checks.judges.data import months_after
from cspcycle.checks.outcome import Judged, met, not_applicable, unknown, unmet
from cspcycle.checks.seats import body_meant
from cspcycle.checks.words import day_in_words
from cspcycle.law import register
from cspcycle.law.instrument import Version


def responsible_authorities(context: Context, version: Version) -> Judged:
    """Every kind of responsible authority in force has a seat. Law: Crime and Disorder Act 1998 s. 5(1)."""
    del version
    members = [seat for seat in context.dossier.membership if seat.seat_class == "responsible-authority"]
    if not members:
        return unknown("the files name no responsible authority", "membership[].class", "membership[].body")
    codes = {seat.body for seat in context.seats if seat.body}
    missing = left_out(context, codes)
    at = context.dossier.place_of("membership")
    if not missing:
        return met(f"all {len(context.responsible_bodies)} responsible authorities have a seat", at)
    inherited = {ending.successor for code in codes if (ending := register.ended(code, context.on)) is not None}
    misspelt = {body_meant(code) for code in codes if register.body(code) is None}
    without_any = [
        needed for needed in missing if needed.body.code not in inherited and misspelt.isdisjoint(needed.met_by)
    ]
    if not without_any:  # only their predecessors or unknown words for them are listed, which is said at each of these
        told_by = "membership/body-ended" if inherited else "membership/unknown-body"
        return unmet(f"no seat is held by {named(missing)}", at, told_by=told_by)
    return unmet(f"no seat is held by {named(without_any)}", at)


def liaison(context: Context, version: Version) -> Judged:
    """Each responsible authority has nominated a person for information sharing."""
    del version
    sharing = context.dossier.information_sharing
    if sharing is None or not sharing.liaison:
        return unknown("the files name no liaison person", "information_sharing.liaison")
    missing = left_out(context, {each.body for each in sharing.liaison})
    if missing:
        return unmet(f"no liaison person is named for {named(missing)}", sharing.at("liaison"))
    return met("each responsible authority has a liaison person", sharing.at("liaison"))


def quarterly_data(context: Context, version: Version) -> Judged:
    """The latest quarter that is due has been supplied. Law: SI 2007/1831 (by the end of the following quarter)."""
    del version
    sharing = context.dossier.information_sharing
    supplied = sharing.quarterly_data if sharing is not None else ()
    if sharing is None or not supplied:
        return unknown("the files record no quarterly data", "information_sharing.quarterly_data")
    wanted = _last_quarter_due(context.on)
    given = [each for each in supplied if each.supplied_on is not None and each.supplied_on <= context.on]
    latest = max((each.quarter_ended_on for each in given), default=None)
    at = sharing.at("quarterly_data")
    if latest is None or latest < wanted:
        return unmet(f"no data is recorded for the quarter to {day_in_words(wanted)}", at)
    return met(f"data for the quarter to {day_in_words(latest)} was supplied", at)


def _last_quarter_due(on: date) -> date:
    """The last day of the latest quarter whose data was due before `on`: it has the next quarter to arrive."""
    this_quarter = date(on.year, 3 * ((on.month - 1) // 3) + 1, 1)
    last_quarter = months_after(this_quarter, -3)
    return last_quarter - timedelta(days=1)


def combination_agreement(context: Context, version: Version) -> Judged:
    """A combined area rests on a written agreement to which the policing body is party. Law: s. 5(1A)-(1F), s. 5A."""
    del version
    area = context.dossier.partnership.area
    if area.kind != "combined-area":
        return not_applicable("the area is not a combined one")
    combination = area.combination
    if combination is None or (combination.by == "agreement" and combination.made_on is None):
        return unknown("the files do not say how the areas were combined", "partnership.area.combination.made_on")
    if combination.by == "order":
        return unknown(
            "the files speak of an order; whether it still stands was not verified", "duties.combination-agreement"
        )
    if combination.in_writing is False or combination.policing_body_is_party is False:
        return unmet("the agreement is not in writing, or the policing body is not a party", combination.at())
    silent = [
        name for name in ("in_writing", "parties", "policing_body_is_party") if getattr(combination, name) in {None, ()}
    ]
    if silent:
        keys = (f"partnership.area.combination.{name}" for name in silent)
        return unknown("the files do not say all that makes the agreement one", *keys, at=combination.at())
    day = f" of {day_in_words(combination.made_on)}" if combination.made_on else ""
    return met(f"an agreement{day} has {len(combination.parties)} parties", combination.at())
