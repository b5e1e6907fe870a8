"""Solvers: working across teams, giving talks."""

from math import comb

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "cf-pairs-that-are-added": Solver(
        lambda a, b: comb(b, 2) - comb(a, 2),
        {
            "pairs among the new": lambda a, b: comb(b - a, 2),
            "people": lambda a, b: b - a,
            "each pair twice": lambda a, b: b * (b - 1) - a * (a - 1),
            "all pairs": lambda a, b: comb(b, 2),
        },
    ),
    "cf-one-speaker-a-team": Solver(
        lambda t, n: t * comb(n, 2) + comb(t, 2),
        {
            "each with each": lambda t, n: comb(t * n, 2),
            "within teams alone": lambda t, n: t * comb(n, 2),
            "speakers alone": lambda t, n: comb(t, 2),
            "each pair twice": lambda t, n: t * n * (n - 1) + t * (t - 1),
        },
    ),
    "cf-days-through-three-teams": Solver(
        lambda a, b, c, w: a + b + c + 2 * w,
        {
            "nothing lies": lambda a, b, c, w: a + b + c,
            "a wait for each team": lambda a, b, c, w: a + b + c + 3 * w,
            "one wait": lambda a, b, c, w: a + b + c + w,
        },
    ),
    "pr-slides-that-fit": Solver(
        lambda t, q, c, m: (t - q - c) // m,
        {
            "no questions": lambda t, q, c, m: (t - c) // m,
            "no opening": lambda t, q, c, m: t // m,
            "a minute each": lambda t, q, c, m: t - q - c,
        },
    ),
    "pr-bars-above-a-cut": Solver(
        lambda s, a, b: (b - s) / (a - s),
        {
            "as the values": lambda s, a, b: b / a,
            "by how much more": lambda s, a, b: (b - a) / (a - s),
            "as one minus the other": lambda s, a, b: b - a,
        },
    ),
    "pr-discs-by-their-width": Solver(
        lambda a, b: (b / a) ** 2,
        {
            "as the widths": lambda a, b: b / a,
            "as the root": lambda a, b: (b / a) ** 0.5,
            "twice the widths": lambda a, b: 2 * b / a,
        },
    ),
}
