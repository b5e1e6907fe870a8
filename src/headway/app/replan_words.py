"""Why a plan was made again, in sentences."""

from collections.abc import Mapping

from headway.app.progress import Progress
from headway.values import LEVEL_NAMES, NOTABLE_PACE
from headway.workspace.model import Paused, ReadCv, Said, SavedPlan, Shown, Swapped


def reasons_for(progress: Progress, before: SavedPlan, after: SavedPlan, *, anew: bool) -> tuple[str, ...]:
    """What happened since the plan before, the most telling first."""
    lines = [*limits_changed(before, after, _names(progress)), *_happened(progress), *_learned(progress, after)]
    lines += _other_knowledge(progress, before, after)
    if anew:
        lines.append("You asked for a plan made anew: changes cost nothing.")
    return tuple(lines)


def _names(progress: Progress) -> dict[str, str]:
    """Roles and skills as people call them."""
    knowledge = progress.context.knowledge
    return {id_: found.label for kind in (knowledge.skills, knowledge.roles) for id_, found in kind.items()}


def limits_changed(before: SavedPlan, after: SavedPlan, names: Mapping[str, str] | None = None) -> list[str]:
    """What the person wants otherwise than before. names: labels of roles and skills."""
    called = names or {}
    old, new = before.options, after.options
    lines = []
    if (before.role, before.seniority) != (after.role, after.seniority):
        now, then = called.get(after.role, after.role), called.get(before.role, before.role)
        lines.append(f"The target is {now}, {after.seniority} now, not {then}, {before.seniority}.")
    if old.calendar.hours_by_weekday != new.calendar.hours_by_weekday:
        lines.append(f"You study {new.calendar.weekly_hours:g} hours a week now, not {old.calendar.weekly_hours:g}.")
    if old.deadline != new.deadline:
        lines.append(f"The deadline is {new.deadline or 'gone'}, not {old.deadline or 'open'}.")
    if old.budget != new.budget:
        money = "no limit any more" if new.budget is None else f"limited to {new.budget:g} {new.currency} now"
        lines.append(f"Money is {money}.")
    if old.free_only != new.free_only:
        lines.append("Only what is free counts now." if new.free_only else "What costs money counts again.")
    lines += [f"Days off from {first} to {last} are new." for first, last in new.off if (first, last) not in old.off]
    lines += [f"{called.get(skill, skill)} is given up." for skill in new.drop if skill not in old.drop]
    return lines


def _happened(progress: Progress) -> list[str]:
    """Entries since the plan that is followed."""
    state, since = progress.state, progress.kept
    labels = since.saved.labels
    resources = progress.context.knowledge.resources

    def name(id_: str) -> str:
        return labels.get(id_) or (resources[id_].label if id_ in resources else id_)

    new = {
        e.body.resource for e in state.counted if e.id > since.id and hasattr(e.body, "resource") and e.body.resource
    }
    lines = []
    for word, ids in (("finished", state.finished), ("dropped", state.dropped), ("begun", state.begun)):
        found = [name(id_) for id_ in ids if id_ in new]
        if found:
            lines.append(f"You have {word} {', '.join(found)}{': it is kept' if word == 'begun' else ''}.")
    swaps = [e.body for e in state.counted if e.id > since.id and isinstance(e.body, Swapped)]
    lines += [f"You took {name(s.instead)} in place of {name(s.resource)}." for s in swaps]
    lines += _new_evidence(progress)
    days = {e.date for e in state.counted if e.id > since.id and isinstance(e.body, Paused)}
    lines += [f"You paused from {p.first} to {p.last or 'now'}." for p in state.pauses if p.first in days]
    told = [e.body for e in state.counted if e.id > since.id and isinstance(e.body, Said)]
    said = dict.fromkeys(skill for body in told for skill in body.levels)
    if said:
        skills = progress.context.knowledge.skills
        words = [f"{skills[s].label if s in skills else s} at {LEVEL_NAMES[state.said[s].level]}" for s in said]
        lines.append(f"You said of yourself: {', '.join(words)}.")
    return lines


def _new_evidence(progress: Progress) -> list[str]:
    """A CV read, tests and labs since the plan that is followed."""
    since = [e.body for e in progress.state.counted if e.id > progress.kept.id]
    lines = [f"Another CV was read: {body.document}." for body in since if isinstance(body, ReadCv)]
    skills = progress.context.knowledge.skills
    shown = dict.fromkeys(p.skill for body in since if isinstance(body, Shown) for p in body.pieces)
    if shown:
        lines.append(f"New evidence of {', '.join(skills[s].label if s in skills else s for s in shown)}.")
    return lines


def _other_knowledge(progress: Progress, before: SavedPlan, after: SavedPlan) -> list[str]:
    """What a change of the knowledge base did to the steps of the plan before."""
    if before.knowledge == after.knowledge:
        return []
    resources = progress.context.knowledge.resources
    steps = [each.step for each in progress.left if each.step.kind == "learn"]
    gone = [before.labels.get(s.id, s.id) for s in steps if s.id not in resources or resources[s.id].replaced_by]
    more = f": {', '.join(gone)} is not in it any more" if gone else "; all your steps are still in it"
    return [f"The knowledge base is another one than for the plan before{more}."]


def _learned(progress: Progress, after: SavedPlan) -> list[str]:
    """The pace, where there is one to speak of."""
    weekly = after.options.calendar.weekly_hours
    if abs(after.speed - 1.0) <= NOTABLE_PACE:
        return []
    planned = sum(week.planned for week in progress.weeks)
    logged = sum(week.studied for week in progress.weeks)
    factor = progress.effort.quantile(0.0)
    told = [f"you logged {logged:g} of {planned:g} planned hours"] if planned else []
    told += [f"things took you {factor:.2f} times the estimate"] if progress.effort.finished else []
    because = ", and ".join(told) or "your log shows another pace"
    return [
        f"{because[:1].upper()}{because[1:]}, so the dates take {weekly * after.speed:.1f} "
        f"hours of the plan a week (you said {weekly:g}; learned from the log, with weight on what you said while it "
        "is short)."
    ]
