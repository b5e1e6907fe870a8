"""Solvers: estimates, intervals and tests."""

from math import sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "inf-standard-error-mean": Solver(
        lambda n, s: s / sqrt(n), {"divides by n": lambda n, s: s / n, "the deviation itself": lambda n, s: s}
    ),
    "inf-ci-proportion": Solver(
        lambda k, n: 1.96 * sqrt(k / n * (1 - k / n) / n),
        {
            "one standard error": lambda k, n: sqrt(k / n * (1 - k / n) / n),
            "forgets the sample size": lambda k, n: 1.96 * sqrt(k / n * (1 - k / n)),
            "the whole width": lambda k, n: 3.92 * sqrt(k / n * (1 - k / n) / n),
        },
    ),
    "inf-ci-mean-lower": Solver(
        lambda n, m, s: m - 1.96 * s / sqrt(n),
        {"spread of the data": lambda n, m, s: m - 1.96 * s, "the upper end": lambda n, m, s: m + 1.96 * s / sqrt(n)},
    ),
    "inf-ci-narrower": Solver(
        lambda n, w: 4 * n, {"twice as many": lambda n, w: 2 * n, "half as many": lambda n, w: n / 2}
    ),
    "inf-z-statistic": Solver(
        lambda m, n, s, x: (x - m) / (s / sqrt(n)),
        {
            "forgets the sample size": lambda m, n, s, x: (x - m) / s,
            "multiplies by n": lambda m, n, s, x: (x - m) / s * n,
        },
    ),
    "inf-multiple-tests": Solver(
        lambda k: 1 - 0.95**k, {"adds the levels": lambda k: 0.05 * k + 0.0, "stays at the level": lambda k: 0.05}
    ),
    "inf-bonferroni": Solver(lambda k, a: a / k, {"keeps the level": lambda k, a: a, "multiplies": lambda k, a: a * k}),
    "inf-stratified": Solver(
        lambda a, b, n: n * a / (a + b),
        {"half of the sample": lambda a, b, n: n / 2, "share of the old ones": lambda a, b, n: n * a / b},
    ),
}
