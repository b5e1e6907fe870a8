"""When the rest of a plan will be done: P(done by day t), in closed form, without a simulation.

Given pace rho, the hours studied by t are Gamma with mean rho C(t) and dispersion phi, C(t) the planned hours until t.
The work left R is a sum of estimates times the shared effort: lognormal by matched mean and variance (Fenton 1960)
given the effort, then times the effort. Both are independent, so

    P(T <= t) = E_rho E_R P(Gamma(rho C(t) / phi) >= R / phi)

with both expectations over N equal slices at their middle quantiles and the Gamma's tail by Wilson & Hilferty (1931).
The probability rises with t, so its quantiles are found by halving.
"""

import datetime as dt
import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Final

from headway.values import Span
from headway.workspace.model import Forecast
from headway.workspace.pace import Z10, Effort, Pace, deviation_of

N: Final = 25
_MIDDLES: Final = tuple(NormalDist().inv_cdf((i + 0.5) / N) for i in range(N))
_PHI: Final = NormalDist().cdf

Supply = Sequence[tuple[dt.date, float]]
"""Days with planned hours, in order, with the hours planned from now through that day."""


def forecast(left: Sequence[Span], supply: Supply, pace: Pace, effort: Effort, deadline: dt.date | None) -> Forecast:
    """left: what is still to do, each as an estimate in hours (at effort 1). O(N^2 log days)."""
    work = work_left(left, effort)
    early, middle, late = (_day_of(share, supply, work, pace) for share in (0.1, 0.5, 0.9))
    in_time = None
    if deadline is not None:
        hours = max((planned for day, planned in supply if day <= deadline), default=0.0)
        in_time = round(done_within(hours, work, pace), 4)
    return Forecast(
        early=early,
        middle=middle,
        late=late,
        in_time=in_time,
        pace=round(pace.mean, 4),
        pace_low=round(pace.quantile(-Z10), 4),
        pace_high=round(pace.quantile(Z10), 4),
        effort=round(effort.quantile(0.0), 4),
        effort_low=round(effort.quantile(-Z10), 4),
        effort_high=round(effort.quantile(Z10), 4),
        weeks=round(pace.weeks, 2),
        finished=effort.finished,
    )


def work_left(left: Sequence[Span], effort: Effort) -> tuple[float, ...]:
    """Middle quantiles of the hours left; zeros when nothing is left."""
    moments = [_moments(span) for span in left if span.likely > 0]
    mean, variance = sum(m for m, _ in moments), sum(v for _, v in moments)
    if mean <= 0:
        return (0.0,) * N
    spread = math.log1p(variance / mean**2)
    middle, deviation = math.log(mean) - spread / 2 + effort.mean, math.sqrt(spread + effort.deviation**2)
    return tuple(math.exp(middle + z * deviation) for z in _MIDDLES)


def _moments(span: Span) -> tuple[float, float]:
    """Mean and variance of a lognormal whose middle is the likely value."""
    s2 = deviation_of(span) ** 2
    mean = span.likely * math.exp(s2 / 2)
    return mean, mean**2 * math.expm1(s2)


def done_within(planned: float, work: Sequence[float], pace: Pace) -> float:
    """Probability that all work is done within this many planned hours."""
    if not any(work):
        return 1.0
    if planned <= 0:
        return 0.0
    total = 0.0
    for z in _MIDDLES:
        shape = pace.quantile(z) * planned / pace.dispersion
        total += sum(_tail(shape, hours / pace.dispersion) for hours in work)
    return total / (N * len(work))


def _tail(shape: float, x: float) -> float:
    """P(Gamma(shape) >= x), unit scale."""
    if x <= 0:
        return 1.0
    if shape <= 1e-9:
        return 0.0
    return 1.0 - _PHI(3.0 * math.sqrt(shape) * ((x / shape) ** (1 / 3) - 1.0 + 1.0 / (9.0 * shape)))


def _day_of(share: float, supply: Supply, work: Sequence[float], pace: Pace) -> dt.date | None:
    """The first day by which the work is done with this probability; None beyond the days there are."""
    if not supply or done_within(supply[-1][1], work, pace) < share:
        return None
    low, high = 0, len(supply) - 1
    while low < high:
        middle = (low + high) // 2
        if done_within(supply[middle][1], work, pace) >= share:
            high = middle
        else:
            low = middle + 1
    return supply[low][0]
