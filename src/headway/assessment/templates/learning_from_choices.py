"""Solvers: learning from choices."""

from math import exp, log1p

from headway.assessment.templates.solving import Solver


def sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x))


SOLVERS = {
    "rh-which-answer-wins": Solver(
        lambda a, b: sigmoid(a - b),
        {
            "the other one": lambda a, b: sigmoid(b - a),
            "the first by itself": lambda a, b: sigmoid(a),
            "always the larger": lambda a, b: 1,
        },
    ),
    "rh-reward-less-distance": Solver(
        lambda r, p, q, k: r - k * (p - q),
        {
            "adds it": lambda r, p, q, k: r + k * (p - q),
            "no penalty": lambda r, p, q, k: r,
            "no weight": lambda r, p, q, k: r - (p - q),
        },
    ),
    "rh-pairs-of-a-ranking": Solver(
        lambda k: k * (k - 1) / 2,
        {
            "neighbours alone": lambda k: k - 1,
            "both ways": lambda k: k * (k - 1),
            "with itself": lambda k: k * (k + 1) / 2,
        },
    ),
    "rh-margin-of-a-preference-loss": Solver(
        lambda k, d, e: log1p(exp(-k * (d - e))),
        {
            "exchanges the two": lambda k, d, e: log1p(exp(k * (d - e))),
            "no weight": lambda k, d, e: log1p(exp(-(d - e))),
            "the probability": lambda k, d, e: sigmoid(k * (d - e)),
        },
    ),
    "pg-return-of-a-step": Solver(
        lambda a, b, c, g: a + g * b + g * g * c,
        {
            "no discount": lambda a, b, c, g: a + b + c,
            "the same discount": lambda a, b, c, g: a + g * (b + c),
            "discounts the first": lambda a, b, c, g: g * (a + g * b + g * g * c),
        },
    ),
    "pg-advantage-of-a-step": Solver(
        lambda v, w, r, g: r + g * w - v,
        {
            "the target": lambda v, w, r, g: r + g * w,
            "no discount": lambda v, w, r, g: r + w - v,
            "the reward": lambda v, w, r, g: r - v,
        },
    ),
    "pg-gradient-of-a-softmax": Solver(
        lambda z: 1 - sigmoid(z),
        {
            "the probability": lambda z: sigmoid(z),
            "of the probability": lambda z: sigmoid(z) * (1 - sigmoid(z)),
            "the score": lambda z: z,
        },
    ),
    "pg-ratio-of-two-policies": Solver(
        lambda p, q: exp(q - p),
        {
            "upside down": lambda p, q: exp(p - q),
            "the difference": lambda p, q: q - p,
            "ratio of the logs": lambda p, q: q / p,
        },
    ),
}
