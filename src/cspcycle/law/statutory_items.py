"""What each code under `items:` of the register means, in words that stand within a sentence."""

from collections.abc import Mapping

ITEMS: Mapping[str, str] = {
    # the contents of the strategic assessment
    "levels_and_patterns": "levels and patterns of crime, disorder and what goes with them",
    "changes": "changes since the last assessment",
    "reasons": "why the changes happened",
    "authorities_priorities": "what the responsible authorities should put first",
    "local_peoples_priorities": "what people who live and work in the area think should come first",
    "last_years_plan": "how far the plan of the year before was carried out",
    "county_matters": "matters for the county strategy group",
    # whose information the assessment considers
    "responsible-authorities": "the responsible authorities",
    "co-operating-bodies": "the co-operating bodies",
    "participating-bodies": "the bodies invited to take part",
    "crime-and-disorder-committee": "the crime and disorder committee",
    "plan-of-the-year": "the plan of the year",
    "local-people": "people who live and work in the area",
    # the contents of the partnership plan
    "priorities": "the priorities",
    "steps": "the steps that the authorities need to take",
    "resources": "how they should use their resources",
    "measures_of_success": "how each authority will measure success",
    "engagement_steps": "the year’s steps to consult people, to involve them and to publish the summary",
    # the contents of the county's agreement
    "based_on": "the assessments of the districts, on which it rests",
    "joint_working": "how joint or co-ordinated work could do more",
}
