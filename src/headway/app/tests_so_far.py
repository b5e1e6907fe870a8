"""What all finished tests showed together: skill by skill from the first of them to the last, and the plan's hours."""

from collections.abc import Sequence

from headway.app.context import Context
from headway.app.test_moved import kept_moved
from headway.assessment.model import Session
from headway.values import Json


def tests_so_far(context: Context, profile: str | None, sessions: Sequence[Session]) -> Json:
    """sessions: those that are over, oldest first. Each skill asked about, most questions first; hours off the plan.

    Levels are what counted just before the first test of the skill and just after its last one; both null where
    that was not measured. plan_hours: null where no plan was kept at any of them. O(answers).
    """
    rows: dict[str, Json] = {}
    hours: list[float] = []
    for session in sessions:
        _count(context, session, rows)
        moved = kept_moved(context, session, profile)
        if moved is None:
            continue
        for part in moved["skills"]:
            if row := rows.get(part["skill"]):
                row["level_before"] = part["level_before"] if row["level_before"] is None else row["level_before"]
                row["level_after"] = part["level_after"]
        if moved["plan_before"] and moved["plan_after"]:
            hours.append(moved["plan_before"]["hours"] - moved["plan_after"]["hours"])
    return {
        "finished": len(sessions),
        "skills": sorted(rows.values(), key=lambda row: (-row["questions"], row["label"].casefold())),
        "plan_hours": round(sum(hours), 1) if hours else None,
    }


def _count(context: Context, session: Session, rows: dict[str, Json]) -> None:
    """The answers of one test, skill by skill; what was skipped says nothing."""
    seen = set()
    for given in session.given:
        item = context.items.items.get(given.item)
        if item is None or given.verdict == "skipped" or item.skill not in context.knowledge.skills:
            continue
        label = context.knowledge.skills[item.skill].label
        new = {"skill": item.skill, "label": label, "tests": 0, "questions": 0, "right": 0}
        row = rows.setdefault(item.skill, {**new, "level_before": None, "level_after": None})
        row["questions"] += 1
        row["right"] += given.verdict == "right"
        row["tests"] += item.skill not in seen
        seen.add(item.skill)
