"""Second solvers: describing data, by the standard library and by made-up data sets."""

import statistics

import numpy as np

SECOND = {
    "desc-median-even": lambda xs: statistics.median(xs),
    "desc-mean-outlier": lambda m, x, y: np.mean([(10 * m - x) / 9] * 9 + [y]),
    "desc-sample-sd": lambda xs: statistics.stdev(xs),
    "desc-weighted-mean": lambda n1, r1, n2, r2: np.average([r1, r2], weights=[n1, n2]),
    "desc-zscore": lambda m, s, x: statistics.NormalDist(m, s).zscore(x),
    "desc-linear-change": lambda s: statistics.pstdev([1.8 * c + 32 for c in (20 - s, 20 + s)]),
    "desc-iqr-fence": lambda a, b: 2.5 * b - 1.5 * a,
    "desc-iqr-fence-upper": lambda a, b: (5 * b - 3 * a) / 2,
}
