"""Second solvers: chance, money and small steps, by matrices, linear equations, searching and counting."""

import numpy as np
from scipy import optimize, stats


def worth(n, y, r):
    """What has to be put in today so that it grows to n."""
    return optimize.brentq(lambda start: start * np.prod([1 + r / 100] * y) - n, 0, n)


def portfolio(w, a, b, r):
    weights = np.array([w, 100 - w]) / 100
    return float(np.sqrt(weights @ np.array([[a * a, r * a * b], [r * a * b, b * b]]) @ weights))


def share_of_parity(c, p, k, r):
    """Share and put against call and cash: the same at the end, whatever the share does."""
    cash = k / (1 + r / 100)
    ends = np.array([50.0, 150.0])
    assert np.allclose(ends + np.maximum(k - ends, 0), np.maximum(ends - k, 0) + k)
    return c + cash - p


def replicated(u, d):
    """Shares and cash that give what the option gives in both cases."""
    shares, cash = np.linalg.solve([[u, 1], [d, 1]], [u - 100, 0])
    return shares * 100 + cash


def queue(a, b):
    """From the stationary distribution of a long queue, by Little's law."""
    states = np.arange(2000)
    p = (a / b) ** states
    return 60 * float((states * p).sum() / p.sum()) / a


def games(a, n):
    """Expected games from each fortune, as linear equations."""
    inside = n - 1
    m = np.eye(inside) - 0.5 * (np.eye(inside, k=1) + np.eye(inside, k=-1))
    return np.linalg.solve(m, np.ones(inside))[a - 1]


def euler(k, y, h, n):
    for _ in range(n):
        y = y + h * (-k * y)
    return y


def stable(k):
    """The step at which one step stops shrinking the value, by halving."""
    return optimize.bisect(lambda h: abs(1 - k * h) - 1 if k * h > 1 else -1, 0, 1)


SECOND = {
    "qf-worth-today": worth,
    "qf-risk-of-two-shares": portfolio,
    "qf-sharpe-of-a-year": lambda m, s: 252 * m / np.sqrt(252 * s * s),
    "qf-price-by-parity": share_of_parity,
    "qf-option-in-one-step": replicated,
    "qf-loss-over-ten-days": lambda v, s, d: 2.33 * np.sqrt(sum((v * s / 100) ** 2 for _ in range(d))),
    "sp-no-call-for-minutes": lambda r, m: stats.poisson.pmf(0, r * m / 60),
    "sp-time-at-the-counter": queue,
    "sp-steps-until-the-end": games,
    "sp-months-as-a-new-customer": lambda p, q: sum(t * (1 - p - q) ** (t - 1) * (p + q) for t in range(1, 500)),
    "sc-order-of-a-method": lambda a, b: np.polyfit(np.log([0.1, 0.05]), np.log([a, b]), 1)[0],
    "sc-steps-by-euler": euler,
    "sc-largest-step": stable,
    "sc-memory-of-a-cube": lambda n, f: np.dtype((np.float64, (f,))).itemsize * n * n * n / 1e9,
    "sc-finer-in-space-and-time": lambda d, r: np.ones((r,) * d + (r,)).size,
}
