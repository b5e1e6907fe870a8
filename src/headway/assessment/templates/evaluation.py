"""Solvers: measuring models."""

from math import log2, sqrt

from headway.assessment.templates.solving import Solver


def pinball(q: float, y: float, p: float) -> float:
    """Quantile loss."""
    return q * (y - p) if y >= p else (1 - q) * (p - y)


def auc(a: float) -> float:
    """Pairs rightly ordered."""
    return sum((p > n) + 0.5 * (p == n) for p in (0.9, a, 0.4) for n in (0.7, 0.3, 0.2)) / 9


SOLVERS = {
    "eval-precision": Solver(
        lambda tp, fp, fn: tp / (tp + fp),
        {"recall": lambda tp, fp, fn: tp / (tp + fn), "over all three": lambda tp, fp, fn: tp / (tp + fp + fn)},
    ),
    "eval-recall": Solver(
        lambda p, m, c: c / p, {"precision": lambda p, m, c: c / m, "of all cases": lambda p, m, c: c / 1000}
    ),
    "eval-f1": Solver(
        lambda p, r: 2 * p * r / (p + r), {"plain mean": lambda p, r: (p + r) / 2, "product": lambda p, r: p * r}
    ),
    "eval-accuracy-baseline": Solver(lambda p: 100 - p, {"share of spam": lambda p: p, "a coin": lambda p: 50}),
    "eval-specificity": Solver(
        lambda tn, fp: fp / (fp + tn),
        {"specificity": lambda tn, fp: tn / (fp + tn), "over the negatives found": lambda tn, fp: fp / tn},
    ),
    "eval-auc-pairs": Solver(
        auc, {"accuracy at one half": lambda a: ((a > 0.5) + 1 + 2) / 6, "one minus it": lambda a: 1 - auc(a)}
    ),
    "eval-class-weight": Solver(
        lambda a, b: (a + b) / (2 * b),
        {"that of a negative": lambda a, b: (a + b) / (2 * a), "forgets the two": lambda a, b: (a + b) / b},
    ),
    "eval-cost-threshold": Solver(
        lambda a, b: b / a, {"one half": lambda a, b: 0.5, "the chance of an honest payment": lambda a, b: 1 - b / a}
    ),
    "eval-macro-micro": Solver(
        lambda a, b: (a + b) / 2,
        {"weighted by examples": lambda a, b: 0.9 * a + 0.1 * b, "the better class": lambda a, b: max(a, b)},
    ),
    "eval-mae-rmse": Solver(
        lambda xs: sqrt(sum(x * x for x in xs) / 4),
        {
            "mean absolute error": lambda xs: sum(map(abs, xs)) / 4,
            "forgets the root": lambda xs: sum(x * x for x in xs) / 4,
        },
    ),
    "eval-hinge": Solver(lambda s: max(0, 1 - s), {"margin zero": lambda s: max(0, -s), "wrong sign": lambda s: 1 + s}),
    "eval-pinball": Solver(
        pinball, {"sides exchanged": lambda q, y, p: pinball(1 - q, y, p), "absolute error": lambda q, y, p: abs(y - p)}
    ),
    "eval-ece": Solver(
        lambda a, b: 0.6 * abs(a - 0.5) + 0.4 * abs(0.9 - b),
        {
            "bins count alike": lambda a, b: (abs(a - 0.5) + abs(0.9 - b)) / 2,
            "the largest": lambda a, b: max(abs(a - 0.5), abs(0.9 - b)),
        },
    ),
    "eval-brier": Solver(
        lambda a, b: ((1 - a) ** 2 + b**2) / 2,
        {"absolute": lambda a, b: (1 - a + b) / 2, "sum": lambda a, b: (1 - a) ** 2 + b**2},
    ),
    "eval-precision-at-k": Solver(
        lambda r, t: r / 10,
        {"recall at ten": lambda r, t: r / t, "over all shown and relevant": lambda r, t: r / (10 + t)},
    ),
    "eval-ndcg": Solver(
        lambda a, b: (a + b / log2(3)) / (b + a / log2(3)),
        {"does not normalise": lambda a, b: a + b / log2(3), "no discount": lambda a, b: 1},
    ),
    "eval-mrr": Solver(
        lambda a, b, c: (1 / a + 1 / b + 1 / c) / 3,
        {"one over the mean rank": lambda a, b, c: 3 / (a + b + c), "mean rank": lambda a, b, c: (a + b + c) / 3},
    ),
    "rec-mf-predict": Solver(
        lambda a, b, c: 3.5 + 0.2 + a * c + 2 * b,
        {"factors only": lambda a, b, c: a * c + 2 * b, "biases only": lambda a, b, c: 3.7},
    ),
}
SOLVERS["eval-hinge-of-a-score"] = SOLVERS["eval-hinge"]
