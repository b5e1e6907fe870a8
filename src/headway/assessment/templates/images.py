"""Solvers: images."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "vis-pixels-bytes": Solver(
        lambda w, h: 3 * w * h, {"one channel": lambda w, h: w * h, "bits": lambda w, h: 24 * w * h}
    ),
    "vis-box-blur": Solver(
        lambda a, b: (a + 8 * b) / 9, {"neighbours only": lambda a, b: b, "half and half": lambda a, b: (a + b) / 2}
    ),
    "vis-iou": Solver(
        lambda a, s: (a - s) / (a + s),
        {"overlap over one box": lambda a, s: (a - s) / a, "over both boxes": lambda a, s: (a - s) / (2 * a)},
    ),
    "vis-anchor-count": Solver(
        lambda k, g: k * g * g, {"one for each cell": lambda k, g: g * g, "one side": lambda k, g: k * g}
    ),
    "vis-dice": Solver(
        lambda a, b, c: 2 * c / (a + b),
        {"intersection over union": lambda a, b, c: c / (a + b - c), "recall": lambda a, b, c: c / a},
    ),
    "vis-topk": Solver(
        lambda n, a, b: (n - b) / n * 100,
        {"top-5 accuracy": lambda n, a, b: b / n * 100, "top-1 error": lambda n, a, b: (n - a) / n * 100},
    ),
    "vis-patches": Solver(
        lambda n, p: (n // p) ** 2, {"one row": lambda n, p: n // p, "patch sizes": lambda n, p: p * p}
    ),
    "vis-focal-projection": Solver(
        lambda f, c, x, z: c + f * x / z,
        {"forgets the centre": lambda f, c, x, z: f * x / z, "mirrors": lambda f, c, x, z: c - f * x / z},
    ),
    "vis-stereo-depth": Solver(
        lambda b, f, d: b * f / d,
        {"multiplies the disparity": lambda b, f, d: b * f * d, "forgets the base line": lambda b, f, d: f / d},
    ),
    "vis-ocr-cer": Solver(
        lambda n, s, d, i: (s + d + i) / n * 100,
        {
            "wrong ones only": lambda n, s, d, i: s / n * 100,
            "share that is right": lambda n, s, d, i: 100 - (s + d + i) / n * 100,
        },
    ),
}
SOLVERS["vis-dice-of-two-masks"] = SOLVERS["vis-dice"]
