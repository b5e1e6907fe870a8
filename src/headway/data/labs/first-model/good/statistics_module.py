from collections import defaultdict
from statistics import fmean, linear_regression, median


def fit_line(x, y):
    found = linear_regression(list(x), list(y))
    return found.slope, found.intercept


def predict(x, y, new):
    slope, intercept = fit_line(x, y)
    return [slope * point + intercept for point in new]


def describe(rows):
    kept = [amount for row in rows if (amount := row["amount"]) is not None]
    return {
        "rows": len(rows),
        "missing": sum(row["amount"] is None for row in rows),
        "mean": fmean(kept),
        "median": median(kept),
        "smallest": min(kept),
        "largest": max(kept),
    }


def mean_by_region(rows):
    groups = defaultdict(list)
    for row in rows:
        if row["amount"] is not None:
            groups[row["region"]].append(row["amount"])
    return {region: fmean(amounts) for region, amounts in groups.items()}
