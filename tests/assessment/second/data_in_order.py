"""Second solvers: data in order, by counting people and tables."""


def lacking(n, o, d, b):
    """Tables as pairs: has an owner, has a description."""
    tables = [(1, 1)] * b + [(1, 0)] * (o - b) + [(0, 1)] * (d - b)
    tables += [(0, 0)] * (n - len(tables))
    return sum(not (owner and said) for owner, said in tables)


def stored(n, m):
    ages = []
    for _ in range(3 * m):
        ages = [age + 1 for age in ages if age + 1 < m] + [0] * n
    return len(ages)


def stolen(t, s):
    """The share at which as many say yes, by halving."""
    low, high = -1.0, 2.0
    for _ in range(80):
        middle = (low + high) / 2
        said = t * middle + (1 - t) * 0.5
        low, high = (middle, high) if said < s / 100 else (low, middle)
    return low


SECOND = {
    "dg-tables-that-lack-something": lacking,
    "dg-rows-under-a-deadline": stored,
    "dpv-people-who-share": lambda n, p, y: n * 1e6 / (p * 1e3) / y / 2,
    "dpv-answers-with-a-coin": stolen,
    "dpv-privacy-that-is-spent": lambda k, e: sum(e for _ in range(k)),
}
