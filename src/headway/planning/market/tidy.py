"""The last touch on a good row: steps that serve nothing go, and each step stands where it is worth most."""

from typing import Final

from headway.planning.market.reorder import Reordering
from headway.planning.market.row import EMPTY, Row, Track

ROUNDS: Final = 6
"""Passes over the row, as long as they gain."""
MOVES: Final = 12
"""Moves in a pass."""


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
    """Each step tried without; the last one that loses nothing stays out, and again."""
    while row.order:
        others = [track.walk(row.order[n + 1 :], track.head(row, n)) for n in reversed(range(len(row.order)))]
        worth = track.values(others)
        free = next((n for n, other in enumerate(worth) if other >= value), None)
        if free is None:
            break
        row, value = others[free], worth[free]
    return row, value


def moved(track: Track, row: Row, value: float) -> tuple[Row, float] | None:
    """Up to MOVES steps, one after the other, to where they gain most. None when nothing gains."""
    reordering = Reordering(track, row.order)
    best = None
    for _ in range(MOVES):
        order = reordering.better()
        if order is None:
            break
        best = order
    if best is None:
        return None
    other = track.walk(best, EMPTY)
    exact = track.value(other.order)
    return (other, exact) if exact > value else None
