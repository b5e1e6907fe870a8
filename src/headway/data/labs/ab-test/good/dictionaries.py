import math

import numpy as np


class Group:
    def __init__(self, person, bought):
        order = np.argsort(person, kind="stable")
        starts = np.flatnonzero(np.diff(person[order], prepend=person[order][0] - 1))
        self.totals = np.add.reduceat(bought[order], starts)
        self.n = self.totals.size
        self.mean = self.totals.sum() / self.n
        self.squared_error = ((self.totals - self.mean) ** 2).sum() / (self.n - 1) / self.n


def read_test(person, new, bought):
    old, fresh = (Group(person[new == page], bought[new == page]) for page in (0, 1))
    chi = (old.n - fresh.n) ** 2 / (old.n + fresh.n)
    valid = math.erfc(math.sqrt(chi / 2)) >= 0.001
    d, e = fresh.mean - old.mean, math.sqrt(old.squared_error + fresh.squared_error)
    words = {(True, False): "new", (False, True): "old", (False, False): "open"}
    return {
        "people_old": old.n, "people_new": fresh.n, "valid": bool(valid),
        "difference": d, "low": d - 1.96 * e, "high": d + 1.96 * e, "p_value": math.erfc(abs(d) / e / math.sqrt(2)),
        "decision": words[d - 1.96 * e > 0, d + 1.96 * e < 0] if valid else "invalid",
    }
