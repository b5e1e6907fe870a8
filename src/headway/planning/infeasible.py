"""Why no plan fits, by how much, and which single changes would make one fit.

Every relief is exact for the question as asked: the hours a week and the deadline follow from the
least hours of any plan within the budget, the budget from the least money of any plan within the
hours, and what to drop from the lightest set of targets whose loss lets the rest fit.
"""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

import msgspec

from headway.errors import BadOption
from headway.planning.calendar import TINY, capacity, finish, with_weekly_hours
from headway.planning.model import Calendar, Instance, Relief
from headway.planning.names import Names
from headway.planning.network import Network, Support
from headway.planning.prepare import budget_cents
from headway.planning.search import LIMIT, Found, cheapest, fastest, heaviest

WEEK: Final = 168
TENTHS: Final = 10
"""Weekly hours are offered in steps of a tenth."""


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """What is short, what would help, and the heaviest part of the targets that does fit."""

    shortfall_hours: float | None
    shortfall_money: float | None
    reliefs: tuple[Relief, ...]
    part: Support
    proven: bool
    """False: a search ran out of time, so a plan may exist after all."""


def reasons(instance: Instance, network: Network, found: Found | None, names: Names, limit: float = LIMIT) -> Reasons:
    """found: the fastest choice within the budget, None when there is none."""
    question = _Question(instance, network, found, names, limit)
    part = question.best_part()
    all_reachable = not network.unreachable
    reliefs = [*question.time_reliefs(), *question.money_reliefs()] if all_reachable else []
    return Reasons(
        shortfall_hours=question.hours_short(),
        shortfall_money=question.money_short(),
        reliefs=(*reliefs, *question.drop_reliefs(part)),
        part=part,
        proven=question.proven(),
    )


class _Question:
    """One infeasible instance, with the searches its parts share done once."""

    def __init__(self, instance: Instance, network: Network, found: Found | None, names: Names, limit: float) -> None:
        self.instance, self.network, self.found, self.names, self.limit = instance, network, found, names, limit
        self.entry = sum(step.hours.likely for step in instance.entry_steps)
        self.room = capacity(instance.calendar) - self.entry
        """Hours for learning before the deadline."""
        self.budget = budget_cents(instance)
        moneyed = self.budget is not None
        self.any_price = fastest(network, None, limit) if moneyed else found
        self.least_money = self._least_money() if moneyed else None

    def _least_money(self) -> Found | None:
        """The cheapest choice in the time there is; where none is fast enough, in any time."""
        if self.any_price is not None and self._fits(self.any_price.minutes):
            return cheapest(self.network, self.room * 60, self.limit)
        return cheapest(self.network, math.inf, self.limit)

    def _fits(self, minutes: int) -> bool:
        return minutes / 60 <= self.room + TINY

    def hours_short(self) -> float | None:
        """Hours missing for the fastest choice (within the budget, where any choice is)."""
        fastest_one = self.found or self.any_price
        if fastest_one is None or self._fits(fastest_one.minutes):
            return None
        return fastest_one.minutes / 60 - self.room

    def money_short(self) -> float | None:
        """Money missing for the cheapest choice, when the budget alone already rules out every choice."""
        if self.found is not None or self.least_money is None or self.budget is None:
            return None
        missing = self.least_money.minutes - self.budget
        return missing / 100 if missing > 0 else None  # else the search for a plan ended at its limit

    def proven(self) -> bool:
        if self.network.unreachable:
            return True
        if self.found is not None:
            return not self._fits(self.found.bound)
        return self.least_money is None or self.budget is None or self.least_money.bound > self.budget

    def time_reliefs(self) -> list[Relief]:
        """More hours a week, or a later deadline: either is enough when some choice is within the budget."""
        calendar = self.instance.calendar
        if self.found is None or calendar.deadline is None or self._fits(self.found.minutes):
            return []
        hours = self.found.minutes / 60 + self.entry
        weekly, end = _weekly_hours(calendar, hours), _end(calendar, hours)
        reliefs = []
        if weekly is not None:
            text = f"Study {weekly:g} hours a week instead of {calendar.weekly_hours:g}."
            reliefs.append(Relief(change="hours-per-week", text=text, amount=weekly))
        if end is not None:
            text = f"Move the deadline from {calendar.deadline} to {end}."
            reliefs.append(Relief(change="deadline", text=text, until=end))
        return reliefs

    def money_reliefs(self) -> list[Relief]:
        """More money, when some choice of any price is fast enough."""
        if self.least_money is None or self.any_price is None or not self._fits(self.any_price.minutes):
            return []
        if self.budget is None or self.least_money.minutes <= self.budget:
            return []
        amount = self.least_money.minutes / 100
        text = f"Spend up to {amount:.2f} {self.instance.currency} instead of {self.instance.budget:.2f}."
        return [Relief(change="budget", text=text, amount=amount)]

    def best_part(self) -> Support:
        """The heaviest part of the targets that fits."""
        if self.found is not None and self._fits(self.found.minutes):
            return self.found.support
        if self.room < 0:
            return Support((), {})
        return heaviest(self.network, self.room * 60, self.budget, self.limit)

    def drop_reliefs(self, part: Support) -> list[Relief]:
        """Give up what the best part leaves out."""
        missed = {goal.place for goal in self.network.goals if not any(f in part.provider for f in goal.any_of)}
        places = sorted(missed | set(self.network.unreachable))
        if not places or self.room < 0:
            return []
        skills = tuple(sorted({self.instance.targets[place].any_of[0][0] for place in places}))
        lost = sum(target.weight for target in self.instance.targets if target.any_of[0][0] in skills)
        share = lost / sum(target.weight for target in self.instance.targets)
        text = f"Leave out {_all(skills, self.names)}: {100 * share:.0f} % of the role's weight is lost."
        return [Relief(change="drop-skill", text=text, skill=skills[0], skills=skills, weight_lost=share)]


def without(instance: Instance, skills: Sequence[str]) -> Instance:
    """The same question without the targets that name one of these skills first."""
    targets = tuple(target for target in instance.targets if target.any_of[0][0] not in skills)
    return msgspec.structs.replace(instance, targets=targets)


def _weekly_hours(calendar: Calendar, hours: float) -> float | None:
    """Least weekly hours, in tenths, at which these hours fit before the deadline; None when none do."""
    low, high = math.ceil(calendar.weekly_hours * TENTHS), WEEK * TENTHS
    if not _enough(calendar, high / TENTHS, hours):
        return None
    while low < high:
        middle = (low + high) // 2
        if _enough(calendar, middle / TENTHS, hours):
            high = middle
        else:
            low = middle + 1
    return low / TENTHS


def _enough(calendar: Calendar, weekly: float, hours: float) -> bool:
    richer = with_weekly_hours(calendar, weekly)
    return max(richer.hours_by_weekday) <= 24 + TINY and capacity(richer) >= hours - TINY


def _end(calendar: Calendar, hours: float) -> dt.date | None:
    try:
        return finish(calendar, hours)
    except BadOption:  # not within any sensible time
        return None


def _all(skills: Sequence[str], names: Names) -> str:
    labels = [names.of(skill) for skill in skills]
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " and " + labels[-1]
