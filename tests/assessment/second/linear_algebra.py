"""Second solvers: linear algebra, by NumPy's decompositions."""

import numpy as np


def rank_of_sum(k, j):
    """The matrix made, with powers as independent vectors."""
    u = np.vander(np.arange(1, 9) / 8, k)
    v = np.vander(np.arange(1, 11) / 10, k - j)
    v = np.hstack([v, *(v[:, :1] * (2 + i) for i in range(j))])
    return np.linalg.matrix_rank(u @ v.T, tol=1e-9)


SECOND = {
    "la-dot-product": lambda u, v: np.dot(u, v),
    "la-vector-length": lambda a, b: np.linalg.norm([a, b]),
    "la-determinant-2x2": lambda a, b, c, d: round(np.linalg.det([[a, b], [c, d]])),
    "la-eigenvalue-largest": lambda a, b: round(np.linalg.eigvalsh([[a, b], [b, a]])[-1], 6),
    "la-cosine-similarity": lambda a, b, c, d: np.cos(np.arctan2(b, a) - np.arctan2(d, c)),
    "la-projection-length": lambda a, b, c, d: np.hypot(a, b) * abs(np.cos(np.arctan2(b, a) - np.arctan2(d, c))),
    "la-rank-outer": lambda m, n: np.linalg.matrix_rank(
        np.outer(np.arange(m), np.ones(n)) + np.outer(np.ones(m), np.arange(n) ** 2)
    ),
    "la-rank-of-a-sum": rank_of_sum,
    "la-rank-with-like-vectors": rank_of_sum,
    "la-null-space-dimension": lambda m, n, r: n - np.linalg.matrix_rank(np.vander(np.arange(m), r) @ np.eye(r, n)),
    "la-parameters-matrix": lambda n, m: np.zeros((m, n)).size,
    "la-solve-2x2": lambda a, b, c, d: np.linalg.solve([[a, 1], [c, -1]], [b, d])[0],
    "la-svd-low-rank": lambda a, b, c: np.linalg.norm(np.diag([a, b, c, 1]) - np.diag([a, b, 0, 0])),
    "la-svd-energy": lambda a, b, c: np.linalg.norm([a]) ** 2 / np.linalg.norm(np.diag([a, b, c])) ** 2,
}
