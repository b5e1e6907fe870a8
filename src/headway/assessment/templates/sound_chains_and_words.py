"""Solvers: sound, chains and words."""

from math import ceil, exp, log10

from headway.assessment.templates.solving import Solver


def summaries(n: int, g: int) -> int:
    """Calls of chunks and of groups of summaries until one is left."""
    calls = n
    while n > 1:
        n = ceil(n / g)
        calls += n
    return calls


SOLVERS = {
    "spc-samples-of-a-frame": Solver(
        lambda k, w: k * w,
        {
            "in seconds": lambda k, w: k * 1000 * w,
            "divides": lambda k, w: k * 1000 / w,
            "two channels": lambda k, w: 2 * k * w,
        },
    ),
    "spc-loudness-of-two-voices": Solver(
        lambda k: 20 * log10(k),
        {
            "amplitude is power": lambda k: 10 * log10(k),
            "no logarithm": lambda k: k * k,
            "squares twice": lambda k: 40 * log10(k),
        },
    ),
    "spc-pitch-by-likeness": Solver(
        lambda r, n: r / n,
        {
            "twice a period": lambda r, n: 2 * r / n,
            "the period in ms": lambda r, n: 1000 * n / r,
            "half the rate": lambda r, n: r / 2 / n,
        },
    ),
    "spc-strangers-among-the-accepted": Solver(
        lambda a, b, n, m: 100 * m * b / (m * b + n * (100 - a)),
        {
            "of all who tried": lambda a, b, n, m: m * b / (m + n),
            "of the strangers": lambda a, b, n, m: b,
            "nobody is rejected": lambda a, b, n, m: 100 * m / (m + n),
        },
    ),
    "spc-who-spoke-when": Solver(
        lambda t, a, b, c: 100 * (a + b + c) / t,
        {
            "silence is no matter": lambda t, a, b, c: 100 * (a + b) / t,
            "wrong speakers alone": lambda t, a, b, c: 100 * b / t,
            "of all that was heard": lambda t, a, b, c: 100 * (a + b + c) / (t + c),
        },
    ),
    "lc-tokens-of-a-window": Solver(
        lambda s, k, q, a: s + k * (q + a) + q,
        {
            "all exchanges": lambda s, k, q, a: s + 19 * (q + a) + q,
            "answers are not sent": lambda s, k, q, a: s + k * q + q,
            "the new question is among them": lambda s, k, q, a: s + k * (q + a),
            "the new question has an answer": lambda s, k, q, a: s + (k + 1) * (q + a),
        },
    ),
    "lc-calls-of-summaries": Solver(
        summaries,
        {
            "all at once": lambda n, g: n + 1,
            "one round of groups": lambda n, g: n + ceil(n / g),
            "groups alone": lambda n, g: summaries(n, g) - n,
        },
    ),
    "lc-inputs-side-by-side": Solver(
        lambda n, c, t: ceil(n / c) * t,
        {
            "one after the other": lambda n, c, t: n * t,
            "parts of a round": lambda n, c, t: n / c * t,
            "the last round is left out": lambda n, c, t: n // c * t,
        },
    ),
    "tp-words-alone-in-their-bucket": Solver(
        lambda n, m: (1 - 1 / m) ** (n - 1),
        {
            "those that share": lambda n, m: 1 - (1 - 1 / m) ** (n - 1),
            "a word to a bucket": lambda n, m: n / m,
            "words to buckets": lambda n, m: exp(-m / n),
        },
    ),
}
