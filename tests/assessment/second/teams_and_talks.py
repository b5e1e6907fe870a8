"""Second solvers: working across teams, giving talks, by listing who talks and by drawing."""

import math
from itertools import combinations


def talk(t, n):
    """Person k of team j; person 0 speaks for it."""
    people = [(j, k) for j in range(t) for k in range(n)]
    return sum(1 for (i, k), (j, m) in combinations(people, 2) if i == j or (k == 0 and m == 0))


def slides(t, q, c, m):
    shown, left = 0, t - q - c
    while left >= m:
        shown, left = shown + 1, left - m
    return shown


def area(width):
    return math.pi * width * width / 4


SECOND = {
    "cf-pairs-that-are-added": lambda a, b: sum(1 for _, new in combinations(range(b), 2) if new >= a),
    "cf-one-speaker-a-team": talk,
    "cf-days-through-three-teams": lambda a, b, c, w: sum([a, w, b, w, c]),
    "pr-slides-that-fit": slides,
    "pr-bars-above-a-cut": lambda s, a, b: len(range(s, b)) / len(range(s, a)),
    "pr-discs-by-their-width": lambda a, b: area(b) / area(a),
}
