"""Second solvers: solving problems, by going through it step by step."""

import datetime


def halving(n):
    """The worst case, by cutting what is left."""
    trials = 0
    while n > 1:
        n, trials = n - n // 2, trials + 1
    return trials


def line(places, pieces=400):
    """Pieces an hour in the later half of a run through places with (minutes, how many of it)."""
    free = [[0.0] * count for _, count in places]
    out = []
    for _ in range(pieces):
        now = 0.0
        for place, (minutes, _) in zip(free, places, strict=True):
            first = min(range(len(place)), key=place.__getitem__)
            now = max(now, place[first]) + minutes
            place[first] = now
        out.append(now)
    half = pieces // 2
    return 60 * (pieces - half) / (out[-1] - out[half - 1])


def commonest(a, b, c, d, e):
    counts = [a, b, c, d, e]
    left = list(counts)
    for _ in range(2):
        left.remove(max(left))
    return 100 - 100 * sum(left) / sum(counts)


def checks(a, p, b):
    """Each order by its two outcomes."""
    first = p * a + (1 - p) * (a + b)
    second = (1 - p) * b + p * (b + a)
    return min(first, second)


def broken(x, y):
    """Sign by sign."""

    def good(code):
        if len(code) != 7 or code[2] != "-":
            return False
        return all(c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for c in code[:2]) and all(c in "0123456789" for c in code[3:])

    text = f"{x} CD-12345 EF-2B34 GH_5678 IJ-9012 {y} MN-7780 PQ-4141"
    return len([code for code in text.split() if not good(code)])


def sixth(a, b, c, d, e):
    return next(f for f in range(10) if (a + c + e + 3 * (b + d + f)) % 10 == 0)


SECOND = {
    "ps-trials-by-halving": halving,
    "ps-pieces-an-hour": lambda a, b, c: line([(a, 1), (b, 1), (c, 1)]),
    "ps-second-place-for-the-slowest": lambda a, b, c: line([(a, 1), (b, 2), (c, 1)]),
    "ps-two-commonest-causes": commonest,
    "ps-which-check-first": checks,
    "att-codes-that-break-the-rule": broken,
    "att-days-of-a-licence": lambda a, b: (datetime.date(2025, 4, b) - datetime.date(2025, 3, a)).days + 1,
    "att-rows-that-are-left": lambda n, a, b: len(set(range(2, n)) - set(range(a, b + 1))),
    "att-in-one-list-alone": lambda a, b, c: len(set(range(a)) ^ set(range(a - c, a - c + b))),
    "att-grams-among-kilograms": lambda s, g: s - 999 * g / 1000,
    "att-check-digit": sixth,
}
