"""Solvers: speaking with people, coming to agreements."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "com-one-in-how-many": Solver(
        lambda p: 100 / p,
        {"per cent is one in": lambda p: p, "the share": lambda p: p / 100, "of a thousand": lambda p: 10 * p},
    ),
    "com-alarms-among-a-thousand": Solver(
        lambda b, s, f: 10 * b * s / 100 + (1000 - 10 * b) * f / 100,
        {
            "fraud alone": lambda b, s, f: 10 * b * s / 100,
            "false alarms alone": lambda b, s, f: (1000 - 10 * b) * f / 100,
            "adds shares of different wholes": lambda b, s, f: 10 * (s + f),
            "false alarms among all": lambda b, s, f: 10 * b * s / 100 + 1000 * f / 100,
        },
    ),
}
