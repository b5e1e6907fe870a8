import math
import pandas as pd

def read_test(person, new, bought):
    p = pd.DataFrame({"p": person, "n": new, "b": bought}).groupby("p").agg(n=("n", "first"), b=("b", "sum"))
    a, b = p[p.n == 0].b, p[p.n == 1].b
    na, nb = len(a), len(b)
    z = (nb - na) / math.sqrt(na + nb)
    valid = math.erfc(abs(z) / math.sqrt(2)) >= 0.001
    d = b.mean() - a.mean()
    se = math.sqrt(a.var() / na + b.var() / nb)
    lo, hi = d - 1.96 * se, d + 1.96 * se
    pv = math.erfc(abs(d / se) / math.sqrt(2))
    dec = "invalid" if not valid else "new" if lo > 0 else "old" if hi < 0 else "open"
    return {"people_old": na, "people_new": nb, "valid": valid, "difference": d, "low": lo, "high": hi, "p_value": pv, "decision": dec}
