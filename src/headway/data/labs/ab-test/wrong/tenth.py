import math
from statistics import NormalDist
import numpy as np

def read_test(person, new, bought):
    spent, group = {}, {}
    for who, seen, money in zip(person, new, bought):
        spent[who] = spent.get(who, 0) + money
        group[who] = seen
    a = np.array([v for k, v in spent.items() if group[k] == 0])
    b = np.array([v for k, v in spent.items() if group[k] == 1])
    na, nb = len(a), len(b)
    z = (nb - na) / math.sqrt(na + nb)
    valid = abs(na - nb) / (na + nb) < 0.1
    d = b.mean() - a.mean()
    se = math.sqrt(a.var(ddof=1) / na + b.var(ddof=1) / nb)
    lo, hi = d - 1.96 * se, d + 1.96 * se
    pv = 2 * (1 - NormalDist().cdf(abs(d / se)))
    dec = "invalid" if not valid else "new" if lo > 0 else "old" if hi < 0 else "open"
    return {"people_old": na, "people_new": nb, "valid": valid, "difference": d, "low": lo, "high": hi, "p_value": pv, "decision": dec}
