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
    hours, fraud = np.asarray(train["hour"]), np.asarray(train["fraud"])
    rate = np.array([(fraud[hours == h].sum() + 0.5) / ((hours == h).sum() + 20) for h in range(24)])
    return rate[np.asarray(test["hour"])]


def look(train, test, cost):
    return chance(train, test) * test["amount"] > cost
