"""The last touch on a good row: steps that serve nothing go, and each step stands where it is worth most."""

from typing import Any, Final

import numpy as np

from headway.planning.market.row import EMPTY, Row, Track
from headway.planning.market.ways import bits, each

Array = np.ndarray[Any, np.dtype[Any]]

ROUNDS: Final = 6
"""Passes over the row, as long as they gain."""


def tidied(track: Track, row: Row, value: float) -> tuple[Row, float]:
    """The row with single steps taken out or moved, as long as that makes it better."""
    row, value = without_needless(track, row, value)
    for _ in range(ROUNDS):
        better = moved(track, row, value)
        if better is None:
            break
        row, value = better
    return row, value


def without_needless(track: Track, row: Row, value: float) -> tuple[Row, float]:
    """Each step tried without, the last first; it stays out where that loses nothing."""
    for c in reversed(row.order):
        other = track.walk([x for x in row.order if x != c], EMPTY)
        worth = track.value(other.order)
        if worth >= value:
            row, value = other, worth
    return row, value


def moved(track: Track, row: Row, value: float) -> tuple[Row, float] | None:
    """One pass: each step, one after the other, to its best place. None when nothing gains.

    A step stays behind all that first gave what it asks and before all that ask what it first gave. All places of a
    step are valued at once. O(steps x places x goals of all postings).
    """
    order = list(row.order)
    best = value
    for c in row.order:
        at = order.index(c)
        low, high = _room(track, order, at)
        rest = [x for x in order if x != c]
        tries = [[*rest[:place], c, *rest[place:]] for place in range(low, high + 1) if place != at]
        if not tries:
            continue
        worth = track.values(tries)
        first = int(worth.argmax())
        if worth[first] > best:
            order, best = tries[first], float(worth[first])
    if best <= value:
        return None
    other = track.walk(order, EMPTY)
    exact = track.value(other.order)
    return (other, exact) if exact > value else None


def _room(track: Track, order: list[int], at: int) -> tuple[int, int]:
    """First and last place that the step at `at` may move to, without harm to what stands on what."""
    ground = track.ground
    held = 0
    giver: dict[int, int] = {}
    for place, c in enumerate(order):
        gained = ground.gained(c, held) & ~held
        if place <= at:
            for fact in each(gained):
                giver[fact] = place
        held |= gained
    c = order[at]
    low = max((giver[fact] + 1 for fact in each(ground.asks[c]) if fact in giver and giver[fact] < at), default=0)
    mine = bits([fact for fact, place in giver.items() if place == at])
    high = next((place - 1 for place in range(at + 1, len(order)) if ground.asks[order[place]] & mine), len(order) - 1)
    return low, high
