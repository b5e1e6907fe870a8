"""Second solvers: keeping models in use, month by month and case by case."""

from itertools import pairwise


def year(d, v, c, k):
    cost, worse = 0, 0
    for month in range(12):
        if month % k == 0:
            cost, worse = cost + c, 0
        cost, worse = cost + worse * v, worse + d
    return cost


def releases(h, a, s):
    """One after the other until what was built is paid."""
    by_hand, by_pipeline, count = 0, s, 0
    while by_hand < by_pipeline:
        by_hand, by_pipeline, count = by_hand + h, by_pipeline + a, count + 1
    return count


def alarms(p, h, f):
    """Of ten thousand days."""
    wrong = 10_000 * p // 100
    true, false = wrong * h / 100, (10_000 - wrong) * f / 100
    return true / (true + false)


def waiting(k, n):
    second, failed = 0, 0
    while failed < n:
        second += 1
        failed += second % k == 0
    return second


def counted(a, b, c):
    """Differences from reading to reading; a fall is a new start at 0."""
    readings, total = [a, c, 0, b], 0
    for before, after in pairwise(readings):
        total += after - before if after >= before else after
    return total / (5 * 60)


SECOND = {
    "mo-cost-of-waiting": year,
    "mo-trained-through-the-year": year,
    "mo-releases-until-it-pays": releases,
    "mm-share-of-true-alarms": alarms,
    "mm-predicted-too-high": lambda n, m, c: sum([m] * n) / n * 100 - sum([1] * c) / n * 100,
    "mon-used-of-the-budget": lambda o, n, f: f / (n - n * o / 100),
    "mon-seconds-until-an-alarm": waiting,
    "mon-counter-that-was-reset": counted,
}
