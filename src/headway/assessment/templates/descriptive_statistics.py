"""Solvers: describing data."""

from math import sqrt

from headway.assessment.templates.solving import Solver


def sd(xs: tuple[float, ...], minus: int) -> float:
    """Standard deviation divided by n - minus."""
    middle = sum(xs) / len(xs)
    return sqrt(sum((x - middle) ** 2 for x in xs) / (len(xs) - minus))


SOLVERS = {
    "desc-median-even": Solver(
        lambda xs: (sorted(xs)[2] + sorted(xs)[3]) / 2,
        {"takes the mean": lambda xs: sum(xs) / 6, "does not sort": lambda xs: (xs[2] + xs[3]) / 2},
    ),
    "desc-mean-outlier": Solver(
        lambda m, x, y: m + (y - x) / 10,
        {"the mean of the rest": lambda m, x, y: (10 * m - x) / 9, "nothing changes": lambda m, x, y: m},
    ),
    "desc-sample-sd": Solver(
        lambda xs: sd(xs, 1), {"divides by n": lambda xs: sd(xs, 0), "forgets the root": lambda xs: sd(xs, 1) ** 2}
    ),
    "desc-weighted-mean": Solver(
        lambda n1, r1, n2, r2: (n1 * r1 + n2 * r2) / (n1 + n2),
        {
            "mean of the means": lambda n1, r1, n2, r2: (r1 + r2) / 2,
            "weights exchanged": lambda n1, r1, n2, r2: (n2 * r1 + n1 * r2) / (n1 + n2),
        },
    ),
    "desc-zscore": Solver(
        lambda m, s, x: (x - m) / s,
        {"divides by the variance": lambda m, s, x: (x - m) / s**2, "forgets to divide": lambda m, s, x: x - m},
    ),
    "desc-linear-change": Solver(
        lambda s: 1.8 * s, {"adds the shift too": lambda s: 1.8 * s + 32, "squares the factor": lambda s: 3.24 * s}
    ),
    "desc-iqr-fence": Solver(
        lambda a, b: b + 1.5 * (b - a),
        {"from the lower quartile": lambda a, b: a + 1.5 * (b - a), "one range only": lambda a, b: b + (b - a)},
    ),
    "desc-iqr-fence-upper": Solver(
        lambda a, b: b + 1.5 * (b - a),
        {"from the lower quartile": lambda a, b: a + 1.5 * (b - a), "one range only": lambda a, b: b + (b - a)},
    ),
}
