"""Solvers: supervised learning."""

from math import comb, exp

from headway.assessment.templates.solving import Solver


def gini(a: float, b: float) -> float:
    """Impurity of two counts."""
    return 1 - (a / (a + b)) ** 2 - (b / (a + b)) ** 2


def split_gain(a: float, b: float) -> float:
    """Fall of impurity from 10 + 10 to a + b and the rest."""
    left, right = (a + b) / 20, (20 - a - b) / 20
    return 0.5 - left * gini(a, b) - right * gini(10 - a, 10 - b)


SOLVERS = {
    "sup-knn-vote": Solver(
        lambda k, x: {3: 2 / 3, 5: 2 / 5}[k],
        {"the majority only": lambda k, x: 1 if k == 3 else 0, "share of all examples": lambda k, x: 0.5},
    ),
    "sup-tree-gini": Solver(
        gini,
        {
            "share of the rarer class": lambda a, b: min(a, b) / (a + b),
            "the product once": lambda a, b: a * b / (a + b) ** 2,
        },
    ),
    "sup-tree-split-gain": Solver(
        split_gain,
        {
            "the left side only": lambda a, b: 0.5 - gini(a, b),
            "impurity after the split": lambda a, b: 0.5 - split_gain(a, b),
        },
    ),
    "sup-tree-depth-leaves": Solver(
        lambda d: 2**d, {"all nodes": lambda d: 2 ** (d + 1) - 1, "two for each level": lambda d: 2 * d}
    ),
    "sup-forest-oob": Solver(
        lambda n: (1 - 1 / n) ** n,
        {"one of n": lambda n: 1 / n, "the share that is drawn": lambda n: 1 - (1 - 1 / n) ** n},
    ),
    "sup-boosting-residual": Solver(
        lambda r, p, y: p + r * (y - p),
        {"the whole residual": lambda r, p, y: y, "averages with the target": lambda r, p, y: (1 - r) * y + r * p},
    ),
    "sup-voting-independent": Solver(
        lambda p: sum(comb(3, k) * p**k * (1 - p) ** (3 - k) for k in (2, 3)),
        {"as often as one": lambda p: p, "all three are right": lambda p: p**3},
    ),
    "sup-naive-bayes-product": Solver(
        lambda s: s * 0.2 / (s * 0.2 + (1 - s) * 0.01),
        {"ignores the prior": lambda s: 0.2 / 0.21, "likelihood only": lambda s: 0.4 * 0.5},
    ),
    "sup-naive-bayes-smoothing": Solver(
        lambda k, n, v: (k + 1) / (n + v),
        {"no smoothing": lambda k, n, v: k / n, "adds one below": lambda k, n, v: (k + 1) / (n + 1)},
    ),
    "sup-softmax-classes": Solver(
        lambda z: exp(z) / (exp(z) + 2),
        {"sigmoid of the score": lambda z: 1 / (1 + exp(-z)), "zeros do not count": lambda z: 1},
    ),
    "sup-onevsrest": Solver(
        lambda k: k * (k - 1) // 2, {"one a class": lambda k: k, "both orders": lambda k: k * (k - 1)}
    ),
}
