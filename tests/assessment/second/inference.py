"""Second solvers: estimates, intervals and tests, by quantiles and by laying the data out."""

from statistics import NormalDist, fmean

import numpy as np

Z = NormalDist().inv_cdf(0.975)


def spread(n, s):
    """Variance of a mean: n copies of s squared, over n squared."""
    return (sum([s * s] * n) / n**2) ** 0.5


def half_width(k, n):
    outcomes = np.array([1] * k + [0] * (n - k))
    return Z * outcomes.std() / n**0.5


def wider(n, w):
    """The number at which the width has fallen to half."""
    return next(m for m in range(n, 10 * n) if w * (n / m) ** 0.5 <= w / 2 + 1e-12)


SECOND = {
    "inf-standard-error-mean": spread,
    "inf-ci-proportion": half_width,
    "inf-ci-mean-lower": lambda n, m, s: NormalDist(m, spread(n, s)).inv_cdf(0.025),
    "inf-ci-narrower": wider,
    "inf-z-statistic": lambda m, n, s, x: NormalDist(m, spread(n, s)).zscore(x),
    "inf-multiple-tests": lambda k: sum(0.05 * 0.95**i for i in range(k)),
    "inf-bonferroni": lambda k, a: fmean([a] + [0] * (k - 1)),
    "inf-stratified": lambda a, b, n: a * 1000 * (n / ((a + b) * 1000)),
}
