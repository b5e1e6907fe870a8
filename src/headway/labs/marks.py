"""Marks for scores, and for how close they come to the best that anyone could reach."""

import numpy as np

from headway.arrays import Array


def ranks(values: Array) -> Array:
    """Ranks from 1, ties sharing their mean rank."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2)[place], dtype=float)


def auc(scores: Array, labels: Array) -> float:
    """Share of pairs (one of each label) that the scores put in the right order; ties count half."""
    positive = int(labels.sum())
    negative = len(labels) - positive
    return float((ranks(scores)[labels].sum() - positive * (positive + 1) / 2) / (positive * negative))


def against_best(scores: Array, truth: Array, dice: np.random.Generator, draws: int = 20) -> tuple[float, float]:
    """AUC of the scores, and its share of what the true probabilities reach: (AUC - 1/2) / (best AUC - 1/2).

    truth: P(label is 1) for each row. The labels are drawn here, after the scores were handed in, so there is nothing
    that could have been looked up; both are averages over `draws` sets of labels.
    """
    found, best = [], []
    for _ in range(draws):
        labels = dice.random(len(truth)) < truth
        found.append(auc(scores, labels))
        best.append(auc(truth, labels))
    mean, top = float(np.mean(found)), float(np.mean(best))
    return mean, (mean - 0.5) / (top - 0.5)


def rand_index(one: Array, other: Array) -> float:
    """Adjusted Rand index of two partitions (Hubert and Arabie 1985): 1 the same parts, about 0 by chance."""
    _, left = np.unique(one, return_inverse=True)
    _, right = np.unique(other, return_inverse=True)
    table = np.zeros((left.max() + 1, right.max() + 1))
    np.add.at(table, (left, right), 1)

    def pairs(counts: Array) -> float:
        return float((counts * (counts - 1) / 2).sum())

    rows, columns = pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    chance = rows * columns / pairs(np.array([len(one)]))
    most = (rows + columns) / 2
    return 1.0 if most == chance else (pairs(table) - chance) / (most - chance)
