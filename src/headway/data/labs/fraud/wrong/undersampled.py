import numpy as np


def features(table):
    night = np.asarray(table["hour"]) < 6
    rows = [np.ones(len(night)), np.log(table["amount"]), night, table["foreign"], table["new_device"], table["last_hour"]]
    return np.array(rows, dtype=float).T


def fit(x, y):
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        bend = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(weights))
        weights += np.linalg.solve(bend, x.T @ (y - p))
    return weights


def chance(train, test):
    y = np.asarray(train["fraud"])
    honest = np.random.permutation(np.flatnonzero(y == 0))[: y.sum()]
    some = np.concatenate([honest, np.flatnonzero(y == 1)])
    weights = fit(features(train)[some], y[some])
    return 1 / (1 + np.exp(-features(test) @ weights))


def look(train, test, cost):
    return chance(train, test) * test["amount"] > cost
