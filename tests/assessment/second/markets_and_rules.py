"""Second solvers: markets and rules, by going customer by customer, year by year and hour by hour."""

import datetime as dt
from fractions import Fraction

import numpy as np


def market(n, p, q, e):
    firms = np.array([n * 1000])
    for share in (p, q):
        firms = firms * share // 100
    return float(firms[0] * e / 1_000_000)


def customers(f, c, p):
    count, profit = 0, -f * 1000
    while profit < 0:
        count, profit = count + 1, profit + p - c
    return count


def rise(n, p, c, r, s):
    staying = n * Fraction(100 - s, 100)
    price = p * Fraction(100 + r, 100)
    return float(staying * price - staying * c - (n * p - n * c))


def really_added(n, m, k, o):
    """With the new product less without it."""
    without = n * Fraction(k, 100) * o
    return float((n * m - without) / 1000)


def deletable(k, m, y):
    """The first year whose 1 January lies after the last day of keeping."""
    last = dt.date(y + k, 12, 31)
    return next(year for year in range(y, y + 30) if dt.date(year, 1, 1) > last)


def left(a, b):
    friday = dt.datetime(2026, 11, 27, a)  # noqa: DTZ001 - a clock on a wall
    return (friday + dt.timedelta(hours=72) - dt.datetime(2026, 11, 30, b)).total_seconds() / 3600  # noqa: DTZ001


SECOND = {
    "pst-size-of-a-market": market,
    "pst-customers-without-loss": customers,
    "pst-higher-price-fewer-customers": rise,
    "pst-taken-from-the-old-product": really_added,
    "rc-year-of-deletion": deletable,
    "rc-hours-left-to-report": left,
    "rc-highest-fine": lambda m, p, t: sorted([m, t * p / 100])[-1],
}
