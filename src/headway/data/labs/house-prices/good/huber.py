"""Huber regression by reweighting; a fifth of the sales kept back for intervals and error."""

import numpy as np


def design(t, middle_year):
    m2 = [a / 10.7639 if u == "sqft" else a for a, u in zip(t["area"], t["unit"])]
    places = ["Harbour", "Old Town", "Mill Hill", "Station", "Lakeside", "Northgate"]
    rows = []
    for i in range(len(m2)):
        year = t["year_built"][i]
        age = 0.0 if np.isnan(year) else (middle_year - year) / 50
        far = t["distance_km"][i]
        rows.append([1.0, np.log(m2[i] / 100), age, far / 5, t["garden"][i], t["garden"][i] * far / 5,
                     *(float(t["district"][i] == p) for p in places[1:])])
    return np.array(rows)


def solve(x, y):
    w = np.ones(len(y))
    for _ in range(25):
        b = np.linalg.lstsq(x * w[:, None], y * w, rcond=None)[0]
        off = np.abs(y - x @ b)
        w = np.sqrt(np.minimum(1.0, 0.15 / np.maximum(off, 1e-9)))
    return b


def parts(train):
    y = np.log(train["price"])
    x = design(train, np.nanmedian(train["year_built"]))
    back = np.arange(len(y)) % 5 == 0
    b = solve(x[~back], y[~back])
    off = y[back] - x[back] @ b
    return b, np.sort(off[np.abs(off) < 1.5])


def predict(train, test):
    x = design(test, np.nanmedian(train["year_built"]))
    return np.exp(x @ parts(train)[0])


def interval(train, test):
    off = parts(train)[1]
    n = len(off)
    price = predict(train, test)
    return [price * np.exp(off[int(0.1 * n)]), price * np.exp(off[int(0.9 * n)])]


def typical_error(train):
    return float(np.median([abs(1 / np.exp(o) - 1) for o in parts(train)[1]]))
