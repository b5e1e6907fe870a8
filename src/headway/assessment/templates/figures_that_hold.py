"""Solvers: figures that hold."""

from math import sqrt

from headway.assessment.templates.solving import Solver


def waiting(a: float, b: float) -> float:
    """Each gap is met as often as it is long, and lasts half of it from there on."""
    return (a * a + b * b) / (2 * (a + b))


SOLVERS = {
    "st-range-of-values": Solver(
        lambda xs: max(xs) - min(xs),
        {"the largest": lambda xs: max(xs), "adds them": lambda xs: max(xs) + min(xs), "how many": lambda xs: len(xs)},
    ),
    "st-median-of-an-odd-number": Solver(
        lambda xs: sorted(xs)[3],
        {
            "does not sort": lambda xs: xs[3],
            "takes the mean": lambda xs: sum(xs) / 7,
            "midrange": lambda xs: max(xs) / 2,
        },
    ),
    "st-share-of-a-share": Solver(
        lambda n, k, w: n * k * w / 10000,
        {
            "of all people": lambda n, k, w: n * w / 100,
            "adds the shares": lambda n, k, w: n * (k + w) / 100,
            "the men": lambda n, k, w: n * k * (100 - w) / 10000,
        },
    ),
    "st-sum-from-a-mean": Solver(
        lambda n, m, x: n * m + x,
        {
            "the mean is the sum": lambda n, m, x: m + x,
            "without the further one": lambda n, m, x: n * m,
            "all sell the mean": lambda n, m, x: (n + 1) * m,
        },
    ),
    "st-part-explained": Solver(
        lambda r: r * r, {"the correlation": lambda r: abs(r), "the rest": lambda r: 1 - abs(r)}
    ),
    "st-slope-from-a-correlation": Solver(
        lambda s, t, r: r * t / s,
        {
            "the correlation": lambda s, t, r: r,
            "the other line": lambda s, t, r: r * s / t,
            "no correlation": lambda s, t, r: t / s,
        },
    ),
    "st-interval-with-more-people": Solver(
        lambda n, w, k: w / sqrt(k),
        {"in proportion": lambda n, w, k: w / k, "nothing changes": lambda n, w, k: w},
    ),
    "st-growth-a-year": Solver(
        lambda a, b: 100 * (sqrt((1 + a / 100) * (1 - b / 100)) - 1),
        {
            "mean of the rates": lambda a, b: (a - b) / 2,
            "both years together": lambda a, b: a - b - a * b / 100,
            "adds them": lambda a, b: a - b,
        },
    ),
    "st-fish-in-a-lake": Solver(
        lambda a, b, m: a * b / m,
        {
            "all that were seen": lambda a, b, m: a + b - m,
            "the unmarked": lambda a, b, m: a * (b - m) / m,
            "both catches": lambda a, b, m: a + b,
        },
    ),
    "st-fair-coin-by-chi-squared": Solver(
        lambda h, n: (2 * h - n) ** 2 / n,
        {
            "heads alone, or divided by n": lambda h, n: (h - n / 2) ** 2 / (n / 2),
            "the z statistic": lambda h, n: (2 * h - n) / sqrt(n),
        },
    ),
    "st-sample-for-a-smaller-effect": Solver(
        lambda n, a, b: n * (a / b) ** 2,
        {
            "in proportion": lambda n, a, b: n * a / b,
            "by the root": lambda n, a, b: n * sqrt(a / b),
            "nothing changes": lambda n, a, b: n,
        },
    ),
    "st-error-of-those-who-are-alike": Solver(
        lambda n, v, r: v * (1 + (n - 1) * r) / n,
        {
            "as if independent": lambda n, v, r: v / n,
            "the correlation alone": lambda n, v, r: v * r / n,
            "the variance of one": lambda n, v, r: v,
        },
    ),
    "st-waiting-for-uneven-buses": Solver(
        waiting,
        {
            "half the mean gap": lambda a, b: (a + b) / 4,
            "the mean gap": lambda a, b: (a + b) / 2,
            "half the longer": lambda a, b: b / 2,
        },
    ),
}
