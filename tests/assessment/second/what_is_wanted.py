"""Second solvers: finding out what is wanted, minute by minute and part by part."""


def down(a, b, d, p):
    wanted = sum(1 for _ in range(d) for minute in range(24 * 60) if a * 60 <= minute < b * 60)
    return wanted - wanted * p / 100


def precision(n, p, r, k):
    faulty = n * p // 100
    found = faulty - faulty * (100 - r) / 100
    false = k - found
    return found / (found + false)


SECOND = {
    "rq-minutes-down": down,
    "rq-time-left-for-the-model": lambda t, n, q: next(m for m in range(t) if n + q + m + n == t),
    "rq-precision-that-follows": precision,
}
