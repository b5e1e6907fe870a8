"""Second solvers: models that answer in time, by adding up bytes and tokens."""


def kept(n, q, g, h):
    return sum(h * 2 for _ in range(n) for _ in range(g) for _ in ("key", "value")) / 1000


def fit(m, w, k):
    count, left = 0, (m - w) * 1000
    while left >= k:
        count, left = count + 1, left - k
    return count


SECOND = {
    "inf-tokens-by-bandwidth": lambda w, b: 1 / (w / b),
    "inf-cache-with-grouped-queries": kept,
    "inf-requests-that-fit": fit,
    "dst-parent-in-a-heap": lambda i: next(p for p in range(i) if i in (2 * p + 1, 2 * p + 2)),
}
