"""Solvers: reading and writing papers."""

from headway.assessment.templates.solving import Solver

SIDE = 1.96


def _weighted(x: float, y: float, v: float, w: float) -> float:
    return (v * x + w * y) / (v + w)


SOLVERS = {
    "lit-papers-that-stay": Solver(
        lambda a, b, d, s, f: (a + b - d) * (100 - s) / 100 - f,
        {
            "counts twice what is in both": lambda a, b, d, s, f: (a + b) * (100 - s) / 100 - f,
            "drops what is in both": lambda a, b, d, s, f: (a + b - 2 * d) * (100 - s) / 100 - f,
            "keeps what falls away": lambda a, b, d, s, f: (a + b - d) * s / 100 - f,
        },
    ),
    "lit-points-or-per-cent": Solver(
        lambda a, b: 100 * (a - b) / a,
        {
            "points": lambda a, b: a - b,
            "of the new": lambda a, b: 100 * (a - b) / b,
            "what is left": lambda a, b: 100 * b / a,
        },
    ),
    "lit-error-behind-an-interval": Solver(
        lambda v, u: (u - v) / (2 * SIDE),
        {
            "half the width": lambda v, u: (u - v) / 2,
            "one side is all": lambda v, u: (u - v) / SIDE,
            "the middle": lambda v, u: (u + v) / 2 / SIDE,
        },
    ),
    "lit-two-studies-pooled": Solver(
        lambda x, s, y, t: _weighted(x, y, s**-2, t**-2),
        {
            "all studies weigh the same": lambda x, s, y, t: (x + y) / 2,
            "by the error, not its square": lambda x, s, y, t: _weighted(x, y, 1 / s, 1 / t),
            "the unsure weighs more": lambda x, s, y, t: _weighted(x, y, s**2, t**2),
        },
    ),
}
