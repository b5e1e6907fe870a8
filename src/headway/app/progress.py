"""Where a person is against their plan: hours, weeks, pace, what is left, when it will be done."""

import datetime as dt
from functools import cached_property
from typing import Final

import msgspec

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.planning.calendar import TINY, days
from headway.planning.model import Calendar, Step
from headway.values import Span
from headway.workspace.fold import Kept, Pause, State, Studied
from headway.workspace.forecast import Supply, forecast
from headway.workspace.model import Forecast
from headway.workspace.pace import Effort, Pace, Week, effort_of, pace_of, weeks_of

LEAST_LEFT: Final = 0.1
"""Share of a begun resource's hours that is taken to be left when more was logged than it takes."""
MOST_YEARS: Final = 15
"""A forecast does not look further."""
DAY: Final = dt.timedelta(days=1)


class Left(msgspec.Struct, frozen=True):
    """A step still to do, the hours left of it, and those logged on it since the plan was made."""

    step: Step
    hours: Span
    logged: float


class Progress:
    """Figures about one state, worked out when asked for. The state has a plan."""

    def __init__(self, context: Context, state: State, kept: Kept) -> None:
        self.context = context
        self.state = state
        self.kept = kept

    @property
    def today(self) -> dt.date:
        return self.context.today

    @cached_property
    def person(self) -> KeptPerson:
        """Who the log says they are."""
        return KeptPerson(self.context, self.state)

    @cached_property
    def first_day(self) -> dt.date:
        """The first day of the first plan."""
        return min(min(each.date, each.saved.plan.start) for each in self.state.plans)

    @cached_property
    def first_start(self) -> dt.date:
        """The day from which any plan asks for hours."""
        return min(each.saved.options.start for each in self.state.plans)

    @property
    def next_day(self) -> dt.date:
        """The first day to come on which the plan may ask for hours."""
        return max(self.last_day + DAY, self.kept.saved.options.start)

    def planned_on(self, day: dt.date) -> float:
        """Hours the plan in force on that day asks for; none before it starts, on days off and in pauses."""
        rule = self._rules(day)
        return 0.0 if self.paused_on(day) else rule

    def _rules(self, day: dt.date) -> float:
        in_force = [each for each in self.state.plans if each.date <= day]
        if not in_force:
            return 0.0
        options = in_force[-1].saved.options
        off = any(first <= day <= last for first, last in options.off)
        started = day >= min(each.saved.options.start for each in in_force)
        return options.calendar.hours_by_weekday[day.weekday()] if started and not off else 0.0

    def paused_on(self, day: dt.date) -> Pause | None:
        """The pause that covers the day."""
        return next((p for p in self.state.pauses if p.first <= day and (p.last is None or day <= p.last)), None)

    @cached_property
    def last_day(self) -> dt.date:
        """The last day that counts: today once something was logged today, else yesterday."""
        return self.today if any(s.date == self.today for s in self.state.studied) else self.today - DAY

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """From the first day of the first plan on."""
        return weeks_of(self._since_first(), self.planned_on, self.first_day, self.last_day)

    def _since_first(self) -> list[Studied]:
        return [s for s in self.state.studied if self.first_day <= s.date <= self.last_day]

    @cached_property
    def pace(self) -> Pace:
        """Against the hours stated now, so that whoever states fewer hours is not slow twice."""
        week, off = self.kept.saved.options.calendar.hours_by_weekday, self.kept.saved.options.off

        def asked(day: dt.date) -> float:
            free = day < self.first_start or self.paused_on(day) or any(first <= day <= last for first, last in off)
            return 0.0 if free else week[day.weekday()]

        return pace_of(weeks_of(self._since_first(), asked, self.first_day, self.last_day))

    @cached_property
    def effort(self) -> Effort:
        """From the finished resources whose hours were logged or told."""
        resources, state = self.context.knowledge.resources, self.state
        done = []
        for id_, (_, told) in sorted(state.finished.items()):
            taken = told if told is not None else state.hours_on(id_)
            if id_ in resources and taken > 0:
                done.append((taken, resources[id_].hours.span))
        return effort_of(done)

    @property
    def speed(self) -> float:
        """Hours of the plan done for each hour stated: pace over effort, both at the middle of what is believed."""
        return self.pace.mean / self.effort.quantile(0.0)

    @cached_property
    def left(self) -> tuple[Left, ...]:
        """The plan's steps that are neither finished nor dropped, in order."""
        gone = {*self.state.finished, *self.state.dropped}
        return tuple(self._left(step) for step in self.kept.saved.plan.steps if step.id not in gone)

    def _left(self, step: Step) -> Left:
        logged = sum(s.hours for s in self.state.studied if s.resource == step.id and s.id > self.kept.id)
        return Left(step, remaining(step.hours, logged), logged)

    def supply(self, calendar: Calendar) -> Supply:
        """Days to come that have hours, with the sum so far. A pause without an end is taken to end today."""
        return supply_of(msgspec.structs.replace(calendar, start=self.next_day, off=self.off(calendar)))

    def off(self, calendar: Calendar) -> tuple[tuple[dt.date, dt.date], ...]:
        """Days off and pauses to come."""
        return tuple(sorted({*calendar.off, *((p.first, p.last) for p in self.state.pauses if p.last is not None)}))

    @cached_property
    def forecast(self) -> Forecast:
        options = self.kept.saved.options
        return forecast(
            [each.hours for each in self.left], self.supply(options.calendar), self.pace, self.effort, options.deadline
        )

    @cached_property
    def streak(self) -> int:
        """Weeks in a row with any study, up to now. A week without planned hours neither breaks nor adds; nor does
        this one while it is empty."""
        count = 0
        this_week = self.today - dt.timedelta(days=self.today.weekday())
        for week in reversed(self.weeks):
            if week.studied > 0:
                count += 1
            elif week.planned > TINY and week.first - dt.timedelta(days=week.first.weekday()) != this_week:
                break
        return count


def remaining(hours: Span, logged: float) -> Span:
    """An estimate less what was logged on it; never less than a tenth of its likely hours."""
    least = LEAST_LEFT * hours.likely
    return Span(*(max(each - logged, least) for each in (hours.low, hours.likely, hours.high)))


def supply_of(calendar: Calendar) -> Supply:
    """Days with hours from the calendar's start on, with their running sum, for MOST_YEARS."""
    last = calendar.start + dt.timedelta(days=366 * MOST_YEARS)
    total = 0.0
    rows = []
    for day, hours in days(calendar):
        if day > last:
            break
        total += hours
        rows.append((day, total))
    return rows
