"""Second solvers: dashboards and reports, by counting seconds and months."""

from fractions import Fraction


def rest(p, m, a):
    """Month by month, the same each, until the plan is reached."""
    left = 12 - m
    each = Fraction(p, 1) / left - Fraction(a, left)
    assert a + each * left == p
    return float(each)


SECOND = {
    "dh-hours-of-queries": lambda k, s, u, v: sum(k * s * v for _ in range(u)) / 60 / 60,
    "dh-results-that-are-kept": lambda k, s, m: sum(k * s for _ in range(0, 24 * 60, m)) / 60 / 60,
    "dh-share-under-a-filter": lambda n, a, r, w: sum([1] * w + [0] * (a - w)) / a * 100,
    "rp-plan-to-date": lambda p, m, a: a / sum(p / 12 for _ in range(m)) * 100,
    "rp-what-is-still-needed": rest,
    "rp-index-that-rises": lambda a, b: (b / a - 1) * 100,
    "rp-part-of-the-growth": lambda s, t, n, m: float(Fraction(m - n, t - s) * 100),
}
