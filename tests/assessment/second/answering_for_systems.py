"""Second solvers: answering for systems, by following the people, mails and minutes."""

import datetime
from itertools import product


def stays(n, p, q):
    wrong = n // 100 * p
    appealed = wrong // 100 * q
    return wrong - appealed


def rest(e, x, a):
    """From the weights: solve x a + (100 - x) r = 100 e by halving."""
    low, high = -1000.0, 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if x * a + (100 - x) * middle < 100 * e else (low, middle)
    return low


def reviews(n, h, k, m):
    """Over 24 years, month by month."""
    months = range(1, 24 * 12 + 1)
    return sum(h * (month % k == 0) + (n - h) * (month % m == 0) for month in months) / 24


def rise(a, b, c, e):
    return max(a * u - b * v + c * w for u, v, w in product((-e, 0, e), repeat=3))


def failed(r, a, x, b, y, p):
    lasted = datetime.timedelta(hours=b, minutes=y) - datetime.timedelta(hours=a, minutes=x)
    return lasted.total_seconds() / 60 * r / 100 * p


SECOND = {
    "rai-wrong-and-not-appealed": stays,
    "rai-error-of-the-rest": rest,
    "gov-reviews-of-a-year": reviews,
    "gov-wrong-ones-in-a-sample": lambda n, e, s: n * e / 100 - s * e / 100,
    "adv-score-of-a-linear-model": rise,
    "adv-accuracy-under-attack": lambda c, f: c - f / 100 * c,
    "adv-harmless-mails-with-a-word": lambda n, s, k: 1 - ((n - s) + k) / (n + k),
    "inc-orders-that-failed": failed,
}
SECOND["gov-wrong-ones-outside-a-sample"] = SECOND["gov-wrong-ones-in-a-sample"]
