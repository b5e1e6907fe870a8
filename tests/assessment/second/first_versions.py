"""Second solvers: first versions, by weighing all that may happen."""

from itertools import product


def trial(f, p, q):
    return q * p + (1 - q) * (p + f)


def met(p, n):
    """Over all patterns of who meets it."""
    share = p / 100
    found = 0.0
    for pattern in product((True, False), repeat=n):
        chance = 1.0
        for meets in pattern:
            chance *= share if meets else 1 - share
        found += chance * any(pattern)
    return found


def order(a, p, b, q):
    """Over all four ways the two may turn out, in both orders."""
    means = []
    for first, second in (((a, p), (b, q)), ((b, q), (a, p))):
        days = 0.0
        for fails, also in product((True, False), repeat=2):
            chance = (first[1] if fails else 1 - first[1]) * (second[1] if also else 1 - second[1])
            days += chance * (first[0] if fails else first[0] + second[0])
        means.append(days)
    return sorted(means)[0]


SECOND = {
    "pt-day-that-is-left": lambda n, a, b: n * (100 - b) / 100 - a,
    "pt-cost-of-whole-documents": lambda k, t, c, q: sum(k * t for _ in range(q)) / 1_000_000 * c,
    "pt-days-with-a-trial": trial,
    "pt-users-who-meet-a-problem": met,
    "pt-which-doubt-first": order,
}
