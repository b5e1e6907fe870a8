"""Solvers: assistants in use."""

from math import ceil

from headway.assessment.templates.solving import Solver


def by_chance(g: float) -> float:
    """Two people who call g % good agree so often without looking, in per cent."""
    return (g * g + (100 - g) ** 2) / 100


SOLVERS = {
    "le-wins-with-ties": Solver(
        lambda a, b, n: (a + (n - a - b) / 2) / n,
        {"ties are lost": lambda a, b, n: a / n, "ties do not count": lambda a, b, n: a / (a + b)},
    ),
    "le-agreement-beyond-chance": Solver(
        lambda o, g: (o - by_chance(g)) / (100 - by_chance(g)),
        {"plain agreement": lambda o, g: o / 100, "only subtracts chance": lambda o, g: (o - by_chance(g)) / 100},
    ),
    "le-price-of-judging": Solver(
        lambda n, m, k, c: n * m * k * c / 100,
        {
            "forgets the repeats": lambda n, m, k, c: n * m * c / 100,
            "one model": lambda n, m, k, c: n * k * c / 100,
            "in cents": lambda n, m, k, c: n * m * k * c,
        },
    ),
    "le-statements-with-support": Solver(
        lambda n, k, j: k / n, {"truth": lambda n, k, j: j / n, "of the true ones": lambda n, k, j: k / j}
    ),
    "rag-tokens-of-a-day": Solver(
        lambda q, k, p, n: n * (q + k * p) / 1000,
        {
            "one passage": lambda q, k, p, n: n * (q + p) / 1000,
            "the question with each passage": lambda q, k, p, n: n * k * (q + p) / 1000,
        },
    ),
    "rag-size-of-the-vectors": Solver(
        lambda n, m, d: n * m * d * 4 / 1e6,
        {
            "a vector for each document": lambda n, m, d: n * d * 4 / 1e6,
            "a number is a byte": lambda n, m, d: n * m * d / 1e6,
        },
    ),
    "rag-chunks-that-hold-a-token": Solver(
        lambda c, s, t: t // s - (t - c) // s,
        {
            "a token is in one chunk": lambda c, s, t: 1,
            "both neighbours too": lambda c, s, t: c // s + 1,
            "all chunks up to it": lambda c, s, t: t // s + 1,
        },
    ),
    "ag-tokens-of-a-growing-history": Solver(
        lambda s, a, n: n * s + a * n * (n - 1) // 2,
        {
            "the history is not sent again": lambda s, a, n: s + a * (n - 1),
            "the same at every step": lambda s, a, n: n * s,
            "grows once": lambda s, a, n: n * (s + a),
        },
    ),
    "ag-success-with-one-retry": Solver(
        lambda n, p: (1 - (1 - p) ** 2) ** n,
        {"without the retry": lambda n, p: p**n, "one step only": lambda n, p: 1 - (1 - p) ** 2},
    ),
    "ag-steps-within-the-limit": Solver(
        lambda c, s, a: (c - s) // a,
        {"rounds up": lambda c, s, a: ceil((c - s) / a), "forgets the beginning": lambda c, s, a: c // a},
    ),
    "ag-seconds-of-three-tools": Solver(
        lambda a, b, c: max(a, b, c),
        {"one after the other": lambda a, b, c: a + b + c, "the first result": lambda a, b, c: min(a, b, c)},
    ),
}
