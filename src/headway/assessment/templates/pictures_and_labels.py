"""Solvers: pictures in OpenCV, and labels by people."""

from headway.assessment.templates.solving import Solver

FULL = 256
"""Values of eight bits."""
GREY = (0.299, 0.587, 0.114)
ROW = (80, 100, 110, 120, 120, 130, 200)
ALL_WHO_GUESS = 100_000


def white(kept: list[int]) -> int:
    return 255 * len(kept)


def grey(red: int, green: int, blue: int) -> float:
    return GREY[0] * red + GREY[1] * green + GREY[2] * blue


SOLVERS = {
    "ocv-rows-after-a-resize": Solver(
        lambda h, w, x, y: h * y,
        {
            "fx is for rows": lambda h, w, x, y: h * x,
            "the width comes first": lambda h, w, x, y: w * y,
            "width and fx": lambda h, w, x, y: w * x,
        },
    ),
    "ocv-two-ways-to-add": Solver(
        lambda a, b: (FULL - 1) - (a + b - FULL),
        {
            "NumPy goes beyond 255": lambda a, b: FULL - 1 - (a + b),
            "cv2.add goes beyond 255": lambda a, b: FULL,
            "both do the same": lambda a, b: 0,
        },
    ),
    "ocv-grey-of-a-pixel": Solver(
        lambda b, m, r: grey(r, m, b),
        {
            "red comes first": lambda b, m, r: grey(b, m, r),
            "a plain mean": lambda b, m, r: (b + m + r) / 3,
        },
    ),
    "ocv-pixels-of-a-rectangle": Solver(
        lambda x, y: (x - 10 + 1) * (y - 20 + 1),
        {
            "the last corner is left out": lambda x, y: (x - 10) * (y - 20),
            "the corner is a size": lambda x, y: x * y,
            "the border alone": lambda x, y: 2 * (x - 10 + y - 20),
        },
    ),
    "ocv-row-after-a-threshold": Solver(
        lambda t: white([v for v in ROW if v > t]),
        {
            "the limit itself is white": lambda t: white([v for v in ROW if v >= t]),
            "what is dark is white": lambda t: white([v for v in ROW if v <= t]),
            "values stay as they are": lambda t: sum(v for v in ROW if v > t),
        },
    ),
    "ocv-square-that-is-eroded": Solver(
        lambda s, n: (s - 2 * n) ** 2,
        {
            "one side alone": lambda s, n: (s - n) ** 2,
            "once": lambda s, n: (s - 2) ** 2,
            "it grows": lambda s, n: (s + 2 * n) ** 2,
            "three at a time": lambda s, n: (s - 3 * n) ** 2,
        },
    ),
    "ocv-hue-in-eight-bits": Solver(
        lambda d: d / 2,
        {"from 0 to 255": lambda d: d / 360 * 255, "degrees as they are": lambda d: d, "per cent": lambda d: d / 3.6},
    ),
    "ocv-places-of-a-pattern": Solver(
        lambda a, b, h, w: (h - a + 1) * (w - b + 1),
        {
            "one place too few": lambda a, b, h, w: (h - a) * (w - b),
            "one for each pixel": lambda a, b, h, w: h * w,
            "places do not overlap": lambda a, b, h, w: (h // a) * (w // b),
        },
    ),
    "ocv-area-of-a-contour": Solver(
        lambda w, h: (w - 1) * (h - 1),
        {
            "pixels are counted": lambda w, h: w * h,
            "pixels of the border": lambda w, h: 2 * (w + h) - 4,
            "one more each way": lambda w, h: (w + 1) * (h + 1),
        },
    ),
    "ann-cost-of-labels": Solver(
        lambda n, p, c: n * (2 + p / 100) * c / 100,
        {
            "the third labels all": lambda n, p, c: 3 * n * c / 100,
            "the third is free": lambda n, p, c: 2 * n * c / 100,
            "one label a text": lambda n, p, c: n * (1 + p / 100) * c / 100,
        },
    ),
    "ann-three-of-one-mind": Solver(
        lambda p: p**3 / (p**3 + (1 - p) ** 3),
        {
            "all three are right": lambda p: p**3,
            "as one alone": lambda p: p,
            "most of three are right": lambda p: p**3 + 3 * p * p * (1 - p),
        },
    ),
    "ann-guessing-through-a-test": Solver(
        lambda n, k: ALL_WHO_GUESS / k**n,
        {
            "one question is enough": lambda n, k: ALL_WHO_GUESS / k,
            "chances are divided by questions": lambda n, k: ALL_WHO_GUESS / (n * k),
            "those who fail": lambda n, k: ALL_WHO_GUESS - ALL_WHO_GUESS / k**n,
        },
    ),
    "ann-accuracy-by-wrong-labels": Solver(
        lambda q, p: (p * (100 - q) + (100 - p) * q) / 100,
        {
            "wrong labels do no harm": lambda q, p: p,
            "wrong labels are always errors": lambda q, p: p * (100 - q) / 100,
            "errors are subtracted": lambda q, p: p - q,
        },
    ),
}
