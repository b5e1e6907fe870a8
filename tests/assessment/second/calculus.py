"""Second solvers: calculus, by exact difference quotients of polynomials and by sums."""

from fractions import Fraction
from math import exp, log, sqrt


def slope(f, x, h=1e-5):
    """Symmetric difference quotient."""
    return (f(x + h) - f(x - h)) / (2 * h)


def integral(f, end, parts=200):
    """Simpson's rule, exact for cubics."""
    h = Fraction(end, parts)
    odd = sum(f((2 * i + 1) * h / 2) for i in range(parts))
    even = sum(f(i * h) for i in range(1, parts))
    return float(h / 6 * (f(Fraction(0)) + 4 * odd + 2 * even + f(Fraction(end))))


def vertex(a, b):
    """By golden cuts between wide bounds."""
    low, high = 0.0, 40.0
    for _ in range(200):
        third = (high - low) / 3
        x, y = low + third, high - third
        if a * x * x - b * x < a * y * y - b * y:
            high = y
        else:
            low = x
    return (low + high) / 2


SECOND = {
    "calc-derivative-polynomial": lambda a, b, c: round(slope(lambda x: a * x**3 - b * x, c), 3),
    "calc-chain-rule": lambda a: round(slope(lambda x: (a * x + 1) ** 3, 1), 3),
    "calc-sigmoid-slope": lambda p: slope(lambda x: 1 / (1 + exp(-x)), log(p / (1 - p))),
    "calc-log-derivative": lambda a, b: slope(lambda x: a * log(x), b),
    "calc-minimum-quadratic": vertex,
    "calc-integral-power": lambda a, b: integral(lambda x: a * x * x, b),
    "calc-product-rule": lambda c: round(slope(lambda x: x * x * exp(x - c), c), 3),
    "calc-second-order": lambda a, b, c, h: (c / 2 * h + b) * h + a,
    "calc-gradient-component": lambda a, b, c: round(slope(lambda y: b * b * y + a * y * y, c), 3),
    "calc-gradient-norm": lambda a, b: sqrt(slope(lambda x: a * x * x, 1) ** 2 + slope(lambda y: b * y * y, 1) ** 2),
}
