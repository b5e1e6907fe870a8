"""Solvers: short cycles, clients and traces."""

from headway.assessment.templates.solving import Solver

WEEK = 7
DAYS = 10
DAY_SECONDS = 86_400
HOUR_SECONDS = 3_600
ON_CALLS = 6

SOLVERS = {
    "agl-sprints-at-this-pace": Solver(
        lambda a, b, c, r: r / ((a + b + c) / 3),
        {
            "the best pace": lambda a, b, c, r: r / b,
            "the last pace": lambda a, b, c, r: r / c,
            "three sprints are one": lambda a, b, c, r: r / (a + b + c),
        },
    ),
    "agl-days-from-start-to-end": Solver(
        lambda d, w: WEEK * w / d,
        {
            "the other way round": lambda d, w: WEEK * d / w,
            "weeks are days": lambda d, w: w / d,
            "one after the other": lambda d, w: WEEK / d,
        },
    ),
    "agl-wishes-that-grow": Solver(
        lambda r, v, a: r / (v - a),
        {
            "nothing is added": lambda r, v, a: r / v,
            "added once": lambda r, v, a: (r + a) / v,
            "wishes speed up": lambda r, v, a: r / (v + a),
        },
    ),
    "agl-days-that-can-be-planned": Solver(
        lambda n, a, p: n * (DAYS - a) * (100 - p) / 100,
        {
            "nobody is away": lambda n, a, p: n * DAYS * (100 - p) / 100,
            "all is foreseen": lambda n, a, p: n * (DAYS - a),
            "one is away": lambda n, a, p: (n * DAYS - a) * (100 - p) / 100,
        },
    ),
    "con-margin-of-a-fixed-price": Solver(
        lambda f, h, c: 100 * (f - h * c) / f,
        {
            "of the costs": lambda f, h, c: 100 * (f - h * c) / (h * c),
            "the part that is spent": lambda f, h, c: 100 * h * c / f,
            "price over costs": lambda f, h, c: 100 * f / (h * c),
        },
    ),
    "con-days-that-are-billed": Solver(
        lambda d, u, r, k: d * u * r / 1e5 - k,
        {
            "all days are billed": lambda d, u, r, k: d * r / 1e3 - k,
            "revenue is gain": lambda d, u, r, k: d * u * r / 1e5,
            "costs fall with the days": lambda d, u, r, k: (d * r / 1e3 - k) * u / 100,
        },
    ),
    "con-months-until-paid-back": Solver(
        lambda c, m, s: c / (s - m),
        {
            "running is free": lambda c, m, s: c / s,
            "running is paid once": lambda c, m, s: (c + m) / s,
            "running saves": lambda c, m, s: c / (s + m),
        },
    ),
    "con-worth-of-an-offer": Solver(
        lambda b, p, g: p * g / 100 - b,
        {
            "all are taken": lambda b, p, g: g - b,
            "only what is won costs": lambda b, p, g: p * (g - b) / 100,
            "offers are free": lambda b, p, g: p * g / 100,
        },
    ),
    "con-seconds-of-many-calls": Solver(
        lambda n, s: n * s / HOUR_SECONDS / ON_CALLS,
        {
            "agents work day and night": lambda n, s: n * s / DAY_SECONDS,
            "hours are agents": lambda n, s: n * s / HOUR_SECONDS,
            "minutes are hours": lambda n, s: n * s / 60 / ON_CALLS,
        },
    ),
    "obs-traces-of-a-day": Solver(
        lambda r, p, k: r * DAY_SECONDS * p / 100 * k / 1e6,
        {
            "all are kept": lambda r, p, k: r * DAY_SECONDS * k / 1e6,
            "an hour is a day": lambda r, p, k: r * HOUR_SECONDS * p / 100 * k / 1e6,
            "bits are bytes": lambda r, p, k: 8 * r * DAY_SECONDS * p / 100 * k / 1e6,
        },
    ),
    "obs-series-of-one-metric": Solver(
        lambda a, s, r, u: a * s * r * u,
        {
            "labels add up": lambda a, s, r, u: a + s + r + u,
            "one metric is one series": lambda a, s, r, u: 1,
            "customers do not count": lambda a, s, r, u: a * s * r,
        },
    ),
    "obs-calls-side-by-side": Solver(
        lambda a, b, c, d, o: a + max(b, c) + d + o,
        {
            "all one after the other": lambda a, b, c, d, o: a + b + c + d + o,
            "the shorter one counts": lambda a, b, c, d, o: a + min(b, c) + d + o,
            "calls are all": lambda a, b, c, d, o: a + max(b, c) + d,
        },
    ),
    "obs-percentile-from-buckets": Solver(
        lambda a, b: 200 + 200 * (950 - b) / (1000 - b),
        {
            "the upper limit": lambda a, b: 400,
            "the lower limit": lambda a, b: 200,
            "95 % of the range": lambda a, b: 200 + 0.95 * 200,
        },
    ),
}
