import math

import numpy as np


def two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def totals(person, new, bought):
    people, first, place = np.unique(person, return_index=True, return_inverse=True)
    return np.bincount(place, weights=bought, minlength=len(people)), new[first]


def read_test(person, new, bought):
    total, group = totals(person, new, bought)
    a, b = total[group == 0], total[group == 1]
    n = len(a) + len(b)
    valid = two_sided((len(b) - n / 2) / (math.sqrt(n) / 2)) >= 0.001
    difference = b.mean() - a.mean()
    error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
    low, high = difference - 1.96 * error, difference + 1.96 * error
    p_value = two_sided(difference / error)
    decision = "open" if p_value >= 0.1 else "new" if difference > 0 else "old"
    return {
        "people_old": len(a),
        "people_new": len(b),
        "valid": valid,
        "difference": difference,
        "low": low,
        "high": high,
        "p_value": p_value,
        "decision": decision if valid else "invalid",
    }
