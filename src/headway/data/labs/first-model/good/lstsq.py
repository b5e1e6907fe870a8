import numpy as np


def _solve(x, y):
    design = np.column_stack([np.ones(len(x)), x])
    return np.linalg.lstsq(design, y, rcond=None)[0]


def fit_line(x, y):
    return _solve(x, y)[::-1]


def predict(x, y, new):
    return np.column_stack([np.ones(len(new)), new]) @ _solve(x, y)


def _amounts(rows):
    return np.array([np.nan if r["amount"] is None else r["amount"] for r in rows])


def describe(rows):
    a = _amounts(rows)
    return {
        "rows": a.size,
        "missing": int(np.isnan(a).sum()),
        "mean": np.nanmean(a),
        "median": np.nanmedian(a),
        "smallest": np.nanmin(a),
        "largest": np.nanmax(a),
    }


def mean_by_region(rows):
    a, regions = _amounts(rows), np.array([r["region"] for r in rows])
    return {str(g): np.nanmean(a[regions == g]) for g in np.unique(regions)}
