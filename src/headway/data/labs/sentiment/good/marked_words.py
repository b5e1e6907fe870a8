"""Tokens with a NOT_ prefix and a naive Bayes-like count model, pandas for the tables."""
import re
import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.model_selection import cross_val_predict

def tokens(pair):
    text, product = pair.split("\t")
    out = []
    for part in re.split(r"[,.]", text.lower()):
        neg = ""
        for w in re.findall("[a-z]+", part):
            if w in ("not", "never", "hardly"): neg = "NOT_"
            else: out += [neg + w, neg + w + "@" + product]
    return out

def join(t): return [f"{a}\t{b}" for a, b in zip(t["text"], t["product"])]

def pipe(): return make_pipeline(CountVectorizer(analyzer=tokens, binary=True), LogisticRegression(C=0.6, max_iter=2000))

def chance(train, test): return pipe().fit(join(train), train["liked"]).predict_proba(join(test))[:, 1].tolist()

def long_table(reviews, wrong):
    d = pd.DataFrame({"t": list(reviews["text"]), "p": list(reviews["product"]), "w": np.asarray(wrong, float)})
    ws = d.t.str.lower().str.findall("[a-z]+")
    parts = [("product: " + d.p), ws.map(lambda w: "negation: yes" if {"not", "never", "hardly"} & set(w) else "negation: no"), ws.map(lambda w: "length: short" if len(w) <= 12 else "length: long")]
    return pd.concat([pd.DataFrame({"s": s, "w": d.w}) for s in parts]).groupby("s")["w"].agg(["size", "mean"])

def error_by_slice(reviews, chances):
    wrong = (np.asarray(chances) >= .5).astype(int) != np.asarray(reviews["liked"])
    t = long_table(reviews, wrong).reset_index()
    t = t[t["size"] >= 30].sort_values(["mean", "s"], ascending=[False, True])
    return [[r.s, int(r.size), float(r["mean"])] for _, r in t.rename(columns={"size": "n"}).iterrows()] if False else [[a, int(b), float(c)] for a, b, c in t.itertuples(index=False)]

def own_errors(train):
    p = cross_val_predict(pipe(), join(train), train["liked"], cv=10, method="predict_proba")[:, 1]
    return long_table(train, (p >= .5).astype(int) != np.asarray(train["liked"]))["mean"].to_dict()
