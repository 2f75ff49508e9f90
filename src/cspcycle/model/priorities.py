"""What the partnership chose to do: priorities, objectives, actions, measures, and what runs across them."""

from datetime import date
from typing import Literal

from cspcycle.model.partnership import Document, Limb, Restricted
from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, DayOrMonth, Id, Month, Number, Text, YesNo, last_day_of

ActionStatus = Literal["not-started", "on-track", "delayed", "done", "dropped"]


class ActionUpdate(Record):
    """What was reported about an action on a day."""

    on: Day = key("The day of the report.", "2027-07-13", default=...)
    status: ActionStatus | None = key("How it stood.", "on-track")
    note: Text | None = key("What was said.", "training booked for September")
    due: DayOrMonth | None = key("The new date, if it moved.", "2027-12")


class Action(Record):
    """Something to be done: what, by whom, by when."""

    id: Id | None = key("A short name.", "hotspot-patrols")
    what: Text = key(
        "What will be done.", "run hotspot patrols on Friday and Saturday nights", default=..., duty="plan-contents"
    )
    lead: Text | None = key("The one authority that leads.", "chief-officer-of-police")
    champion: Text | None = key(
        "The officer, by post, who is accountable for it going forward.", "local policing commander"
    )
    with_others: tuple[Text, ...] = key("Others who help.", ["council"], default=())
    due: DayOrMonth | None = key("When it should be done; a day or a month.", "2027-09-30")
    status: ActionStatus | None = key("How it stands.", "on-track")
    updated_on: Day | None = key("When its lead last reported.", "2027-07-13")
    done_on: Day | None = key("When it was done.", "2027-09-12")
    history: tuple[ActionUpdate, ...] = key("Earlier reports, oldest first; nothing is overwritten.", default=())
    source: Text | None = key("Where it comes from, if not from the plan.", "DHR 2 recommendation 3")
    group: Id | None = key("The group that follows it.", "violence-group")
    restricted: Restricted = key("Why it is kept out of public documents.")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status not in {"done", "dropped"} and self.done_on is None

    @property
    def dues(self) -> tuple[date | Month, ...]:
        """Every different day or month it was to be done by, earliest first; of two that end alike, `due` itself.

        A later one may stand in `due` or only in a report, so the last of them is the one that holds.
        """
        written = [update.due for update in self.history] + [self.due]
        last_days = {last_day_of(when): when for when in written if when is not None}
        return tuple(last_days[day] for day in sorted(last_days))


class Figure(Record):
    """A figure with the period it belongs to."""

    value: Number | None = key("The figure.", 412)
    period: Text | None = key("The period it covers.", "year to September 2026")
    missing_because: Text | None = key("Why there is no figure.", "first collected in 2027")


class Measure(Record):
    """How success will be seen: an indicator, where it starts, where it should go."""

    id: Id | None = key("A short name.", "violence-with-injury")
    indicator: Text = key(
        "What is measured.", "police recorded violence with injury", default=..., duty="plan-contents"
    )
    cites: Text | None = key(
        "The indicator of the evidence that gives its figures; latest and previous need not be written then.",
        "ons/violence-with-injury",
    )
    definition: Text | None = key("What exactly counts.", "offences recorded in the area, 12 months")
    source: Text | None = key("Where the figures come from.", "ONS police force area data tables")
    unit: Text | None = key("The unit.", "offences")
    baseline: Figure | None = key("Where it starts, with its period.")
    target: Figure | None = key("Where it should get to.")
    tracker: YesNo | None = key("Yes, if it is watched without a target.", True)
    better: Literal["lower", "higher", "neither"] | None = key(
        "Which direction is good; a rise in reporting may be.", "lower"
    )
    latest: Figure | None = key("The latest figure.")
    previous: Figure | None = key("The figure before.")
    frequency: Text | None = key("How often it is published.", "quarterly")
    comparator: Text | None = key("What it is compared with.", "England")
    commentary: Text | None = key("A sentence of explanation.", "the fall follows the new patrol plan")
    owner: Text | None = key("The authority that answers for it.", "chief-officer-of-police", duty="plan-contents")


