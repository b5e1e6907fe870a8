import numpy as np, pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor as H
from sklearn.model_selection import train_test_split
def frame(t, names):
    df = pd.DataFrame(dict(t))
    df["area"] = df["area"].where(df["unit"] == "m2", df["area"] / 10.7639)
    df["district"] = df["district"].map({n: i for i, n in enumerate(names)}).astype(float)
    return df[["area", "rooms", "year_built", "district", "distance_km", "garden"]].astype(float)
def get(train):
    names = sorted(set(train["district"]))
    X = frame(train, names)
    y = np.log(np.asarray(train["price"], float))
    rough = H(loss="absolute_error", random_state=0, max_iter=20, learning_rate=0.2).fit(X, y)
    off = np.round((y - rough.predict(X)) / np.log(10))
    y = y - off * np.log(10)
    return names, X, y
def fitted(X, y, **k):
    return H(random_state=0, max_iter=30, learning_rate=0.25, max_leaf_nodes=8, min_samples_leaf=10, **k).fit(X, y)
def predict(train, test):
    names, X, y = get(train)
    return np.exp(fitted(X, y).predict(frame(test, names)))
def interval(train, test):
    names, X, y = get(train)
    Xa, Xb, ya, yb = train_test_split(X, y, test_size=0.3, random_state=0)
    lo, hi = (fitted(Xa, ya, loss="quantile", quantile=q) for q in (0.1, 0.9))
    s = np.maximum(lo.predict(Xb) - yb, yb - hi.predict(Xb))
    c = np.quantile(s, 0.8)
    T = frame(test, names)
    return np.exp(lo.predict(T) - c), np.exp(hi.predict(T) + c)
def typical_error(train):
    names, X, y = get(train)
    Xa, Xb, ya, yb = train_test_split(X, y, test_size=0.3, random_state=0)
    p = fitted(Xa, ya).predict(Xb)
    return float(np.median(abs(np.exp(p - yb) - 1)))
