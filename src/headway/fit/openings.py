"""Postings that a person would reach if they knew more: how many each skill opens, alone or together.

Only postings whose years and degree are met count, for learning changes neither. A posting is open to raises that
cover as many of its uncovered required groups as are still missing.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from headway.arrays import Array
from headway.postings.demands import Demands, Reach, members_held, needed

TOP = 3
"""The highest level a requirement asks for."""


class Openings:
    """The closed postings among a mask, by the skills that would help."""

    def __init__(self, demands: Demands, levels: Array, reach: Reach, among: Array) -> None:
        closed = among & reach.judged & reach.years_ok & reach.degree_ok & ~reach.reachable
        self.postings = np.flatnonzero(closed)
        """Row of each closed posting in demands."""
        self.missing = (needed(reach.wanted) - reach.covered)[self.postings]
        """How many more groups each needs."""
        number = np.full(len(demands.ids), -1)
        number[self.postings] = np.arange(len(self.postings))
        posting_of = np.repeat(number, np.diff(demands.group_start))
        self._short = demands.count - members_held(demands, levels)
        helps = (posting_of >= 0) & demands.required & (self._short > 0)
        group_of = np.repeat(np.arange(len(demands.level)), np.diff(demands.member_start))
        not_held = levels[demands.members] < demands.level[group_of]
        rows = np.flatnonzero(helps[group_of] & not_held)
        skill = demands.members[rows]
        order = np.lexsort((demands.level[group_of[rows]], skill))
        self._group = group_of[rows][order]
        self._posting = posting_of[self._group]
        level = demands.level[self._group]
        count = len(demands.skills)
        key = skill[order].astype(np.int64) * (TOP + 1) + level
        self._start = np.searchsorted(key, np.arange(count) * (TOP + 1))
        self._end = np.searchsorted(key, np.arange(count * (TOP + 1)), side="right").reshape(count, TOP + 1)

    def _rows(self, skill: int, level: int) -> slice:
        """Uncovered groups that this skill at this level would cover, or bring nearer where they ask for several."""
        return slice(int(self._start[skill]), int(self._end[skill, min(level, TOP)]))

    def by_one(self, skill: int, level: int) -> int:
        """How many postings one skill raised to this level opens by itself."""
        return len(self.opened({skill: level}))

    def opened(self, raises: Mapping[int, int]) -> Array:
        """Places (in `postings`) that these skills raised to these levels open together, each counted once."""
        parts = [self._rows(skill, level) for skill, level in sorted(raises.items())]
        if not parts:
            return np.zeros(0, dtype=np.int64)
        group, first, raised = np.unique(
            np.concatenate([self._group[part] for part in parts]), return_index=True, return_counts=True
        )
        covered = first[raised >= self._short[group]]
        posting = np.concatenate([self._posting[part] for part in parts])[covered]
        place, count = np.unique(posting, return_counts=True)
        found: Array = place[count >= self.missing[place]]
        return found

    def asked(self) -> Iterable[int]:
        """Skills that some uncovered group of a closed posting names."""
        return (int(skill) for skill in np.flatnonzero(self._end[:, TOP] > self._start))
