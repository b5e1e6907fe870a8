"""Second solvers: law and harm, by counting people, days and pictures."""

import datetime as dt
from fractions import Fraction


def forbidden(t):
    """The share passes 35 million where the turnover passes 500."""
    return 35 if t <= 500 else float(Fraction(7 * t, 100))


def principles(t):
    """The share passes 20 million where the turnover passes 500."""
    return 20 if t <= 500 else float(Fraction(t, 25))


def report(d):
    return (dt.date(2027, 3, d) + dt.timedelta(days=15)).day


def answered(m):
    """One month, and two further ones."""
    return [*range(1, 13)][m - 1 + 1 + 2]


def honest(p, s, f):
    """Among a million people."""
    guilty = 1_000_000 * p // 100
    return (1_000_000 - guilty) * f / 100 / (guilty * s / 100)


def hourly(c, s, u):
    pictures = (3600 - 36 * u) / s
    return float(pictures * c) / 100


def too_ill(p, x, y):
    everybody = [x] * p + [y] * (100 - p)
    return x - sum(everybody) / 100


SECOND = {
    "aia-fine-for-a-forbidden-practice": forbidden,
    "aia-computation-of-a-large-model": lambda n, d: n * d / (10_000 / 6),
    "aia-day-of-a-report": report,
    "gdpr-fine-for-broken-principles": principles,
    "gdpr-month-of-an-answer": answered,
    "eth-innocent-for-each-guilty": honest,
    "eth-pay-of-those-who-label": hourly,
    "eth-carbon-of-a-training": lambda k, d, g: sum([k * 24 / 1000] * d) * g / 1000,
    "eth-who-agrees-is-different": too_ill,
}
SECOND["aia-most-for-a-forbidden-practice"] = SECOND["aia-fine-for-a-forbidden-practice"]
SECOND["gdpr-most-for-broken-principles"] = SECOND["gdpr-fine-for-broken-principles"]
SECOND["gdpr-month-of-a-late-answer"] = SECOND["gdpr-month-of-an-answer"]
