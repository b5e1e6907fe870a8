"""Solvers: law and harm."""

from headway.assessment.templates.solving import Solver

HOUR_SECONDS = 3_600
DAY_HOURS = 24
SYSTEMIC = 1e25
"""Operations above which the EU AI Act presumes a systemic risk (Article 51(2), as enacted in 2024)."""


def operations(n: float, d: float) -> float:
    """Six for each weight and token, of n billion weights and d trillion tokens."""
    return 6 * n * 1e9 * d * 1e12


SOLVERS = {
    "aia-fine-for-a-forbidden-practice": Solver(
        lambda t: max(35, 0.07 * t),
        {
            "as under the GDPR": lambda t: max(20, 0.04 * t),
            "as for other duties": lambda t: max(15, 0.03 * t),
            "the lower of the two": lambda t: min(35, 0.07 * t),
        },
    ),
    "aia-computation-of-a-large-model": Solver(
        lambda n, d: operations(n, d) / SYSTEMIC,
        {
            "ten times that limit": lambda n, d: operations(n, d) / SYSTEMIC / 10,
            "a hundredth of that limit": lambda n, d: operations(n, d) / SYSTEMIC * 100,
            "one operation is enough": lambda n, d: operations(n, d) / SYSTEMIC / 6,
        },
    ),
    "aia-day-of-a-report": Solver(
        lambda d: d + 15,
        {
            "72 hours as under the GDPR": lambda d: d + 3,
            "as after a death": lambda d: d + 10,
            "as when supplies stand still": lambda d: d + 2,
        },
    ),
    "gdpr-fine-for-broken-principles": Solver(
        lambda t: max(20, 0.04 * t),
        {
            "as for lesser duties": lambda t: max(10, 0.02 * t),
            "as under the EU AI Act": lambda t: max(35, 0.07 * t),
            "the lower of the two": lambda t: min(20, 0.04 * t),
        },
    ),
    "gdpr-month-of-an-answer": Solver(
        lambda m: m + 3,
        {
            "no more time": lambda m: m + 1,
            "one month more": lambda m: m + 2,
            "three months more": lambda m: m + 4,
        },
    ),
    "eth-innocent-for-each-guilty": Solver(
        lambda p, s, f: (100 - p) * f / (p * s),
        {
            "groups are as large": lambda p, s, f: f / s,
            "the other way round": lambda p, s, f: p * s / ((100 - p) * f),
            "for each one missed": lambda p, s, f: (100 - p) * f / (p * (100 - s)),
        },
    ),
    "eth-pay-of-those-who-label": Solver(
        lambda c, s, u: c * HOUR_SECONDS / s / 100 * (100 - u) / 100,
        {
            "only paid hours count": lambda c, s, u: c * HOUR_SECONDS / s / 100,
            "looking is paid": lambda c, s, u: c * HOUR_SECONDS / s / 100 * (100 + u) / 100,
            "cents are EUR": lambda c, s, u: c * HOUR_SECONDS / s * (100 - u) / 100,
        },
    ),
    "eth-carbon-of-a-training": Solver(
        lambda k, d, g: k * DAY_HOURS * d * g / 1e6,
        {
            "a day is an hour": lambda k, d, g: k * d * g / 1e6,
            "kilograms are tonnes": lambda k, d, g: k * DAY_HOURS * d * g / 1e3,
            "one day is all": lambda k, d, g: k * DAY_HOURS * g / 1e6,
        },
    ),
    "eth-who-agrees-is-different": Solver(
        lambda p, x, y: (100 - p) * (x - y) / 100,
        {
            "the others are all": lambda p, x, y: x - y,
            "parts are changed over": lambda p, x, y: p * (x - y) / 100,
            "data are all patients": lambda p, x, y: 0,
        },
    ),
}
SOLVERS["aia-most-for-a-forbidden-practice"] = SOLVERS["aia-fine-for-a-forbidden-practice"]
SOLVERS["gdpr-most-for-broken-principles"] = SOLVERS["gdpr-fine-for-broken-principles"]
SOLVERS["gdpr-month-of-a-late-answer"] = SOLVERS["gdpr-month-of-an-answer"]
