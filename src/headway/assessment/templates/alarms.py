"""Solvers: alarms."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ir-mean-time-to-mend": Solver(
        lambda a, b, c, m: (a + b + c) / 3 + m,
        {
            "from when it was noticed": lambda a, b, c, m: m,
            "until it was noticed": lambda a, b, c, m: (a + b + c) / 3,
            "all three together": lambda a, b, c, m: a + b + c + 3 * m,
        },
    ),
    "ir-customers-who-were-hit": Solver(
        lambda t, p, n: n * t / 60 * p / 100,
        {
            "a whole hour": lambda t, p, n: n * p / 100,
            "all requests": lambda t, p, n: n * t / 60,
            "one a minute": lambda t, p, n: n * t * p / 100,
        },
    ),
}
