"""Solvers: clusters, components, anomalies."""

from headway.assessment.templates.solving import Solver


def inertia(*points: float) -> float:
    """Sum of squared distances to the mean."""
    middle = sum(points) / len(points)
    return sum((p - middle) ** 2 for p in points)


SOLVERS = {
    "uns-kmeans-center": Solver(
        lambda xs: sum(xs) / 4,
        {"sum instead of mean": lambda xs: sum(xs), "divides by the clusters": lambda xs: sum(xs) / 2},
    ),
    "uns-kmeans-step": Solver(
        lambda a, b: (a + b) / 2, {"stays": lambda a, b: 10, "mean with the centre": lambda a, b: (a + b + 10) / 3}
    ),
    "uns-kmeans-inertia": Solver(
        lambda a, b, c: inertia(a, b, c),
        {
            "mean squared distance": lambda a, b, c: inertia(a, b, c) / 3,
            "distances not squared": lambda a, b, c: sum(abs(x - (a + b + c) / 3) for x in (a, b, c)),
        },
    ),
    "uns-silhouette": Solver(
        lambda a, b: (b - a) / max(a, b),
        {"difference only": lambda a, b: b - a, "divides by the own": lambda a, b: (b - a) / a},
    ),
    "uns-linkage": Solver(
        lambda a, b, c: b - a,
        {"complete linkage": lambda a, b, c: c, "between the centres": lambda a, b, c: (b + c) / 2 - a / 2},
    ),
    "uns-pca-share": Solver(
        lambda a, b, c: a / (a + b + c),
        {
            "squares the eigenvalues": lambda a, b, c: a * a / (a * a + b * b + c * c),
            "one of three": lambda a, b, c: 1 / 3,
        },
    ),
    "uns-pca-two-variables": Solver(
        lambda r: (1 + r) / 2, {"the correlation": lambda r: r, "its square": lambda r: r * r}
    ),
    "uns-anomaly-zscore": Solver(
        lambda m, s: m + 3 * s, {"three times the mean": lambda m, s: 3 * m, "variance": lambda m, s: m + 3 * s * s}
    ),
    "uns-anomaly-precision": Solver(
        lambda n, r: r / 100 / (r / 100 + 0.01 * (n - 1)),
        {"the recall": lambda n, r: r / 100, "ignores the base rate": lambda n, r: r / (r + 1)},
    ),
}
SOLVERS["uns-distance-by-single-linkage"] = SOLVERS["uns-linkage"]
SOLVERS["uns-silhouette-of-a-point"] = SOLVERS["uns-silhouette"]
