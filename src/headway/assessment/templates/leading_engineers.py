"""Solvers: leading engineers."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "tl-hours-of-review": Solver(
        lambda c, r, m: c * r * m / 60,
        {"one reader": lambda c, r, m: c * m / 60, "in minutes": lambda c, r, m: c * r * m},
    ),
    "tl-known-by-one-alone": Solver(
        lambda n, a, b, h: a + b,
        {
            "what is taught is safe": lambda n, a, b, h: a - h + b,
            "what nobody knows": lambda n, a, b, h: a - h,
            "hers alone": lambda n, a, b, h: a,
        },
    ),
    "tl-cleaning-that-pays": Solver(
        lambda d, n, m: d * 8 * 60 / (n * m),
        {
            "one engineer": lambda d, n, m: d * 8 * 60 / m,
            "days of 24 hours": lambda d, n, m: d * 24 * 60 / (n * m),
            "the days it takes": lambda d, n, m: d,
        },
    ),
    "tl-trial-before-the-choice": Solver(
        lambda p, c, e: p * c - e,
        {
            "the trial is free": lambda p, c, e: p * c,
            "always wrong": lambda p, c, e: c - e,
            "when the choice is right": lambda p, c, e: (1 - p) * c - e,
        },
    ),
    "tl-engineers-that-are-added": Solver(
        lambda n, h, m, w, t: m * (h / 2 - t),
        {
            "nobody has to teach": lambda n, h, m, w, t: m * h / 2,
            "new ones are as quick": lambda n, h, m, w, t: m * (h - t),
            "one of them": lambda n, h, m, w, t: h / 2 - t,
        },
    ),
    "tl-work-while-new-ones-learn": Solver(
        lambda n, h, m, w, t: m * (h / 2 - t),
        {
            "nobody has to teach": lambda n, h, m, w, t: m * h / 2,
            "new ones are as quick": lambda n, h, m, w, t: m * (h - t),
            "one of them": lambda n, h, m, w, t: h / 2 - t,
        },
    ),
}
