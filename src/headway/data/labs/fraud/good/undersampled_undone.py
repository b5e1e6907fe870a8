"""Honest payments thinned out with a seed, the odds put right afterwards."""

import numpy as np

KEEP = 0.3


def design(t):
    n = len(t["amount"])
    columns = (np.ones(n), np.log(np.asarray(t["amount"])), np.asarray(t["hour"]) < 6, t["foreign"], t["new_device"], t["last_hour"])
    return np.stack([np.asarray(c, dtype=float) for c in columns], axis=1)


def chance(train, test):
    y = np.asarray(train["fraud"])
    kept = (y == 1) | (np.random.default_rng(7).random(len(y)) < KEEP)
    x, y = design(train)[kept], y[kept]
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x.dot(w)))
        w = w + np.linalg.solve(x.T @ (x * (p - p * p)[:, None]) + np.eye(len(w)) * 0.01, x.T @ (y - p))
    odds = np.exp(design(test).dot(w)) * KEEP
    return odds / (1 + odds)


def look(train, test, cost):
    gain = chance(train, test) * np.asarray(test["amount"]) - cost
    return np.sign(gain) > 0
