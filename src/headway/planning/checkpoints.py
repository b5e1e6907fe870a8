"""Where the person stands at the end of each month, and at the end of the plan."""

import datetime as dt
from collections.abc import Mapping, Sequence

from headway.planning.calendar import hours_until
from headway.planning.model import Checkpoint, Instance, Step
from headway.values import Level


def checkpoints(instance: Instance, steps: Sequence[Step]) -> tuple[Checkpoint, ...]:
    """One for each month end before the last day, and one for the last day itself."""
    if not steps:
        return ()
    last = steps[-1].end
    days = [*_month_ends(instance.calendar.start, last), last]
    hours = hours_until(instance.calendar, days)
    return tuple(_checkpoint(instance, steps, day, done) for day, done in zip(days, hours, strict=True))


def _month_ends(first: dt.date, last: dt.date) -> list[dt.date]:
    ends: list[dt.date] = []
    day = first
    while True:
        next_month = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        if next_month > last:
            return ends
        ends.append(next_month - dt.timedelta(days=1))
        day = next_month


def _checkpoint(instance: Instance, steps: Sequence[Step], day: dt.date, hours: float) -> Checkpoint:
    """hours: from the start until the end of the day."""
    levels = dict(instance.levels)
    for step in steps:
        if step.end <= day:
            levels.update({skill: to for skill, _, to in step.raises})
    met = [target for target in instance.targets if _is_met(target.any_of, levels)]
    whole = sum(target.weight for target in instance.targets)
    planned = sum(step.hours.likely for step in steps)
    return Checkpoint(
        date=day,
        hours_done=min(hours, planned),
        targets_met=len(met),
        targets_total=len(instance.targets),
        weight_met=sum(target.weight for target in met) / whole if whole else 1.0,
    )


def _is_met(any_of: Sequence[tuple[str, Level]], levels: Mapping[str, Level]) -> bool:
    return any(levels.get(skill, 0) >= level for skill, level in any_of)
