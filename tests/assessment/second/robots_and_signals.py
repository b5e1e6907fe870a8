"""Second solvers: robots and signals, by complex numbers, small steps of time and transforms."""

import cmath
import math

import numpy as np


def turned(degrees):
    return cmath.exp(1j * math.pi * degrees / 180)


def arm(a, b, s, t):
    return (turned(s) * (a + b * turned(t))).real


def turn(w, r, v):
    """The angle of the axle after a short time, over that time."""
    short = 1e-6
    return math.atan2((r - v) * short, w) / short


def rolled(d, n):
    """A polygon of many sides."""
    sides = 100_000
    return n * sides * d / 100 * math.sin(math.pi / sides)


def stop(v, t, a):
    way, step, speed = v * t, 1e-4, v
    while speed > 0:
        way += (speed - a * step / 2) * step
        speed -= a * step
    return way


def lines(n, s):
    frequencies = np.fft.rfftfreq(n, 1 / s)
    return frequencies[5] - frequencies[4]


def louder(k):
    """Power goes with the square."""
    wave = np.sin(np.arange(1000))
    return 10 * math.log10(np.sum((k * wave) ** 2) / np.sum(wave**2))


SECOND = {
    "rb-arm-of-two-links": arm,
    "rb-turn-of-two-wheels": turn,
    "rb-turns-to-metres": rolled,
    "rb-degrees-of-a-tick": lambda n, g: 360 / g / n,
    "rb-obstacle-on-the-map": lambda x, y, h, d, k: (complex(x, y) + turned(h) * complex(d, k)).real,
    "rb-way-to-a-stop": stop,
    "sp-rate-for-a-band": lambda f: f + f,
    "sp-decibels-of-an-amplitude": louder,
    "sp-steps-of-a-spectrum": lines,
    "sp-second-of-a-convolution": lambda a, b, c, p, q: np.convolve([a, b, c], [p, q])[1],
    "sp-signal-over-noise": lambda p, q: 10 * (math.log(p) - math.log(q)) / math.log(10),
    "sp-two-microphones": lambda k, s, v: sum(v * 100 / s for _ in range(k)),
}
