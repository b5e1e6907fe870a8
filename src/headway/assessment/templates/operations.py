"""Solvers: models in production."""

from math import log

from headway.assessment.templates.solving import Solver


def psi(a: float) -> float:
    """Against two bins of one half."""
    return (a - 0.5) * log(a / 0.5) + (0.5 - a) * log((1 - a) / 0.5)


SOLVERS = {
    "ops-drift-psi": Solver(psi, {"the shift": lambda a: a - 0.5, "one bin only": lambda a: (a - 0.5) * log(a / 0.5)}),
    "ops-alert-noise": Solver(
        lambda k, a: 30 * k * a, {"one day": lambda k, a: k * a, "one feature": lambda k, a: 30 * a}
    ),
    "ops-latency-percentile": Solver(
        lambda n: 1 - 0.99**n, {"as one service": lambda n: 0.01, "all of them": lambda n: 0.01**n}
    ),
    "ops-littles-law": Solver(
        lambda r, t: r * t / 1000, {"milliseconds as seconds": lambda r, t: r * t, "divides": lambda r, t: r / t}
    ),
    "ops-availability": Solver(
        lambda m: 100 * (1 - m / 43200),
        {"of one day": lambda m: 100 * (1 - m / 1440), "the time down": lambda m: 100 * m / 43200},
    ),
    "ops-dag-critical-path": Solver(
        lambda a, b, c, d: a + max(b, c) + d,
        {
            "one after the other": lambda a, b, c, d: a + b + c + d,
            "the shorter one": lambda a, b, c, d: a + min(b, c) + d,
        },
    ),
    "ops-quantise-size": Solver(
        lambda m, b: m * b / 32, {"half": lambda m, b: m / 2, "subtracts the bits": lambda m, b: m * (32 - b) / 32}
    ),
    "ops-cost-training": Solver(
        lambda h, g, p: h * g * p, {"one GPU": lambda h, g, p: h * p, "hours shared": lambda h, g, p: h / g * p}
    ),
}
SOLVERS["ops-false-alarms-in-a-month"] = SOLVERS["ops-alert-noise"]
SOLVERS["ops-requests-at-once"] = SOLVERS["ops-littles-law"]
