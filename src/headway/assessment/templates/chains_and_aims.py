"""Solvers: chains of training, and what a model is to want."""

from math import log, sqrt

from headway.assessment.templates.solving import Solver

EVALUATES = 5
"""Minutes of the last step."""

SOLVERS = {
    "mlp-steps-that-run-again": Solver(
        lambda a, b, c, d: c + d + EVALUATES,
        {
            "all runs again": lambda a, b, c, d: a + b + c + d + EVALUATES,
            "the changed step alone": lambda a, b, c, d: c,
            "what comes before runs again": lambda a, b, c, d: a + b + c,
            "results are used as they are": lambda a, b, c, d: d + EVALUATES,
        },
    ),
    "mlp-each-step-twice-at-most": Solver(
        lambda n, p: 100 * (1 - (p / 100) ** 2) ** n,
        {
            "no second try": lambda n, p: 100 * (1 - p / 100) ** n,
            "one step": lambda n, p: 100 * (1 - (p / 100) ** 2),
            "those that fail": lambda n, p: 100 - 100 * (1 - (p / 100) ** 2) ** n,
        },
    ),
    "mlp-days-between-trainings": Solver(
        lambda c, g: sqrt(2 * c / g),
        {
            "each day as bad as the last": lambda c, g: sqrt(c / g),
            "until a day costs a training": lambda c, g: c / g,
            "no root": lambda c, g: 2 * c / g,
        },
    ),
    "mlp-rows-at-the-end": Solver(
        lambda n, d, u, t: n * (100 - d) * (100 - u) * (100 - t) / 1e6,
        {
            "all shares are of the first rows": lambda n, d, u, t: n * (100 - d - u - t) / 100,
            "rows of the test": lambda n, d, u, t: n * (100 - d) * (100 - u) * t / 1e6,
            "the test takes none": lambda n, d, u, t: n * (100 - d) * (100 - u) / 1e4,
        },
    ),
    "al-reward-less-the-distance": Solver(
        lambda b, r, p, q: r - b * log(q / p),
        {
            "distance is rewarded": lambda b, r, p, q: r + b * log(q / p),
            "no logarithm": lambda b, r, p, q: r - b * q / p,
            "the difference": lambda b, r, p, q: r - b * (q - p),
        },
    ),
    "al-two-who-rate-alike": Solver(
        lambda p: 100 * (p * p + (1 - p) ** 2),
        {
            "alike is right": lambda p: 100 * p * p,
            "as often as one is right": lambda p: 100 * p,
            "one of each": lambda p: 200 * p * (1 - p),
        },
    ),
    "al-checks-that-notice": Solver(
        lambda k, c, d: 100 * (1 - (1 - c * d / 1e4) ** k),
        {
            "chances add up": lambda k, c, d: k * c * d / 100,
            "checks notice all": lambda k, c, d: 100 * (1 - (1 - c / 100) ** k),
            "one task": lambda k, c, d: c * d / 100,
            "never noticed": lambda k, c, d: 100 * (1 - c * d / 1e4) ** k,
        },
    ),
    "al-reward-that-is-noise": Solver(
        lambda s, e, r: r * s * s / (s * s + e * e),
        {
            "the reward is the worth": lambda s, e, r: r,
            "standard deviations share it": lambda s, e, r: r * s / (s + e),
            "the share of the error": lambda s, e, r: r * e * e / (s * s + e * e),
        },
    ),
}
