"""Solvers: systems kept safe."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "as-alerts-for-people": Solver(
        lambda n, m, h: n * m / 60 / h,
        {
            "the hours": lambda n, m, h: n * m / 60,
            "the minutes": lambda n, m, h: n * m / h,
            "one a minute": lambda n, m, h: n / 60 / h,
        },
    ),
    "as-harm-past-two-guards": Solver(
        lambda h, r, f: 1e6 * h / 100 * (100 - r) / 100 * (100 - f) / 100,
        {
            "the model alone": lambda h, r, f: 1e6 * h / 100 * (100 - r) / 100,
            "the filter alone": lambda h, r, f: 1e6 * h / 100 * (100 - f) / 100,
            "those that are stopped": lambda h, r, f: 1e6 * h / 100 * r / 100 * f / 100,
        },
    ),
    "as-runs-without-a-failure": Solver(
        lambda n: 1 - 0.05 ** (1 / n),
        {
            "never means never": lambda n: 0,
            "one more trial": lambda n: 1 / n,
            "five per cent of one": lambda n: 0.05 / n,
        },
    ),
    "as-attacks-until-one-works": Solver(
        lambda p, n: 1 - (1 - p) ** n,
        {
            "adds the chances": lambda p, n: p * n,
            "none works": lambda p, n: (1 - p) ** n,
            "one attempt": lambda p, n: p,
        },
    ),
    "as-guards-that-fail-together": Solver(
        lambda a, c: c / a,
        {
            "the share that passes": lambda a, c: a * c / 100,
            "the first alone": lambda a, c: 100 / c,
            "no difference": lambda a, c: 1,
        },
    ),
}
