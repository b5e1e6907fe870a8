"""How well a person fits each of many postings: one score, its parts, and nothing hidden in it.

score = skills x years x degree. skills is the mean of the shares of all judged groups (a preferred one counts a
quarter), with one more assumed that is half met: a posting that names little says little. A group's share is the
expected share of its nearest member, as for roles (fit/coverage.py); of a group that asks for several, the mean of as
many nearest ones. docs/method/jobs.md.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.learner.model import SkillBelief
from headway.postings.demands import EQUIVALENT_YEARS, Candidate, Demands

PREFERRED: Final = 0.25
"""What a preferred group counts beside a required one."""
ASSUMED: Final = 1.0
ASSUMED_SHARE: Final = 0.5
"""One group that every posting is taken to have, and the share of it that everyone is taken to meet."""
A_YEAR_SHORT: Final = 0.1
LEAST_FOR_YEARS: Final = 0.3
"""Each missing year takes a tenth, down to three tenths."""
STEP_SHORT: Final = 0.9
DEGREE_SHORT: Final = 0.7
"""One degree short of a master or doctorate; any other missing degree."""
PLACES: Final = 3
"""Scores are rounded before they are sorted: what is shown is what is sorted by."""


class PostingFits(msgspec.Struct, frozen=True, kw_only=True):
    """For each posting: the score and its three factors, 0 to 1. ranked: False where it names nothing to judge by."""

    score: Array
    skills: Array
    years: Array
    degree: Array
    ranked: Array


def rates_of(held: Mapping[str, SkillBelief], skills: Sequence[str]) -> Array:
    """Expected share of levels 1, 2, 3 for each skill: rows as `skills`; zero for a skill that is not known of."""
    none = (0.0, 0.0, 0.0)
    at_least = np.array([held[s].at_least[:3] if s in held else none for s in skills]).reshape(-1, 3)
    shares: Array = np.cumsum(at_least, axis=1) / np.array([1.0, 2.0, 3.0])
    return shares


def group_shares(demands: Demands, rates: Array) -> Array:
    """For each group the share of its nearest member, or the mean of as many as it asks for, 0 to 1. Every group has
    a member. O(members)."""
    if not len(demands.level):
        return np.zeros(0)
    level = np.repeat(demands.level, np.diff(demands.member_start))
    each = rates[demands.members, level - 1]
    share: Array = np.maximum.reduceat(each, demands.member_start[:-1])
    for group in np.flatnonzero(demands.count > 1).tolist():  # few: one posting in some hundreds has one
        members = each[demands.member_start[group] : demands.member_start[group + 1]]
        share[group] = np.sort(members)[-int(demands.count[group]) :].mean()
    return share


def fit_postings(demands: Demands, rates: Array, who: Candidate) -> PostingFits:
    """Every posting at once. O(postings + members)."""
    size = len(demands.ids)
    posting = np.repeat(np.arange(size), np.diff(demands.group_start))
    weight = np.where(demands.required, 1.0, PREFERRED)
    total = np.bincount(posting, weight, size)
    won = np.bincount(posting, weight * group_shares(demands, rates), size)
    skills = (won + ASSUMED * ASSUMED_SHARE) / (total + ASSUMED)
    years, degree = years_factor(demands, who.years), degree_factor(demands, who)
    score = np.round(skills * years * degree, PLACES)
    return PostingFits(score=score, skills=skills, years=years, degree=degree, ranked=total > 0)


def years_factor(demands: Demands, years: float | None) -> Array:
    """1 where the stated years are met or none are stated."""
    short = np.maximum(np.nan_to_num(demands.min_years.astype(np.float64), nan=0.0) - (years or 0.0), 0.0)
    factor: Array = np.maximum(1.0 - A_YEAR_SHORT * short, LEAST_FOR_YEARS)
    return factor


def degree_factor(demands: Demands, who: Candidate) -> Array:
    """1 where the stated degree is met, made up for by years where that is said, or none is stated."""
    short = np.maximum(demands.degree.astype(np.int64) - who.degree, 0)
    made_up = demands.equivalent_ok & ((who.years or 0.0) >= EQUIVALENT_YEARS * short)
    nearly = (short == 1) & (who.degree >= 1)
    factor: Array = np.where((short == 0) | made_up, 1.0, np.where(nearly, STEP_SHORT, DEGREE_SHORT))
    return factor


def ranking(fits: PostingFits, covered: Array, ids: Sequence[str], among: Array) -> Array:
    """Postings of the mask `among` that can be ranked, best first.

    Of equal scores the one with more required groups covered, then by id: neither date nor the order of import counts.
    """
    chosen = np.flatnonzero(among & fits.ranked)
    names = np.array(ids, dtype=np.str_)[chosen]
    order: Array = chosen[np.lexsort((names, -covered[chosen], -fits.score[chosen]))]
    return order
