"""Clauses: every opinion word gets a sign and a strength, times the product."""
import re
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

NEG = {"not", "never", "hardly"}; UP = {"very", "really"}; DOWN = {"slightly", "somewhat"}

def words(text): return re.findall(r"[a-z]+", text.lower())

def feats(text, product):
    f = {}
    for clause in text.lower().split(","):
        ws = re.findall(r"[a-z]+", clause)
        if not ws: continue
        s = -1.0 if NEG & set(ws) else 1.0
        s *= 1.5 if UP & set(ws) else 0.5 if DOWN & set(ws) else 1.0
        w = ws[-1]
        for k in (w, w + "/" + product):
            f[k] = f.get(k, 0) + s
    return f

def model(train):
    v = DictVectorizer(); x = v.fit_transform([feats(t, p) for t, p in zip(train["text"], train["product"])])
    return v, LogisticRegression(C=1.0, max_iter=3000).fit(x, train["liked"])

def chance(train, test):
    v, m = model(train)
    return m.predict_proba(v.transform([feats(t, p) for t, p in zip(test["text"], test["product"])]))[:, 1]

def slices(text, product):
    ws = text.lower().split()
    return ["product: " + product, "negation: " + ("yes" if NEG & set(ws) else "no"), "length: " + ("short" if len(ws) <= 12 else "long")]

def table(reviews, chances):
    c = {}
    for t, p, y, q in zip(reviews["text"], reviews["product"], reviews["liked"], chances):
        for s in slices(t, p):
            n, e = c.get(s, (0, 0)); c[s] = (n + 1, e + int((q >= 0.5) != (y == 1)))
    return c

def error_by_slice(reviews, chances):
    rows = [[s, n, e / n] for s, (n, e) in table(reviews, chances).items() if n >= 30]
    return sorted(rows, key=lambda r: (-r[2], r[0]))

def own_errors(train):
    y = np.asarray(train["liked"]); p = np.zeros(len(y))
    for a, b in StratifiedKFold(8, shuffle=True, random_state=0).split(y, y):
        take = lambda r: {"text": [train["text"][i] for i in r], "product": [train["product"][i] for i in r], "liked": y[r]}
        p[b] = chance(take(a), take(b))
    return {s: e / n for s, (n, e) in table(train, p).items()}
