"""Solvers: speech."""

from headway.assessment.templates.solving import Solver

HOUR = 60
MINUTE = 60
BYTES = 2

SOLVERS = {
    "sr-size-of-a-recording": Solver(
        lambda k, m: k * 1000 * BYTES * m * MINUTE / 1e6,
        {
            "a byte a sample": lambda k, m: k * 1000 * m * MINUTE / 1e6,
            "minutes are seconds": lambda k, m: k * 1000 * BYTES * m / 1e6,
            "in bits": lambda k, m: k * 1000 * 8 * BYTES * m * MINUTE / 1e6,
        },
    ),
    "sr-frames-of-a-clip": Solver(
        lambda t, w, h: (t - w) // h + 1,
        {
            "side by side": lambda t, w, h: t // w,
            "a frame a step": lambda t, w, h: t // h,
            "the first is not counted": lambda t, w, h: (t - w) // h,
        },
    ),
    "sr-live-streams-at-once": Solver(
        lambda m, c: c * HOUR // m,
        {
            "a stream a core": lambda m, c: c,
            "one core": lambda m, c: HOUR // m,
            "minutes are streams": lambda m, c: m * c,
        },
    ),
    "sr-live-streams-of-all-cores": Solver(
        lambda m, c: c * HOUR // m,
        {
            "a stream a core": lambda m, c: c,
            "one core": lambda m, c: HOUR // m,
            "minutes are streams": lambda m, c: m * c,
        },
    ),
    "sr-tone-that-folds-back": Solver(
        lambda f, s: s - f,
        {
            "it stays": lambda f, s: f,
            "half the rate": lambda f, s: s / 2,
            "what is above half the rate": lambda f, s: f - s / 2,
        },
    ),
}
