"""Solvers: training runs, GPUs, TensorFlow, JAX."""

from math import ceil, cos, floor, log, log2, pi

from headway.assessment.templates.solving import Solver


def hours(t: float, r: float, g: float, x: float = 100) -> float:
    """t million examples at r a second on each of g GPUs of which x % counts."""
    return t * 1e6 / (r * g * x / 100) / 3600


def ms_of_product(d: int, t: int, operations: float = 2) -> float:
    """d³ products, each with its addition, at t million million a second."""
    return operations * d**3 / (t * 1e12) * 1000


def batches(n: int, b: int, v: float) -> int:
    """Of what validation leaves."""
    return ceil(round(n * (1 - v)) / b)


SOLVERS = {
    "mt-steps-lost-in-a-crash": Solver(
        lambda k, c: c % k,
        {
            "up to the next checkpoint": lambda k, c: k - c % k,
            "all steps": lambda k, c: c,
            "a whole interval": lambda k, c: k,
        },
    ),
    "mt-hours-of-a-run": Solver(
        hours,
        {
            "many are as many times as fast": lambda t, r, g, x: hours(t, r, g),
            "one GPU": lambda t, r, g, x: hours(t, r, 1),
            "the loss makes it faster": lambda t, r, g, x: hours(t, r, g) * x / 100,
        },
    ),
    "mt-rate-on-half-a-cosine": Solver(
        lambda r, n, s: r / 2 * (1 + cos(pi * s / n)),
        {
            "in a straight line": lambda r, n, s: r * (1 - s / n),
            "a quarter of a wave": lambda r, n, s: r * cos(pi * s / n / 2),
        },
    ),
    "mt-loss-before-training": Solver(
        lambda k: log(k),
        {
            "with base 2": lambda k: log2(k),
            "the probability itself": lambda k: 1 / k,
        },
    ),
    "gpu-ms-of-a-matrix-product": Solver(
        ms_of_product,
        {
            "forgets the additions": lambda d, t: ms_of_product(d, t, 1),
            "an operation for each entry": lambda d, t: d**2 / (t * 1e12) * 1000,
        },
    ),
    "gpu-ms-of-adding-vectors": Solver(
        lambda n, b: 12 * n / b,
        {"one vector": lambda n, b: 4 * n / b, "forgets the writing": lambda n, b: 8 * n / b},
    ),
    "gpu-blocks-of-threads": Solver(
        lambda n, b: ceil(n / b),
        {"full blocks only": lambda n, b: n // b, "a block for each number": lambda n, b: n},
    ),
    "gpu-copy-while-computing": Solver(
        lambda t, c: max(t, c),
        {"one after the other": lambda t, c: t + c, "the shorter one decides": lambda t, c: min(t, c)},
    ),
    "tff-parameters-of-two-layers": Solver(
        lambda i, h, o: (i + 1) * h + (h + 1) * o,
        {
            "forgets the biases": lambda i, h, o: i * h + h * o,
            "a layer has its units only": lambda i, h, o: h + o,
            "the input has biases too": lambda i, h, o: i + (i + 1) * h + (h + 1) * o,
        },
    ),
    "tff-batches-of-fit": Solver(
        batches,
        {
            "forgets the validation": lambda n, b, v: ceil(n / b),
            "drops the last batch": lambda n, b, v: floor(n * (1 - v) / b),
        },
    ),
    "tff-numbers-of-a-convolution": Solver(
        lambda s, f, k: ceil(s / 2) ** 2 * f,
        {
            "forgets the stride": lambda s, f, k: s * s * f,
            "without padding": lambda s, f, k: ((s - k) // 2 + 1) ** 2 * f,
            "channels stay": lambda s, f, k: ceil(s / 2) ** 2 * 3,
        },
    ),
    "tff-numbers-that-are-taken": Solver(
        lambda n, b, k: b * k, {"takes numbers": lambda n, b, k: k, "takes all": lambda n, b, k: n}
    ),
    "tff-gradient-of-a-tape": Solver(
        lambda x, c: 3 * x**2 + c,
        {"the value": lambda x, c: x**3 + c * x, "forgets the second term": lambda x, c: 3 * x**2},
    ),
    "jx-value-of-a-gradient": Solver(
        lambda a, x: 2 * a * x + 1,
        {"the value": lambda a, x: a * x**2 + x, "forgets the second term": lambda a, x: 2 * a * x},
    ),
    "jx-size-after-vmap": Solver(
        lambda d, k, n: n * k,
        {"the last one only": lambda d, k, n: k, "the shape stays": lambda d, k, n: n * d},
    ),
    "jx-compiled-how-often": Solver(
        lambda ns: len(set(ns)),
        {"once for all": lambda ns: 1, "at each call": lambda ns: len(ns)},
    ),
    "jx-last-of-a-scan": Solver(
        lambda a, b, c: (c + a) * b,
        {
            "the carry at the end": lambda a, b, c: c + a + b,
            "the carry stays": lambda a, b, c: c * b,
            "the carry is changed first": lambda a, b, c: (c + a + b) * b,
        },
    ),
}
