"""Second solvers: prompts and fine-tuning, by lists of parts and loops that count."""

import numpy as np


def updates(n, e, b, k):
    done = held = 0
    for _ in range(e):
        for _ in range(0, n, b):
            held += 1
            if held == k:
                done, held = done + 1, 0
    return done


SECOND = {
    "pe-tokens-of-a-prompt": lambda i, k, e, q: sum([i, *[e] * k, q]),
    "pe-dollars-of-a-shorter-prompt": lambda a, b, n, p: a * n / 1e6 * p - b * n / 1e6 * p,
    "pe-answers-that-never-parse": lambda p, n: n - n * p / 100 - (n - n * p / 100) * p / 100,
    "pe-answers-lost-after-a-retry": lambda p, n: n - n * p / 100 - (n - n * p / 100) * p / 100,
    "ft-updates-with-accumulation": updates,
    "ft-memory-for-all-weights": lambda n: sum((2, 2, 4, 8)) * n * 1e9 / 1e9,
    "ft-share-of-lora": lambda r, d: 100 * (np.ones((d, r)).size + np.ones((r, d)).size) / d**2,
    "ft-share-of-the-last-layer": lambda a, b, c: float(np.mean([0] * (a + b) + [1] * c)),
}
