"""Solvers: convolutions, recurrence, attention."""

from math import exp, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "arch-conv-output-size": Solver(
        lambda n, k, s, p: (n + 2 * p - k) // s + 1,
        {
            "divides by the kernel": lambda n, k, s, p: n // k,
            "forgets to add one": lambda n, k, s, p: (n + 2 * p - k) // s,
        },
    ),
    "arch-conv-parameters": Solver(
        lambda i, o, k: o * (i * k * k + 1),
        {
            "forgets the biases": lambda i, o, k: o * i * k * k,
            "forgets the input channels": lambda i, o, k: o * (k * k + 1),
        },
    ),
    "arch-receptive-field": Solver(lambda n: 2 * n + 1, {"three a layer": lambda n: 3 * n, "one kernel": lambda n: 3}),
    "arch-maxpool": Solver(
        lambda a, b: max(a, 1, 2, b) + max(4, 0, 3, 8),
        {"means": lambda a, b: (a + 1 + 2 + b) / 4 + 15 / 4, "the first of each": lambda a, b: a + 4},
    ),
    "arch-conv-value": Solver(
        lambda a, b: a + 2 * b,
        {"flips the kernel": lambda a, b: b + 2 * a, "all of the signal": lambda a, b: a * 11 + b * 11},
    ),
    "arch-rnn-parameters": Solver(
        lambda i, h: h * (i + h + 1),
        {"forgets the recurrence": lambda i, h: h * (i + 1), "forgets the biases": lambda i, h: h * (i + h)},
    ),
    "arch-lstm-parameters": Solver(
        lambda i, h: 4 * h * (i + h + 1),
        {"one gate": lambda i, h: h * (i + h + 1), "three gates": lambda i, h: 3 * h * (i + h + 1)},
    ),
    "arch-attention-weights": Solver(
        lambda a, v: (10 * exp(a) + v) / (exp(a) + 1),
        {
            "weights are the scores": lambda a, v: 10 * a,
            "the larger score only": lambda a, v: 10,
            "plain mean": lambda a, v: (10 + v) / 2,
        },
    ),
    "arch-attention-scale": Solver(
        lambda d, p: p / sqrt(d), {"divides by the length": lambda d, p: p / d, "no scaling": lambda d, p: p}
    ),
    "arch-attention-cost": Solver(lambda k: k * k, {"linear": lambda k: k, "cubic": lambda k: k**3}),
    "arch-causal-mask": Solver(
        lambda n: n * (n + 1) // 2, {"all pairs": lambda n: n * n, "without itself": lambda n: n * (n - 1) // 2}
    ),
    "arch-heads-dimension": Solver(
        lambda d, h: d // h, {"the full width": lambda d, h: d, "times the heads": lambda d, h: d * h}
    ),
    "arch-attention-parameters": Solver(
        lambda d: 4 * d * d, {"one projection": lambda d: d * d, "three projections": lambda d: 3 * d * d}
    ),
}
