"""All closures of one set of ways at once: which members each candidate still needs, in a few sweeps over arrays.

A bundle is a candidate with all it asks for by the cheapest ways, laid down once for someone who holds nothing. What is
held then cuts off members: a member is needed when a needed member asks it for a fact that is not held. From the head
down, level by level, that is a handful of array operations for all bundles together.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from headway.planning.market.ways import Bits, Ground, Ways, each

Array = np.ndarray[Any, np.dtype[Any]]


class _Laid(NamedTuple):
    """members in the order to do them (the head last); asks: (place that gives, place that asks, fact)."""

    members: list[int]
    asks: list[tuple[int, int, int]]


class _Level(NamedTuple):
    """Members as far from their heads: children[n] is asked by parent and fact from first[n] on."""

    children: Array
    first: Array
    parent: Array
    fact: Array


class Bundles:
    """The bundles of these heads. Entry: one member of one bundle; those of a bundle stand side by side."""

    def __init__(self, ways: Ways, heads: Sequence[int]) -> None:
        self.ground = ground = ways.ground
        laid = [_laid(ground, ways.giver, c) for c in heads]
        self.heads = np.array([c for c, one in zip(heads, laid, strict=True) if one], dtype=np.int64)
        kept = [one for one in laid if one]
        ends = np.cumsum([len(one.members) for one in kept]) if kept else np.zeros(0, dtype=np.int64)
        self.first = np.array([0, *ends[:-1]], dtype=np.int64) if kept else ends
        self.last = ends - 1
        self.member = np.array([c for one in kept for c in one.members], dtype=np.int64)
        self.minutes = np.array(ground.minutes, dtype=np.int64)[self.member]
        self.cents = np.array(ground.cents, dtype=np.int64)[self.member]
        self.levels = _levels(kept, self.first.tolist())

    def needed(self, lacking: Array, undone: Array) -> Array:
        """For each entry whether it is still needed. lacking: of each fact; undone: of each candidate."""
        need = np.zeros(len(self.member), dtype=bool)
        need[self.last] = undone[self.heads]
        for level in self.levels:
            asked = need[level.parent] & lacking[level.fact]
            need[level.children] = np.logical_or.reduceat(asked, level.first)
        return need

    def summed(self, entries: Array) -> Array:
        """The sum over each bundle."""
        total: Array = np.add.reduceat(entries, self.first)
        return total

    def members(self, bundle: int, need: Array) -> list[int]:
        """The needed members of a bundle, in the order to do them."""
        part = slice(int(self.first[bundle]), int(self.last[bundle]) + 1)
        found: list[int] = self.member[part][need[part]].tolist()
        return found


def _laid(ground: Ground, giver: Sequence[int], head: int) -> _Laid | None:
    """The bundle of one head; None when it cannot be had this way."""
    members: list[int] = []
    place: dict[int, int] = {}
    begun: set[int] = set()
    given: dict[int, int] = {}
    asks: list[tuple[int, int, int]] = []

    def add(one: int, wanted: Bits) -> bool:
        begun.add(one)
        asked = ground.needs[one]
        for start, gives in ground.parts[one]:
            if gives & wanted:
                asked |= start
        links = []
        for fact in each(asked):
            if fact not in given:
                other = giver[fact]
                had = other >= 0 and (other in place if other in begun else add(other, 1 << fact))
                if not had and ground.needs[one] >> fact & 1:
                    return False
                if not had:
                    continue
            links.append((given.get(fact, giver[fact]), fact))
        place[one] = len(members)
        members.append(one)
        asks.extend((place[other], place[one], fact) for other, fact in links)
        for fact in each(ground.gives[one]):
            given.setdefault(fact, one)
        return True

    return _Laid(members, asks) if add(head, ground.gives[head]) else None


def _levels(laid: Sequence[_Laid], first: Sequence[int]) -> list[_Level]:
    rows: list[list[tuple[int, int, int]]] = []
    for one, at in zip(laid, first, strict=True):
        depth = [0] * len(one.members)
        # Whoever asks stands after whom it asks, so from the end on each depth is known when it is used.
        for child, parent, _ in sorted(one.asks, key=lambda ask: -ask[1]):
            depth[child] = max(depth[child], depth[parent] + 1)
        for child, parent, fact in one.asks:
            while len(rows) < depth[child]:
                rows.append([])
            rows[depth[child] - 1].append((child + at, parent + at, fact))
    levels = []
    for row in rows:
        child, parent, fact = np.array(sorted(row), dtype=np.int64).T
        children, starts = np.unique(child, return_index=True)
        levels.append(_Level(children, starts, parent, fact))
    return levels
