"""Second solvers: optimisation, by running it; counts by enumeration."""

from itertools import combinations


def descend(slope, x, r, steps):
    for _ in range(steps):
        x = x - r * slope(x)
    return x


def largest_rate(a):
    """By halving between rates that come nearer and rates that run away."""
    low, high = 0.0, 10.0
    for _ in range(60):
        rate = (low + high) / 2
        low, high = (rate, high) if abs(1 - rate * 2 * a) <= 1 else (low, rate)
    return low


def updates(n, b, e):
    count = 0
    for _ in range(e):
        left = n
        while left > 0:
            left, count = left - b, count + 1
    return count


def rolling(m, r, g):
    v = 0.0
    for _ in range(500):
        v = m * v + g
    return r * v


SECOND = {
    "opt-gd-step": lambda a, b, r: descend(lambda x: 2 * a * x, b, r, 1),
    "opt-gd-two-steps": lambda r, b: descend(lambda x: 2 * x, b, r, 2),
    "opt-gd-divergence": largest_rate,
    "opt-newton-step": lambda b: b - (4 * b**3) / (12 * b**2),
    "opt-sgd-steps-per-epoch": updates,
    "opt-momentum": rolling,
    "opt-lp-corner": lambda a, b: max(a * x + b * y for x in range(7) for y in range(11) if x + y <= 10),
    "opt-lagrange": lambda s: max(x / 100 * (s - x / 100) for x in range(100 * s)),
    "opt-binomial-choose": lambda k, n: sum(1 for _ in combinations(range(n), k)),
    "opt-graph-edges": lambda n: sum(1 for _ in combinations(range(n), 2)),
    "opt-subsets": lambda n: sum(1 for k in range(n + 1) for _ in combinations(range(n), k)),
    "opt-tree-edges": lambda n: sum(1 for child in range(n) if child > 0),
}
