"""Solvers: information theory."""

from math import log, log2

from headway.assessment.templates.solving import Solver


def entropy(*shares: float) -> float:
    """In bits."""
    return -sum(p * log2(p) for p in shares if p)


SOLVERS = {
    "info-entropy-coin": Solver(
        lambda n: log2(n), {"the number of symbols": lambda n: n, "natural logarithm": lambda n: log(n)}
    ),
    "info-entropy-biased": Solver(
        lambda p: entropy(p, 1 - p), {"only the event": lambda p: -p * log2(p), "its surprise": lambda p: -log2(p)}
    ),
    "info-cross-entropy-one": Solver(
        lambda p: -log(p), {"one minus the probability": lambda p: 1 - p, "in bits": lambda p: -log2(p)}
    ),
    "info-perplexity": Solver(
        lambda h: 2**h, {"twice the entropy": lambda h: 2 * h, "with e instead of 2": lambda h: 2.718281828**h}
    ),
    "info-gain-split": Solver(
        lambda a: 1 - (8 - a) / 8 * entropy((4 - a) / (8 - a), 4 / (8 - a)),
        {
            "does not weigh the branches": lambda a: 1 - entropy((4 - a) / (8 - a), 4 / (8 - a)) / 2 if a < 4 else 0.5,
            "the share that is sent left": lambda a: a / 8 if a < 4 else 0.5,
        },
    ),
    "info-gain-of-split": Solver(
        lambda a: 1 - (8 - a) / 8 * entropy((4 - a) / (8 - a), 4 / (8 - a)),
        {
            "does not weigh the branches": lambda a: 1 - entropy((4 - a) / (8 - a), 4 / (8 - a)) / 2,
            "the entropy that is left": lambda a: (8 - a) / 8 * entropy((4 - a) / (8 - a), 4 / (8 - a)),
        },
    ),
}
