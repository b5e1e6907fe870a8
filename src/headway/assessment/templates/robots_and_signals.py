"""Solvers: robots and signals."""

from math import cos, log10, pi, radians, sin

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "rb-arm-of-two-links": Solver(
        lambda a, b, s, t: a * cos(radians(s)) + b * cos(radians(s + t)),
        {
            "the second angle from the x-axis": lambda a, b, s, t: a * cos(radians(s)) + b * cos(radians(t)),
            "along the y-axis": lambda a, b, s, t: a * sin(radians(s)) + b * sin(radians(s + t)),
            "stretched out": lambda a, b, s, t: a + b,
        },
    ),
    "rb-turn-of-two-wheels": Solver(
        lambda w, r, v: (r - v) / w,
        {
            "the speed of the middle": lambda w, r, v: (r + v) / 2,
            "the sum": lambda w, r, v: (r + v) / w,
            "half the distance": lambda w, r, v: 2 * (r - v) / w,
            "times the distance": lambda w, r, v: (r - v) * w,
        },
    ),
    "rb-turns-to-metres": Solver(
        lambda d, n: pi * d / 100 * n,
        {
            "the radius for the diameter": lambda d, n: 2 * pi * d / 100 * n,
            "the diameter for the way round": lambda d, n: d / 100 * n,
            "in cm": lambda d, n: pi * d * n,
        },
    ),
    "rb-degrees-of-a-tick": Solver(
        lambda n, g: 360 / (n * g),
        {
            "no gear": lambda n, g: 360 / n,
            "the gear makes it faster": lambda n, g: 360 * g / n,
            "of a hundred": lambda n, g: 100 / (n * g),
        },
    ),
    "rb-obstacle-on-the-map": Solver(
        lambda x, y, h, d, k: x + d * cos(radians(h)) - k * sin(radians(h)),
        {
            "not turned": lambda x, y, h, d, k: x + d,
            "left is right": lambda x, y, h, d, k: x + d * cos(radians(h)) + k * sin(radians(h)),
            "from the robot": lambda x, y, h, d, k: d * cos(radians(h)) - k * sin(radians(h)),
            "ahead alone": lambda x, y, h, d, k: x + d * cos(radians(h)),
        },
    ),
    "rb-way-to-a-stop": Solver(
        lambda v, t, a: v * t + v**2 / (2 * a),
        {
            "brakes at once": lambda v, t, a: v**2 / (2 * a),
            "at full speed until it stands": lambda v, t, a: v * t + v**2 / a,
            "time for way": lambda v, t, a: t + v / a,
        },
    ),
    "sp-rate-for-a-band": Solver(
        lambda f: 2 * f,
        {"as often as it swings": lambda f: f, "half of it": lambda f: f / 2, "ten times": lambda f: 10 * f},
    ),
    "sp-decibels-of-an-amplitude": Solver(
        lambda k: 20 * log10(k),
        {"as for power": lambda k: 10 * log10(k), "no factor": lambda k: log10(k), "times ten": lambda k: 10 * k},
    ),
    "sp-steps-of-a-spectrum": Solver(
        lambda n, s: s / n,
        {
            "half the rate": lambda n, s: s / 2 / n,
            "the wrong way": lambda n, s: n / s,
            "up to the highest": lambda n, s: s / 2,
        },
    ),
    "sp-second-of-a-convolution": Solver(
        lambda a, b, c, p, q: b * p + a * q,
        {
            "not turned round": lambda a, b, c, p, q: a * p + b * q,
            "place by place": lambda a, b, c, p, q: b * q,
            "the third": lambda a, b, c, p, q: c * p + b * q,
        },
    ),
    "sp-signal-over-noise": Solver(
        lambda p, q: 10 * log10(p / q),
        {
            "as for amplitude": lambda p, q: 20 * log10(p / q),
            "the ratio": lambda p, q: p / q,
            "the wrong way": lambda p, q: 10 * log10(q / p),
        },
    ),
    "sp-two-microphones": Solver(
        lambda k, s, v: 100 * v * k / s,
        {
            "one sample": lambda k, s, v: 100 * v / s,
            "in metres": lambda k, s, v: v * k / s,
            "there and back": lambda k, s, v: 50 * v * k / s,
        },
    ),
}
