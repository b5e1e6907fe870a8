"""Solvers: finding texts."""

from functools import cache
from math import hypot

from headway.assessment.templates.solving import Solver


@cache
def edits(a: str, b: str) -> int:
    """Levenshtein's distance, by the first letters."""
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edits(a[1:], b[1:])
    return 1 + min(edits(a[1:], b), edits(a, b[1:]), edits(a[1:], b[1:]))


def in_place(a: str, b: str) -> int:
    """Letters that differ place by place, and those that one word has more."""
    return sum(x != y for x, y in zip(a, b, strict=False)) + abs(len(a) - len(b))


CAR = {2, 4, 5, 9}

SOLVERS = {
    "ir-query-with-and-not": Solver(
        lambda a: len(set(a) - CAR),
        {"both": lambda a: len(set(a) & CAR), "one or the other": lambda a: len(set(a) | CAR), "red": lambda a: len(a)},
    ),
    "ir-recall-of-ten": Solver(
        lambda t, r: r / t,
        {
            "precision": lambda t, r: r / 10,
            "what is missing": lambda t, r: 1 - r / t,
            "shown of all": lambda t, r: 10 / t,
        },
    ),
    "ir-edits-between-words": Solver(
        lambda ws: edits(*ws),
        {
            "place by place": lambda ws: in_place(*ws),
        },
    ),
    "ir-saturation-of-a-word": Solver(
        lambda k, f: f * (k + 1) / (f + k),
        {
            "in proportion": lambda k, f: f,
            "at most": lambda k, f: k + 1,
            "without the factor": lambda k, f: f / (f + k),
        },
    ),
    "ir-mean-of-precisions": Solver(
        lambda a, b: (1 + 2 / a + 3 / b) / 3,
        {
            "reciprocal ranks": lambda a, b: (1 + 1 / a + 1 / b) / 3,
            "precision at the last": lambda a, b: 3 / b,
            "the first alone": lambda a, b: 1,
        },
    ),
    "ir-two-lists-made-one": Solver(
        lambda a, b: 1000 / (60 + a) + 1000 / (60 + b),
        {
            "the better rank alone": lambda a, b: 1000 / (60 + a),
            "adds the ranks": lambda a, b: 1000 / (60 + a + b),
            "the mean": lambda a, b: 500 / (60 + a) + 500 / (60 + b),
        },
    ),
    "we-sum-and-difference": Solver(
        lambda k, m, w: k - m + w,
        {
            "adds all": lambda k, m, w: k + m + w,
            "takes both off": lambda k, m, w: k - m - w,
            "mean": lambda k, m, w: k / 3,
        },
    ),
    "we-angle-of-two-words": Solver(
        lambda a, b, c: a / hypot(a, b),
        {
            "the product": lambda a, b, c: a * c,
            "one length forgotten": lambda a, b, c: a * c / hypot(a, b),
            "the sine": lambda a, b, c: b / hypot(a, b),
        },
    ),
    "we-pairs-of-a-window": Solver(
        lambda w, n: 2 * w * n - w * (w + 1),
        {
            "ends are like the middle": lambda w, n: 2 * w * n,
            "one side": lambda w, n: w * n - w * (w + 1) / 2,
            "every two words": lambda w, n: n * (n - 1),
        },
    ),
    "we-negatives-for-a-pair": Solver(
        lambda v, d, k: k + 1,
        {
            "the negatives alone": lambda v, d, k: k,
            "all words": lambda v, d, k: v,
            "each number": lambda v, d, k: (k + 1) * d,
        },
    ),
    "fe-words-in-buckets": Solver(
        lambda m, n: (n - 1) / m,
        {"the chance of one": lambda m, n: 1 / m, "upside down": lambda m, n: m / n, "none": lambda m, n: 0},
    ),
}
