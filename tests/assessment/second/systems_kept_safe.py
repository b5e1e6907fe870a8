"""Second solvers: systems kept safe, by counting requests and by halving an interval."""

from math import log


def people(n, m, h):
    """One request after the other; a new person when the hours of the last are used up."""
    used, count = 0.0, 0
    for _ in range(n):
        if used + m > count * h * 60:
            count += 1
        used += m
    return count


def passed(h, r, f):
    harmful = 1_000_000 * h // 100
    answered = harmful - harmful * r // 100
    return answered - answered * f // 100


def record(n):
    """By halving: the largest p with (1 - p)^n of at least 5 %."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if n * log(1 - middle) >= log(0.05) else (low, middle)
    return low


def works(p, n):
    chance, still = 0.0, 1.0
    for _ in range(n):
        chance += still * p
        still *= 1 - p
    return chance


SECOND = {
    "as-alerts-for-people": people,
    "as-harm-past-two-guards": passed,
    "as-runs-without-a-failure": record,
    "as-attacks-until-one-works": works,
    "as-guards-that-fail-together": lambda a, c: (a / 100 * c / 100) / (a / 100) ** 2,
}
