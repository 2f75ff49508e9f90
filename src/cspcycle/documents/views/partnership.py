"""The partnership in a view: its area, who sits where in which class, the groups and how they report."""

from collections.abc import Iterable

from cspcycle.documents.filters import in_sentence
from cspcycle.documents.governance_diagram import draw_governance
from cspcycle.documents.views.naming import Names, View, document_view, opening, sentence
from cspcycle.law import register
from cspcycle.law.instrument import AREA_KINDS, NATIONS
from cspcycle.model.membership import Seat
from cspcycle.model.partnership import Group

CLASSES = {
    "responsible-authority": "Responsible authorities",
    "elected-member": "Elected members",
    "co-operating": "Co-operating bodies",
    "invited": "Bodies invited to take part",
    "lead": "Leads of priorities",
    "council-representative": "Council representatives",
    "community-representative": "Community representatives",
    "sector-representative": "Representatives of a sector",
    "adviser": "Advisers",
    "observer": "Observers",
}
CORE = {
    "responsible-authority": "Responsible authority",
    "elected-member": "Elected member",
    "co-operating": "Co-operating body",
    "community-representative": "Community representative",
    "sector-representative": "Sector representative",
}
ROLES = {
    "chair": "chairs",
    "co-chair": "co-chairs",
    "vice-chair": "vice-chair",
    "member": "member",
    "observer": "observes",
    "adviser": "advises",
    "champion": "champion",
    "invited": "by invitation",
}
KINDS = {
    "strategy-group": "strategy group",
    "county-strategy-group": "county strategy group",
    "wider-partnership": "wider partnership",
    "strategic-board": "strategic board",
    "delivery-group": "delivery group",
    "task-and-finish-group": "task and finish group",
    "crime-and-disorder-committee": "crime and disorder committee (scrutiny)",
    "safer-neighbourhood-board": "safer neighbourhood board",
    "linked-board": "linked board",
    "council-body": "council body",
}
TIMES = {1: "once a year", 2: "twice a year"}


def partnership_view(names: Names) -> View:
    """Who the partnership is."""
    partnership = names.dossier.partnership
    area = partnership.area
    policing = area.local_policing_body
    return {
        "name": partnership.name,
        "known_as": partnership.known_as or "",
        "called": opening(partnership.known_as or partnership.name),
        "formerly": partnership.formerly or "",
        "about": partnership.about or "",
        "website": partnership.website or "",
        "area": area.name,
        "nation": NATIONS[area.nation],
        "area_kind": AREA_KINDS[area.kind],
        "county": area.county or "",
        "code": area.code or "",
        "csp_code": area.csp_code or "",
        "police_area": area.police_area or "",
        "policing_body": names.body(policing.kind) if policing is not None and policing.kind != "none" else "",
        "parts": [part.name for part in area.parts],
        "is_two_tier": area.kind == "two-tier-district",
        "is_county": area.kind == "county",
        "is_welsh": area.nation == "wales",
    }


def authorities_view(names: Names) -> list[str]:
    """The organisations with a seat as a responsible authority, each once, as a sentence names them."""
    seats = (seat for seat in names.seats if seat.seat_class == "responsible-authority")
    named = (seat.organisation for seat in seats)
    return list(dict.fromkeys(map(in_sentence, named)))


def missing_authorities_view(names: Names) -> list[View]:
    """The responsible authorities of the Act without a seat, each with its provision."""
    area = names.dossier.partnership.area
    held = {seat.body for seat in names.seats if seat.seat_class == "responsible-authority"}
    wanted = register.responsible_bodies(
        names.on,
        area.nation,
        area.kind,
        part_kinds=tuple(part.kind for part in area.parts if part.kind),
        fire_service_run_by=area.fire_service_run_by,
    )
    return [
        {"title": opening(each.body.title), "citation": f"Crime and Disorder Act 1998 {each.role.provision}"}
        for each in wanted
        if held.isdisjoint(each.met_by)
    ]


def membership_view(names: Names) -> list[View]:
    """The core members of the strategy group, then every other seat by class; empty classes are left out."""
    group = names.dossier.strategy_group()
    core = [seat for seat in names.seats if group is not None and _is_core(seat, group)]
    classes: list[View] = []
    if core and group is not None:
        seats = [_seat(seat, names) for seat in core]
        classes.append({"code": "core", "title": f"Core members of {group.name}", "seats": seats})
    for code, title in CLASSES.items():
        seats = [_seat(seat, names) for seat in names.seats if seat.seat_class == code and seat not in core]
        if seats:
            classes.append({"code": code, "title": title, "seats": seats})
    return classes


def _is_core(seat: Seat, group: Group) -> bool:
    return seat.seat_class in CORE and seat.sits_on.get(group.id) in {"chair", "co-chair", "vice-chair", "member"}


def _seat(seat: Seat, names: Names) -> View:
    return {
        "organisation": seat.organisation,
        "post": opening(seat.post),
        "standing": CORE.get(seat.seat_class, ""),
        "known_as": seat.known_as or "",
        "roles": [{"group": names.group(group), "role": ROLES[role]} for group, role in seat.sits_on.items()],
        "attends": _attends(seat),
        "leads": names.priorities(seat.leads),
        "is_senior": bool(seat.senior),
        "waits": bool(seat.when_established),
    }


