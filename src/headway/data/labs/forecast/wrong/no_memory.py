import numpy as np

def design(days):
    return np.column_stack([np.ones(len(days)), days / 100.0] + [(days % 7 == w).astype(float) for w in range(1, 7)])

def forecast(history, ahead):
    h = np.asarray(history, float); n = len(h); d = np.arange(n)
    X = design(d)
    phi = 0.0
    for _ in range(20):  # Cochrane-Orcutt
        ys, Xs = h[1:] - phi * h[:-1], X[1:] - phi * X[:-1]
        b = np.linalg.lstsq(Xs, ys, rcond=None)[0]
        r = h - X @ b
        phi = float(r[1:] @ r[:-1] / (r[:-1] @ r[:-1]))
    e = r[1:] - phi * r[:-1]
    s2 = e @ e / (n - 1 - 9)
    steps = np.arange(1, ahead + 1)
    mean = design(n - 1 + steps) @ b
    sd = np.sqrt(s2 * np.cumsum(phi ** (2 * (steps - 1))))
    return {"mean": mean, "low": mean - 1.2816 * sd, "high": mean + 1.2816 * sd}

def folds(size, ahead, count):
    out = []
    for i in range(count):
        start = size - ahead * (count - i)
        out.append((list(range(start)), list(range(start, start + ahead))))
    return out

def backtest(history, ahead, count):
    h = np.asarray(history, float)
    E, inside = [], []
    for a, b in folds(len(h), ahead, count):
        f = forecast(h[a], ahead)
        E.append(h[b] - f["mean"]); inside.append((h[b] >= f["low"]) & (h[b] <= f["high"]))
    E = np.array(E)
    return {"errors": E, "mae": np.abs(E).mean(0), "inside": float(np.mean(inside))}
