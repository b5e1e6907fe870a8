"""Solvers: text."""

from math import log, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "nlp-tfidf": Solver(
        lambda t, d, n: t * log(n / d), {"count only": lambda t, d, n: t, "no logarithm": lambda t, d, n: t * n / d}
    ),
    "nlp-jaccard": Solver(
        lambda a, b, c: c / (a + b - c),
        {"counts shared twice": lambda a, b, c: c / (a + b), "of the smaller": lambda a, b, c: c / min(a, b)},
    ),
    "nlp-ngram-count": Solver(lambda n: n - 2, {"one a word": lambda n: n, "groups without overlap": lambda n: n / 3}),
    "nlp-bigram-probability": Solver(
        lambda a, b: b / a, {"of both": lambda a, b: b / (a + b), "the other way round": lambda a, b: a / b}
    ),
    "nlp-perplexity-uniform": Solver(
        lambda v: v, {"one over it": lambda v: 1 / v, "the entropy in bits": lambda v: log(v, 2)}
    ),
    "nlp-perplexity-product": Solver(
        lambda a, b: 1 / sqrt(a * b),
        {"one over the product": lambda a, b: 1 / (a * b), "one over the mean": lambda a, b: 2 / (a + b)},
    ),
    "nlp-tokens-words": Solver(
        lambda w, r, c: min(1, c / (w * r)),
        {"takes words for tokens": lambda w, r, c: c / w, "divides by the rate": lambda w, r, c: c * r / w},
    ),
    "nlp-embedding-size": Solver(
        lambda v, d: v * d * 4 / 1e6,
        {"bits for bytes": lambda v, d: v * d * 32 / 1e6, "one byte a number": lambda v, d: v * d / 1e6},
    ),
    "nlp-ner-exact-f1": Solver(
        lambda g, m, c, p: 2 * c / (g + m),
        {"counts partial overlaps": lambda g, m, c, p: 2 * (c + p) / (g + m), "precision": lambda g, m, c, p: c / m},
    ),
    "nlp-rouge-recall": Solver(
        lambda r, c, g: c / r, {"precision": lambda r, c, g: c / g, "F1": lambda r, c, g: 2 * c / (r + g)}
    ),
    "nlp-precision-search": Solver(lambda k: k, {"dampened": lambda k: 1 + log(k), "squared": lambda k: k * k}),
    "nlp-asr-wer": Solver(
        lambda n, s, d, i: (s + d + i) / n,
        {
            "forgets insertions": lambda n, s, d, i: (s + d) / n,
            "share that is right": lambda n, s, d, i: 1 - (s + d + i) / n,
        },
    ),
}
