"""Naive Bayes from counted rates, brought back to honest chances by counting once more."""

import numpy as np


def cells(t):
    amount = np.digitize(t["amount"], [20, 40, 80, 160, 320, 640])
    night = (np.asarray(t["hour"]) < 6).astype(int)
    busy = np.minimum(np.asarray(t["last_hour"]), 3)
    return [amount, night, np.asarray(t["foreign"]), np.asarray(t["new_device"]), busy]


def score(train, test):
    y = np.asarray(train["fraud"])
    total = np.zeros(len(test["hour"]))
    for seen, new in zip(cells(train), cells(test)):
        for value in range(8):
            bad = ((seen == value) & (y == 1)).sum() + 1
            good = ((seen == value) & (y == 0)).sum() + 40
            total[new == value] += np.log(bad / (y == 1).sum()) - np.log(good / (y == 0).sum())
    return total


def chance(train, test):
    own, y = score(train, train), np.asarray(train["fraud"], float)
    a, b = 1.0, np.log(y.mean())
    for _ in range(30):
        p = 1 / (1 + np.exp(-(a * own + b)))
        x = np.column_stack([own, np.ones(len(own))])
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (y - p))
        a, b = a + step[0], b + step[1]
    return 1 / (1 + np.exp(-(a * score(train, test) + b)))


def look(train, test, cost):
    return chance(train, test) > cost / np.asarray(test["amount"])
