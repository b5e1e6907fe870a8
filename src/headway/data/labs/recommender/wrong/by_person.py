import numpy as np


def recall(recommended, relevant):
    return len(set(recommended) & set(relevant)) / len(relevant)


def gain(hits):
    return sum(hit / np.log2(place + 2) for place, hit in enumerate(hits))


def ndcg(recommended, relevant):
    ideal = [1] * min(len(recommended), len(relevant))
    return gain([item in relevant for item in recommended]) / gain(ideal)


def hold_out(events, share):
    later = []
    for user in np.unique(events["user"]):
        own = np.flatnonzero(events["user"] == user)
        own = own[np.argsort(events["day"][own], kind="stable")]
        later.append(own[len(own) - round(len(own) * share) :])
    later = np.concatenate(later)
    return np.setdiff1d(np.arange(len(events["day"])), later), later


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
