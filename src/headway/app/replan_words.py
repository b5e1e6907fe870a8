"""Why a plan was made again, in sentences."""

from headway.app.progress import Progress
from headway.workspace.model import Paused, Said, SavedPlan

NOTABLE = 0.02
"""A speed nearer to 1 than this is not worth a sentence."""


def reasons_for(progress: Progress, before: SavedPlan, after: SavedPlan, *, anew: bool) -> tuple[str, ...]:
    """What happened since the plan before, the most telling first."""
    lines = [*limits_changed(before, after), *_happened(progress), *_learned(progress, after)]
    if before.knowledge != after.knowledge:
        lines.append("The knowledge base is another one than for the plan before.")
    if anew:
        lines.append("You asked for a plan made anew: changes cost nothing.")
    return tuple(lines)


def limits_changed(before: SavedPlan, after: SavedPlan) -> list[str]:
    """What the person wants otherwise than before."""
    old, new = before.options, after.options
    lines = []
    if (before.role, before.seniority) != (after.role, after.seniority):
        lines.append(f"The target is {after.role}, {after.seniority} now, not {before.role}, {before.seniority}.")
    if old.calendar.hours_by_weekday != new.calendar.hours_by_weekday:
        lines.append(f"You study {new.calendar.weekly_hours:g} hours a week now, not {old.calendar.weekly_hours:g}.")
    if old.deadline != new.deadline:
        lines.append(f"The deadline is {new.deadline or 'gone'}, not {old.deadline or 'open'}.")
    if old.budget != new.budget:
        lines.append(f"The budget is {new.budget:g} {new.currency} now.")
    lines += [f"Days off from {first} to {last} are new." for first, last in new.off if (first, last) not in old.off]
    lines += [f"{skill} is given up." for skill in new.drop if skill not in old.drop]
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
    days = {e.date for e in state.counted if e.id > since.id and isinstance(e.body, Paused)}
    lines += [f"You paused from {p.first} to {p.last or 'now'}." for p in state.pauses if p.first in days]
    told = [e.body for e in state.counted if e.id > since.id and isinstance(e.body, Said)]
    said = dict.fromkeys(skill for body in told for skill in body.levels)
    if said:
        skills = progress.context.knowledge.skills
        words = [f"{skills[s].label if s in skills else s} {state.said[s].level}" for s in said]
        lines.append(f"You said of yourself: {', '.join(words)}.")
    return lines


def _learned(progress: Progress, after: SavedPlan) -> list[str]:
    """The pace, where there is one to speak of."""
    weekly = after.options.calendar.weekly_hours
    if abs(after.speed - 1.0) <= NOTABLE:
        return []
    planned = sum(week.planned for week in progress.weeks)
    logged = sum(week.studied for week in progress.weeks)
    factor = progress.effort.quantile(0.0)
    effort = f", and things took you {factor:.2f} times the estimate" if progress.effort.finished else ""
    return [
        f"You logged {logged:g} of {planned:g} planned hours{effort}, so the dates take {weekly * after.speed:.1f} "
        f"hours of the plan a week (you said {weekly:g}; learned from the log, with weight on what you said while it "
        "is short)."
    ]
