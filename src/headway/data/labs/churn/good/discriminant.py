"""Linear discriminant: one formula, no loop; validated on a held-out third."""

import numpy as np


def leaking_columns(train, test):
    return [k for k, v in test.items() if k != "contract" and not np.any(np.asarray(v))]


def _table(rows, leaks):
    keys = sorted(k for k in rows if k not in leaks and k not in {"left", "customer_id", "contract"})
    yearly = [int(c == "year") for c in rows["contract"]]
    return np.array([*(rows[k] for k in keys), yearly], dtype=np.float64).T


def _direction(x, y):
    a, b = x[y == 1], x[y == 0]
    inside = np.cov(a.T) * (len(a) - 1) + np.cov(b.T) * (len(b) - 1)
    return np.linalg.solve(inside / (len(x) - 2), a.mean(0) - b.mean(0))


def _leaks(train):
    y = np.asarray(train["left"]) == 1
    names = [k for k in train if k not in ("left", "contract", "customer_id")]
    return [k for k in names if np.mean(np.asarray(train[k])[~y] == 0) > 0.95]


def score(train, test):
    leaks = _leaks(train)
    return _table(test, leaks) @ _direction(_table(train, leaks), np.asarray(train["left"]))


def estimate_auc(train, test):
    x, y = _table(train, _leaks(train)), np.asarray(train["left"])
    cut = 2 * len(y) // 3
    s = x[cut:] @ _direction(x[:cut], y[:cut])
    pos, neg = np.sort(s[y[cut:] == 1]), np.sort(s[y[cut:] == 0])
    return np.searchsorted(neg, pos).sum() / (len(pos) * len(neg))
