"""Second solvers: tables for analysts, by going minute by minute and by joining real rows."""

from itertools import product


def two_workers(a, b, c, d):
    waiting, left, minute = [a, b, c, d], [0, 0], 0
    while waiting or any(left):
        left = [waiting.pop(0) if not work and waiting else work for work in left]
        left = [max(work - 1, 0) for work in left]
        minute += 1
    return minute


def files(m, p, d):
    """Written at five past midnight and so on; counted by day, and merged when the day is over."""
    written = [minute // 1440 for minute in range(5, (d - 1) * 1440 + 720, m)]
    today = sum(day == d - 1 for day in written)
    return p * (len({day for day in written if day < d - 1}) + today)


def oldest(a, b, t):
    """A row that just missed a load, which itself just missed a start: the sum of what each may take."""
    lateness = [(load, start) for load in range(a + 1) for start in range(b + 1)]
    return t + max(load + start for load, start in lateness)


SECOND = {
    "de-loads-on-two-workers": two_workers,
    "de-files-merged-each-night": files,
    "ae-sum-that-grew": lambda k, p: len(list(product(range(k), range(p)))),
    "ae-how-old-at-most": oldest,
}
