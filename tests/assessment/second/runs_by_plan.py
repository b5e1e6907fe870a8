"""Second solvers: runs by plan, by going through days and minutes."""

import datetime


def caught(d):
    """Days that are over when it is switched on."""
    now, day, runs = datetime.timedelta(days=d - 1, hours=12), datetime.timedelta(days=1), 0
    while day <= now:
        day, runs = day + datetime.timedelta(days=1), runs + 1
    return runs


def tries(r, w, t):
    now = t
    for _ in range(r):
        now += w + t
    return now


def pool(n, t, k):
    free = [0] * k
    for _ in range(n):
        free.sort()
        free[0] += t
    return max(free)


SECOND = {
    "af-days-that-are-caught-up": caught,
    "af-until-it-gives-up": tries,
    "af-tasks-through-a-pool": pool,
}
