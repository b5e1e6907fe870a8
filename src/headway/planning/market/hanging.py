"""Which beliefs about the person the postings of a market plan hang on: where a short test tells most.

Each posting asks for k of n groups of skills. With q_g the chance that group g is covered once the plan is done (what
its steps teach is certain, everything else as likely as believed, skills taken one by one), the posting is within reach
with P(at least k of n). One group more or less sure moves that by P(exactly k - 1 of the others), and one skill by that
times the chance that it decides its group: no other member covers it or, of `at least j of`, exactly j - 1 others do.
Summed over the postings it is how many of them hang on the skill: what is lost in the mean when a skill counted as
known is not, or won when one counted as lacking is there.
"""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.question import MarketQuestion
from headway.planning.model import SkillLevel
from headway.postings.demands import Demands, needed, reach
from headway.values import Level

Chances = Callable[[str, Level], float]
"""P(level of the skill >= level) as believed."""

AT_ONCE: Final = 20_000
"""Postings worked out together: memory stays small whatever the market."""


class Hanging(msgspec.Struct, frozen=True, kw_only=True):
    """weights: postings, by their weight, that hang on each (skill, level) that is not certain, none below zero.
    expected: those within reach in the mean once the plan is done.
    """

    weights: dict[SkillLevel, float]
    expected: float


def hanging(question: MarketQuestion, taught: Mapping[str, Level], chances: Chances) -> Hanging:
    """taught: levels that the plan's steps lead to. O(postings x groups^3), in arrays."""
    demands = question.demands
    facts, of_member = _facts(demands)
    sure = [1.0 if taught.get(s, 0) >= level else chances(s, level) for s, level in facts]
    rates = np.clip(np.array(sure, dtype=np.float64), 0.0, 1.0)
    group = np.repeat(np.arange(len(demands.level)), np.diff(demands.member_start))
    covered, alone = _groups(rates[of_member], group, len(demands.level))
    _several(demands, rates[of_member], covered, alone)
    now = reach(demands, question.who, question.share)
    counted = now.judged & now.years_ok & now.degree_ok
    moved, expected = np.zeros(len(demands.level)), 0.0
    wanted = needed(now.wanted, question.share)
    for part in np.array_split(np.flatnonzero(counted), 1 + int(counted.sum()) // AT_ONCE):
        places, table, real = _table(demands, part, covered)
        sides, within = _tails(table, wanted[part])
        moved[places[real]] = (sides * question.weight[part][:, None])[real]
        expected += float(within @ question.weight[part])
    each = np.bincount(of_member, weights=moved[group] * alone, minlength=len(facts))
    open_ = (rates < 1.0) & (each > 0.0)
    return Hanging(
        weights={facts[n]: float(each[n]) for n in np.flatnonzero(open_).tolist()},
        expected=expected,
    )


def _facts(demands: Demands) -> tuple[list[SkillLevel], Array]:
    """Every (skill, level) asked for, and which of them each member of a group is."""
    level = np.repeat(demands.level, np.diff(demands.member_start)).astype(np.int64)
    keys, back = np.unique(demands.members.astype(np.int64) * 8 + level, return_inverse=True)
    return [(demands.skills[key // 8], key % 8) for key in keys.tolist()], back


def _groups(rates: Array, group: Array, count: int) -> tuple[Array, Array]:
    """The chance that each group is covered, and for each member that no other covers its group."""
    with np.errstate(divide="ignore"):
        lacking = np.log1p(-rates)
    certain = np.bincount(group, weights=np.isinf(lacking), minlength=count)
    finite = np.where(np.isinf(lacking), 0.0, lacking)
    total = np.bincount(group, weights=finite, minlength=count)
    others = certain[group] - np.isinf(lacking)
    alone = np.where(others > 0, 0.0, np.exp(total[group] - finite))
    return np.where(certain > 0, 1.0, 1.0 - np.exp(total)), alone


def _several(demands: Demands, rates: Array, covered: Array, alone: Array) -> None:
    """Corrects both, in place, for the groups that ask for several of their members; there are few."""
    for each in np.flatnonzero(demands.count > 1).tolist():
        own = slice(int(demands.member_start[each]), int(demands.member_start[each + 1]))
        sides, within = _tails(rates[None, own], demands.count[each : each + 1])
        covered[each], alone[own] = within[0], sides[0]


def _table(demands: Demands, postings: Array, covered: Array) -> tuple[Array, Array, Array]:
    """Required groups of each posting side by side: their places, chances, and which cells are real."""
    starts, ends = demands.group_start[postings], demands.group_start[postings + 1]
    width = int((ends - starts).max(initial=0))
    places = starts[:, None] + np.arange(width)
    real = places < ends[:, None]
    places = np.where(real, places, 0)
    real &= demands.required[places].astype(bool) if len(demands.required) else False
    return places, np.where(real, covered[places] if len(covered) else 0.0, 0.0), real


def _tails(table: Array, wanted: Array) -> tuple[Array, Array]:
    """P(exactly wanted - 1 of the others) for each cell; P(at least wanted) for each row."""
    rows, width = table.shape
    at = np.arange(rows)
    sides = np.zeros((rows, width))
    for left_out in range(width):
        counts = _counts(np.delete(table, left_out, axis=1))
        sides[:, left_out] = counts[at, wanted - 1]
    every = _counts(table)
    within = np.where(np.arange(width + 1) >= wanted[:, None], every, 0.0).sum(axis=1)
    return sides, within


def _counts(table: Array) -> Array:
    """P(exactly j) for j from 0 to the width, row by row (Poisson binomial)."""
    rows, width = table.shape
    found = np.zeros((rows, width + 1))
    found[:, 0] = 1.0
    for column in range(width):
        rate = table[:, column : column + 1]
        found[:, 1:] = found[:, 1:] * (1.0 - rate) + found[:, :-1] * rate
        found[:, 0] *= 1.0 - rate[:, 0]
    return found
