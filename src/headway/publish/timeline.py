"""The plan's steps on their dates."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from headway.planning.model import Step
from headway.publish import svg

WIDTH, ROW, TOP, LABEL = 400.0, 34.0, 26.0, 42.0

Axis = Callable[[dt.date], float]


def timeline(steps: Sequence[Step], labels: Mapping[str, str]) -> str:
    """A bar a step, label above bar, months as a grid. Empty text where there are no steps."""
    if not steps:
        return ""
    first, last = steps[0].start, max(step.end for step in steps)
    days = max((last - first).days + 1, 1)

    def x(day: dt.date) -> float:
        return 2 + (WIDTH - 4) * (day - first).days / days

    height = TOP + len(steps) * ROW
    parts = [*_grid(first, last, x, height)]
    for index, step in enumerate(steps):
        top = TOP + index * ROW
        name = labels.get(step.id, step.id)
        label = svg.shortened(f"{index + 1}. {name}", 56)
        left, right = x(step.start), x(step.end + dt.timedelta(days=1))
        tooltip = f"{name}: {step.start} to {step.end}, about {step.hours.likely:.0f} h"
        parts.append(svg.text(2, top + 12, label, "label"))
        parts.append(svg.rect(left, top + 17, right - left, 10, f"step {step.kind}", title=tooltip))
    title = f"{len(steps)} steps from {first} to {last}"
    return svg.drawing(WIDTH, height + 4, title, parts, "chart")


def _grid(first: dt.date, last: dt.date, x: Axis, height: float) -> list[str]:
    """A line at the start of months, as many as can be read; years named once."""
    starts = _month_starts(first, last)
    every = max(1, -(-len(starts) // 8))
    parts = []
    for month in starts[::every]:
        parts.append(svg.line(x(month), 16, x(month), height, "grid"))
        if x(month) <= WIDTH - LABEL:
            parts.append(svg.text(x(month) + 2, 12, month.strftime("%Y-%m"), "tick"))
    return parts


def _month_starts(first: dt.date, last: dt.date) -> list[dt.date]:
    starts = []
    year, month = first.year, first.month
    while (day := dt.date(year, month, 1)) <= last:
        if day >= first:
            starts.append(day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return starts
