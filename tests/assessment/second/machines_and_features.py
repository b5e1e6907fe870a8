"""Second solvers: machines, GPUs and features, by counting hours, blocks, rows and bytes."""

import numpy as np

TIMES = 100_000


def idle(a, b):
    """By hand-kept rows of GPUs."""
    rows = []
    for job in (5, 5, 5, a, b):
        for row in rows:
            if row.count(0) >= job:
                break
        else:
            row = [0] * 8
            rows.append(row)
        for _ in range(job):
            row[row.index(0)] = 1
    return sum(row.count(0) for row in rows)


def first_to_break(d, n):
    """From the rates, which add up: the mean of an exponential time by summing its survival."""
    rate = n / (d * 24)
    hours = np.arange(0, 40 / rate, 1 / rate / TIMES * 40)
    return np.trapezoid(np.exp(-rate * hours), hours)


def home(r, t):
    """Blocks taken in one by one."""
    registers, room = 65_536, 2_048
    while registers >= r * t and room >= t:
        registers, room = registers - r * t, room - t
    return 100 * (2_048 - room) / 2_048


def in_eight_bits(m, x):
    steps = np.linspace(-m, m, 255)
    return int(np.abs(steps - x).argmin()) - 127


SECOND = {
    "mi-hours-in-use": lambda n, h: h / sum(n for _ in range(7 * 24)) * 100,
    "mi-store-busy-with-checkpoints": lambda j, g, m, s: 100 * (j * g * 60 / m) / (s * 3600),
    "mi-hours-until-one-breaks": first_to_break,
    "mi-gpus-left-idle": idle,
    "cu-blocks-for-all": lambda n, t: len(range(0, n, t)),
    "cu-idle-in-the-last-warp": lambda n: 32 - len([*range(n)][(n - 1) // 32 * 32 :]),
    "cu-sum-of-two-vectors": lambda n, g: 3 * np.dtype("f4").itemsize * n * 1e6 / (g * 1e9) * 1000,
    "cu-threads-at-home": home,
    "trt-value-in-eight-bits": in_eight_bits,
    "trt-examples-a-second": lambda a, d, b: b / (sum([a] + [d] * (b - 1)) / 1000),
    "trt-bytes-moved-by-joined-layers": lambda k, m: sum(m + m for _ in range(k)) - (m + m),
    "fs-calls-for-all-candidates": lambda k, b, t: t * len(range(0, k + 1, b)),
    "fs-size-of-the-online-part": lambda u, f, k: np.dtype([("k", f"S{k}"), ("f", "f8", (f,))]).itemsize * u / 1000,
}
