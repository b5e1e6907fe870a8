"""Solvers: working with language models."""

from math import ceil, exp, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "llm-temperature-softmax": Solver(
        lambda a, t: 1 / (1 + exp(-a / t)),
        {"ignores the temperature": lambda a, t: 1 / (1 + exp(-a)), "multiplies": lambda a, t: 1 / (1 + exp(-a * t))},
    ),
    "llm-context-budget": Solver(
        lambda c, i, o, p: (c - i - o) // p,
        {"forgets the answer": lambda c, i, o, p: (c - i) // p, "forgets both": lambda c, i, o, p: c // p},
    ),
    "llm-cost": Solver(
        lambda i, o, a, b: (i * a + o * b) / 100,
        {
            "one price": lambda i, o, a, b: (i + o) * a / 100,
            "prices exchanged": lambda i, o, a, b: (i * b + o * a) / 100,
        },
    ),
    "llm-weights-memory": Solver(
        lambda n, b: n * b / 8, {"bits for bytes": lambda n, b: n * b, "always 32 bits": lambda n, b: n * 4}
    ),
    "llm-kv-cache-size": Solver(
        lambda layers, d: 2 * layers * d * 2 * 1000 / 1e6,
        {
            "keys only": lambda layers, d: layers * d * 2 * 1000 / 1e6,
            "one layer": lambda layers, d: 2 * d * 2 * 1000 / 1e6,
        },
    ),
    "llm-rag-recall-at-k": Solver(
        lambda q, a, b: a / q, {"of those in the top 20": lambda q, a, b: a / b, "recall at 20": lambda q, a, b: b / q}
    ),
    "llm-chunk-count": Solver(
        lambda n, s: ceil((n - 200) / s) + 1,
        {"counts a chunk for each start in the text": lambda n, s: n // s, "no overlap": lambda n, s: n // 200},
    ),
    "llm-lora-parameters": Solver(
        lambda r, d: 2 * r * d, {"one factor": lambda r, d: r * d, "the whole matrix": lambda r, d: d * d}
    ),
    "llm-eval-exact-match": Solver(
        lambda n, a, b: sqrt(b / n * (1 - b / n) / n) if b < n else 0,
        {
            "forgets the sample size": lambda n, a, b: sqrt(b / n * (1 - b / n)),
            "of the difference": lambda n, a, b: (b - a) / n,
        },
    ),
    "llm-agent-success-rate": Solver(
        lambda n, p: p**n, {"as one step": lambda n, p: p, "divides by the steps": lambda n, p: p / n}
    ),
}
