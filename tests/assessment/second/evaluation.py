"""Second solvers: measuring models, from lists of cases."""

from itertools import pairwise

import numpy as np


def confusion(tp, fp, fn):
    truth = np.array([1] * tp + [0] * fp + [1] * fn)
    said = np.array([1] * tp + [1] * fp + [0] * fn)
    return truth[said == 1].mean()


def area(a):
    """Under the curve, by trapezoids over all thresholds."""
    scores, truth = np.array([0.9, a, 0.4, 0.7, 0.3, 0.2]), np.array([1, 1, 1, 0, 0, 0])
    points = [(0.0, 0.0)]
    for threshold in sorted(set(scores), reverse=True):
        said = scores >= threshold
        points.append((said[truth == 0].mean(), said[truth == 1].mean()))
    return sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in pairwise(points))


def cheapest(a, b):
    """The lowest probability at which checking costs no more than not checking."""
    return next(p for p in np.arange(0, 1, 1e-5) if p * a >= b - 1e-9)


def gain(order):
    return sum(r / np.log2(i + 2) for i, r in enumerate(order))


def tilted(q, y, p):
    """max(q e, (q - 1) e)."""
    return max(q * (y - p), (q - 1) * (y - p))


def miscalibrated(a, b):
    cases = [(a, 0.5)] * 60 + [(0.9, b)] * 40
    return np.mean([abs(said - share) for said, share in cases])


SECOND = {
    "eval-precision": confusion,
    "eval-recall": lambda p, m, c: np.mean([1] * c + [0] * (p - c)),
    "eval-f1": lambda p, r: 1 / np.mean([1 / p, 1 / r]),
    "eval-accuracy-baseline": lambda p: 100 * np.mean(np.array([1] * p + [0] * (100 - p)) == 0),
    "eval-specificity": lambda tn, fp: np.mean([0] * tn + [1] * fp),
    "eval-auc-pairs": area,
    "eval-class-weight": lambda a, b: np.mean([a, b]) / b,
    "eval-cost-threshold": cheapest,
    "eval-macro-micro": lambda a, b: np.mean([np.mean([a] * 90), np.mean([b] * 10)]),
    "eval-mae-rmse": lambda xs: np.linalg.norm(xs) / np.sqrt(len(xs)),
    "eval-hinge": lambda s: float(np.clip(1 - s, 0, None)),
    "eval-pinball": tilted,
    "eval-ece": miscalibrated,
    "eval-brier": lambda a, b: np.mean((np.array([a, b]) - [1, 0]) ** 2),
    "eval-precision-at-k": lambda r, t: np.mean([1] * r + [0] * (10 - r)),
    "eval-ndcg": lambda a, b: gain([a, b, 0]) / gain(sorted([a, b, 0], reverse=True)),
    "eval-mrr": lambda a, b, c: np.mean(1 / np.array([a, b, c])),
    "rec-mf-predict": lambda a, b, c: 3.5 + 0.2 + np.dot([a, b], [c, 2]),
}
SECOND["eval-hinge-of-a-score"] = SECOND["eval-hinge"]
