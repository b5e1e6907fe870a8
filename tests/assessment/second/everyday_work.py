"""Second solvers: everyday work, by going through cases, imports and doublings."""


def touched(x, y):
    """By following the imports until nothing is added."""
    imports = {"A": {"B", "C"}, "B": {"D"}, "C": {x}, "E": {y}}
    found = {"D"}
    while more := {name for name, used in imports.items() if used & found} - found:
        found |= more
    return len(found) - 1


def doubled(d, e, k):
    rows = 1000
    while rows < 1000 * k:
        rows *= 2
        e -= e * d / 100
    return e


def precision(t, f, q):
    """By counting ten thousand cases."""
    positive = 10_000 * q // 100
    marked, wrongly = positive * t / 100, (10_000 - positive) * f / 100
    return marked / (marked + wrongly)


SECOND = {
    "se-tests-that-passed": lambda n, f, s: len(range(n)[f + s :]),
    "se-hours-of-building": lambda m, c: sum(m for _ in range(c)) / 60,
    "se-modules-that-may-change": touched,
    "se-users-who-meet-a-fault": lambda s, n, p: n * p / 100 - n * s * p / 10_000,
    "ml-columns-that-are-features": lambda n, c: len(set(range(c)) - {0, 1}),
    "ml-spam-that-came-through": lambda s, m, k: len(set(range(s)) - set(range(k))),
    "ml-error-of-three-predictions": lambda a, b, c: sum(map(abs, (a, -b, c))) / 3,
    "ml-error-after-doublings": doubled,
    "ml-precision-in-another-city": precision,
    "ml-cases-that-are-set-aside": lambda p, a, h, m: p / 100 * (a - m) + (1 - p / 100) * (h - m),
}
