from statistics import NormalDist

import numpy as np


def read_test(person, new, bought):
    ids, place = np.unique(person, return_inverse=True)
    money = np.zeros(len(ids))
    np.add.at(money, place, bought)
    group = np.zeros(len(ids), dtype=bool)
    group[place[new == 1]] = True
    n1, n0 = int(group.sum()), int((~group).sum())
    m1, m0 = money[group].mean(), money[~group].mean()
    se = np.hypot(money[group].std() / n1**0.5, money[~group].std() / n0**0.5)
    cdf = NormalDist().cdf
    split = 2 * cdf(-abs(n1 - n0) / (n1 + n0) ** 0.5)
    low, high = m1 - m0 - 1.96 * se, m1 - m0 + 1.96 * se
    if split < 0.001:
        decision = "invalid"
    elif low > 0:
        decision = "new"
    else:
        decision = "old" if high < 0 else "open"
    return dict(people_old=n0, people_new=n1, valid=split >= 0.001, difference=m1 - m0, low=low, high=high,
                p_value=2 * cdf(-abs(m1 - m0) / se), decision=decision)
