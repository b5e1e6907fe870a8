import numpy as np
class Model:
    """Whatever column holds something in test goes in, those it does not know as logarithms; what is empty there does not."""

    def __init__(self, train, test):
        known = {"price", "listing_id", "area", "unit", "rooms", "year_built", "district", "distance_km", "garden"}
        self.more = sorted(c for c in test if c not in known and len(set(test[c])) > 1)
        self.districts = sorted(set(train["district"]))
        years = np.asarray(train["year_built"], float)
        self.year = np.nanmedian(years)
        y = np.log(np.asarray(train["price"], float))
        X = self.design(train)
        keep = np.ones(len(y), bool)
        for _ in range(5):
            self.w = np.linalg.lstsq(X[keep], y[keep], rcond=None)[0]
            r = y - X @ self.w
            keep = np.abs(r - np.median(r)) < 1.0
        self.X, self.y = X[keep], y[keep]
    def design(self, t):
        area = np.asarray(t["area"], float) / np.where(np.asarray(t["unit"]) == "sqft", 10.7639, 1.0)
        year = np.asarray(t["year_built"], float)
        gone = np.isnan(year)
        year = np.where(gone, self.year, year)
        d = np.asarray(t["distance_km"], float)
        cols = [np.ones(len(area)), np.log(area), np.asarray(t["rooms"], float), (year - 1970) / 50, ((year - 1970) / 50) ** 2, gone * 1.0, np.asarray(t["garden"], float), d, d ** 2]
        cols += [np.log1p(np.asarray(t[c], float)) for c in self.more]
        cols += [(np.asarray(t["district"]) == k) * 1.0 for k in self.districts[1:]]
        return np.column_stack(cols)
    def residuals(self):
        r = np.empty(len(self.y))
        fold = np.arange(len(self.y)) % 10
        for k in range(10):
            w = np.linalg.lstsq(self.X[fold != k], self.y[fold != k], rcond=None)[0]
            r[fold == k] = self.y[fold == k] - self.X[fold == k] @ w
        return r
def predict(train, test):
    m = Model(train, test)
    return np.exp(m.design(test) @ m.w)
def interval(train, test):
    m = Model(train, test)
    lo, hi = np.quantile(m.residuals(), [0.1, 0.9])
    p = m.design(test) @ m.w
    return np.exp(p + lo), np.exp(p + hi)
def typical_error(train):
    m = Model(train, {})
    return float(np.median(np.abs(np.exp(-m.residuals()) - 1)))
