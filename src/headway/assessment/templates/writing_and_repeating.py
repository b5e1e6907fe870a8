"""Solvers: writing papers, repeating what they did."""

from math import sqrt

from headway.assessment.templates.solving import Solver

INCH = 2.54

SOLVERS = {
    "aw-pixels-of-a-figure": Solver(
        lambda w, d: w / INCH * d,
        {
            "centimetres are inches": lambda w, d: w * d,
            "the wrong way": lambda w, d: w * INCH * d,
            "dots a centimetre": lambda w, d: d / INCH,
        },
    ),
    "rep-rate-for-a-smaller-batch": Solver(
        lambda b, r, c: r * c / b,
        {
            "the same rate": lambda b, r, c: r,
            "by the root": lambda b, r, c: r * sqrt(c / b),
            "the wrong way": lambda b, r, c: r * b / c,
        },
    ),
    "rep-batches-before-a-step": Solver(
        lambda g, b, c: g * b / c,
        {
            "one GPU is one GPU": lambda g, b, c: b / c,
            "a batch for each GPU": lambda g, b, c: g,
            "all examples": lambda g, b, c: g * b,
        },
    ),
    "rep-passes-over-the-data": Solver(
        lambda s, b, n: s * b / n,
        {
            "steps are passes": lambda s, b, n: s,
            "an example a step": lambda s, b, n: s / n,
            "steps of a pass": lambda s, b, n: n / b,
        },
    ),
    "rep-below-the-paper": Solver(
        lambda x, n, s, y, m, t: (x - y) / sqrt(s**2 / n + t**2 / m),
        {
            "deviations are errors": lambda x, n, s, y, m, t: (x - y) / sqrt(s**2 + t**2),
            "the paper is exact": lambda x, n, s, y, m, t: (x - y) / (t / sqrt(m)),
            "errors add up": lambda x, n, s, y, m, t: (x - y) / (s / sqrt(n) + t / sqrt(m)),
        },
    ),
}
