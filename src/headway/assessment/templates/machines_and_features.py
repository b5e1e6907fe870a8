"""Solvers: machines, GPUs and features."""

from math import ceil

from headway.assessment.templates.solving import Solver

WEEK = 168
GPUS = 8
REGISTERS = 65_536
THREADS = 2_048
WARP = 32


def machines(a: int, b: int) -> int:
    """Machines started when each job goes onto the first with room."""
    free: list[int] = []
    for job in (5, 5, 5, a, b):
        place = next((i for i, left in enumerate(free) if left >= job), None)
        if place is None:
            free.append(GPUS - job)
        else:
            free[place] -= job
    return len(free)


def filled(r: int, t: int) -> float:
    """Threads of whole blocks, in per cent of the room."""
    return 100 * min(REGISTERS // (r * t), THREADS // t) * t / THREADS


SOLVERS = {
    "mi-hours-in-use": Solver(
        lambda n, h: 100 * h / (n * WEEK),
        {
            "five days": lambda n, h: 100 * h / (n * 120),
            "one GPU": lambda n, h: h / WEEK,
            "the idle share": lambda n, h: 100 - 100 * h / (n * WEEK),
        },
    ),
    "mi-store-busy-with-checkpoints": Solver(
        lambda j, g, m, s: 100 * j * g / s / (m * 60),
        {
            "one job": lambda j, g, m, s: 100 * g / s / (m * 60),
            "seconds of writing": lambda j, g, m, s: j * g / s,
            "minutes are seconds": lambda j, g, m, s: 100 * j * g / s / m,
        },
    ),
    "mi-hours-until-one-breaks": Solver(
        lambda d, n: d * 24 / n,
        {
            "as for one machine": lambda d, n: d * 24,
            "in days": lambda d, n: d / n,
            "half of it": lambda d, n: d * 12 / n,
        },
    ),
    "mi-gpus-left-idle": Solver(
        lambda a, b: machines(a, b) * GPUS - 15 - a - b,
        {
            "jobs can be split": lambda a, b: ceil((15 + a + b) / GPUS) * GPUS - 15 - a - b,
            "a machine a job": lambda a, b: 5 * GPUS - 15 - a - b,
            "the last machine alone": lambda a, b: GPUS - a,
        },
    ),
    "cu-blocks-for-all": Solver(
        lambda n, t: ceil(n / t),
        {
            "the rest is left out": lambda n, t: n // t,
            "one block more": lambda n, t: ceil(n / t) + 1,
            "warps for blocks": lambda n, t: ceil(n / WARP),
        },
    ),
    "cu-idle-in-the-last-warp": Solver(
        lambda n: -n % WARP,
        {
            "those in use": lambda n: n % WARP,
            "none": lambda n: 0,
            "of a power of two": lambda n: 2 ** (n - 1).bit_length() - n,
        },
    ),
    "cu-sum-of-two-vectors": Solver(
        lambda n, g: 12 * n / g,
        {
            "reading alone": lambda n, g: 8 * n / g,
            "one vector": lambda n, g: 4 * n / g,
            "numbers are bytes": lambda n, g: 3 * n / g,
        },
    ),
    "cu-threads-at-home": Solver(
        filled,
        {
            "blocks can be split": lambda r, t: 100 * min(REGISTERS / r / THREADS, 1),
            "registers are no limit": lambda r, t: 100,
            "one block": lambda r, t: 100 * t / THREADS,
        },
    ),
    "trt-value-in-eight-bits": Solver(
        lambda m, x: round(x * 127 / m),
        {
            "255 steps": lambda m, x: round(x * 255 / m),
            "times the scale": lambda m, x: x * m / 127,
            "a share of the largest": lambda m, x: x / m,
        },
    ),
    "trt-examples-a-second": Solver(
        lambda a, d, b: 1000 * b / (a + (b - 1) * d),
        {
            "batches a second": lambda a, d, b: 1000 / (a + (b - 1) * d),
            "more cost nothing": lambda a, d, b: 1000 * b / a,
            "one by one": lambda a, d, b: 1000 / a,
            "one too many": lambda a, d, b: 1000 * b / (a + b * d),
        },
    ),
    "trt-bytes-moved-by-joined-layers": Solver(
        lambda k, m: 2 * m * (k - 1),
        {
            "reading alone": lambda k, m: m * (k - 1),
            "what is left": lambda k, m: 2 * m,
            "all is saved": lambda k, m: 2 * m * k,
        },
    ),
    "fs-calls-for-all-candidates": Solver(
        lambda k, b, t: ceil((k + 1) / b) * t,
        {
            "the user's row is forgotten": lambda k, b, t: ceil(k / b) * t,
            "a call a row": lambda k, b, t: (k + 1) * t,
            "parts of a call": lambda k, b, t: (k + 1) / b * t,
        },
    ),
    "fs-size-of-the-online-part": Solver(
        lambda u, f, k: u * (8 * f + k) / 1000,
        {
            "keys forgotten": lambda u, f, k: u * 8 * f / 1000,
            "a key for each feature": lambda u, f, k: u * f * (8 + k) / 1000,
            "a byte a feature": lambda u, f, k: u * (f + k) / 1000,
        },
    ),
}
