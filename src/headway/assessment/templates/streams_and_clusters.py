"""Solvers: streams and clusters."""

import itertools
from math import ceil

from headway.assessment.templates.solving import Solver


def sessions(ts: tuple[float, ...], gap: float) -> int:
    return 1 + sum(later - earlier > gap for earlier, later in itertools.pairwise(ts))


def dropped(times: list[float], late: float) -> int:
    """Events behind the watermark, which never goes back."""
    latest, count = float("-inf"), 0
    for time in times:
        count += time < latest - late
        latest = max(latest, time)
    return count


SOLVERS = {
    "ss-events-in-a-window": Solver(
        lambda ts: sum(10 <= t < 20 for t in ts),
        {
            "the end counts too": lambda ts: sum(10 <= t <= 20 for t in ts),
            "all from there on": lambda ts: sum(t >= 10 for t in ts),
            "all until then": lambda ts: sum(t < 20 for t in ts),
        },
    ),
    "ss-consumers-that-idle": Solver(
        lambda p, c: c - p,
        {"partitions are shared": lambda p, c: 0, "those that read": lambda p, c: p, "all of them": lambda p, c: c},
    ),
    "ss-windows-of-an-event": Solver(
        lambda w, s: w / s,
        {"one": lambda w, s: 1, "one more": lambda w, s: w / s + 1, "the difference": lambda w, s: w - s},
    ),
    "ss-sessions-by-gaps": Solver(
        lambda ts, g: sessions(ts, g),
        {
            "counts the gaps": lambda ts, g: sessions(ts, g) - 1,
            "each click": lambda ts, g: len(ts),
            "from the first click on": lambda ts, g: 1,
        },
    ),
    "ss-seconds-to-catch-up": Solver(
        lambda r, m, c: r * m * 60 / (c - r),
        {
            "nothing new comes": lambda r, m, c: r * m * 60 / c,
            "the minutes": lambda r, m, c: r * m / (c - r),
            "as long as it stood": lambda r, m, c: m * 60,
        },
    ),
    "ss-handled-once-more": Solver(
        lambda k, n: n % k,
        {"none": lambda k, n: 0, "those until the next place": lambda k, n: k - n % k, "all": lambda k, n: n},
    ),
    "ss-late-for-the-watermark": Solver(
        lambda w, a, b: dropped([100, a, 120, b, 118, 140], w),
        {
            "all that come out of order": lambda w, a, b: 3,
            "none": lambda w, a, b: 0,
            "behind the last of all": lambda w, a, b: sum(t < 140 - w for t in (100, a, 120, b, 118)),
        },
    ),
    "sp-rounds-of-tasks": Solver(
        lambda p, e, c, t: ceil(p / (e * c)) * t,
        {
            "a part of a round": lambda p, e, c, t: p / (e * c) * t,
            "an executor is a core": lambda p, e, c, t: ceil(p / e) * t,
            "all at once": lambda p, e, c, t: t,
        },
    ),
    "sp-rows-after-combining": Solver(
        lambda n, p, k: p * k,
        {"all rows": lambda n, p, k: n * 1e6, "one a key": lambda n, p, k: k, "one a partition": lambda n, p, k: p},
    ),
    "sp-small-table-to-everyone": Solver(
        lambda g, s, e: s * e,
        {
            "once": lambda g, s, e: s,
            "both tables": lambda g, s, e: g * 1000 + s,
            "a part to each": lambda g, s, e: s / e,
        },
    ),
    "sp-key-that-is-everywhere": Solver(
        lambda p, s: p * s / 100 + 1 - s / 100,
        {
            "the key alone": lambda p, s: p * s / 100,
            "its share": lambda p, s: s / 100,
            "against the others": lambda p, s: (p * s / 100 + 1 - s / 100) / (1 - s / 100),
        },
    ),
    "sp-files-of-a-write": Solver(
        lambda p, d: p * d,
        {"a file a day": lambda p, d: d, "a file a partition": lambda p, d: p, "both added": lambda p, d: p + d},
    ),
}
