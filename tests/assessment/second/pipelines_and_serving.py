"""Second solvers: pipelines and serving, by playing them through."""

import heapq


def table(r, d):
    rows = list(range(d))
    rows.extend(range(r))
    return len(rows)


def streamed(a, b, c):
    """Rows out in the second hour of two, second by second; the first hour fills the queues."""
    waiting, out = [0.0, 0.0], 0.0
    for second in range(7200):
        waiting[0] += a
        moved = min(b, waiting[0])
        waiting = [waiting[0] - moved, waiting[1] + moved]
        done = min(c, waiting[1])
        waiting[1] -= done
        out += done if second >= 3600 else 0
    return out


def emptied(q, i, o):
    """In steps of a hundredth of a second."""
    hundredths = 0
    while q > 1e-9:
        q, hundredths = q - (o - i) / 100, hundredths + 1
    return hundredths / 100


def filled_again(a, b, p):
    """The time at which the last run ends, each taking the place that is free first."""
    free = [0] * p
    for _ in range(a, b + 1):
        heapq.heapreplace(free, free[0] + 10)
    return max(free)


def enough(t, r):
    replicas = 1
    while t * r > 700 * replicas:
        replicas += 1
    return replicas


SECOND = {
    "dp-rows-after-a-second-run": table,
    "dp-rows-of-a-stream": streamed,
    "dp-seconds-until-empty": emptied,
    "dp-minutes-of-a-backfill": filled_again,
    "md-failures-of-a-canary": lambda r, p, e: sum(r * p // 100 * e / 100 for _ in range(60)),
    "md-replicas-at-the-peak": enough,
    "md-answer-time-with-a-cache": lambda h, a, b: sum([a] * h + [b] * (100 - h)) / 100,
    "md-servers-of-two-versions": lambda n: len({(version, server) for version in "ab" for server in range(n)}),
}
