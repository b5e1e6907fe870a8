"""Solvers: boxes, masks, filters."""

from headway.assessment.templates.solving import Solver

WHITE = 255

SOLVERS = {
    "od-box-within-a-box": Solver(
        lambda a, b: b * b / (a * a),
        {
            "sides for areas": lambda a, b: b / a,
            "adds without the overlap off": lambda a, b: b * b / (a * a + b * b),
            "within is 1": lambda a, b: 1,
        },
    ),
    "od-hits-on-the-same-object": Solver(
        lambda d, m, k: (m - k) / d,
        {
            "each hit counts": lambda d, m, k: m / d,
            "the second ones are left out": lambda d, m, k: (m - k) / (d - k),
            "of the hits": lambda d, m, k: (m - k) / m,
        },
    ),
    "seg-overlap-by-two-measures": Solver(
        lambda d: d / (2 - d),
        {"both are the same": lambda d: d, "half": lambda d: d / 2, "the wrong way": lambda d: 2 * d / (1 + d)},
    ),
    "seg-mean-over-two-classes": Solver(
        lambda a, b, c, d: (a / (a + c + d) + b / (b + c + d)) / 2,
        {
            "share of right pixels": lambda a, b, c, d: (a + b) / (a + b + c + d),
            "road alone": lambda a, b, c, d: a / (a + c + d),
            "the mean recall": lambda a, b, c, d: (a / (a + c) + b / (b + d)) / 2,
        },
    ),
    "seg-numbers-put-out": Solver(
        lambda w, h, c: w * h * c,
        {
            "a class a pixel": lambda w, h, c: w * h,
            "one for the image": lambda w, h, c: c,
            "adds": lambda w, h, c: w * h + c,
        },
    ),
    "ip-stretched-to-full-range": Solver(
        lambda a, b, v: WHITE * (v - a) / (b - a),
        {
            "not moved to 0": lambda a, b, v: WHITE * v / b,
            "moved alone": lambda a, b, v: v - a,
            "the width alone": lambda a, b, v: WHITE * v / (b - a),
        },
    ),
    "ip-equalised-by-its-rank": Solver(
        lambda n, c: WHITE * c / n,
        {
            "those that are brighter": lambda n, c: WHITE * (n - c) / n,
            "by its value": lambda n, c: 90 * c / n,
            "stays": lambda n, c: 90,
        },
    ),
}
