"""A market plan as an iCalendar file: one all-day entry a step, and one for each checkpoint."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from headway.planning.market.model import MarketStep, Point
from headway.publish.calendar_file import event
from headway.values import LEVEL_NAMES, so_many


class MarketDates(msgspec.Struct, frozen=True):
    """What a calendar holds of a market plan. total: weight of the postings counted."""

    steps: tuple[MarketStep, ...]
    curve: tuple[Point, ...]
    total: float


def market_calendar(plan: MarketDates, labels: Mapping[str, str], today: dt.date) -> bytes:
    """The file's bytes; the same plan on the same day gives the same bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Headway//Market plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Headway market plan")
    calendar.add("x-published-ttl", "PT6H")  # how often programs that subscribe ask again
    for step in plan.steps:
        entry = event(f"market-{step.id}", step.start, step.end, today)
        entry.add("summary", labels.get(step.id, step.id))
        entry.add("description", _about(step, labels))
        calendar.add_component(entry)
    for point in plan.curve:
        entry = event(f"market-checkpoint-{point.date}", point.date, point.date, today)
        entry.add("summary", f"Checkpoint: {point.reachable:g} of {plan.total:g} postings within reach")
        entry.add("description", _expected(point))
        calendar.add_component(entry)
    return bytes(calendar.to_ical(sorted=True))


def _about(step: MarketStep, labels: Mapping[str, str]) -> str:
    hours = step.hours
    raises = "; ".join(f"{labels.get(s, s)}: {LEVEL_NAMES[a]} to {LEVEL_NAMES[b]}" for s, a, b in step.raises)
    opens = f"Opens {so_many(step.opens, 'posting')}." if step.opens else ""
    lines = (f"About {hours.likely:.0f} ({hours.low:.0f}-{hours.high:.0f}) hours.", raises, opens)
    return "\n".join(line for line in lines if line)


def _expected(point: Point) -> str:
    return f"Between {point.slow:g} and {point.fast:g} if the steps take their high or their low hours."
