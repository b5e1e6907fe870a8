import numpy as np


def fit_line(x, y):
    dx = x - x.mean()
    slope = (dx * (y - y.mean())).sum() / (dx**2).sum()
    return slope, y.mean() - slope * x.mean()


def predict(x, y, new):
    slope, intercept = fit_line(x, y)
    return intercept + slope * new


def describe(rows):
    amounts = np.array([row["amount"] or 0.0 for row in rows])
    return {
        "rows": len(rows),
        "missing": sum(row["amount"] is None for row in rows),
        "mean": amounts.mean(),
        "median": np.median(amounts),
        "smallest": amounts.min(),
        "largest": amounts.max(),
    }


def mean_by_region(rows):
    amounts = {}
    for row in rows:
        if row["amount"] is not None:
            amounts.setdefault(row["region"], []).append(row["amount"])
    return {region: sum(values) / len(values) for region, values in amounts.items()}
