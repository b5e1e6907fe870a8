"""scikit-learn: non-negative factors of the table, neighbours among people added."""

import numpy as np
from sklearn.decomposition import NMF
from sklearn.metrics import ndcg_score
from sklearn.neighbors import NearestNeighbors


def recall(recommended, relevant):
    return len([item for item in relevant if item in set(recommended)]) / len(relevant)


def ndcg(recommended, relevant):
    """The library's NDCG over the list and what it misses, cut to the length of the list."""
    missed = [item for item in relevant if item not in set(recommended)]
    truth = [[float(item in relevant) for item in [*recommended, *missed]]]
    order = [np.arange(len(truth[0]), 0, -1)]
    return ndcg_score(truth, order, k=len(recommended))


def hold_out(events, share):
    order = np.argsort(events["day"])
    early, late = np.split(order, [int((1 - share) * len(order))])
    return early, late


def recommend(events, users, k):
    people, row = np.unique(events["user"], return_inverse=True)
    items, column = np.unique(events["item"], return_inverse=True)
    took = np.zeros((len(people), len(items)))
    took[row, column] = 1
    model = NMF(6, init="nndsvda", max_iter=400, random_state=0, tol=1e-3)
    smooth = model.fit_transform(took) @ model.components_
    near = NearestNeighbors(n_neighbors=40, metric="cosine").fit(took).kneighbors(return_distance=False)
    score = smooth / smooth.std() + took[near].mean(axis=1) / took[near].mean(axis=1).std()
    score[took > 0] = -np.inf
    popular = took.sum(axis=0)
    where = {user: place for place, user in enumerate(people)}
    lines = [score[where[user]] if user in where else popular for user in users]
    return [items[np.argsort(-line)[:k]] for line in lines]
