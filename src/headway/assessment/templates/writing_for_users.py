"""Solvers: writing for users."""

from headway.assessment.templates.solving import Solver

MINUTE = 60

SOLVERS = {
    "tw-minutes-to-read": Solver(
        lambda w, r, f, s: w / r + f * s / MINUTE,
        {
            "words alone": lambda w, r, f, s: w / r,
            "seconds are minutes": lambda w, r, f, s: w / r + f * s,
            "one look": lambda w, r, f, s: w / r + s / MINUTE,
        },
    ),
}
