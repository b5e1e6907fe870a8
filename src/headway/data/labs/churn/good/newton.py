import numpy as np


def leaking_columns(train, test):
    """A column alone that ranks the leavers almost perfectly is no honest column."""
    y, found = np.asarray(train["left"]), []
    for name, column in train.items():
        if name == "left" or isinstance(column, list):
            continue
        gap = abs((np.asarray(column)[y == 1] > 0).mean() - (np.asarray(column)[y == 0] > 0).mean())
        if gap > 0.7:
            found.append(name)
    return found


def design(table):
    fee = np.asarray(table["monthly_fee"], float) / 50 - 1
    year = np.array([c == "year" for c in table["contract"]], float)
    rows = [np.ones(len(fee)), fee, year, fee * year]
    rows += [np.asarray(table["tenure_months"], float) / 30, np.asarray(table["support_calls"], float)]
    rows += [np.asarray(table["age"], float) / 50, np.asarray(table["data_gb"], float) / 10]
    return np.array(rows).T


def newton(x, y):
    w = np.zeros(x.shape[1])
    for _ in range(15):
        p = 1 / (1 + np.exp(-(x @ w)))
        h = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(w))
        w += np.linalg.solve(h, x.T @ (y - p) - w)
    return w


def score(train, test):
    return 1 / (1 + np.exp(-(design(test) @ newton(design(train), np.asarray(train["left"])))))


def estimate_auc(train, test):
    x, y = design(train), np.asarray(train["left"])
    dice = np.random.default_rng(0)
    order = dice.permutation(len(y))
    areas = []
    for held in np.array_split(order, 10):
        rest = np.setdiff1d(order, held)
        s = x[held] @ newton(x[rest], y[rest])
        a, b = s[y[held] == 1], s[y[held] == 0]
        areas.append((a[:, None] > b).mean() + 0.5 * (a[:, None] == b).mean())
    return float(np.mean(areas))
