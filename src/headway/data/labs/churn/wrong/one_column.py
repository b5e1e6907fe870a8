import numpy as np

NUMBERS = ("tenure_months", "monthly_fee", "support_calls", "data_gb", "age")


def leaking_columns(train, test):
    shared = [name for name in train if name not in ("left", "contract", "customer_id")]
    return [name for name in shared if np.ptp(train[name]) > 0 and np.ptp(test[name]) == 0]


def features(table):
    columns = [np.asarray(table[name], dtype=float) for name in NUMBERS]
    columns.append(np.array([1.0 if each == "year" else 0.0 for each in table["contract"]]))
    return np.column_stack(columns)


def fit(x, y, steps=400, rate=0.5, decay=1e-3):
    mean, spread = x.mean(axis=0), x.std(axis=0)
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    weights = np.zeros(z.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-z @ weights))
        weights -= rate * (z.T @ (chance - y) / len(y) + decay * weights)
    return mean, spread, weights


def predict(model, x):
    mean, spread, weights = model
    return weights[0] + (x - mean) / spread @ weights[1:]


def score(train, test):
    return np.asarray(test["support_calls"], dtype=float)


def auc(scores, labels):
    place = np.empty(len(scores))
    place[np.argsort(scores)] = np.arange(1, len(scores) + 1)
    n = labels.sum()
    return (place[labels == 1].sum() - n * (n + 1) / 2) / (n * (len(labels) - n))


def estimate_auc(train, test):
    x, y = features(train), np.asarray(train["left"])
    part = np.arange(len(y)) % 5
    out = np.empty(len(y))
    for each in range(5):
        out[part == each] = predict(fit(x[part != each], y[part != each]), x[part == each])
    return auc(out, y)
