"""Second solvers: small machines, safe programs, millisecond by millisecond and by probabilities."""

from fractions import Fraction

import numpy as np


def done(a, p, b):
    """Each ms goes to A while it has work left in its period, else to B."""
    ms, left_a = 0, 0
    while b:
        if ms % p == 0:
            left_a += a
        if left_a:
            left_a -= 1
        else:
            b -= 1
        ms += 1
    return ms


def salted(u, m, t, k):
    """A matrix of users and passwords, seconds a cell, spread over cores."""
    seconds = Fraction(t, 1000) * 1000 * m * u
    return float(seconds / k / 60 / 60)


def session(n, s, r):
    hit = np.float64(s) / np.float64(2) ** (4 * n)
    return 1 / hit / (r * 60 * 60)


SECOND = {
    "em-ticks-of-a-timer": lambda f, p, t: len(range(0, f * 1_000_000 * t // 1000, p)),
    "em-volts-of-a-reading": lambda b, v, n: 1000 * np.linspace(0, v, 2**b)[n],
    "em-done-in-spite-of-others": done,
    "as-list-against-salted-hashes": salted,
    "as-guessing-a-session": session,
}
