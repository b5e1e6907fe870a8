"""A plan as an iCalendar file (RFC 5545): one all-day entry a step, and one for each month's checkpoint."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from headway.planning.model import Checkpoint, Plan, Step
from headway.values import LEVEL_NAMES, Span

if TYPE_CHECKING:
    from icalendar import Event


def calendar_file(plan: Plan, labels: Mapping[str, str], today: dt.date) -> bytes:
    """The file's bytes; the same plan on the same day gives the same bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Headway//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Headway plan")
    calendar.add("x-published-ttl", "PT6H")  # how often programs that subscribe ask again
    for step in plan.steps:
        calendar.add_component(_step(step, labels, today))
    for checkpoint in plan.checkpoints:
        calendar.add_component(_checkpoint(checkpoint, today))
    return bytes(calendar.to_ical(sorted=True))


def event(uid: str, first: dt.date, last: dt.date, today: dt.date) -> "Event":
    """An all-day entry; DTEND is the day after the last (RFC 5545, 3.6.1)."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@headway.invalid")
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), tzinfo=dt.UTC))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _step(step: Step, labels: Mapping[str, str], today: dt.date) -> "Event":
    entry = event(f"{step.kind}-{step.id}", step.start, step.end, today)
    entry.add("summary", labels.get(step.id, step.id))
    raises = "; ".join(f"{labels.get(s, s)}: {LEVEL_NAMES[a]} to {LEVEL_NAMES[b]}" for s, a, b in step.raises)
    lines = [f"About {_hours(step.hours)} hours.", raises, step.why]
    entry.add("description", "\n".join(line for line in lines if line))
    return entry


def _checkpoint(checkpoint: Checkpoint, today: dt.date) -> "Event":
    entry = event(f"checkpoint-{checkpoint.date}", checkpoint.date, checkpoint.date, today)
    met = f"{checkpoint.targets_met} of {checkpoint.targets_total} needs met"
    entry.add("summary", f"Checkpoint: {met}")
    entry.add("description", f"{checkpoint.hours_done:.0f} hours done by now if the plan is kept.")
    return entry


def _hours(span: Span) -> str:
    return f"{span.likely:.0f} ({span.low:.0f}-{span.high:.0f})"
