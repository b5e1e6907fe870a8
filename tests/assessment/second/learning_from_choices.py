"""Second solvers: learning from choices, by shares, slopes and going back step by step."""

from itertools import combinations

import numpy as np


def discounted(a, b, c, g):
    value = 0.0
    for reward in (c, b, a):
        value = reward + g * value
    return value


def softmax(z):
    shares = np.exp([z, 0.0])
    return shares / shares.sum()


def slope(z, step=1e-5):
    return (np.log(softmax(z + step)[0]) - np.log(softmax(z - step)[0])) / (2 * step)


SECOND = {
    "rh-which-answer-wins": lambda a, b: np.exp(a) / (np.exp(a) + np.exp(b)),
    "rh-reward-less-distance": lambda r, p, q, k: np.dot([1, -k, k], [r, p, q]),
    "rh-pairs-of-a-ranking": lambda k: sum(1 for _ in combinations(range(k), 2)),
    "rh-margin-of-a-preference-loss": lambda k, d, e: -np.log(np.exp(k * d) / (np.exp(k * d) + np.exp(k * e))),
    "pg-return-of-a-step": discounted,
    "pg-advantage-of-a-step": lambda v, w, r, g: np.polyval([w, r], g) - v,
    "pg-gradient-of-a-softmax": slope,
    "pg-ratio-of-two-policies": lambda p, q: np.exp(q) / np.exp(p),
}
