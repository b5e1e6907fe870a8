"""Solvers: texts, programs around language models."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "nl-share-of-unknown-tokens": Solver(
        lambda n, k, m: k * m / n,
        {"each word once": lambda n, k, m: k / n, "what is known": lambda n, k, m: 1 - k * m / n},
    ),
    "lap-price-with-a-cached-prompt": Solver(
        lambda i, c, p: (i - c + c / 10) * p / 100,
        {
            "nothing is cheaper": lambda i, c, p: i * p / 100,
            "what is kept is free": lambda i, c, p: (i - c) * p / 100,
            "a tenth for all": lambda i, c, p: i / 10 * p / 100,
        },
    ),
    "lap-small-model-first": Solver(
        lambda a, b, q: a + q / 100 * b,
        {
            "one of the two": lambda a, b, q: (1 - q / 100) * a + q / 100 * b,
            "exchanges the shares": lambda a, b, q: a + (1 - q / 100) * b,
            "both always": lambda a, b, q: a + b,
        },
    ),
}
