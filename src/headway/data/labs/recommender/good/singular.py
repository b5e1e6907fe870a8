"""Singular vectors of the table, its entries weighed by rows and columns."""

import numpy as np


def recall(recommended, relevant):
    return sum(r in recommended for r in relevant) / len(relevant)


def ndcg(recommended, relevant):
    weight = 1 / np.log2(np.arange(2, len(recommended) + 2))
    hit = np.isin(recommended, relevant)
    return (weight * hit).sum() / weight[: len(relevant)].sum()


def hold_out(events, share):
    day = events["day"]
    late = sorted(range(len(day)), key=lambda i: (day[i], i))[int(len(day) * (1 - share)) :]
    early = np.setdiff1d(np.arange(len(day)), late)
    return early, np.array(late)


def recommend(events, users, k):
    names = sorted(set(events["item"].tolist()))
    people = sorted(set(events["user"].tolist()))
    at, who = {n: i for i, n in enumerate(names)}, {p: i for i, p in enumerate(people)}
    m = np.zeros((len(people), len(names)))
    for u, i in zip(events["user"].tolist(), events["item"].tolist()):
        m[who[u], at[i]] = 1
    scaled = m / np.sqrt(m.sum(axis=1, keepdims=True)) / np.sqrt(m.sum(axis=0))
    left, size, right = np.linalg.svd(scaled, full_matrices=False)
    guess = (left[:, :4] * size[:4]) @ right[:4] * np.sqrt(m.sum(axis=0))
    guess[m == 1] = -1e9
    popular = m.sum(axis=0)
    out = []
    for u in np.asarray(users).tolist():
        line = guess[who[u]] if u in who else popular
        out.append([names[i] for i in np.argsort(-line)[:k]])
    return out
