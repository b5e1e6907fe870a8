"""Second solvers: assistants in use, by lists of what is judged, sent and cut."""

from itertools import product

import numpy as np


def kappa(o, g):
    """By a table of a million pairs of judgements."""
    both = (o / 100 + 2 * g / 100 - 1) / 2
    table = np.array([[both, g / 100 - both], [g / 100 - both, 1 - 2 * g / 100 + both]])
    chance = float(table.sum(axis=0) @ table.sum(axis=1))
    return (float(np.trace(table)) - chance) / (1 - chance)


def chunks(c, s, t):
    return sum(start <= t < start + c for start in range(0, t + 1, s))


def sent(s, a, n):
    history, total = s, 0
    for _ in range(n):
        total, history = total + history, history + a
    return total


def all_steps(n, p):
    """Over all ways in which the first tries can end."""
    chance = 0.0
    for failures in product((0, 1), repeat=n):
        k = sum(failures)
        chance += p ** (n - k) * ((1 - p) * p) ** k
    return chance


def steps_that_fit(c, s, a):
    steps = 0
    while s + a <= c:
        s, steps = s + a, steps + 1
    return steps


SECOND = {
    "le-wins-with-ties": lambda a, b, n: float(np.mean([1] * a + [0] * b + [0.5] * (n - a - b))),
    "le-agreement-beyond-chance": kappa,
    "le-price-of-judging": lambda n, m, k, c: len(list(product(range(n), range(m), range(k)))) * c / 100,
    "le-statements-with-support": lambda n, k, j: float(np.mean(np.arange(n) < k)),
    "rag-tokens-of-a-day": lambda q, k, p, n: sum(sum([q, *[p] * k]) for _ in range(n)) / 1000,
    "rag-size-of-the-vectors": lambda n, m, d: np.ones(d, dtype=np.float32).nbytes * len(range(n * m)) / 1e6,
    "rag-chunks-that-hold-a-token": chunks,
    "ag-tokens-of-a-growing-history": sent,
    "ag-success-with-one-retry": all_steps,
    "ag-steps-within-the-limit": steps_that_fit,
    "ag-seconds-of-three-tools": lambda a, b, c: sorted((a, b, c))[-1],
}
