"""Solvers: reasons, fairness, guards."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "xai-share-of-two-features": Solver(
        lambda n, x, y, z: ((x - n) + (z - y)) / 2,
        {
            "alone": lambda n, x, y, z: x - n,
            "as the last": lambda n, x, y, z: z - y,
            "half of all": lambda n, x, y, z: (z - n) / 2,
            "not from the start": lambda n, x, y, z: (x + z - y) / 2,
        },
    ),
    "xai-part-of-a-linear-model": Solver(
        lambda w, m, v: w * (v - m),
        {
            "from nothing": lambda w, m, v: w * v,
            "the difference": lambda w, m, v: v - m,
            "the wrong way": lambda w, m, v: w * (m - v),
        },
    ),
    "xai-parts-that-add-up": Solver(
        lambda b, p, q, r: b + p - q + r,
        {
            "no start": lambda b, p, q, r: p - q + r,
            "all parts raise": lambda b, p, q, r: b + p + q + r,
            "the largest part": lambda b, p, q, r: b + p,
        },
    ),
    "xai-accuracy-after-shuffling": Solver(
        lambda c, x, y, z: c - (x + y + z) / 3,
        {
            "what is left": lambda c, x, y, z: (x + y + z) / 3,
            "the worst try": lambda c, x, y, z: c - min(x, y, z),
            "the sum of the tries": lambda c, x, y, z: 3 * c - x - y - z,
        },
    ),
    "fair-how-many-more": Solver(
        lambda n, a, m, b: m * a / n - b,
        {
            "equal numbers": lambda n, a, m, b: a - b,
            "all that are due": lambda n, a, m, b: m * a / n,
            "four fifths": lambda n, a, m, b: 0.8 * m * a / n - b,
        },
    ),
    "fair-false-alarms-apart": Solver(
        lambda a, n, x, b, m, y: b / m - a / n,
        {
            "of all flagged": lambda a, n, x, b, m, y: b / (b + y) - a / (a + x),
            "of all people": lambda a, n, x, b, m, y: b / (m + 50) - a / (n + 50),
            "true positives": lambda a, n, x, b, m, y: (y - x) / 50,
        },
    ),
    "grd-harmless-and-blocked": Solver(
        lambda n, h, c, f: n * (100 - h) * f / 1e4,
        {
            "of all requests": lambda n, h, c, f: n * f / 100,
            "all that is blocked": lambda n, h, c, f: n * (h * c + (100 - h) * f) / 1e4,
            "harmful and missed": lambda n, h, c, f: n * h * (100 - c) / 1e4,
        },
    ),
    "grd-share-of-the-blocked": Solver(
        lambda h, c, f: 100 * (100 - h) * f / ((100 - h) * f + h * c),
        {
            "shares of different wholes": lambda h, c, f: 100 * f / (c + f),
            "the rate itself": lambda h, c, f: f,
            "the harmful ones": lambda h, c, f: 100 * h * c / ((100 - h) * f + h * c),
        },
    ),
}
