"""Naive Bayes over marked words: a negated word is a word of its own, and so is a word with its product."""

import math
import re
from collections import Counter

import numpy as np

NOT = ("not", "never", "hardly")


def tokens(text, product):
    out = []
    for part in text.lower().rstrip(".").split(","):
        ws = part.split()
        mark = "NOT_" if set(ws) & set(NOT) else ""
        out += [mark + ws[-1], f"{mark}{ws[-1]}@{product}"]
        if "very" in ws or "really" in ws:
            out.append(f"{mark}{ws[-1]}@{product}")
    return out


def chance(train, test):
    counts, base = (Counter(), Counter()), [0, 0]
    for text, product, liked in zip(train["text"], train["product"], train["liked"]):
        counts[int(liked)].update(tokens(text, product))
        base[int(liked)] += 1
    known = set(counts[0]) | set(counts[1])
    total = [sum(c.values()) + len(known) for c in counts]
    out = []
    for text, product in zip(test["text"], test["product"]):
        odds = math.log(base[1] / base[0])
        for t in tokens(text, product):
            if t in known:
                odds += math.log((counts[1][t] + 1) / total[1]) - math.log((counts[0][t] + 1) / total[0])
        out.append(1 / (1 + math.exp(-odds)))
    return out


def where(text, product):
    ws = re.sub(r"[^a-z ]", " ", text.lower()).split()
    yield f"product: {product}"
    yield "negation: yes" if any(w in NOT for w in ws) else "negation: no"
    yield "length: short" if len(ws) <= 12 else "length: long"


def tally(reviews, chances):
    n, bad = Counter(), Counter()
    for text, product, liked, c in zip(reviews["text"], reviews["product"], reviews["liked"], chances):
        for s in where(text, product):
            n[s] += 1
            bad[s] += (c >= 0.5) != bool(liked)
    return {s: (n[s], bad[s] / n[s]) for s in n}


def error_by_slice(reviews, chances):
    rows = [[s, count, share] for s, (count, share) in tally(reviews, chances).items() if count >= 30]
    rows.sort(key=lambda r: r[0])
    rows.sort(key=lambda r: r[2], reverse=True)
    return rows


def own_errors(train):
    n = len(train["text"])
    out = [0.0] * n
    for k in range(4):
        held = range(k, n, 4)
        rest = [i for i in range(n) if i % 4 != k]
        model = {key: [col[i] for i in rest] for key, col in train.items()}
        fold = {key: [col[i] for i in held] for key, col in train.items()}
        for i, c in zip(held, chance(model, fold)):
            out[i] = c
    return {s: share for s, (_, share) in tally(train, out).items()}
