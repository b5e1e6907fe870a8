"""Solvers: first versions."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "pt-day-that-is-left": Solver(
        lambda n, a, b: n - a - n * b / 100,
        {
            "without the users": lambda n, a, b: n - a,
            "without the examples": lambda n, a, b: n - n * b / 100,
            "of what is left": lambda n, a, b: (n - a) * (1 - b / 100),
        },
    ),
    "pt-cost-of-whole-documents": Solver(
        lambda k, t, c, q: k * t * q * c / 1e6,
        {
            "one document": lambda k, t, c, q: t * q * c / 1e6,
            "one question": lambda k, t, c, q: k * t * c / 1e6,
            "a thousand tokens": lambda k, t, c, q: k * t * q * c / 1e3,
        },
    ),
    "pt-days-with-a-trial": Solver(
        lambda f, p, q: p + (1 - q) * f,
        {
            "always builds": lambda f, p, q: p + f,
            "the trial is free": lambda f, p, q: (1 - q) * f,
            "the other way round": lambda f, p, q: p + q * f,
        },
    ),
    "pt-users-who-meet-a-problem": Solver(
        lambda p, n: 1 - (1 - p / 100) ** n,
        {
            "adds the shares": lambda p, n: n * p / 100,
            "none of them": lambda p, n: (1 - p / 100) ** n,
            "every one of them": lambda p, n: (p / 100) ** n,
        },
    ),
    "pt-which-doubt-first": Solver(
        lambda a, p, b, q: min(a + (1 - p) * b, b + (1 - q) * a),
        {
            "both are tried": lambda a, p, b, q: a + b,
            "the larger doubt first": lambda a, p, b, q: b + (1 - q) * a,
            "goes on if it fails": lambda a, p, b, q: a + p * b,
        },
    ),
}
