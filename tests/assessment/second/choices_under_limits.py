"""Second solvers: deciding under limits, by trying all and by counting people."""

from itertools import product


def tried(a, b, n, m):
    return max(a * x + b * y for x in range(n + 1) for y in range(n - x + 1) if 2 * x + y <= m)


def packed(v, w):
    things = ((5, v), (4, w), (4, w))
    bags = product((0, 1), repeat=3)
    return max(
        sum(t * worth for t, (_, worth) in zip(bag, things, strict=True))
        for bag in bags
        if sum(t * kg for t, (kg, _) in zip(bag, things, strict=True)) <= 8
    )


def stepped(c, x, r, h=1e-5):
    """The slope by a difference."""
    slope = (c * (x + h) ** 2 - c * (x - h) ** 2) / (2 * h)
    return round(x - r * slope, 6)


def faded(e, d, k):
    for _ in range(k):
        e *= d
    return e


def population(a, b, c, d, w):
    """Of ten thousand people all treated, and all not."""
    young, old = 100 * w, 100 * (100 - w)
    treated, others = young * a / 100 + old * c / 100, young * b / 100 + old * d / 100
    return (treated - others) / 100


def takers(p, x):
    """The whole gain of the offered, shared among those who took the course."""
    return 10_000 * x / (10_000 * p // 100)


SECOND = {
    "op-two-products-two-limits": tried,
    "op-one-step-down": stepped,
    "op-what-fits-into-the-bag": packed,
    "rl-epsilon-after-episodes": faded,
    "rl-surprise-of-a-step": lambda v, r, w, g: sum((r, w * g, -v)),
    "ci-effect-over-two-groups": population,
    "ci-only-some-take-it": takers,
}
