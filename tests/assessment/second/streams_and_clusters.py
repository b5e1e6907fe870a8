"""Second solvers: streams and clusters, by going through events, tasks and rows."""

import heapq
from collections import Counter

import numpy as np


def catch_up(r, m, c):
    """Second by second until nothing is left; the last second in part."""
    left, seconds = r * m * 60, 0
    while left >= c - r:
        left -= c - r
        seconds += 1
    return seconds + left / (c - r)


def again(k, n):
    saved = handled = 0
    for _ in range(n):
        handled += 1
        if handled - saved == k:
            saved = handled
    return handled - saved


def late(w, a, b):
    times = np.array([100, a, 120, b, 118, 140])
    marks = np.concatenate([[-np.inf], np.maximum.accumulate(times)[:-1] - w])
    return int((times < marks).sum())


def rounds(p, e, c, t):
    """Each task goes to the core that is free first."""
    cores = [0] * (e * c)
    for _ in range(p):
        heapq.heappush(cores, heapq.heappop(cores) + t)
    return max(cores)


def skewed(p, s):
    rows = np.full(p, (100 - s) / p)
    rows[0] += s
    return rows[0] / rows.mean()


def windows(w, s):
    moment = 1000 * w + 1
    return sum(begin <= moment < begin + w for begin in range(0, 2000 * w, s))


SECOND = {
    "ss-events-in-a-window": lambda ts: Counter(t // 10 for t in ts)[1],
    "ss-consumers-that-idle": lambda p, c: c - len({partition % c for partition in range(p)}),
    "ss-windows-of-an-event": windows,
    "ss-sessions-by-gaps": lambda ts, g: int((np.diff(ts) > g).sum()) + 1,
    "ss-seconds-to-catch-up": catch_up,
    "ss-handled-once-more": again,
    "ss-late-for-the-watermark": late,
    "sp-rounds-of-tasks": rounds,
    "sp-rows-after-combining": lambda n, p, k: len({(partition, key) for partition in range(p) for key in range(k)}),
    "sp-small-table-to-everyone": lambda g, s, e: sum(s for _ in range(e)),
    "sp-key-that-is-everywhere": skewed,
    "sp-files-of-a-write": lambda p, d: len({(partition, day) for partition in range(p) for day in range(d)}),
}
