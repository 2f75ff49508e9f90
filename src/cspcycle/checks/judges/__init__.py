"""The duties whose evidence needs logic: one function each, named as the register names it."""

from collections.abc import Callable

from cspcycle.checks.check import Context
from cspcycle.checks.judges import assessment, groups, happenings, members, plan, reviews, scrutiny
from cspcycle.checks.outcome import Judged
from cspcycle.law.instrument import Version

JUDGES: dict[str, Callable[[Context, Version], Judged]] = {
    "responsible-authorities": members.responsible_authorities,
    "strategy-group-exists": groups.exists,
    "strategy-group-each-authority": groups.each_authority,
    "strategy-group-seniority": groups.seniority,
    "strategy-group-elected-member": groups.elected_member,
    "strategy-group-minimum": groups.minimum,
    "county-group-minimum": groups.minimum,
    "county-group-original": groups.county_original,
    "probation-joint-appointee": groups.probation_joint_appointee,
    "skills-review": groups.skills_review,
    "information-sharing-liaison": members.liaison,
    "disclose-prescribed-information": members.quarterly_data,
    "assessment-contents": assessment.contents,
    "assessment-sources": assessment.sources,
    "plan-annual-revision": plan.annual_revision,
    "plan-considers": plan.considers,
    "plan-strategy": plan.strategy,
    "plan-three-years": plan.three_years,
    "plan-contents": plan.contents,
    "full-council-adoption": plan.full_council_adoption,
    "send-plan-to-policing-body": plan.copy_to_policing_body,
    "county-agreement": plan.county_agreement,
    "county-agreement-copy": plan.copy_of_agreement,
    "combination-agreement": members.combination_agreement,
    "public-meeting": happenings.public_meeting,
    "public-meeting-attendance": happenings.attendance,
    "public-meeting-publicity": happenings.publicity,
    "report-to-policing-body": happenings.report_to_policing_body,
    "policing-body-meeting": happenings.policing_body_meeting,
    "scrutiny-response": scrutiny.response,
    "scrutiny-report-copies": scrutiny.report_copies,
    "scrutiny-information": scrutiny.information,
    "domestic-homicide-review": reviews.established,
    "offensive-weapons-review": reviews.established,
    "review-report-to-commissioner": reviews.sent_to_commissioner,
    "review-publication": reviews.published,
}
