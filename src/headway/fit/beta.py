"""The beta distribution's cumulative function, for shares between 0 and 1, without a statistics library.

I_x(a, b) by the continued fraction of Abramowitz & Stegun 26.5.8, evaluated by Lentz's method.
"""

from math import exp, lgamma, log, log1p

STEPS = 200
SMALL = 1e-300
FAR = 9.0
"""Deviations from the mean beyond which a share is certain for our purpose (Chebyshev: at most 1.3 % is left)."""


def below_share(x: float, mean: float, sd: float) -> float:
    """P(share < x) for a share with this mean and standard deviation; 0 < x < 1.

    The beta distribution with these moments: a = mean k, b = (1 - mean) k, k = mean (1 - mean) / sd^2 - 1.
    A mean at 0 or 1 or a deviation of zero is a certain share.
    """
    room = mean * (1.0 - mean)
    if sd < 1e-6 or room < 1e-9 or abs(x - mean) > FAR * sd:
        return float(x >= mean)
    k = max(room / (sd * sd) - 1.0, 1e-3)
    return incomplete_beta(x, mean * k, (1.0 - mean) * k)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) for 0 < x < 1 and a, b > 0, to about ten places."""
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - front * _fraction(1.0 - x, b, a) / b
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _off_zero(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, STEPS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 / _off_zero(1.0 + step * d)
            c = _off_zero(1.0 + step / c)
            value *= c * d
        if abs(c * d - 1.0) < 1e-12:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > SMALL else SMALL
