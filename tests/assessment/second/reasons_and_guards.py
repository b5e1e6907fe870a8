"""Second solvers: reasons, fairness, guards, by orders of arrival and by counting requests."""

from itertools import permutations


def shapley(n, x, y, z):
    """The mean over both orders in which features come."""
    worth = {frozenset(): n, frozenset("A"): x, frozenset("B"): y, frozenset("AB"): z}
    gains = []
    for order in permutations("AB"):
        before = frozenset(order[: order.index("A")])
        gains.append(worth[before | {"A"}] - worth[before])
    return sum(gains) / len(gains)


def more(n, a, m, b):
    return next(k for k in range(m) if (b + k) * n >= a * m)


def harmless(n, h, c, f):
    harmful = n // 100 * h
    return (n - harmful) // 100 * f


def share(h, c, f):
    """Of a million requests."""
    harmful = h * 10_000
    wrong, right = (1_000_000 - harmful) / 100 * f, harmful / 100 * c
    return 100 - 100 * right / (wrong + right)


SECOND = {
    "xai-share-of-two-features": shapley,
    "xai-part-of-a-linear-model": lambda w, m, v: w * v - w * m,
    "xai-parts-that-add-up": lambda b, p, q, r: sum([b, p, -q, r]),
    "xai-accuracy-after-shuffling": lambda c, x, y, z: sum(c - after for after in (x, y, z)) / 3,
    "fair-how-many-more": more,
    "fair-false-alarms-apart": lambda a, n, x, b, m, y: (b * n - a * m) / (n * m),
    "grd-harmless-and-blocked": harmless,
    "grd-share-of-the-blocked": share,
}
