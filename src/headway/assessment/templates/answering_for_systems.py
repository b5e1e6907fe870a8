"""Solvers: answering for systems, guarding them."""

from math import sqrt

from headway.assessment.templates.solving import Solver

YEAR = 12
HOUR = 60

SOLVERS = {
    "rai-wrong-and-not-appealed": Solver(
        lambda n, p, q: n * p / 100 * (100 - q) / 100,
        {
            "all wrong ones": lambda n, p, q: n * p / 100,
            "those put right": lambda n, p, q: n * p / 100 * q / 100,
            "shares of one whole": lambda n, p, q: n * abs(q - p) / 100,
        },
    ),
    "rai-error-of-the-rest": Solver(
        lambda e, x, a: (e - x * a / 100) / (1 - x / 100),
        {
            "as the whole": lambda e, x, a: e,
            "part of the whole": lambda e, x, a: e - x * a / 100,
            "the mean of both is the whole": lambda e, x, a: 2 * e - a,
        },
    ),
    "gov-reviews-of-a-year": Solver(
        lambda n, h, k, m: h * YEAR / k + (n - h) * YEAR / m,
        {
            "months are reviews": lambda n, h, k, m: h * k + (n - h) * m,
            "all as high risk": lambda n, h, k, m: n * YEAR / k,
            "high risk twice": lambda n, h, k, m: h * YEAR / k + n * YEAR / m,
        },
    ),
    "gov-wrong-ones-in-a-sample": Solver(
        lambda n, e, s: (n - s) * e / 100,
        {
            "all are unseen": lambda n, e, s: n * e / 100,
            "those that are seen": lambda n, e, s: s * e / 100,
            "a sample finds all": lambda n, e, s: 0,
        },
    ),
    "adv-score-of-a-linear-model": Solver(
        lambda a, b, c, e: e * (a + b + c),
        {
            "signs cancel": lambda a, b, c, e: e * (a - b + c),
            "one at a time": lambda a, b, c, e: e * b,
            "by the length of the weights": lambda a, b, c, e: e * sqrt(a * a + b * b + c * c),
        },
    ),
    "adv-accuracy-under-attack": Solver(
        lambda c, f: c * (100 - f) / 100,
        {
            "shares of one whole": lambda c, f: c - f,
            "those that are not turned": lambda c, f: 100 - f,
            "those that are turned": lambda c, f: c * f / 100,
        },
    ),
    "adv-harmless-mails-with-a-word": Solver(
        lambda n, s, k: s / (n + k),
        {
            "as before": lambda n, s, k: s / n,
            "they take spam away": lambda n, s, k: max(s - k, 0) / n,
            "they count as spam": lambda n, s, k: (s + k) / (n + k),
        },
    ),
    "inc-orders-that-failed": Solver(
        lambda r, a, x, b, y, p: r * ((b - a) * HOUR + y - x) * p / 100,
        {
            "an hour has 100 minutes": lambda r, a, x, b, y, p: r * ((b - a) * 100 + y - x) * p / 100,
            "all failed": lambda r, a, x, b, y, p: r * ((b - a) * HOUR + y - x),
            "whole hours": lambda r, a, x, b, y, p: r * (b - a) * HOUR * p / 100,
        },
    ),
}
SOLVERS["gov-wrong-ones-outside-a-sample"] = SOLVERS["gov-wrong-ones-in-a-sample"]
