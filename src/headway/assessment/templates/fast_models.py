"""Solvers: fast models."""

from headway.assessment.templates.solving import Solver

SCALE_BITS = 16


def accepted(g: int, p: float) -> float:
    """Drafted tokens that pass, up to the first that does not, and the one that follows."""
    return (1 - p ** (g + 1)) / (1 - p)


SOLVERS = {
    "io-tokens-by-bandwidth": Solver(
        lambda n, b, w: w / (n * b),
        {
            "they are read twice": lambda n, b, w: w / (2 * n * b),
            "bits for bytes": lambda n, b, w: 8 * w / (n * b),
            "forgets the bytes": lambda n, b, w: w / n,
        },
    ),
    "io-time-of-an-answer": Solver(
        lambda f, t, k: f + (k - 1) * t,
        {
            "the first counts twice": lambda f, t, k: f + k * t,
            "all come like the first": lambda f, t, k: f * k,
            "forgets the first": lambda f, t, k: (k - 1) * t,
        },
    ),
    "io-tokens-of-a-draft": Solver(
        accepted,
        {
            "all that is drafted": lambda g, p: g + 1,
            "each for itself": lambda g, p: g * p,
            "each for itself and one": lambda g, p: g * p + 1,
            "without its own": lambda g, p: accepted(g, p) - 1,
        },
    ),
    "io-prefix-that-is-kept": Solver(
        lambda n, s, q: s + n * q,
        {
            "nothing is kept": lambda n, s, q: n * (s + q),
            "all is kept": lambda n, s, q: s + q,
            "the instructions are free": lambda n, s, q: n * q,
        },
    ),
    "io-padding-of-a-batch": Solver(
        lambda xs: 1 - sum(xs) / (len(xs) * max(xs)),
        {
            "what is text": lambda xs: sum(xs) / (len(xs) * max(xs)),
            "of the shortest alone": lambda xs: 1 - min(xs) / max(xs),
        },
    ),
    "qz-size-of-a-step": Solver(
        lambda m: m / 127,
        {
            "bits for steps": lambda m: m / 8,
            "half of the range": lambda m: m / 255,
            "both sides on one": lambda m: 2 * m / 127,
        },
    ),
    "qz-there-and-back": Solver(
        lambda s, x: round(x / s) * s,
        {
            "cuts off": lambda s, x: x // s * s,
            "nothing is lost": lambda s, x: x,
            "the number that is stored": lambda s, x: round(x / s),
        },
    ),
    "qz-bits-with-scales": Solver(
        lambda b, g: b + SCALE_BITS / g,
        {
            "scales are free": lambda b, g: b,
            "a scale for each": lambda b, g: b + SCALE_BITS,
            "shares the weight too": lambda b, g: (b + SCALE_BITS) / g,
        },
    ),
    "qz-room-that-is-left": Solver(
        lambda v, n, b: v - n * b / 8,
        {
            "a copy in training too": lambda v, n, b: v - 2 * n * b / 8,
            "what is taken": lambda v, n, b: n * b / 8,
            "bits for bytes": lambda v, n, b: v - n * b,
        },
    ),
    "ms-when-a-batch-starts": Solver(
        lambda b, w, a: min(w, (b - 1) * a),
        {
            "whichever is later": lambda b, w, a: max(w, (b - 1) * a),
            "one after the other": lambda b, w, a: w + (b - 1) * a,
        },
    ),
    "ms-how-busy": Solver(
        lambda r, n, t: r * t / 1000 / n,
        {
            "one replica": lambda r, n, t: r * t / 1000,
            "all the time": lambda r, n, t: 1,
            "what is free": lambda r, n, t: 1 - r * t / 1000 / n,
        },
    ),
    "ms-memory-of-workers": Solver(
        lambda w, m: w * (m + 1),
        {
            "the model is shared": lambda w, m: m + w,
            "forgets the rest": lambda w, m: w * m,
            "one more in all": lambda w, m: w * m + 1,
        },
    ),
}