class Objective(Record):
    """An aim under a priority, with its actions and measures."""

    id: Id | None = key("A short name.", "safer-nights")
    title: Text = key("What should change.", "fewer people hurt on nights out", default=...)
    actions: tuple[Action, ...] = key("What will be done.", default=())
    measures: tuple[Measure, ...] = key("How success will be seen.", default=())


class Priority(Record):
    """What the partnership puts first, and why."""

    id: Id = key("A short name that other sections use.", "violence", default=...)
    title: Text = key("Its title.", "Violence in public places", default=..., duty="plan-contents")
    why: Text | None = key("Why it was chosen.", "violence near licensed premises rose for the second year")
    evidence: tuple[Id, ...] = key("Ids of the assessment's findings it rests on.", ["nights-violence"], default=())
    no_evidence_because: Text | None = key("Why it rests on no finding, if so.", "carried over from the joint plan")
    serves: tuple[Limb, ...] = key(
        "The statutory strategies it serves.", ["serious-violence"], default=(), duty="plan-strategy"
    )
    lead: Text | None = key("The one authority that leads.", "chief-officer-of-police")
    champion: Text | None = key("The officer, by post, who is accountable.", "local policing commander")
    with_others: tuple[Text, ...] = key(
        "Others it is worked on with.", ["Safeguarding Children Partnership"], default=()
    )
    group: Id | None = key("The group that delivers it.", "violence-group")
    aims: tuple[Text, ...] = key("Aims in a sentence each, where there are no objectives.", default=())
    includes: tuple[Text, ...] = key("Crime types or matters it takes in.", ["robbery", "burglary"], default=())
    objectives: tuple[Objective, ...] = key("What should change.", default=())
    actions: tuple[Action, ...] = key(
        "What will be done, where objectives are not used.", default=(), duty="plan-contents"
    )
    measures: tuple[Measure, ...] = key(
        "How success will be seen, where objectives are not used.", default=(), duty="plan-contents"
    )
    restricted: Restricted = key("Why it is kept out of public documents.")

    def every_action(self) -> tuple[Action, ...]:
        """Its own actions, then those of its objectives."""
        return self.actions + tuple(action for objective in self.objectives for action in objective.actions)

    def every_measure(self) -> tuple[Measure, ...]:
        """Its own measures, then those of its objectives."""
        return self.measures + tuple(measure for objective in self.objectives for measure in objective.measures)


class Theme(Record):
    """Something that runs across all priorities; kept apart from them."""

    id: Id | None = key("A short name.", "trauma-informed")
    title: Text = key("Its title.", "Working in a trauma-informed way", default=...)
    why: Text | None = key("Why it matters.", "many who offend were harmed first")


class LinkedPlan(Record):
    """Another plan that this one leans on or serves."""

    id: Id | None = key("A short name.", "violence-reduction-plan")
    title: Text = key("Its title.", "Violence Reduction Plan", default=...)
    kind: (
        Literal[
            "police-and-crime-plan",
            "serious-violence-strategy",
            "violence-reduction-plan",
            "community-safety-agreement",
            "council-plan",
            "health-plan",
            "youth-justice-plan",
            "drugs-plan",
            "domestic-abuse-strategy",
            "other",
        ]
        | None
    ) = key("What kind of plan.", "violence-reduction-plan")
    owner: Text | None = key("Whose plan it is.", "Mayor's Office for Policing and Crime")
    governed_by: Text | None = key("Under whose governance it is managed.", "Community Safety Partnership")
    about: Text | None = key("What it addresses.", "serious violence, knife and weapon enabled crime")
    principles: tuple[Text, ...] = key("Its principles.", default=())
    activities: tuple[Text, ...] = key("What it does.", default=())
    starts_on: Day | None = key("Its first day.", "2026-04-01")
    ends_on: Day | None = key("Its last day.", "2029-03-31")
    priorities: tuple[Id, ...] = key("The priorities here that it maps to.", ["violence"], default=())
    document: Document | None = key("Where it is.")
