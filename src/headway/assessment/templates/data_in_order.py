"""Solvers: data in order."""

from math import sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "dg-tables-that-lack-something": Solver(
        lambda n, o, d, b: n - b,
        {
            "lack both": lambda n, o, d, b: n - o - d + b,
            "lacks are added": lambda n, o, d, b: 2 * n - o - d,
            "one of the two only": lambda n, o, d, b: o + d - 2 * b,
        },
    ),
    "dg-rows-under-a-deadline": Solver(
        lambda n, m: n * m,
        {"a year": lambda n, m: 12 * n, "a month": lambda n, m: n, "one month more": lambda n, m: n * (m + 1)},
    ),
    "dpv-people-who-share": Solver(
        lambda n, p, y: n * 1000 / (p * y * 2),
        {
            "forgets the sex": lambda n, p, y: n * 1000 / (p * y),
            "the postcode only": lambda n, p, y: n * 1000 / p,
            "groups are added": lambda n, p, y: n * 1e6 / (p * 1000 + y + 2),
        },
    ),
    "dpv-answers-with-a-coin": Solver(
        lambda t, s: (s / 100 - (1 - t) / 2) / t,
        {
            "as they said": lambda t, s: s / 100,
            "only the truthful count": lambda t, s: s / 100 / t,
            "takes the coin away only": lambda t, s: s / 100 - (1 - t) / 2,
        },
    ),
    "dpv-privacy-that-is-spent": Solver(
        lambda k, e: k * e,
        {
            "each for itself": lambda k, e: e,
            "noise averages out": lambda k, e: e / k,
            "by the root": lambda k, e: sqrt(k) * e,
        },
    ),
}
