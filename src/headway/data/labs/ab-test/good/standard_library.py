import math
from collections import defaultdict
from statistics import fmean, variance


def read_test(person, new, bought):
    total, group = defaultdict(float), {}
    for who, page, money in zip(person.tolist(), new.tolist(), bought.tolist()):
        total[who] += money
        group[who] = page
    old = [money for who, money in total.items() if not group[who]]
    fresh = [money for who, money in total.items() if group[who]]
    z = (len(fresh) - len(old)) / math.sqrt(len(total))
    answer = {"people_old": len(old), "people_new": len(fresh), "valid": math.erfc(abs(z) / 2**0.5) >= 0.001}
    gap = fmean(fresh) - fmean(old)
    error = math.sqrt(variance(old) / len(old) + variance(fresh) / len(fresh))
    answer.update(difference=gap, low=gap - 1.96 * error, high=gap + 1.96 * error)
    answer["p_value"] = math.erfc(abs(gap / error) / 2**0.5)
    answer["decision"] = "open"
    if not answer["valid"]:
        answer["decision"] = "invalid"
    elif abs(gap) > 1.96 * error:
        answer["decision"] = "new" if gap > 0 else "old"
    return answer
