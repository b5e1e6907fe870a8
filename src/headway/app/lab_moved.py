"""By how much a passed lab or a test moved belief, the fit to roles, the plan and the postings within reach."""

from collections.abc import Sequence

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
from headway.values import KNOWN_CONFIDENCE, Json

SHOWN = 5


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person stands at one moment. reach: None without imported postings; plan: None where none is kept."""

    at_least: dict[str, tuple[float, ...]]
    levels: dict[str, int]
    fits: dict[str, tuple[str, float]]
    plan: Json | None
    reach: Json | None
    note: str = ""


def standing(context: Context, profile: str | None, proves: Sequence[Proves]) -> Standing:
    """The person of the workspace as they stand now; nobody known where nothing is kept."""
    try:
        person: Person = KeptPerson(context, state_of(context, profile))
    except NothingKept:
        person = Person(context, PersonQuestion())
    held = {part.skill: person.belief.skill(part.skill, KNOWN_CONFIDENCE) for part in proves}
    best: dict[str, tuple[str, float]] = {}
    for fit in fits_of(person, None, KNOWN_CONFIDENCE):
        best.setdefault(fit.role, (fit.seniority, round(fit.score, 4)))
    reach, note = _reach(context, person)
    return Standing(
        at_least={skill: belief.at_least for skill, belief in held.items()},
        levels={skill: belief.level for skill, belief in held.items()},
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


def moved(context: Context, proves: Sequence[Proves], before: Standing, after: Standing) -> Json:
    """The difference, as a door shows it."""
    knowledge = context.knowledge
    changed = sorted(after.fits, key=lambda r: (-abs(before.fits[r][1] - after.fits[r][1]), r))
    return {
        "skills": [
            {
                "skill": part.skill,
                "label": knowledge.skills[part.skill].label,
                "level": part.level,
                "before": round(before.at_least[part.skill][part.level - 1], 3),
                "after": round(after.at_least[part.skill][part.level - 1], 3),
                "level_before": before.levels[part.skill],
                "level_after": after.levels[part.skill],
            }
            for part in proves
        ],
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
