"""Solvers: keeping attackers out."""

from math import log2

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "sec-bits-of-a-password": Solver(
        lambda n, a: n * log2(a),
        {"signs": lambda n, a: n * a, "eight bits a sign": lambda n, a: 8 * n, "one sign": lambda n, a: log2(a)},
    ),
    "sec-hours-for-all-pins": Solver(
        lambda d, t: 10**d / t,
        {
            "ten for each digit": lambda d, t: 10 * d / t,
            "half of them": lambda d, t: 10**d / t / 2,
            "no nought": lambda d, t: 9**d / t,
        },
    ),
}
