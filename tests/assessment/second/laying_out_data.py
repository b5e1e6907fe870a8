"""Second solvers: how data are laid out in a firm, by drawing links and by letting time pass."""

from itertools import combinations, product


def lost(h, m):
    """Minute by minute: the age of the newest complete snapshot, just before the next is complete."""
    worst = 0
    for now in range(5 * h * 60, 8 * h * 60):
        complete = [at for at in range(0, now, h * 60) if at + m <= now]
        worst = max(worst, now + 1 - max(complete))
    return worst


def works(a, b, c):
    """Each state of the three, with its probability."""
    total = 0.0
    for state in product((True, False), repeat=3):
        chance = 1.0
        for up, share in zip(state, (a, b, c), strict=True):
            chance *= share if up else 100 - share
        total += chance * all(state)
    return total / 100**2


SECOND = {
    "da-links-without-a-hub": lambda n: len(list(combinations(range(n), 2))) - len(range(n)),
    "da-store-of-raw-data": lambda g, d, r, c: sum(g * r * c / 100_000 for _ in range(d)),
    "da-lost-with-the-first-house": lost,
    "da-report-through-three-systems": works,
}
