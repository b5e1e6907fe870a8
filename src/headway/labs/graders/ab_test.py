"""Lab 4: four experiments, one of which must not be read."""

import math
from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, close, mapping, number
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

KEYS = ("people_old", "people_new", "valid", "difference", "low", "high", "p_value", "decision")
Test = tuple[Array, Array, Array]
LOST = ((0, 25), (0, 25), (94, 112), (138, 144))
"""By how many people one group falls short of the other, from and to, for each test.

About 100 of 1,600 happen by chance once in a hundred times, which 0.001 lets pass and 0.05 does not; 140 once in four
thousand times, although it is less than a tenth.
"""


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    level = float(dice.uniform(15, 60))
    effects = [0.35, -0.35, 0.0, 0.35]
    tests = [_draw(dice, level, effect, lost=LOST[n]) for n, effect in enumerate(effects)]
    # the test without an effect is open at one in twenty, and would not be at one in ten
    while not 1.68 < abs(_strength(tests[2])) < 1.88:
        tests[2] = _draw(dice, level, 0.0, lost=LOST[2])
    while _strength(tests[3]) < 2.2:  # and the one that must not be read must look like a clear winner
        tests[3] = _draw(dice, level, 0.35, lost=LOST[3])
    order = [int(i) for i in dice.permutation(4)]
    answers = ask.several(*(("read_test", *tests[i]) for i in order))
    for place in sorted(range(4), key=lambda n: order[n]):
        _judge(answers[place], tests[order[place]])
    ask.holds("all four tests are read right")


def _draw(dice: np.random.Generator, level: float, effect: float, *, lost: tuple[int, int]) -> Test:
    """Visits of about 1,600 people. One group, by chance, has so many fewer people than the other as `lost` says.

    People come back the more, the more they like the shop, so their visits are alike. In a third of the visits
    nothing is bought, and by one person in seven nothing at all.
    """
    size = 1600
    short = int(dice.integers(*lost))
    fresh = np.zeros(size, dtype=int)
    fresh[dice.permutation(size)[: size // 2]] = 1
    side = int(dice.integers(2))
    gone = np.isin(np.arange(size), dice.permutation(np.flatnonzero(fresh == side))[:short])
    liking = dice.gamma(1.2, 1 / 1.2, size)
    visits = np.where(gone, 0, 1 + dice.poisson(2 * liking))
    who = np.repeat(np.arange(size), visits)
    who = dice.permutation(who)
    mean = level * liking[who] * (1 + effect * fresh[who])
    money = np.where(dice.random(len(who)) < 1 / 3, 0.0, mean * dice.gamma(2.0, 0.5, len(who)))
    ids = dice.permutation(np.arange(1000, 9000))[:size]
    return ids[who], fresh[who], money.round(2)


def _totals(test: Test) -> tuple[Array, Array]:
    """Money of each person, in the old group and in the new."""
    person, new, bought = test
    people, first, place = np.unique(person, return_index=True, return_inverse=True)
    total = np.bincount(place, weights=bought, minlength=len(people))
    return total[new[first] == 0], total[new[first] == 1]


def _strength(test: Test) -> float:
    """The difference in standard errors."""
    old, new = _totals(test)
    return float((new.mean() - old.mean()) / math.sqrt(old.var(ddof=1) / len(old) + new.var(ddof=1) / len(new)))


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """One experiment to work on."""
    person, new, bought = _draw(dice, 30.0, 0.2, lost=LOST[0])
    return {"visits.csv": csv_of({"person": person, "new": new, "bought": bought})}


def two_sided(z: float) -> float:
    """P(|Z| >= |z|) of the normal curve."""
    return math.erfc(abs(z) / math.sqrt(2))


def _judge(answer: Any, test: Test) -> None:
    given = mapping(answer, KEYS, "What read_test gives")
    old, new = _totals(test)
    values = {key: number(given[key], key) for key in KEYS if key not in ("valid", "decision")}
    wanted = float(new.mean() - old.mean())
    visits = test[2][test[1] == 1].mean() - test[2][test[1] == 0].mean()
    if values["people_old"] + values["people_new"] == len(test[0]) or close(values["difference"], visits, 1e-6):
        raise Wrong("visits-as-people")
    if (values["people_old"], values["people_new"]) != (len(old), len(new)):
        buyers = (int((old > 0).sum()), int((new > 0).sum()))
        if (values["people_old"], values["people_new"]) == buyers:
            raise Wrong("buyers-only")
        raise Wrong("wrong-shape", "The numbers of people are not right.")
    if not close(values["difference"], wanted, 1e-6):
        raise Wrong("sign-off" if close(values["difference"], -wanted, 1e-6) else "difference-off")
    error = _interval(values, wanted, old, new)
    _p(values["p_value"], wanted / error)
    _decided(given, old, new, wanted, error)


def _interval(values: dict[str, float], wanted: float, old: Array, new: Array) -> float:
    """The standard error that was used, when the interval is right."""
    error = math.sqrt(old.var(ddof=1) / len(old) + new.var(ddof=1) / len(new))
    half = (values["high"] - values["low"]) / 2
    if close((values["high"] + values["low"]) / 2, wanted, 1e-4) and abs(half / error - 1.96) < 0.01:
        return error
    everyone = np.concatenate([old, new])
    others = [math.sqrt(part.var(ddof=1) / len(part)) for part in (old, new, everyone)]
    if any(abs(half / other - 1.96) < 0.003 for other in others):
        raise Wrong("pooled-once")
    if min(abs(half / error - each) for each in (1, 1.28, 1.645)) < 0.004:
        raise Wrong("too-narrow")
    if abs(half / (1.96 * error**2) - 1) < 0.003:
        raise Wrong("interval-off", "What was taken for the standard error is its square.")
    wide = half / 1.96 / error
    raise Wrong("interval-off", f"The standard error that it stands on is {wide:.3g} times the right one.")


def _p(found: float, z: float) -> None:
    wanted = two_sided(z)
    if abs(found - wanted) <= 0.005 + 0.02 * wanted and (wanted > 1e-3 or found < 0.01):
        return
    if abs(found - wanted / 2) <= 0.005 or abs(found - (1 - wanted / 2)) <= 0.005:
        raise Wrong("one-sided")
    raise Wrong("p-off")


def _decided(given: dict[str, Any], old: Array, new: Array, wanted: float, error: float) -> None:
    size = len(old) + len(new)
    valid = two_sided((len(new) - len(old)) / math.sqrt(size)) >= 0.001
    if not isinstance(given["valid"], bool) or not isinstance(given["decision"], str):
        raise Wrong("wrong-shape", "valid is True or False, decision a text.")
    if given["valid"] != valid or (given["decision"] == "invalid") == valid:
        raise Wrong("split-imagined" if valid else "split-not-seen")
    if not valid:
        return
    reach = 1.96 * error
    right = "new" if wanted > reach else "old" if wanted < -reach else "open"
    if given["decision"] != right and abs(abs(wanted) / error - 1.96) > 0.02:
        raise Wrong("decision-off")
