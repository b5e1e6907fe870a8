"""Solvers: robots that move."""

from math import hypot, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ros-size-of-a-bag": Solver(
        lambda f, n, b, m: f * n * b * m * 60 / 1e6,
        {
            "minutes are seconds": lambda f, n, b, m: f * n * b * m / 1e6,
            "one scan a second": lambda f, n, b, m: n * b * m * 60 / 1e6,
            "a byte a point": lambda f, n, b, m: f * n * m * 60 / 1e6,
        },
    ),
    "ros-messages-that-are-dropped": Solver(
        lambda f, t, q: f - 1000 // t,
        {
            "those that are handled": lambda f, t, q: 1000 // t,
            "all but the queue": lambda f, t, q: f - q,
            "the queue saves some": lambda f, t, q: f - 1000 // t - q,
        },
    ),
    "ros-point-in-the-map": Solver(
        lambda x, y, a, p, q: x - q,
        {
            "not turned": lambda x, y, a, p, q: x + a + p,
            "turned to the right": lambda x, y, a, p, q: x + q,
            "base forgotten": lambda x, y, a, p, q: -q,
        },
    ),
    "mp-around-a-wall": Solver(
        lambda k, x, y: x + 2 * (k + 1) - y,
        {
            "through the wall": lambda k, x, y: x + y,
            "along its last square": lambda k, x, y: x + 2 * k - y,
            "round the far end": lambda k, x, y: x + 2 * (k + 1) + y,
        },
    ),
    "mp-value-of-a-node": Solver(
        lambda g, a, b: g + a + b,
        {
            "the guess alone": lambda g, a, b: a + b,
            "as the crow flies": lambda g, a, b: g + hypot(a, b),
            "the larger way": lambda g, a, b: g + max(a, b),
        },
    ),
    "mp-length-with-diagonals": Solver(
        lambda a, b: abs(a - b) + min(a, b) * sqrt(2),
        {
            "no diagonals": lambda a, b: a + b,
            "as the crow flies": lambda a, b: hypot(a, b),
            "counts moves": lambda a, b: max(a, b),
        },
    ),
    "mp-cells-of-an-arm": Solver(
        lambda j, r: (360 // r) ** j,
        {
            "adds the joints": lambda j, r: j * 360 // r,
            "degrees are cells": lambda j, r: 360**j,
            "steps to the joints": lambda j, r: j ** (360 // r),
        },
    ),
    "mp-time-with-ramps": Solver(
        lambda s, v, a: s / v + v / a,
        {
            "no ramps": lambda s, v, a: s / v,
            "ramps come on top": lambda s, v, a: s / v + 2 * v / a,
            "one ramp": lambda s, v, a: s / v + v / (2 * a),
        },
    ),
    "ql-update-by-the-action-taken": Solver(
        lambda q, r, m, n: q + 0.5 * (r + 0.9 * n - q),
        {
            "by the best action": lambda q, r, m, n: q + 0.5 * (r + 0.9 * m - q),
            "adds the target": lambda q, r, m, n: q + 0.5 * (r + 0.9 * n),
            "no discount": lambda q, r, m, n: q + 0.5 * (r + n - q),
        },
    ),
    "ql-three-steps-in-one": Solver(
        lambda a, b, c, v, g: a + g * b + g**2 * c + g**3 * v,
        {
            "one step": lambda a, b, c, v, g: a + g * v,
            "rewards alone": lambda a, b, c, v, g: a + g * b + g**2 * c,
            "one discount for all": lambda a, b, c, v, g: a + g * (b + c + v),
            "the value a step early": lambda a, b, c, v, g: a + g * b + g**2 * c + g**2 * v,
        },
    ),
    "ql-sweeps-until-it-is-known": Solver(
        lambda n, k: n - k + 1,
        {
            "the first round is all": lambda n, k: 1,
            "steps to the last state": lambda n, k: n - k,
            "rounds from the start": lambda n, k: k,
        },
    ),
}
