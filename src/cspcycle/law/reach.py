"""Whether a duty reaches a partnership's area, and why not."""

from cspcycle.law.instrument import Duty, Version
from cspcycle.model.partnership import Area


def why_not_here(area: Area, duty: Duty, version: Version) -> str:
    """Why the duty does not reach the area, in words; empty when it does. What only happens now and then is not asked.

    Law: a county is not itself a partnership area (Crime and Disorder Act 1998 s. 5(4)); its districts are.
    """
    is_county = area.kind == "county"
    if duty.on_whom == "county-strategy-group" and not is_county:
        if area.kind == "two-tier-district":
            return f"it is on the county strategy group of {area.county or 'the county'}, whose own files record it"
        return "there is no county tier in this area"
    if is_county and duty.carried_by == "partnership" and duty.on_whom != "county-strategy-group":
        return "a county is not itself a partnership area (Crime and Disorder Act 1998 s. 5(4)); its districts carry it"
    kinds = (area.kind, *(part.kind for part in area.parts if part.kind))
    body = area.local_policing_body.kind if area.local_policing_body else None
    return version.applies_to.why_not(kinds, policing_body=body, place=area.name, police_area=area.police_area)
