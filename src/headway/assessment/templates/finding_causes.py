"""Solvers: solving problems, with care."""

import re
from math import ceil, log2

from headway.assessment.templates.solving import Solver

HOUR = 60
MARCH = 31
ALWAYS = ("CD-12345", "EF-2B34", "GH_5678", "IJ-9012", "MN-7780", "PQ-4141")
"""The codes of att-codes-that-break-the-rule that do not vary."""


def _broken(x: str, y: str) -> int:
    return sum(re.fullmatch(r"[A-Z]{2}-[0-9]{4}", code) is None for code in (*ALWAYS, x, y))


def _commonest(*counts: int) -> float:
    return 100 * sum(sorted(counts)[-2:]) / sum(counts)


def _digit(total: int) -> int:
    """The digit d for which total + 3 d can be divided by 10."""
    return (-total * 7) % 10


SOLVERS = {
    "ps-trials-by-halving": Solver(
        lambda n: ceil(log2(n)),
        {"one by one": lambda n: n, "half of them": lambda n: n / 2, "the root": lambda n: round(n**0.5)},
    ),
    "ps-pieces-an-hour": Solver(
        lambda a, b, c: HOUR / max(a, b, c),
        {
            "one piece at a time in all": lambda a, b, c: HOUR / (a + b + c),
            "the mean place decides": lambda a, b, c: 3 * HOUR / (a + b + c),
            "the fastest decides": lambda a, b, c: HOUR / min(a, b, c),
        },
    ),
    "ps-second-place-for-the-slowest": Solver(
        lambda a, b, c: HOUR / max(a, b / 2, c),
        {
            "twice the places are twice the pieces": lambda a, b, c: 2 * HOUR / b,
            "nothing changes": lambda a, b, c: HOUR / b,
            "one piece at a time in all": lambda a, b, c: HOUR / (a + b / 2 + c),
        },
    ),
    "ps-two-commonest-causes": Solver(
        lambda a, b, c, d, e: _commonest(a, b, c, d, e),
        {
            "the two named first": lambda a, b, c, d, e: 100 * (a + b) / (a + b + c + d + e),
            "one cause": lambda a, b, c, d, e: 100 * b / (a + b + c + d + e),
            "of the other faults": lambda a, b, c, d, e: 100 * (b + d) / (a + c + e),
            "two of five causes": lambda a, b, c, d, e: 40,
        },
    ),
    "ps-which-check-first": Solver(
        lambda a, p, b: min(a + (1 - p) * b, b + p * a),
        {
            "the likelier first": lambda a, p, b: b + p * a,
            "both each time": lambda a, p, b: a + b,
            "one check each time": lambda a, p, b: p * a + (1 - p) * b,
        },
    ),
    "att-codes-that-break-the-rule": Solver(
        _broken,
        {
            "one way to break it is overlooked": lambda x, y: _broken(x, y) - 1,
        },
    ),
    "att-days-of-a-licence": Solver(
        lambda a, b: MARCH - a + 1 + b,
        {
            "one end does not count, or March has 30": lambda a, b: MARCH - a + b,
            "neither end counts": lambda a, b: MARCH - a + b - 1,
        },
    ),
    "att-rows-that-are-left": Solver(
        lambda n, a, b: n - 2 - (b - a + 1),
        {
            "one end of them stays, or the last line is a row": lambda n, a, b: n - 2 - (b - a),
            "each line is a row": lambda n, a, b: n - (b - a + 1),
        },
    ),
    "att-in-one-list-alone": Solver(
        lambda a, b, c: a + b - 2 * c,
        {
            "in any of the two": lambda a, b, c: a + b - c,
            "in the first alone": lambda a, b, c: a - c,
            "twice is counted twice": lambda a, b, c: a + b,
        },
    ),
    "att-grams-among-kilograms": Solver(
        lambda s, g: s - g + g / 1000,
        {
            "they are left out": lambda s, g: s - g,
            "all were in g": lambda s, g: s / 1000,
            "they are added": lambda s, g: s + g / 1000,
        },
    ),
    "att-check-digit": Solver(
        lambda a, b, c, d, e: _digit(a + 3 * b + c + 3 * d + e),
        {
            "not times 3 itself": lambda a, b, c, d, e: -(a + 3 * b + c + 3 * d + e) % 10,
            "the others times 3": lambda a, b, c, d, e: _digit(3 * a + b + 3 * c + d + 3 * e),
            "nothing times 3": lambda a, b, c, d, e: _digit(a + b + c + d + e),
        },
    ),
}
