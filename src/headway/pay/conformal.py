"""Conformalised quantiles by calibration group (CQR, Romano et al. 2019), for records that age.

A score says how far a figure lay outside the raw interval of a model that had not seen it. The interval is widened by
the score that the wished share of figures stays below. Newer records weigh more (Barber et al. 2023). Each distinct
figure counts once, however many copies and adverts of the same description state it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headway.pay.grid import MASKS
from headway.pay.model import INTERVALS, Cell, Grade, SalaryRecord

Floats = npt.NDArray[np.float64]

ENOUGH: Final = 40
"""Fewest records of a calibration group; a smaller one is answered by its parent (country tier, then all)."""
POOLED: Final = 100.0
"""A group of so many effective records widens half by its own scores and half as its parent does: the outer scores of
few records say little."""
HALF_LIFE: Final = 1.0
"""Years after which a record weighs half."""
OWN_TIER: Final = 100
"""From so many records on a country is a tier of its own."""
KNOWN_COUNTRY: Final = 10
STEP: Final = 0.005
"""Adaptive step for one record (Gibbs and Candès 2021)."""
LARGEST_STEP: Final = 0.5
LEAST_MISS, MOST_MISS = 0.02, 0.5


def tiers_of(records: Sequence[SalaryRecord]) -> dict[str, str]:
    """Country to its tier: itself where there are enough records, else higher or lower paid than the other countries'
    median; countries with very few records count as lower."""
    middles: dict[str, list[float]] = defaultdict(list)
    for record in records:
        middles[record.country].append(_middle(record))
    others = [m for values in middles.values() if len(values) < OWN_TIER for m in values]
    cut = float(np.median(others)) if others else 0.0
    return {
        country: country
        if len(values) >= OWN_TIER
        else "higher"
        if len(values) >= KNOWN_COUNTRY and float(np.median(values)) >= cut
        else "lower"
        for country, values in sorted(middles.items())
    }


def _middle(record: SalaryRecord) -> float:
    return float(np.log(record.low * record.high) / 2)


def scores_of(quantiles: Floats, record: SalaryRecord) -> tuple[float, ...]:
    """How far each end lies outside each raw interval. quantiles: logarithms, one row a mask. Order: mask, interval,
    end. Below 0: inside."""
    ends = np.log([record.low, record.high])
    found = []
    for mask in range(len(MASKS)):
        for low, high in INTERVALS.values():
            found += [round(float(max(quantiles[mask, low] - y, y - quantiles[mask, high])), 4) for y in ends]
    return tuple(found)


def scores_at(records: Sequence[SalaryRecord], percent: int, mask: int) -> Floats:
    """The scores of one interval and mask, one row a record, one column an end."""
    start = (mask * len(INTERVALS) + list(INTERVALS).index(percent)) * 2
    return np.array([record.scores[start : start + 2] for record in records], dtype=np.float64).reshape(-1, 2)


def cells_of(
    records: Iterable[SalaryRecord], tiers: dict[str, str], misses: dict[str, float], newest: float
) -> tuple[Cell, ...]:
    """The calibration groups that are large enough, from the records that have scores; all of them together first."""
    groups: dict[tuple[str, str], list[SalaryRecord]] = defaultdict(list)
    for record in records:
        if record.scores:
            tier = tiers.get(record.country, "lower")
            for key in (("", ""), (tier, ""), (tier, record.grade)):
                groups[key].append(record)
    found: dict[tuple[str, str], Cell] = {}
    for key, members in sorted(groups.items()):  # parents before their groups
        if len(members) >= ENOUGH or key == ("", ""):
            parent = found.get((key[0], "")) or found.get(("", ""))
            found[key] = _cell(key, members, misses, newest, parent)
    return tuple(found.values())


def _cell(
    key: tuple[str, str], members: list[SalaryRecord], misses: dict[str, float], newest: float, parent: Cell | None
) -> Cell:
    age = newest - np.array([m.when for m in members])
    weights = shares_of(members) * (0.5 ** (age / HALF_LIFE))[:, None]
    own = 1.0 if parent is None else _effective(weights) / (_effective(weights) + POOLED)

    def width(percent: int, mask: int) -> float:
        wide = widening(scores_at(members, percent, mask), weights, misses[str(percent)])
        return wide if parent is None else round(own * wide + (1 - own) * parent.widen[str(percent)][mask], 4)

    widen = {str(p): tuple(width(p, mask) for mask in range(len(MASKS))) for p in INTERVALS}
    grades: dict[str, Grade | None] = {"": None} | {m.grade: m.grade for m in members}
    return Cell(tier=key[0] or None, grade=grades[key[1]], n=len(members), widen=widen)


def shares_of(records: Sequence[SalaryRecord]) -> Floats:
    """How much each end counts, one row a record."""
    return np.array([record.shares for record in records], dtype=np.float64).reshape(-1, 2)


def widening(scores: Floats, weights: Floats, miss: float) -> float:
    """The weighted (1 - miss) quantile of the scores with the correction for finite samples; the two ends of a record
    are one piece of evidence. O(n log n)."""
    level = min(1.0, (1.0 - miss) * (1.0 + 1.0 / _effective(weights)))
    flat, each = scores.ravel(), weights.ravel()
    order = np.argsort(flat, kind="stable")
    total = np.cumsum(each[order])
    place = min(int(np.searchsorted(total, level * total[-1] - 1e-12)), len(flat) - 1)
    return round(float(flat[order][place]), 4)


def _effective(weights: Floats) -> float:
    """So many records of equal weight say as much (Kish 1965)."""
    by_record = weights.sum(axis=1)
    return float(by_record.sum() ** 2 / (by_record**2).sum())


def adapted(miss: float, asked: float, measured_miss: float, n: int, errors: float = 1.0) -> float:
    """The miss rate to aim at after n fresh records of which a share was missed: down when too many were.

    What a sample of n shows by chance (`errors` standard errors) moves nothing.
    """
    chance = errors * math.sqrt(asked * (1 - asked) / n)
    off = asked - measured_miss
    beyond = max(0.0, abs(off) - chance) * (1 if off > 0 else -1)
    moved = miss + min(LARGEST_STEP, STEP * n) * beyond
    return round(min(MOST_MISS, max(LEAST_MISS, moved)), 4)
