"""Second solvers: simulated worlds, by going minute by minute, step by step and by halving."""

import math


def queue(s, a, b):
    """Minute by minute: who stands at the counter."""
    arrivals, begun, free = [0, a, b], [], 0
    for arrival in arrivals:
        minute = arrival
        while minute < free:
            minute += 1
        begun.append(minute)
        free = minute + s
    return begun[2] - arrivals[2]


def euler(r, h):
    x, steps = 100.0, 0
    while steps * h < 2 - 1e-9:
        x += h * r * x
        steps += 1
    return x


def inverted(m, u):
    low, high = 0.0, 1000.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - math.exp(-middle / m) < u else (low, middle)
    return low


SECOND = {
    "sim-circle-by-points": lambda n, k: (k / n) / 0.25,
    "sim-runs-until-some-breaks": lambda p, k: round(k * round(1 / p)),
    "sim-third-in-the-queue": queue,
    "sim-growth-in-steps": euler,
    "sim-runs-for-a-smaller-error": lambda n, e, f: (e * math.sqrt(n) / f) ** 2,
    "sim-draw-by-inversion": inverted,
    "sim-error-of-a-finer-step": lambda h, e, k: e / (h / k),
}
