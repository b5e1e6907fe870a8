"""Second solvers: plans, priorities, claims, by going through them day by day and one by one."""

from itertools import permutations


def finished(tasks):
    """Day by day: name -> (days, names it needs)."""
    left, done, day = {name: days for name, (days, _) in tasks.items()}, set(), 0
    while len(done) < len(tasks):
        day += 1
        for name in [n for n, (_, needs) in tasks.items() if n not in done and set(needs) <= done]:
            left[name] -= 1
        done |= {name for name, days in left.items() if days == 0}
    return day


def whole(a, b, c, d):
    return finished({"A": (a, ""), "B": (b, "A"), "C": (c, "A"), "D": (d, "BC")})


def late(a, b, c, e):
    """Longer and longer, until the end moves."""

    def end(extra):
        return finished({"A": (a, ""), "B": (b + extra, "A"), "C": (c, "A"), "E": (e, "C"), "D": (1, "BE")})

    extra = 0
    while end(extra + 1) == end(0):
        extra += 1
    return extra


def sprints(a, b, c, r):
    count, left = 0, 3 * r
    while left > 0:
        count, left = count + 1, left - (a + b + c)
    return count


def waiting(a, u, b, v):
    """Week by week, each order."""
    costs = []
    for order in permutations([(a, u), (b, v)]):
        open_, cost = list(order), 0
        for weeks, _ in order:
            cost += sum(sum(each for _, each in open_) for _ in range(weeks))
            open_.pop(0)
        costs.append(cost)
    return min(costs)


def most(x, y, z):
    """By the week: the best with so many weeks."""
    best = [0] * 7
    for weeks, worth in ((4, x), (3, y), (3, z)):
        for have in range(6, weeks - 1, -1):
            best[have] = max(best[have], best[have - weeks] + worth)
    return best[6]


def in_work(n, t, m):
    """Queue of m, t leave each week, as many come; how long does a late one stay?"""
    queue, week, stays = [0.0] * m, 0.0, []
    for _ in range(400):
        week += 1 / t
        stays.append(week - queue.pop(0))
        queue.append(week)
    return stays[-1]


def rate(a, b, n, m):
    good = sum([a / 100] * n) + sum([b / 100] * m)
    return good / (n + m) * 100


SECOND = {
    "pm-longest-way-through": whole,
    "pm-late-without-harm": late,
    "pm-three-guesses": lambda o, m, p: sum([o, m, m, m, m, p]) / 6,
    "pm-cost-in-the-end": lambda b, p, e, s: s + (b - e) * (s / e),
    "pm-sprints-to-go": sprints,
    "prio-cost-of-waiting": waiting,
    "prio-score-of-an-idea": lambda r, i, c, w: sum(i * c for _ in range(r)) / (100 * w),
    "prio-most-in-six-weeks": most,
    "prio-days-for-new-work": lambda n, d, v, f: n * d - v - (n * d - v) * f / 100,
    "prio-fewer-begun-at-once": in_work,
    "ct-rate-over-both-groups": rate,
    "ct-down-and-up-again": lambda a, b: 100 - (100 - a - (-b * (100 - a) / 100)),
}
