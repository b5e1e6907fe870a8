"""How precise the answer to a number question must be: the decimals that are enough, worked out from its variants.

An answer rounded to them is right in every variant; a misconception's answer rounded to them is wrong wherever it is
wrong unrounded.
"""

import math
from collections.abc import Iterator
from functools import cache

import msgspec

from headway.assessment.draw import Values, dice_for, draw, drawn_lists, every
from headway.assessment.templates.solving import Solver, solver_of
from headway.knowledge.items import Item, Vary

MOST_DECIMALS = 6
VARIANTS = 400
"""At most so many variants are looked at, evenly over all; lists of draws: the variants of so many seeds."""
_WORDS = ("A whole number is", "One decimal is", "Two decimals are", "Three decimals are", "Four decimals are")
Pair = tuple[float, tuple[float, ...]]


def near(given: float, right: float, tolerance: float, decimals: int | None = None) -> bool:
    """Within the relative tolerance (of 1 where the answer is 0), or no further off than the answer so rounded."""
    if not math.isfinite(given):
        return False
    off = tolerance * max(abs(right), 1e-9 if right else 1.0) + 1e-12
    if decimals is not None:
        off = max(off, abs(round(right, decimals) - right) + 1e-9)
    return abs(given - right) <= off


def in_words(decimals: int) -> str:
    """`Three decimals are enough.`"""
    return (_WORDS[decimals] if decimals < len(_WORDS) else f"{decimals} decimals are") + " enough."


def decimals_of(item: Item) -> int:
    """The decimals that are enough for a number item. Raises KnowledgeBroken without a solver."""
    return _fewest(item.topic, item.id, msgspec.json.encode(item.authored.vary), item.authored.tolerance)


@cache
def _fewest(topic: str, item: str, vary: bytes, tolerance: float) -> int:
    """O(variants · slips · decimals), once a question."""
    solver = solver_of(topic, item)
    pairs = [_pair(solver, values) for values in variants(item, msgspec.json.decode(vary, type=Vary))]
    wanted = (d for d in range(MOST_DECIMALS) if all(_enough(pair, tolerance, d) for pair in pairs))
    return next(wanted, MOST_DECIMALS)


def variants(item: str, vary: Vary) -> Iterator[Values]:
    """The variants of a number item, evenly thinned where there are many."""
    if drawn_lists(vary):
        return (draw(vary, dice_for(seed, item)) for seed in range(VARIANTS))
    return iter(every(vary, VARIANTS))


def _pair(solver: Solver, values: Values) -> Pair:
    return float(solver.right(**values)), tuple(float(slip(**values)) for slip in solver.slips.values())


def _enough(pair: Pair, tolerance: float, decimals: int) -> bool:
    """Rounding keeps the right answer within the tolerance (and at all), and lets no wrong one in."""
    right, slips = pair
    if abs(round(right, decimals) - right) > tolerance * abs(right) + 1e-9:
        return False
    return not any(
        near(round(slip, decimals), right, tolerance, decimals) and not near(slip, right, tolerance) for slip in slips
    )
