"""Alternating least squares for yes and no (Hu, Koren and Volinsky 2008)."""

import numpy as np

FACTORS, WEIGHT, DECAY = 4, 4.0, 6.0


def recall(recommended, relevant):
    return np.isin(relevant, recommended).mean()


def ndcg(recommended, relevant):
    def dcg(places):
        return np.sum(1 / np.log2(np.asarray(places) + 2.0))

    found = [p for p, item in enumerate(recommended) if item in set(relevant)]
    return dcg(found) / dcg(range(min(len(relevant), len(recommended))))


def hold_out(events, share):
    rows = np.lexsort((events["item"], events["user"], events["day"]))
    late = int(round(share * len(rows)))
    return rows[:-late].tolist(), rows[-late:].tolist()


def half(took, other):
    """Best factors of the rows of `took` given those of its columns."""
    base = other.T @ other + DECAY * np.eye(other.shape[1])
    out = []
    for row in took:
        mine = other[row > 0]
        out.append(np.linalg.solve(base + WEIGHT * mine.T @ mine, (1 + WEIGHT) * mine.sum(axis=0)))
    return np.array(out)


def recommend(events, users, k):
    people, row = np.unique(events["user"], return_inverse=True)
    items, column = np.unique(events["item"], return_inverse=True)
    took = np.zeros((len(people), len(items)))
    np.add.at(took, (row, column), 1)
    factors = np.random.default_rng(3).normal(0, 0.3, (len(items), FACTORS))
    factors[:, 0] = took.mean(axis=0) * 3
    for _ in range(8):
        persons = half(took, factors)
        factors = half(took.T, persons)
    score = persons @ factors.T - 1e6 * took
    popular = took.sum(axis=0)
    place = dict(zip(people.tolist(), range(len(people))))
    chosen = [score[place[u]] if u in place else popular for u in np.asarray(users).tolist()]
    return items[np.argsort(-np.array(chosen), axis=1)[:, :k]]
