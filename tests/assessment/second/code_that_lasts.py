"""Second solvers: code that lasts, by counting one by one."""

from itertools import combinations, permutations


def faults(n, k, m, d):
    for _ in range(d):
        n += m - k
    return n


def through(a, b, c, n):
    clock = 0
    for _ in range(n):
        clock = max(clock + a, clock + b)
        clock += c
    return clock


def branches(n, k):
    taken = {(i, True) for i in range(n)} | {(i, False) for i in range(k)}
    return 100 * len(taken) / len({(i, way) for i in range(n) for way in (True, False)})


def mutants(m, k, e):
    copies = ["found"] * k + ["same"] * e + ["missed"] * (m - k - e)
    could = [c for c in copies if c != "same"]
    return 100 * could.count("found") / len(could)


SECOND = {
    "se-open-faults-after-days": faults,
    "se-minutes-of-a-pipeline": through,
    "se-dependencies-at-most": lambda n: sum(1 for _ in permutations(range(n), 2)),
    "se-dependencies-in-layers": lambda n: sum(1 for _ in combinations(range(n), 2)),
    "se-branches-taken": branches,
    "se-mutants-that-live": mutants,
}
