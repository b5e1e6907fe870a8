"""Solvers: models that learn."""

from headway.assessment.templates.solving import Solver

LOSSES = (0.9, 0.7, 0.6, 0.65, 0.62, 0.59, 0.63, 0.64, 0.66, 0.7)
NEXT_TOKENS = (50, 20, 15, 10, 5)
"""In per cent, likeliest first."""


def stopping_epoch(p: int) -> int:
    """The first epoch that ends p in a row without a new lowest loss."""
    best, since = LOSSES[0], 0
    for epoch, loss in enumerate(LOSSES, 1):
        best, since = (loss, 0) if loss < best or epoch == 1 else (best, since + 1)
        if since == p:
            return epoch
    return len(LOSSES)


def kept(p: float, *, at_most: bool = False) -> int:
    """Tokens whose shares reach p; at_most: that do not pass it."""
    sums = [sum(NEXT_TOKENS[: count + 1]) for count in range(len(NEXT_TOKENS))]
    wanted = round(100 * p)
    return sum(s <= wanted for s in sums) if at_most else 1 + sum(s < wanted for s in sums)


def mlp(i: int, hidden: int, h: int) -> int:
    """Parameters with `hidden` layers of h units and one output."""
    return i * h + h + (hidden - 1) * (h * h + h) + h + 1


SOLVERS = {
    "ml-error-of-the-mean": Solver(
        lambda a, b, c, y: abs((a + b + c) / 3 - y),
        {"the value in the middle": lambda a, b, c, y: abs(b - y), "the last value": lambda a, b, c, y: abs(c - y)},
    ),
    "ml-rows-left-for-testing": Solver(
        lambda n, t, v: n * (100 - t - v) / 100,
        {"forgets validation": lambda n, t, v: n * (100 - t) / 100, "the validation part": lambda n, t, v: n * v / 100},
    ),
    "ml-linear-difference": Solver(
        lambda w, u, k, m: w * k - u * m,
        {
            "the constant counts again": lambda w, u, k, m: 50 + w * k - u * m,
            "age adds": lambda w, u, k, m: w * k + u * m,
        },
    ),
    "ml-accuracy-of-two-cities": Solver(
        lambda a, n, b, m: (a * n + b * m) / (n + m),
        {"both cities count alike": lambda a, n, b, m: (a + b) / 2, "the larger city": lambda a, n, b, m: a},
    ),
    "ml-profit-of-calls": Solver(
        lambda f, p, c, v: f * p / 100 * v / 2 - f * c,
        {
            "all who would leave stay": lambda f, p, c, v: f * p / 100 * v - f * c,
            "calls only those who would leave": lambda f, p, c, v: f * p / 100 * (v / 2 - c),
            "calls cost nothing": lambda f, p, c, v: f * p / 100 * v / 2,
        },
    ),
    "dl-parameters-of-many-layers": Solver(
        lambda i, k, h: mlp(i, k, h),
        {
            "forgets the biases": lambda i, k, h: i * h + (k - 1) * h * h + h,
            "a square for each layer": lambda i, k, h: mlp(i, k + 1, h),
        },
    ),
    "dl-memory-of-activations": Solver(
        lambda k, u, b: k * u * b * 4 / 1e6,
        {"forgets the batch": lambda k, u, b: k * u * 4 / 1e6, "one layer at a time": lambda k, u, b: u * b * 4 / 1e6},
    ),
    "dl-warm-up-rate": Solver(
        lambda r, w, s: r * s / w, {"the full rate": lambda r, w, s: r, "counts down": lambda r, w, s: r * (1 - s / w)}
    ),
    "dl-units-after-dropout": Solver(
        lambda n, p: round(n * (1 - p)), {"those that are dropped": lambda n, p: n * p, "all": lambda n, p: n}
    ),
    "dl-patience-runs-out": Solver(
        stopping_epoch,
        {"the epoch of the lowest loss": lambda p: 3 if p == 2 else 6, "the first rise": lambda p: 4},
    ),
    "pt-gradients-add-up": Solver(
        lambda w, k: 6 * w * k,
        {"each run replaces the last": lambda w, k: 6 * w, "the value of the function": lambda w, k: 3 * w * w},
    ),
    "pt-numbers-after-pooling": Solver(
        lambda b, i, o, s: b * o * (s // 2) ** 2,
        {
            "pooling keeps the size": lambda b, i, o, s: b * o * s * s,
            "channels stay": lambda b, i, o, s: b * i * (s // 2) ** 2,
            "without the batch": lambda b, i, o, s: o * (s // 2) ** 2,
        },
    ),
    "pt-batches-with-drop-last": Solver(
        lambda n, b: n // b,
        {"keeps the smaller one": lambda n, b: n // b + 1, "drops a full one too": lambda n, b: n // b - 1},
    ),
    "pt-elements-of-a-sum": Solver(
        lambda b, d, n: b * n * d,
        {"the first shape stays": lambda b, d, n: b * d, "numbers are joined": lambda b, d, n: b * d + n * d},
    ),
    "tf-weights-of-blocks": Solver(
        lambda d, n: 12 * d * d * n,
        {
            "the way back is forgotten": lambda d, n: 8 * d * d * n,
            "attention only": lambda d, n: 4 * d * d * n,
            "one block": lambda d, n: 12 * d * d,
        },
    ),
    "tf-sum-of-attention-weights": Solver(
        lambda h, n: h * n, {"one for each head": lambda h, n: h, "all weights are one": lambda h, n: h * n * n}
    ),
    "tf-padded-places": Solver(
        lambda a, b, c: 2 * c - a - b,
        {"the shorter sentence only": lambda a, b, c: c - a, "up to the longer sentence": lambda a, b, c: b - a},
    ),
    "lm-probability-of-a-text": Solver(
        lambda a, b, c: a * b * c,
        {"the mean": lambda a, b, c: (a + b + c) / 3, "the least likely token": lambda a, b, c: min(a, b, c)},
    ),
    "lm-tokens-within-top-p": Solver(
        kept, {"stops before p is reached": lambda p: kept(p, at_most=True), "keeps all": lambda p: 5}
    ),
    "lm-probability-after-top-k": Solver(
        lambda a, b: a / (a + b), {"it stays": lambda a, b: a, "both are alike": lambda a, b: 0.5}
    ),
    "lm-operations-of-training": Solver(
        lambda n, t: 6 * n * t, {"forward only": lambda n, t: 2 * n * t, "one operation each": lambda n, t: n * t}
    ),
    "lm-one-of-several-tries": Solver(
        lambda p, k: 1 - (1 - p) ** k, {"adds the chances": lambda p, k: p * k, "all tries": lambda p, k: p**k}
    ),
}
