"""How much a person studies of what they plan, and how long things take: learned from the log, shrunk to the plan.

Pace rho (hours studied for each hour planned): rho ~ Gamma(A, A), mean 1. Hours come in lumps: with dispersion phi
(hours), H of P planned hours tell as much as a Poisson count of H/phi on an exposure of P/phi (quasi-likelihood,
McCullagh & Nelder, Generalized Linear Models, 1989, ch. 9), so that the posterior is Gamma(A + H/phi, A + P/phi). phi
is estimated from the weeks and shrunk to PHI: phi = (W PHI + sum_i (H_i - rho P_i)^2 / (rho P_i)) / (W + n - 1).

Effort (hours taken for each hour estimated): ln of it ~ N(0, TAU^2); a finished resource with likely hours L and hours
taken T says ln(T/L) with the deviation of its own estimate, ln(high/low) / (2 * 1.2816): low and high are read as the
10 % and 90 % points of a lognormal. The posterior is normal, weights by precision.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from headway.values import Span
from headway.workspace.fold import Studied

A: Final = 4.0
"""Before any log the pace is 1 with a deviation of one half: a plan is kept by some and halved by many. Editorial."""
PHI: Final = 4.0
"""Dispersion in hours before any log: a person at 10 hours a week then has weeks of 4 to 16. Editorial."""
W: Final = 4.0
"""So many weeks does the assumed dispersion weigh. Editorial."""
TAU: Final = 0.3
"""Deviation of ln effort between people: most take 0.7 to 1.5 of what is likely. Editorial."""
Z10: Final = 1.2816
MOST_EFFORT: Final = 3.0
"""Beyond three times more or less the log is incomplete rather than the person slow: taken as three."""
LEAST_DEVIATION: Final = 0.1
LEAST_HOURS: Final = 0.01
"""Less than half a minute in all tells nothing."""


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """shape and rate of the Gamma of rho; dispersion phi in hours; weeks: weeks with planned hours behind it."""

    shape: float
    rate: float
    dispersion: float
    weeks: float

    @property
    def mean(self) -> float:
        return self.shape / self.rate

    def quantile(self, z: float) -> float:
        """The value below which Phi(z) lies (Wilson & Hilferty 1931)."""
        return self.mean * max(0.0, 1.0 - 1.0 / (9.0 * self.shape) + z / (3.0 * math.sqrt(self.shape))) ** 3


class Effort(msgspec.Struct, frozen=True, kw_only=True):
    """ln effort is normal with this mean and deviation; finished: resources behind it."""

    mean: float
    deviation: float
    finished: int

    def quantile(self, z: float) -> float:
        return math.exp(self.mean + z * self.deviation)


class Week(msgspec.Struct, frozen=True):
    """Hours planned and studied in one week, or in a part of one at either end."""

    first: dt.date
    planned: float
    studied: float


def weeks_of(
    studied: Iterable[Studied], planned: Callable[[dt.date], float], first: dt.date, last: dt.date
) -> tuple[Week, ...]:
    """Calendar weeks (Monday to Sunday) from the first to the last day, cut at both. planned: hours of a day; 0 on days
    off and in pauses. O(days + entries)."""
    hours: dict[dt.date, float] = {}
    for each in studied:
        hours[each.date] = hours.get(each.date, 0.0) + each.hours
    rows: dict[dt.date, tuple[float, float]] = {}
    for offset in range((last - first).days + 1):
        day = first + dt.timedelta(days=offset)
        monday = day - dt.timedelta(days=day.weekday())
        before = rows.get(monday, (0.0, 0.0))
        rows[monday] = (before[0] + planned(day), before[1] + hours.get(day, 0.0))
    return tuple(Week(monday, p, h) for monday, (p, h) in rows.items())


def pace_of(weeks: Sequence[Week]) -> Pace:
    """The posterior after these weeks; the prior itself without any. More hours in a week never lower its mean. Hours
    before the first week that asks for any tell nothing: there is nothing to hold them against."""
    counted = [week for week in weeks if week.planned > 0]
    begun = [week for week in weeks if counted and week.first >= counted[0].first]
    planned, studied = sum(w.planned for w in counted), sum(w.studied for w in begun)
    dispersion = _dispersion(counted, planned, studied)
    return Pace(
        shape=A + studied / dispersion,
        rate=A + planned / dispersion,
        dispersion=dispersion,
        weeks=float(len(counted)),
    )


def _dispersion(weeks: Sequence[Week], planned: float, studied: float) -> float:
    if len(weeks) < 2 or studied <= LEAST_HOURS:
        return PHI
    rho = studied / planned
    spread = sum((w.studied - rho * w.planned) ** 2 / (rho * w.planned) for w in weeks)
    return (W * PHI + spread) / (W + len(weeks) - 1)


def effort_of(done: Iterable[tuple[float, Span]]) -> Effort:
    """From (hours taken, estimate) of each finished resource whose hours are known."""
    precision, weighted, count = 1.0 / TAU**2, 0.0, 0
    for taken, estimate in done:
        if taken <= 0 or estimate.likely <= 0:
            continue
        said = min(max(math.log(taken / estimate.likely), -math.log(MOST_EFFORT)), math.log(MOST_EFFORT))
        weight = 1.0 / deviation_of(estimate) ** 2
        precision += weight
        weighted += weight * said
        count += 1
    return Effort(mean=weighted / precision, deviation=precision**-0.5, finished=count)


def deviation_of(estimate: Span) -> float:
    """Deviation of the logarithm of an estimate's true hours."""
    if estimate.low <= 0 or estimate.high <= estimate.low:
        return LEAST_DEVIATION
    return max(LEAST_DEVIATION, math.log(estimate.high / estimate.low) / (2 * Z10))
