"""Second solvers: sound, chains and words, by counting, by signals and by simulating rounds."""

from collections import Counter
from itertools import chain

import numpy as np


def louder(k):
    """From the power of two sine waves."""
    wave = np.sin(np.linspace(0, 20 * np.pi, 5000))
    return 10 * np.log10(np.mean((k * wave) ** 2) / np.mean(wave**2))


def pitch(r, n):
    """From the first peak of a pulse train's autocorrelation."""
    train = np.zeros(20 * n)
    train[::n] = 1
    likeness = [np.dot(train[:-shift], train[shift:]) for shift in range(1, 3 * n)]
    return r / (int(np.argmax(likeness)) + 1)


def strangers(a, b, n, m):
    accepted = Counter(own=n * (1 - a / 100), strange=m * b / 100)
    return 100 * accepted["strange"] / accepted.total()


def window(s, k, q, a):
    """Messages of a conversation, the last ones of it kept."""
    history = [q, a] * 19
    return s + sum(history[-2 * k :]) + q


def calls(n, g):
    parts, count = [[i] for i in range(n)], n
    while len(parts) > 1:
        parts = [[*chain(*parts[i : i + g])] for i in range(0, len(parts), g)]
        count += len(parts)
    return count


def seconds(n, c, t):
    """Each worker that is free takes an input."""
    free = [0] * c
    for _ in range(n):
        free.sort()
        free[0] += t
    return max(free)


def alone(n, m):
    """By logarithms: no other word falls into the bucket."""
    return float(np.exp((n - 1) * np.log1p(-1 / m)))


SECOND = {
    "spc-samples-of-a-frame": lambda k, w: len(np.arange(0, k * w)),
    "spc-loudness-of-two-voices": louder,
    "spc-pitch-by-likeness": pitch,
    "spc-strangers-among-the-accepted": strangers,
    "spc-who-spoke-when": lambda t, a, b, c: 100 * (a / t + b / t + c / t),
    "lc-tokens-of-a-window": window,
    "lc-calls-of-summaries": calls,
    "lc-inputs-side-by-side": seconds,
    "tp-words-alone-in-their-bucket": alone,
}
