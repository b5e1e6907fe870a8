"""Solvers: decisions, risks, attacks."""

from headway.assessment.templates.solving import Solver


def mean(g: float, p: float, w: float) -> float:
    return p * g - (1 - p) * w


SOLVERS = {
    "dec-expected-gain": Solver(
        lambda g, p, w: mean(g, p, w),
        {
            "losses do not count": lambda g, p, w: p * g,
            "both are as likely": lambda g, p, w: (g - w) / 2,
            "the loss is sure": lambda g, p, w: p * g - w,
        },
    ),
    "dec-worth-of-knowing": Solver(
        lambda g, p, w: p * g - max(0, mean(g, p, w)),
        {
            "the mean itself": lambda g, p, w: mean(g, p, w),
            "the gain with knowing": lambda g, p, w: p * g,
            "the whole loss": lambda g, p, w: w,
        },
    ),
    "dec-answers-that-pay": Solver(
        lambda c, g: 100 * c / g,
        {
            "the other way round": lambda c, g: g / c,
            "the share itself": lambda c, g: c / g,
            "what is left": lambda c, g: g - c,
        },
    ),
    "dec-months-until-paid-back": Solver(
        lambda c, r, s: c / (s - r),
        {
            "running it is free": lambda c, r, s: c / s,
            "adds both": lambda c, r, s: c / (s + r),
            "by its cost": lambda c, r, s: c / r,
        },
    ),
    "dec-check-all-or-none": Solver(
        lambda n, p, a, b: min(n * a, n * p * b / 100),
        {
            "the dearer way": lambda n, p, a, b: max(n * a, n * p * b / 100),
            "both together": lambda n, p, a, b: n * a + n * p * b / 100,
            "only faulty parts are checked": lambda n, p, a, b: n * p * a / 100,
        },
    ),
    "rk-at-least-once": Solver(
        lambda p, y: 1 - (1 - p / 100) ** y,
        {
            "adds the years": lambda p, y: p * y / 100,
            "one year": lambda p, y: p / 100,
            "every year": lambda p, y: (p / 100) ** y,
        },
    ),
    "rk-worth-of-a-guard": Solver(
        lambda w, a, m, b: (a - b) * w / 100 - m,
        {
            "the guard is free": lambda w, a, m, b: (a - b) * w / 100,
            "nothing is left": lambda w, a, m, b: a * w / 100 - m,
            "what is left": lambda w, a, m, b: b * w / 100 + m,
        },
    ),
    "rk-two-guards-miss": Solver(
        lambda a, b, n: n * a * b / 10_000,
        {
            "misses add up": lambda a, b, n: n * (a + b) / 100,
            "the better one alone": lambda a, b, n: n * min(a, b) / 100,
            "what is found": lambda a, b, n: n - n * a * b / 10_000,
        },
    ),
    "rk-loss-above-the-limit": Solver(
        lambda n, x, d, c: n * d + c,
        {
            "all is insured": lambda n, x, d, c: c,
            "pays what is above": lambda n, x, d, c: n * (x - d) + c,
            "the limit is for the year": lambda n, x, d, c: d + c,
            "nothing is insured": lambda n, x, d, c: n * x,
        },
    ),
    "rt-no-success-in-many": Solver(
        lambda n: 3 / n,
        {"never seen is never": lambda n: 0, "the next one": lambda n: 1 / n, "the level": lambda n: 0.05},
    ),
    "rt-patient-attacker": Solver(
        lambda p, k: 1 - (1 - p / 100) ** k,
        {
            "adds the tries": lambda p, k: p * k / 100,
            "one try": lambda p, k: p / 100,
            "fails each time": lambda p, k: (1 - p / 100) ** k,
        },
    ),
    "rt-prompts-of-a-plan": Solver(
        lambda c, s, k, r: c * s * k * r,
        {
            "kinds add up": lambda c, s, k, r: (c + s) * k * r,
            "once each": lambda c, s, k, r: c * s * k,
            "one wording": lambda c, s, k, r: c * s * r,
        },
    ),
}
