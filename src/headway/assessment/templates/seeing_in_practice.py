"""Solvers: computer vision in practice."""

from math import ceil

from headway.assessment.templates.solving import Solver


def along(s: int, t: int, o: int) -> int:
    """Tiles on one side."""
    return ceil((s - o) / (t - o))


SOLVERS = {
    "cv-frames-that-are-seen": Solver(
        lambda f, t: 1000 / (f * t),
        {
            "the pictures a second": lambda f, t: 1000 / t,
            "what is missed": lambda f, t: 1 - 1000 / (f * t),
            "all": lambda f, t: 1,
        },
    ),
    "cv-share-of-queued-pictures": Solver(
        lambda f, t: 1000 / (f * t),
        {
            "the pictures a second": lambda f, t: 1000 / t,
            "what is missed": lambda f, t: 1 - 1000 / (f * t),
            "all": lambda f, t: 1,
        },
    ),
    "cv-pixels-on-a-part": Solver(
        lambda p, w, s: p * s / (w * 10),
        {
            "mm for cm": lambda p, w, s: p * s / w,
            "the other way round": lambda p, w, s: w * 10 / p * s,
            "forgets the part": lambda p, w, s: p / w,
        },
    ),
    "cv-false-alarms": Solver(
        lambda g, r, p: g * r / 100 * (100 - p) / p,
        {
            "of the objects": lambda g, r, p: g * (100 - p) / 100,
            "of those found": lambda g, r, p: g * r / 100 * (100 - p) / 100,
            "what was missed": lambda g, r, p: g * (100 - r) / 100,
        },
    ),
    "cv-tiles-of-a-large-image": Solver(
        lambda s, t, o: along(s, t, o) ** 2,
        {
            "without overlap": lambda s, t, o: along(s, t, 0) ** 2,
            "one side": lambda s, t, o: along(s, t, o),
            "whole tiles only": lambda s, t, o: ((s - o) // (t - o)) ** 2,
        },
    ),
}