def _attends(seat: Seat) -> str:
    words = {"always": "every meeting", "by-invitation": "by invitation", "only-when": "only"}[seat.attends]
    if seat.when_established:
        words = "once the body is set up"
    if not seat.only_when:
        return words
    when = seat.only_when if seat.only_when.startswith(("on ", "as ", "for ")) else f"when {seat.only_when}"
    return f"{words}, {when}" if seat.attends == "by-invitation" else f"{words} {when}"


def groups_view(names: Names) -> list[View]:
    """Every group, those that others report to before those that report to them."""
    return [_group(group, names) for group in in_order(names.dossier.groups)]


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Each group before the groups that report to it; groups that report in a circle come last, as written."""
    waiting = list(groups)
    ids = {group.id for group in waiting}
    ordered: list[Group] = []

    def place(group: Group) -> None:
        if group in waiting:
            waiting.remove(group)
            ordered.append(group)
            for other in [each for each in waiting if each.reports_to[:1] == (group.id,)]:
                place(other)

    for group in [each for each in waiting if not ids.intersection(each.reports_to)]:
        place(group)
    return ordered + waiting


def _group(group: Group, names: Names) -> View:
    terms = group.terms_of_reference
    return {
        "id": group.id,
        "name": group.name,
        "kind": KINDS[group.kind],
        "is_strategy_group": group is names.dossier.strategy_group(),
        "known_as": group.known_as or "",
        "formerly": group.formerly or "",
        "purpose": list(group.purpose),
        "chairs": [opening(post) for post in _chairs(group, names)],
        "chair": _chair(group),
        "quorum": _quorum(group, names),
        "meets": _meets(group),
        "length": _length(group.meets.minutes if group.meets else None),
        "notice_clear_days": (group.meets.notice_clear_days if group.meets else None) or 0,
        "rules": list(group.rules),
        "reports_to": [names.group(other) for other in group.reports_to],
        "works_with": list(group.works_with),
        "agenda": [
            {"part": part.part, "minutes": part.minutes or 0, "items": list(part.items)} for part in group.agenda
        ],
        "terms": {
            "agreed_on": terms.agreed_on or "" if terms else "",
            "review_by": terms.review_by or "" if terms else "",
            "document": document_view(terms.document) if terms else {},
        },
    }


def _chairs(group: Group, names: Names) -> list[str]:
    if group.chair and group.chair.posts:
        return list(group.chair.posts)
    chairing = (seat for seat in names.seats if seat.sits_on.get(group.id) in {"chair", "co-chair"})
    return [f"{seat.post or 'a representative'} ({seat.organisation})" for seat in chairing]


def _chair(group: Group) -> View:
    chair = group.chair
    if chair is None:
        return {"appointed_on": "", "until": "", "term": "", "arrangements": ""}
    return {
        "appointed_on": chair.appointed_on or "",
        "until": chair.until or "",
        "term": f"{chair.term_months} months" if chair.term_months else "",
        "arrangements": sentence(chair.arrangements),
    }


def _quorum(group: Group, names: Names) -> str:
    quorum = group.quorum
    if quorum is None:
        return ""
    if quorum.in_words:
        return sentence(quorum.in_words)
    must = f", among them {' and '.join(names.bodies(quorum.must_include))}" if quorum.must_include else ""
    return f"{quorum.members} members{must}." if quorum.members else ""


def _meets(group: Group) -> str:
    meets = group.meets
    if meets is None:
        return ""
    if meets.in_words:
        return meets.in_words
    times = TIMES.get(meets.times_a_year or 0, f"{meets.times_a_year} times a year") if meets.times_a_year else ""
    parts = [times, meets.rule or "", "and when needed" if meets.ad_hoc else ""]
    return ", ".join(part for part in parts if part)


def _length(minutes: int | None) -> str:
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'' if hours == 1 else 's'}" if hours else "", f"{rest} minutes" if rest else ""]
    return " ".join(part for part in parts if part)


def governance_view(names: Names) -> View:
    """The groups and how they report, as a chart with its table; empty when there are fewer than two groups."""
    groups = in_order(names.dossier.groups)
    if len(groups) < 2:
        return {}
    ids = {group.id for group in groups}
    boxes = [
        (group.id, group.name, KINDS[group.kind], next((other for other in group.reports_to if other in ids), ""))
        for group in groups
    ]
    return {
        "title": "How the groups report",
        "description": _in_words(groups, names),
        "svg": draw_governance(boxes),
        "columns": ["Group", "What it is", "Chair", "Reports to"],
        "rows": [
            [
                group.name,
                opening(KINDS[group.kind]),
                opening(" and ".join(_chairs(group, names))) or "–",
                ", ".join(names.group(other) for other in group.reports_to) or "–",
            ]
            for group in groups
        ],
    }


def _in_words(groups: list[Group], names: Names) -> str:
    reporting = [group for group in groups if group.reports_to]
    said = (f"{group.name} reports to {' and '.join(map(names.group, group.reports_to))}" for group in reporting)
    return f"{'; '.join(said)}." if reporting else "None of the groups is said to report to another."
