"""Plan against done: hours planned and hours logged, week by week, and when the rest may be done."""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from headway.publish import svg

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 440.0, 210.0, 40.0, 14.0, 14.0, 30.0

Point = tuple[dt.date, float]
Axis = Callable[[dt.date], float]


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn. planned, logged: hours so far at the end of each day named, rising. total: what the plan takes.

    early, middle, late: when it will be done as things go, each None where it cannot be told.
    """

    planned: tuple[Point, ...]
    logged: tuple[Point, ...]
    total: float
    early: dt.date | None = None
    middle: dt.date | None = None
    late: dt.date | None = None


def progress_chart(way: Way) -> str:
    """The drawing; empty text where there is nothing to compare yet."""
    if not way.logged:
        return ""
    days = [day for day, _ in (*way.planned, *way.logged)] + [d for d in (way.early, way.middle, way.late) if d]
    first, last = min(days), max(days)
    most = max([way.total, *(h for _, h in (*way.planned, *way.logged))], default=0.0) or 1.0
    span = max((last - first).days, 1)

    def x(day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span

    def y(hours: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * hours / most

    parts = [*_hours_axis(most, y), *_days_axis(first, last, x), *_fan(way, x, y)]
    parts.append(svg.path(_line(way.planned, x, y), "way planned"))
    parts.append(svg.path(_line(way.logged, x, y), "way logged"))
    day, hours = way.logged[-1]
    parts.append(f'<circle class="way-now" cx="{svg.number(x(day))}" cy="{svg.number(y(hours))}" r="4"/>')
    asked = way.planned[-1][1] if way.planned else 0.0
    label = f"Hours from {first} to {day}: {hours:.0f} logged, {asked:.0f} planned, {way.total:.0f} in all"
    return svg.drawing(WIDTH, HEIGHT, label, parts, "chart wide")


def _line(points: Sequence[Point], x: Axis, y: Callable[[float], float]) -> str:
    return "M" + "L".join(f"{svg.number(x(day))} {svg.number(y(hours))}" for day, hours in points) if points else ""


def _hours_axis(most: float, y: Callable[[float], float]) -> list[str]:
    """A line at round hours, four or so."""
    step = next(s * 10**n for n in range(7) for s in (1, 2, 5) if most / (s * 10**n) <= 5)
    parts = []
    for n in range(int(most // step) + 1):
        parts.append(svg.line(LEFT, y(n * step), WIDTH - RIGHT, y(n * step), "grid"))
        parts.append(svg.text(LEFT - 5, y(n * step) + 4, f"{n * step} h", "tick", "end"))
    return parts


def _days_axis(first: dt.date, last: dt.date, x: Axis) -> list[str]:
    """Both ends and three dates between, evenly apart; fewer where there are not so many days."""
    span = (last - first).days
    days = sorted({first + dt.timedelta(days=round(n * span / 4)) for n in range(5)} if span > 4 else {first, last})
    return [
        svg.text(min(max(x(day), LEFT), WIDTH - 30), HEIGHT - 10, day.isoformat(), "tick", "middle") for day in days
    ]


def _fan(way: Way, x: Axis, y: Callable[[float], float]) -> list[str]:
    """From where the person is to the days on which the rest may be done."""
    if way.early is None or way.late is None or way.middle is None:
        return []
    day, hours = way.logged[-1]
    now = f"{svg.number(x(day))} {svg.number(y(hours))}"
    ends = [f"{svg.number(x(each))} {svg.number(y(way.total))}" for each in (way.early, way.late, way.middle)]
    return [svg.path(f"M{now}L{ends[0]}L{ends[1]}Z", "way fan"), svg.path(f"M{now}L{ends[2]}", "way ahead")]
