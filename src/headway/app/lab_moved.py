"""By how much a passed lab or a test moved belief, the fit to roles, the plan and the postings within reach."""

from collections.abc import Sequence, Set

import msgspec

from headway.app.context import Context
from headway.app.fit import fits_of
from headway.app.kept_person import KeptPerson
from headway.app.market_reach import postings_for
from headway.app.person import Person, PersonQuestion
from headway.app.replan import ReplanQuestion, replan
from headway.app.workspace_room import state_of
from headway.errors import HeadwayError, NothingKept
from headway.knowledge.labs import Proves
from headway.learner.model import SkillBelief
from headway.values import KNOWN_CONFIDENCE, Json, Level

SHOWN = 5


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person stands at one moment. reach: None without imported postings; plan: None where none is kept."""

    held: dict[str, SkillBelief]
    fits: dict[str, tuple[str, float]]
    plan: Json | None
    reach: Json | None
    note: str = ""


def standing(context: Context, profile: str | None) -> Standing:
    """The person of the workspace as they stand now; nobody known where nothing is kept."""
    try:
        person: Person = KeptPerson(context, state_of(context, profile))
    except NothingKept:
        person = Person(context, PersonQuestion())
    best: dict[str, tuple[str, float]] = {}
    for fit in fits_of(person, None, KNOWN_CONFIDENCE):
        best.setdefault(fit.role, (fit.seniority, round(fit.score, 4)))
    reach, note = _reach(context, person)
    return Standing(
        held=person.belief.all(KNOWN_CONFIDENCE),
        fits=best,
        plan=_plan(context, profile),
        reach=reach,
        note=note,
    )


def _plan(context: Context, profile: str | None) -> Json | None:
    """Hours left and the end of the plan, brought up to date but not kept."""
    try:
        found = replan(context, profile, ReplanQuestion(dry=True))
    except NothingKept:
        return None
    hours = sum(step["hours"]["likely"] for step in found["steps"])
    return {"steps": len(found["steps"]), "hours": round(hours, 1), "end": found["end"]}


def _reach(context: Context, person: Person) -> tuple[Json | None, str]:
    try:
        found = postings_for(context, person, KNOWN_CONFIDENCE)
    except HeadwayError as error:
        return None, str(error)
    return (found["within_reach"], "") if found else (None, "No postings are imported: headway market import --example")


def moved(
    context: Context, proves: Sequence[Proves], before: Standing, after: Standing, own: Sequence[str | None]
) -> Json:
    """The difference, as a door shows it. own: the roles that this person cares about; they stand first in any case."""
    knowledge = context.knowledge
    wanted = [role for role in dict.fromkeys(own) if role in after.fits]
    most = sorted(after.fits, key=lambda r: (-abs(before.fits[r][1] - after.fits[r][1]), r))
    changed = [*wanted, *(role for role in most if role not in wanted)]
    others = _others(context, {part.skill for part in proves}, before, after)
    return {
        "skills": [_row(context, part.skill, part.level, before, after) for part in proves],
        "others": others[:SHOWN],
        "others_in_all": len(others),
        "fits": [
            {
                "role": role,
                "label": knowledge.roles[role].label,
                "seniority": after.fits[role][0],
                "before": round(before.fits[role][1], 3),
                "after": round(after.fits[role][1], 3),
            }
            for role in changed[:SHOWN]
        ],
        "plan_before": before.plan,
        "plan_after": after.plan,
        "reachable_before": before.reach["reachable"] if before.reach else None,
        "reachable_after": after.reach["reachable"] if after.reach else None,
        "postings": after.reach["postings"] if after.reach else None,
        "reachable_note": after.note,
    }


def _others(context: Context, own: Set[str], before: Standing, after: Standing) -> list[Json]:
    """Skills that count otherwise now although they were not what was shown, those that moved most first."""
    found = []
    for skill, now in after.held.items():
        was = before.held[skill].level
        if skill not in own and now.level != was:
            row = _row(context, skill, max(was, now.level), before, after)
            found.append({**row, "basis": now.basis})
    return sorted(found, key=lambda row: (-abs(row["after"] - row["before"]), row["skill"]))


def _row(context: Context, skill: str, level: Level, before: Standing, after: Standing) -> Json:
    """The chance of a level of one skill, and what it counts as."""
    live = context.prior.ids[context.prior.index[skill]]
    then, now = before.held[live], after.held[live]
    return {
        "skill": skill,
        "label": context.knowledge.skills[skill].label,
        "level": level,
        "before": round(then.at_least[level - 1], 3),
        "after": round(now.at_least[level - 1], 3),
        "level_before": then.level,
        "level_after": now.level,
    }
