"""What changed from one plan to the next, and why, told from the log and from the levels each was made for."""

from collections.abc import Iterator, Mapping

from headway.planning.model import Step
from headway.values import LEVEL_NAMES, Level, listed
from headway.workspace.fold import State
from headway.workspace.model import Change, SavedPlan


def changes(before: SavedPlan | None, after: SavedPlan, state: State) -> tuple[Change, ...]:
    """Removed, added and moved steps of learning; nothing where there was no plan. O(steps)."""
    if before is None:
        return ()
    old = {step.id: step for step in before.plan.steps if step.kind == "learn"}
    new = {step.id: step for step in after.plan.steps if step.kind == "learn"}
    gone = [step for id_, step in old.items() if id_ not in new]
    come = [step for id_, step in new.items() if id_ not in old]
    labels = before.labels | after.labels
    return (
        *(_removed(step, come, after, state, labels) for step in gone),
        *(_added(step, gone, before, after, labels) for step in come),
        *_moved(old, new, labels),
    )


def _removed(step: Step, come: list[Step], after: SavedPlan, state: State, labels: Mapping[str, str]) -> Change:
    if step.id in state.finished:
        why = "you finished it"
    elif step.id in state.dropped:
        why = "you dropped it"
    elif all(after.levels.get(skill, 0) >= to for skill, _, to in step.raises):
        why = "you are taken to know what it teaches"
    else:
        others = [labels.get(s.id, s.id) for s in come if _skills(s) & _skills(step)]
        why = f"replaced by {listed(others)}" if others else "the goal is reached without it"
    return Change(what="removed", id=step.id, label=labels.get(step.id, step.id), why=why, hours=step.hours.likely)


def _added(step: Step, gone: list[Step], before: SavedPlan, after: SavedPlan, labels: Mapping[str, str]) -> Change:
    replaced = [labels.get(s.id, s.id) for s in gone if _skills(s) & _skills(step)]
    lowered = [
        f"{labels.get(skill, skill)} is taken as {LEVEL_NAMES[after.levels.get(skill, 0)]} now, "
        f"not {LEVEL_NAMES[before.levels[skill]]}"
        for skill, _, _ in step.raises
        if before.levels.get(skill, 0) > after.levels.get(skill, 0)
    ]
    if lowered:
        why = lowered[0]
    elif replaced:
        why = f"takes the place of {listed(replaced)}"
    elif (before.role, before.seniority) != (after.role, after.seniority):
        why = "the target changed"
    else:
        why = step.why[:1].lower() + step.why[1:].rstrip(".") or "needed for the goal"
    return Change(what="added", id=step.id, label=labels.get(step.id, step.id), why=why, hours=step.hours.likely)


def _moved(old: Mapping[str, Step], new: Mapping[str, Step], labels: Mapping[str, str]) -> Iterator[Change]:
    for id_, step in new.items():
        days = (step.end - old[id_].end).days if id_ in old else 0
        if days:
            label = labels.get(id_, id_)
            yield Change(what="moved", id=id_, label=label, why="", hours=step.hours.likely, days=days)


def _skills(step: Step) -> set[tuple[str, Level]]:
    return {(skill, to) for skill, _, to in step.raises}
