"""Second solvers: measures, spreadsheets, cell by cell."""

import bisect

import numpy as np


def left(c):
    there, gone = 100.0, 0.0
    for _ in range(12):
        gone, there = gone + there * c / 100, there - there * c / 100
    return gone


def copied(a, b, f, g):
    """References as (moves, row): what moves goes down with the formula."""
    sheet = {("A", 1): a, ("A", 2): b, ("C", 1): f, ("C", 2): g}
    down = 1
    return sheet["A", 1 + down] * sheet["C", 1]


def looked_up(x):
    return [5, 8, 12][bisect.bisect_right([0, 1000, 5000], x) - 1]


def both(a, b, c, d):
    region = np.array(["north", "south", "north", "north"])
    return np.array([a, b, c, d])[(region == "north") & (np.array([10, 25, 7, 40]) >= 10)].sum()


def nested(a, b):
    if a <= 10:
        return b + b
    return sum([a, b][: 2 if b > 5 else 1])


def counts(a, b):
    cells = [4, "n/a", None, a, 0, b]
    numbers = [cell for cell in cells if isinstance(cell, int)]
    return len(numbers) * 10 + len([n for n in numbers if n > 0])


SECOND = {
    "me-still-there-in-week-four": lambda n, a, b, k: float(np.mean([1] * b + [0] * (n - b))) * 100,
    "me-net-promoters": lambda n, p, d: float(np.mean([100] * p + [-100] * d + [0] * (n - p - d))),
    "me-churn-of-a-year": left,
    "me-worth-of-a-customer": lambda m, g, t, w: sum(m - m * (100 - g) / 100 for _ in range(t)) / w,
    "xl-dollar-signs": copied,
    "xl-lookup-of-a-band": looked_up,
    "xl-average-with-a-gap": lambda a, b, c: float(np.nanmean([a, b, np.nan, c])),
    "xl-sum-where-two-hold": both,
    "xl-if-inside-if": nested,
    "xl-count-of-what": counts,
}
