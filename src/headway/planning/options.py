"""What the person may say about a plan: time, money, what they want and what not."""

import datetime as dt
import math

import msgspec

from headway.errors import BadOption
from headway.planning.calendar import DAY, TINY, Week, capacity, spread
from headway.planning.model import Calendar

DAYS_OFF = tuple[dt.date, dt.date]


class PlanOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and wishes. Lists of words name resources by id, provider, platform, kind or format.

    hours: a week, spread over the days by `calendar.spread` unless hours_by_weekday says otherwise.
    off: first and last day of each time without study. budget: in `currency`, None: no limit.
    formats, languages: allowed ones, empty: all. done: ids of finished resources. drop: target skills to give up.
    """

    start: dt.date
    hours: float = 10.0
    hours_by_weekday: Week | None = None
    off: tuple[DAYS_OFF, ...] = ()
    deadline: dt.date | None = None
    budget: float | None = None
    currency: str = "USD"
    free_only: bool = False
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    @property
    def calendar(self) -> Calendar:
        """The options' calendar. Call `check` first."""
        week = self.hours_by_weekday or spread(self.hours)
        return Calendar(start=self.start, hours_by_weekday=week, off=tuple(sorted(self.off)), deadline=self.deadline)


def check(options: PlanOptions) -> PlanOptions:
    """The same options when they make sense. Raises BadOption with one clear line when they do not."""
    _check_hours(options)
    _check_money(options)
    _check_days(options)
    both = sorted(set(options.skip) & set(options.prefer))
    if both:
        raise BadOption(f"'{both[0]}' is both preferred and skipped.", "Decide for one of the two.")
    return options


def _check_hours(options: PlanOptions) -> None:
    week = options.hours_by_weekday or (options.hours,)
    odd = [hours for hours in week if not math.isfinite(hours) or hours < 0]
    if odd:
        raise BadOption(f"Hours are {odd[0]:g}.", "Give a number above 0.")
    if sum(week) <= TINY:
        raise BadOption(f"Hours a week are {sum(week):g}, so nothing can be planned.", "Give a number above 0.")
    if options.hours_by_weekday is None and options.hours > 7 * DAY:
        raise BadOption(f"{options.hours:g} hours a week do not exist.", "A week has 168 hours.")
    if options.hours_by_weekday is not None and max(week) > DAY + TINY:
        raise BadOption(f"{max(week):g} hours on one day do not exist.", "A day has 24 hours.")


def _check_money(options: PlanOptions) -> None:
    if options.budget is not None and not (math.isfinite(options.budget) and options.budget >= 0):
        raise BadOption(f"The budget is {options.budget:g}.", "Give 0 or more, or leave it out.")
    if len(options.currency) != 3 or not (options.currency.isascii() and options.currency.isalpha()):
        raise BadOption(f"The currency is '{options.currency}'.", "Write its three letters, for example USD or EUR.")


def _check_days(options: PlanOptions) -> None:
    for first, last in options.off:
        if last < first:
            raise BadOption(f"The time off from {first} to {last} ends before it begins.", "Swap the two dates.")
    if options.deadline is None:
        return
    if options.deadline < options.start:
        raise BadOption(f"The deadline {options.deadline} is before the start {options.start}.", "Move one of the two.")
    if capacity(options.calendar) <= TINY:
        raise BadOption(
            f"There is no day to study between {options.start} and {options.deadline}.",
            "The days off and the days without hours cover all of it; free some or move the deadline.",
        )
