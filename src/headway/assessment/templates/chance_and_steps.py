"""Solvers: chance, money and small steps."""

from math import exp, log, log2, sqrt

from headway.assessment.templates.solving import Solver

TRADING_DAYS = 252
ONE_PER_CENT = 2.33
NUMBER = 8


def portfolio(w: int, a: int, b: int, r: float) -> float:
    """Standard deviation of a weighted sum of two returns."""
    x, y = w / 100 * a, (1 - w / 100) * b
    return sqrt(x * x + y * y + 2 * r * x * y)


SOLVERS = {
    "qf-worth-today": Solver(
        lambda n, y, r: n / (1 + r / 100) ** y,
        {
            "takes the interest off": lambda n, y, r: n * (1 - r / 100) ** y,
            "simple interest": lambda n, y, r: n / (1 + r / 100 * y),
            "one year": lambda n, y, r: n / (1 + r / 100),
            "grows": lambda n, y, r: n * (1 + r / 100) ** y,
        },
    ),
    "qf-risk-of-two-shares": Solver(
        portfolio,
        {
            "risks add up": lambda w, a, b, r: w / 100 * a + (1 - w / 100) * b,
            "no correlation": lambda w, a, b, r: portfolio(w, a, b, 0),
            "the variance": lambda w, a, b, r: portfolio(w, a, b, r) ** 2,
        },
    ),
    "qf-sharpe-of-a-year": Solver(
        lambda m, s: m / s * sqrt(TRADING_DAYS),
        {
            "days count in full": lambda m, s: m / s * TRADING_DAYS,
            "of a day": lambda m, s: m / s,
            "the gain of a year to a day's risk": lambda m, s: m * TRADING_DAYS / (s * s),
        },
    ),
    "qf-price-by-parity": Solver(
        lambda c, p, k, r: c - p + k / (1 + r / 100),
        {
            "the strike today": lambda c, p, k, r: c - p + k,
            "the other way": lambda c, p, k, r: p - c + k / (1 + r / 100),
            "the strike grows": lambda c, p, k, r: c - p + k * (1 + r / 100),
        },
    ),
    "qf-option-in-one-step": Solver(
        lambda u, d: (100 - d) / (u - d) * (u - 100),
        {
            "by the real probability": lambda u, d: 0.6 * (u - 100),
            "by halves": lambda u, d: 0.5 * (u - 100),
            "the mean of the share": lambda u, d: 0.6 * u + 0.4 * d - 100,
        },
    ),
    "qf-loss-over-ten-days": Solver(
        lambda v, s, d: v * s / 100 * ONE_PER_CENT * sqrt(d),
        {
            "days count in full": lambda v, s, d: v * s / 100 * ONE_PER_CENT * d,
            "of one day": lambda v, s, d: v * s / 100 * ONE_PER_CENT,
            "one standard deviation": lambda v, s, d: v * s / 100 * sqrt(d),
        },
    ),
    "sp-no-call-for-minutes": Solver(
        lambda r, m: exp(-r * m / 60),
        {
            "some call": lambda r, m: 1 - exp(-r * m / 60),
            "minutes are hours": lambda r, m: exp(-r * m),
            "a straight line": lambda r, m: max(1 - r * m / 60, 0),
        },
    ),
    "sp-time-at-the-counter": Solver(
        lambda a, b: 60 / (b - a),
        {
            "service alone": lambda a, b: 60 / b,
            "waiting alone": lambda a, b: 60 * a / (b * (b - a)),
            "time between customers": lambda a, b: 60 / a,
            "customers for minutes": lambda a, b: a / (b - a),
        },
    ),
    "sp-steps-until-the-end": Solver(
        lambda a, n: a * (n - a),
        {
            "to the nearer end": lambda a, n: a,
            "to the far end": lambda a, n: n - a,
            "squares of the way": lambda a, n: a * a,
            "start by end": lambda a, n: a * n,
        },
    ),
    "sp-months-as-a-new-customer": Solver(
        lambda p, q: 1 / (p + q),
        {
            "one way out": lambda p, q: 1 / p,
            "ways in turn": lambda p, q: 1 / p + 1 / q,
            "one month fewer": lambda p, q: 1 / (p + q) - 1,
        },
    ),
    "sc-order-of-a-method": Solver(
        lambda a, b: log2(a / b),
        {"the ratio": lambda a, b: a / b, "natural logarithm": lambda a, b: log(a / b), "first": lambda a, b: 1},
    ),
    "sc-steps-by-euler": Solver(
        lambda k, y, h, n: y * (1 - k * h) ** n,
        {
            "the true solution": lambda k, y, h, n: y * exp(-k * h * n),
            "one large step": lambda k, y, h, n: y * (1 - k * h * n),
            "backward": lambda k, y, h, n: y / (1 + k * h) ** n,
            "grows": lambda k, y, h, n: y * (1 + k * h) ** n,
        },
    ),
    "sc-largest-step": Solver(
        lambda k: 2 / k,
        {"without a change of sign": lambda k: 1 / k, "half": lambda k: k / 2, "root": lambda k: 1 / sqrt(k)},
    ),
    "sc-memory-of-a-cube": Solver(
        lambda n, f: n**3 * f * NUMBER / 1e9,
        {
            "a square": lambda n, f: n**2 * f * NUMBER / 1e9,
            "one number a point": lambda n, f: n**3 * NUMBER / 1e9,
            "bytes forgotten": lambda n, f: n**3 * f / 1e9,
        },
    ),
    "sc-finer-in-space-and-time": Solver(
        lambda d, r: r ** (d + 1),
        {"time forgotten": lambda d, r: r**d, "adds": lambda d, r: r * (d + 1), "one direction": lambda d, r: r * r},
    ),
}
