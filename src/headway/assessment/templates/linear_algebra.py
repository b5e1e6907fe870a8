"""Solvers: linear algebra."""

from math import hypot, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "la-dot-product": Solver(
        lambda u, v: sum(a * b for a, b in zip(u, v, strict=True)),
        {"multiplies the sums": lambda u, v: sum(u) * sum(v), "adds instead": lambda u, v: sum(u) + sum(v)},
    ),
    "la-vector-length": Solver(
        lambda a, b: hypot(a, b),
        {"adds the sizes": lambda a, b: abs(a) + abs(b), "forgets the root": lambda a, b: a * a + b * b},
    ),
    "la-determinant-2x2": Solver(
        lambda a, b, c, d: a * d - b * c,
        {"adds the products": lambda a, b, c, d: a * d + b * c, "only the diagonal": lambda a, b, c, d: a * d},
    ),
    "la-eigenvalue-largest": Solver(
        lambda a, b: a + b,
        {"the diagonal holds the eigenvalues": lambda a, b: a, "takes the determinant": lambda a, b: a * a - b * b},
    ),
    "la-cosine-similarity": Solver(
        lambda a, b, c, d: (a * c + b * d) / (hypot(a, b) * hypot(c, d)),
        {
            "forgets to divide by the lengths": lambda a, b, c, d: a * c + b * d,
            "divides by the squared lengths": lambda a, b, c, d: (a * c + b * d) / ((a * a + b * b) * (c * c + d * d)),
        },
    ),
    "la-projection-length": Solver(
        lambda a, b, c, d: (a * c + b * d) / hypot(c, d),
        {
            "takes the dot product": lambda a, b, c, d: a * c + b * d,
            "divides by the squared length": lambda a, b, c, d: (a * c + b * d) / (c * c + d * d),
        },
    ),
    "la-rank-outer": Solver(
        lambda m, n: 2, {"full rank": lambda m, n: min(m, n), "each product adds two": lambda m, n: 4}
    ),
    "la-rank-of-a-sum": Solver(
        lambda k, j: k - j,
        {
            "one for each product": lambda k, j: k,
            "the first goes too": lambda k, j: k - j - 1,
            "all rows": lambda k, j: 8,
        },
    ),
    "la-rank-with-like-vectors": Solver(
        lambda k, j: k - j,
        {
            "one for each product": lambda k, j: k,
            "the first goes too": lambda k, j: k - j - 1,
            "all rows": lambda k, j: 8,
        },
    ),
    "la-null-space-dimension": Solver(
        lambda m, n, r: n - r, {"rows minus rank": lambda m, n, r: m - r, "the rank itself": lambda m, n, r: r}
    ),
    "la-parameters-matrix": Solver(
        lambda n, m: n * m, {"adds the sizes": lambda n, m: n + m, "counts a bias": lambda n, m: n * m + m}
    ),
    "la-solve-2x2": Solver(
        lambda a, b, c, d: (b + d) / (a + c),
        {
            "adds the left sides, subtracts the right ones": lambda a, b, c, d: (b - d) / (a + c),
            "counts the unknowns instead of adding their factors": lambda a, b, c, d: (b + d) / 2,
        },
    ),
    "la-svd-low-rank": Solver(
        lambda a, b, c: sqrt(c * c + 1),
        {"takes the first value left out": lambda a, b, c: c, "adds what is left out": lambda a, b, c: c + 1},
    ),
    "la-svd-energy": Solver(
        lambda a, b, c: a * a / (a * a + b * b + c * c),
        {"does not square": lambda a, b, c: a / (a + b + c), "share of the number of values": lambda a, b, c: 1 / 3},
    ),
}
