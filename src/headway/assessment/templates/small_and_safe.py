"""Solvers: small machines, safe programs."""

from math import ceil

from headway.assessment.templates.solving import Solver

HOUR = 3600


def response(a: int, p: int, b: int) -> int:
    """When a task of b is done below one of a in every p: the fixed point of its response time."""
    done = b
    while (later := b + ceil(done / p) * a) != done:
        done = later
    return done


SOLVERS = {
    "em-ticks-of-a-timer": Solver(
        lambda f, p, t: f * 1000 * t // p,
        {
            "not divided": lambda f, p, t: f * 1000 * t,
            "in seconds": lambda f, p, t: f * 1e6 * t / p,
            "one ms": lambda f, p, t: f * 1000 / p,
        },
    ),
    "em-volts-of-a-reading": Solver(
        lambda b, v, n: n * v * 1000 / 2**b,
        {
            "in volts": lambda b, v, n: n * v / 2**b,
            "a reading is mV": lambda b, v, n: n,
            "bits are steps": lambda b, v, n: n * v * 1000 / (b * 100),
        },
    ),
    "em-done-in-spite-of-others": Solver(
        response,
        {
            "A once": lambda a, p, b: a + b,
            "alone": lambda a, p, b: b,
            "an even share": lambda a, p, b: b / (1 - a / p),
        },
    ),
    "as-list-against-salted-hashes": Solver(
        lambda u, m, t, k: u * m * t / k / HOUR,
        {
            "one hash serves all users": lambda u, m, t, k: m * t / k / HOUR,
            "one core": lambda u, m, t, k: u * m * t / HOUR,
            "half of it": lambda u, m, t, k: u * m * t / k / HOUR / 2,
        },
    ),
    "as-guessing-a-session": Solver(
        lambda n, s, r: 16**n / s / r / HOUR,
        {
            "one session": lambda n, s, r: 16**n / r / HOUR,
            "decimal digits": lambda n, s, r: 10**n / s / r / HOUR,
            "half of them": lambda n, s, r: 16**n / s / r / HOUR / 2,
        },
    ),
}
