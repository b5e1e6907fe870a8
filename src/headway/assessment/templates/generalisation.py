"""Solvers: generalising."""

from math import copysign

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "gen-mse-decomposition": Solver(
        lambda t, n, m, v: (m - t) ** 2 + v + n,
        {
            "bias not squared": lambda t, n, m, v: abs(m - t) + v + n,
            "forgets the noise": lambda t, n, m, v: (m - t) ** 2 + v,
        },
    ),
    "gen-ridge-shrink": Solver(
        lambda b, s, lam: b * s / (s + lam),
        {"subtracts the penalty": lambda b, s, lam: b - lam, "divides by the penalty": lambda b, s, lam: b / lam},
    ),
    "gen-lasso-soft": Solver(
        lambda b, lam: copysign(max(abs(b) - lam, 0), b),
        {"shrinks in proportion": lambda b, lam: b / (1 + lam), "keeps it": lambda b, lam: b},
    ),
    "gen-kfold-size": Solver(lambda n, k: n - n // k, {"one fold": lambda n, k: n / k, "all of them": lambda n, k: n}),
    "gen-kfold-fits": Solver(
        lambda a, b, k: a * b * k + 1,
        {"forgets the folds": lambda a, b, k: a * b + 1, "adds the values": lambda a, b, k: (a + b) * k + 1},
    ),
}
