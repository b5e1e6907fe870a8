"""Solvers: simulated worlds."""

from math import exp, log

from headway.assessment.templates.solving import Solver


def wait(s: float, a: float, b: float) -> float:
    """The counter is free when the second has been served."""
    second_begins = max(s, a)
    return max(second_begins + s - b, 0)


SOLVERS = {
    "sim-circle-by-points": Solver(
        lambda n, k: 4 * k / n,
        {
            "the share": lambda n, k: k / n,
            "half a circle": lambda n, k: 2 * k / n,
            "those outside": lambda n, k: 4 - 4 * k / n,
        },
    ),
    "sim-runs-until-some-breaks": Solver(
        lambda p, k: k / p,
        {
            "the first": lambda p, k: 1 / p,
            "breaks in as many runs": lambda p, k: k * p,
            "half": lambda p, k: k / (2 * p),
        },
    ),
    "sim-third-in-the-queue": Solver(
        wait,
        {
            "until the first is done": lambda s, a, b: abs(s - b),
            "until now": lambda s, a, b: 2 * s,
            "the wait of the second": lambda s, a, b: s - a,
        },
    ),
    "sim-growth-in-steps": Solver(
        lambda r, h: 100 * (1 + r * h) ** round(2 / h),
        {
            "grows smoothly": lambda r, h: 100 * exp(2 * r),
            "no growth of the growth": lambda r, h: 100 * (1 + 2 * r),
            "a step is two days": lambda r, h: 100 * (1 + r * h),
        },
    ),
    "sim-runs-for-a-smaller-error": Solver(
        lambda n, e, f: n * (e / f) ** 2,
        {"in proportion": lambda n, e, f: n * e / f, "nothing changes": lambda n, e, f: n},
    ),
    "sim-draw-by-inversion": Solver(
        lambda m, u: -m * log(1 - u),
        {
            "of the number itself": lambda m, u: -m * log(u),
            "in proportion": lambda m, u: m * u,
            "puts it in": lambda m, u: 1 - exp(-u / m),
        },
    ),
    "sim-error-of-a-finer-step": Solver(
        lambda h, e, k: e * k / h,
        {
            "order two": lambda h, e, k: e * (k / h) ** 2,
            "nothing changes": lambda h, e, k: e,
            "more steps add error": lambda h, e, k: e * h / k,
        },
    ),
}
