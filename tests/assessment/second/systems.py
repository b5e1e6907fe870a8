"""Second solvers: systems, by going through the cases."""

from itertools import combinations, product


def servers(r, c):
    count = 0
    while count * c < r:
        count += 1
    return count + 1


def works(p, q):
    """All eight cases of up and down."""
    chance = 0.0
    for a, b, c in product((True, False), repeat=3):
        if a and (b or c):
            chance += (p if a else 1 - p) * (q if b else 1 - q) * (q if c else 1 - q)
    return chance


def reads(n, w):
    """The fewest for which no set of readers misses the writers."""
    written = set(range(w))
    for r in range(1, n + 1):
        if all(written & set(asked) for asked in combinations(range(n), r)):
            return r
    return n


def failing(n):
    return max(f for f in range(n) if n - f > n / 2)


def moved(n):
    keys = range(n * (n + 1) * 50)
    return sum(key % n != key % (n + 1) for key in keys) / len(keys)


def called(k, t):
    """Calls the database gets below k services."""
    return 1 if k == 0 else sum(called(k - 1, t) for _ in range(t))


def minute(k, n):
    for at in range(1, n + 1):
        n -= k
        if n <= 0:
            return at
    return 0


SECOND = {
    "sd-servers-with-a-spare": servers,
    "sd-storage-of-a-year": lambda n, b, k: sum(n * 1e6 * b * k for _ in range(365)) / 1e12,
    "sd-load-behind-a-cache": lambda a, b: (1000 - 10 * b) / (1000 - 10 * a),
    "sd-two-of-one-and-one-of-the-other": works,
    "ds-reads-of-a-quorum": reads,
    "ds-failures-of-a-majority": failing,
    "ds-keys-that-move": moved,
    "ds-retries-multiply": called,
    "ra-requests-for-all-pages": lambda p, n: len(range(0, n, p)),
    "ra-minutes-of-a-rate-limit": minute,
}
