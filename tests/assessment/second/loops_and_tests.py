"""Second solvers: loops and tests, by letting loops run and tossing for each test."""

from fractions import Fraction
from itertools import product


def settles(g, k, w):
    """A slow loop: each step goes a hundredth of the way to what the plant would give."""
    y = 0.0
    for _ in range(1000):
        y += 0.01 * (g * k * (w - y) - y)
    return y


def state(a, k, x, n):
    now = Fraction(str(x))
    for _ in range(n):
        now = Fraction(str(a)) * now - Fraction(str(k)) * now
    return float(now)


def too_much(a):
    """By halving, where a run from 1 begins to grow."""
    low, high = a, a + 5
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if abs(a - middle) < 1 else (low, middle)
    return low


def way(c, t):
    """In many small steps, each a part of what is left."""
    steps = 500
    left = 1.0
    for _ in range(steps):
        left -= left * (t / steps) / (c + t / steps / 2)
    return 100 * (1 - left)


def red(n, p):
    """One test after the other."""
    share = 0.0
    for _ in range(n):
        share += (1 - share) * p / 100
    return 100 * share


SECOND = {
    "ctl-watts-for-an-error": lambda k, w, m: sum([k] * (w - m)),
    "ctl-where-it-settles": settles,
    "ctl-state-after-some-steps": state,
    "ctl-gain-that-is-too-much": too_much,
    "ctl-part-of-the-way": way,
    "ut-paths-of-a-function": lambda n: len(set(product("yn", repeat=n))),
    "ut-red-by-chance": red,
    "ut-faults-that-are-noticed": lambda m, e, k: float(Fraction(k, m - e) * 100),
}
