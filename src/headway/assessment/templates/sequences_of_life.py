"""Solvers: sequences of life."""

from math import exp

from headway.assessment.templates.solving import Solver

LEVEL = 0.05
CODON = 3


def false_share(n: int, m: int, p: int) -> float:
    """Per cent of the genes found that do not differ."""
    false = LEVEL * (n - m)
    return 100 * false / (false + m * p / 100)


SOLVERS = {
    "bio-gc-of-a-sequence": Solver(
        lambda a, c, g, t: 100 * (c + g) / (a + c + g + t),
        {
            "one of the two": lambda a, c, g, t: 100 * g / (a + c + g + t),
            "as part of the rest": lambda a, c, g, t: 100 * (c + g) / (a + t),
            "the other two": lambda a, c, g, t: 100 * (a + t) / (a + c + g + t),
        },
    ),
    "bio-reads-over-a-base": Solver(
        lambda g, n, k: n * k / g,
        {
            "a read is a base": lambda g, n, k: n / g,
            "strands count twice": lambda g, n, k: 2 * n * k / g,
            "the other way round": lambda g, n, k: g / (n * k),
        },
    ),
    "bio-bases-without-a-read": Solver(
        lambda c: 100 * exp(-c),
        {
            "those that are covered": lambda c: 100 - 100 * exp(-c),
            "a half each time": lambda c: 100 * 0.5**c,
            "all are covered": lambda c: 0,
        },
    ),
    "bio-amino-acids-of-a-gene": Solver(
        lambda n: n // CODON - 1,
        {
            "stop is one as well": lambda n: n // CODON,
            "start is none": lambda n: n // CODON - 2,
            "each base is one": lambda n: n,
        },
    ),
    "bio-wrong-bases-of-a-read": Solver(
        lambda k, q: k * 10 ** (-q / 10),
        {
            "quality is per cent right": lambda k, q: k * (100 - q) / 100,
            "powers of e": lambda k, q: k * exp(-q / 10),
            "those that are right": lambda k, q: k * (1 - 10 ** (-q / 10)),
        },
    ),
    "bio-genes-found-by-chance": Solver(
        false_share,
        {
            "the level is the share": lambda n, m, p: 100 * LEVEL,
            "those that are missed": lambda n, m, p: 100 - p,
            "share of all genes": lambda n, m, p: 100 * LEVEL * (n - m) / n,
        },
    ),
}
