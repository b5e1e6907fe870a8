"""Second solvers: robots that move, by simulating messages, searching grids and stepping through time."""

from collections import deque
from functools import cache
from heapq import heappop, heappush
from itertools import product

import numpy as np


@cache
def lost(f, t, q):
    """Messages dropped in seconds 100 to 300 of a queue that keeps the last q, in thousandths of a second."""
    queue, busy, dropped, sent = 0, 0, 0, 0
    for ms in range(300_000):
        while sent * 1000 <= ms * f:
            sent += 1
            if queue == q:
                dropped += ms >= 100_000
            else:
                queue += 1
        if busy == 0 and queue:
            queue, busy = queue - 1, t
        busy = max(busy - 1, 0)
    return round(dropped / 200)


def in_map(x, y, a, p, q):
    """By homogeneous matrices."""
    base = np.array([[0, -1, x], [1, 0, y], [0, 0, 1]])
    laser = np.array([[1, 0, a], [0, 1, 0], [0, 0, 1]])
    return (base @ laser @ [p, q, 1])[0]


def moves(k, x, y):
    """Breadth first."""
    wall = {(2, j) for j in range(-k, k + 1)}
    seen, open_ = {(0, 0)}, deque([((0, 0), 0)])
    while open_:
        (i, j), cost = open_.popleft()
        if (i, j) == (x, y):
            return cost
        for there in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            if there not in wall | seen and max(map(abs, there)) < 12:
                seen.add(there)
                open_.append((there, cost + 1))
    return None


def eight_ways(a, b):
    """Dijkstra on the grid."""
    best, open_ = {}, [(0.0, 0, 0)]
    while open_:
        cost, i, j = heappop(open_)
        if (i, j) == (a, b):
            return cost
        if (i, j) in best:
            continue
        best[i, j] = cost
        for di, dj in product((-1, 0, 1), repeat=2):
            if (di, dj) != (0, 0) and 0 <= i + di <= 13 and 0 <= j + dj <= 13:
                heappush(open_, (cost + (di * di + dj * dj) ** 0.5, i + di, j + dj))
    return None


def ramps(s, v, a):
    """The way there by its three parts."""
    ramp = v / a
    way_of_ramps = 2 * 0.5 * a * ramp**2
    assert way_of_ramps <= s
    return 2 * ramp + (s - way_of_ramps) / v


def back_up(a, b, c, v, g):
    for reward in (c, b, a):
        v = reward + g * v
    return v


def rounds(n, k):
    """Sweeps from 1 to n in place until state k holds its value."""
    values = np.zeros(n + 1)
    count = 0
    while not np.isclose(values[k], 0.9 ** (n - k)):
        for state in range(1, n + 1):
            values[state] = 1 if state == n else 0.9 * values[state + 1]
        count += 1
    return count


SECOND = {
    "ros-size-of-a-bag": lambda f, n, b, m: sum(n * b for _ in range(f * 60 * m)) / 1e6,
    "ros-messages-that-are-dropped": lost,
    "ros-point-in-the-map": in_map,
    "mp-around-a-wall": moves,
    "mp-value-of-a-node": lambda g, a, b: sum([g, *np.abs([a, b])]),
    "mp-length-with-diagonals": eight_ways,
    "mp-cells-of-an-arm": lambda j, r: np.ones((len(range(0, 360, r)),) * j, dtype="i1").size,
    "mp-time-with-ramps": ramps,
    "ql-update-by-the-action-taken": lambda q, r, m, n: np.average([q, r + 0.9 * min(m, n)]),
    "ql-three-steps-in-one": back_up,
    "ql-sweeps-until-it-is-known": rounds,
}
