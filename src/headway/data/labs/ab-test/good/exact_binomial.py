"""Exact binomial test by logarithms of factorials; everything with arrays."""
from math import lgamma, exp, log, erf, sqrt
import numpy as np

def exact(k, n):
    lp = lambda i: lgamma(n + 1) - lgamma(i + 1) - lgamma(n - i + 1) - n * log(2)
    m = min(k, n - k)
    return min(1.0, 2 * sum(exp(lp(i)) for i in range(m + 1)))

def read_test(person, new, bought):
    ids, first, where = np.unique(person, return_index=True, return_inverse=True)
    total = np.zeros(len(ids)); np.add.at(total, where, bought)
    group = new[first]
    old, nw = total[group == 0], total[group == 1]
    valid = exact(int(nw.size), int(ids.size)) >= 0.001
    d = nw.mean() - old.mean()
    se = np.sqrt(np.var(nw) / nw.size + np.var(old) / old.size)
    low, high = d + np.array([-1.96, 1.96]) * se
    return dict(people_old=old.size, people_new=nw.size, valid=np.bool_(valid), difference=d, low=low, high=high,
                p_value=1 - erf(abs(d) / se / sqrt(2)),
                decision="invalid" if not valid else ("new" if low > 0 else ("old" if high < 0 else "open")))
