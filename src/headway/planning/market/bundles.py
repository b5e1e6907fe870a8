"""All closures of one set of ways at once, for several rows: which members each candidate still needs, in a few sweeps.

A bundle is a candidate with all it asks for by the cheapest ways, laid down once for someone who holds nothing. What is
held then cuts off members: a member is needed when a needed member asks it for a fact that is not held. From the head
down, level by level, that is a handful of array operations for all bundles together.
"""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np

from headway.arrays import Array
from headway.planning.market.ways import Bits, Ground, Ways, each


class _Laid(NamedTuple):
    """members in the order to do them (the head last); asks: (place that gives, place that asks, fact)."""

    members: list[int]
    asks: list[tuple[int, int, int]]


class _Level(NamedTuple):
    """Members as far from their heads: children[n] is asked by each parent[:, n], for fact[:, n]."""

    children: Array
    parent: Array
    fact: Array


class Bundles:
    """The bundles of these heads. Place: one member of one bundle, at slot x bundles + bundle; the head has slot 0."""

    def __init__(self, ways: Ways, heads: Sequence[int]) -> None:
        ground = ways.ground
        laid = [_laid(ground, ways.giver, c) for c in heads]
        kept = [one for one in laid if one]
        self.heads = np.array([c for c, one in zip(heads, laid, strict=True) if one], dtype=np.int64)
        self.slots = max((len(one.members) for one in kept), default=1)
        self.member = np.full((self.slots, len(kept)), ground.size, dtype=np.int64)
        for number, one in enumerate(kept):
            self.member[: len(one.members), number] = one.members[::-1]
        self.minutes = np.array([*ground.minutes, 0], dtype=np.int64)[self.member][:, :, None]
        self.cents = np.array([*ground.cents, 0], dtype=np.int64)[self.member][:, :, None]
        self.levels = _levels(kept)

    def needed(self, lacking: Array, undone: Array) -> Array:
        """For each slot, bundle and row whether that member is still needed.

        lacking: of each fact and row; undone: of each candidate and row.
        """
        count = len(self.heads)
        need = np.zeros((self.slots * count + 1, undone.shape[1]), dtype=bool)
        need[:count] = undone[self.heads]
        for level in self.levels:
            asked = need.take(level.parent, axis=0) & lacking.take(level.fact, axis=0)
            need[level.children] = asked[0] if len(asked) == 1 else np.logical_or.reduce(asked, axis=0)
        return need[:-1].reshape(self.slots, count, undone.shape[1])

    def members(self, bundles: Sequence[int], need: Array) -> list[list[int]]:
        """For each of these bundles its needed members, in the order to do them. need: of each slot and bundle."""
        listed = self.member[::-1, bundles].T.tolist()
        needed = need[::-1].T.tolist()
        return [list(compress(members, wanted)) for members, wanted in zip(listed, needed, strict=True)]


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


def _levels(laid: Sequence[_Laid]) -> list[_Level]:
    """The members of all bundles by how far they are from their heads, the nearest first."""
    rows: list[dict[int, list[tuple[int, int]]]] = []
    for number, one in enumerate(laid):
        size = len(one.members)
        depth = [0] * size
        # Whoever asks stands after whom it asks, so from the end on each depth is known when it is used.
        for child, parent, _ in sorted(one.asks, key=lambda ask: -ask[1]):
            depth[child] = max(depth[child], depth[parent] + 1)
        for child, parent, fact in sorted(one.asks):
            while len(rows) < depth[child]:
                rows.append({})
            place, asking = ((size - 1 - n) * len(laid) + number for n in (child, parent))
            rows[depth[child] - 1].setdefault(place, []).append((asking, fact))
    nobody = len(laid) * max((len(one.members) for one in laid), default=1)
    return [_level(row, nobody) for row in rows]


def _level(row: dict[int, list[tuple[int, int]]], nobody: int) -> _Level:
    """Those asked less often than others are asked by nobody beside."""
    most = max(map(len, row.values()))
    asks = np.array([[*asked, *[(nobody, 0)] * (most - len(asked))] for asked in row.values()], dtype=np.int64)
    return _Level(np.array(list(row), dtype=np.int64), asks[:, :, 0].T.copy(), asks[:, :, 1].T.copy())
