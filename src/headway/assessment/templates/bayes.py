"""Solvers: Bayesian statistics."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "bayes-beta-posterior-mean": Solver(
        lambda a, b, k, n: (a + k) / (a + b + n),
        {
            "ignores the prior": lambda a, b, k, n: k / n,
            "mean of prior and data": lambda a, b, k, n: (a / (a + b) + k / n) / 2,
        },
    ),
    "bayes-odds-update": Solver(
        lambda o, r: o * r / (1 + o * r),
        {"gives the odds": lambda o, r: o * r, "ignores the prior": lambda o, r: r / (1 + r)},
    ),
    "bayes-normal-precision": Solver(
        lambda m, v, w, x: (m * w + x * v) / (v + w),
        {
            "plain mean": lambda m, v, w, x: (m + x) / 2,
            "weights exchanged": lambda m, v, w, x: (m * v + x * w) / (v + w),
        },
    ),
}
