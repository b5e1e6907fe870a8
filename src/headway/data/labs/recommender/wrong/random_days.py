import numpy as np


def recall(recommended, relevant):
    return len(set(recommended) & set(relevant)) / len(relevant)


def gain(hits):
    return sum(hit / np.log2(place + 2) for place, hit in enumerate(hits))


def ndcg(recommended, relevant):
    ideal = [1] * min(len(recommended), len(relevant))
    return gain([item in relevant for item in recommended]) / gain(ideal)


def hold_out(events, share):
    order = np.random.default_rng(0).permutation(len(events["day"]))
    cut = round(len(order) * (1 - share))
    return order[:cut], order[cut:]


def table(events):
    users, row = np.unique(events["user"], return_inverse=True)
    items, column = np.unique(events["item"], return_inverse=True)
    took = np.zeros((len(users), len(items)))
    took[row, column] = 1
    return users, items, took


def scores(took):
    """Of every item for every user."""
    active = took / np.sqrt(took.sum(axis=1, keepdims=True))
    length = np.sqrt((active**2).sum(axis=0))
    like = (active.T @ active) / np.outer(length, length)
    np.fill_diagonal(like, 0)
    like = like**2
    return took @ like


def recommend(events, users, k):
    known, items, took = table(events)
    score = np.where(took > 0, -np.inf, scores(took))
    usual = items[np.argsort(-took.sum(axis=0), kind="stable")][:k]
    row = {user: place for place, user in enumerate(known)}
    lists = []
    for user in users:
        if user in row:
            lists.append(items[np.argsort(-score[row[user]], kind="stable")][:k])
        else:
            lists.append(usual)
    return lists
