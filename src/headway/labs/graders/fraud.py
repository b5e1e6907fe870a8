"""Lab 9: chances of a rare event, decisions by cost. Split trust: frauds are drawn after the answers are there."""

from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array
from headway.labs.marks import against_best
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

TRAIN, TEST = 9000, 5000
ENOUGH, SAVED = 0.8, 0.7
"""Shares of the best that pass: of the score, and of the money saved."""
SUM_OFF = 0.4
Table = dict[str, Array]


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    weight, cost = dice.uniform(0.8, 1.2, 5), float(dice.uniform(4, 8))
    train, _ = _payments(dice, TRAIN, weight, labelled=True)
    test, truth = _payments(dice, TEST, weight, labelled=False)
    handed, looked, dear = ask.several(
        ("chance", train, test), ("look", train, test, cost), ("look", train, test, 12 * cost)
    )
    chances = array(handed, (TEST,), "What chance gives")
    looks = _flags(looked, TEST)
    if chances.min() < 0 or chances.max() > 1:
        raise Wrong("not-a-chance")
    if np.ptp(chances) == 0:
        raise Wrong("constant")
    _relations(ask, dice, train, test, cost, chances, looks)
    if not looks.any():
        raise Wrong("flags-nobody")
    if np.array_equal(looks, _flags(dear, TEST)):
        raise Wrong("ignores-cost")
    _amounts(ask, train, test, cost, looks)
    ask.holds("cost and amount decide")
    if not 1 - SUM_OFF <= chances.sum() / truth.sum() <= 1 + SUM_OFF:
        raise Wrong("uncalibrated")
    ask.holds("the chances add up to the frauds there are")
    _, share = against_best(chances, truth, dice)
    if share < ENOUGH:
        raise Wrong("weak")
    ask.holds("the chances come near to the best that is possible")
    money = _saved(looks, truth, test["amount"], cost, dice)
    ask.shares.append(min(share, money))
    if money < SAVED:
        raise Wrong("loses-money")
    ask.holds("the looks save most of what could be saved")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """Payments to work on."""
    weight = dice.uniform(0.8, 1.2, 5)
    train, _ = _payments(dice, TRAIN, weight, labelled=True)
    test, _ = _payments(dice, TEST, weight, labelled=False)
    return {"train.csv": csv_of(train), "test.csv": csv_of(test)}


def _payments(dice: np.random.Generator, size: int, weight: Array, *, labelled: bool) -> tuple[Table, Array]:
    """Payments of this world and P(fraud) for each; about one in fifty is fraud."""
    amount = np.exp(dice.normal(4.0, 1.0, size)).clip(1, 5000).round(2)
    hour = dice.integers(0, 24, size)
    foreign, device = dice.random(size) < 0.12, dice.random(size) < 0.1
    last = dice.poisson(0.6, size)
    lift = weight[0] * 0.7 * (np.log(amount) - 4) + weight[1] * 1.4 * (hour < 6) + weight[2] * 1.5 * foreign
    lift += weight[3] * 1.7 * device + weight[4] * 0.5 * last
    truth = 1 / (1 + np.exp(-(lift - 6.0)))
    table: Table = {
        "amount": amount,
        "hour": hour,
        "foreign": foreign.astype(int),
        "new_device": device.astype(int),
        "last_hour": last,
    }
    if labelled:
        table["fraud"] = (dice.random(size) < truth).astype(int)
    return table, truth


def _flags(value: Any, size: int) -> Array:
    found = array(value, (size,), "What look gives")
    if not np.isin(found, (0.0, 1.0)).all():
        raise Wrong("wrong-shape", "What look gives should be True or False for each row.")
    return found.astype(bool)


def _relations(
    ask: Ask, dice: np.random.Generator, train: Table, test: Table, cost: float, chances: Array, looks: Array
) -> None:
    """The same data give the same answers; other rows do not matter."""
    again, looked = ask.several(("chance", train, test), ("look", train, test, cost))
    if not np.allclose(array(again, (TEST,), "What chance gives"), chances, rtol=1e-6, atol=1e-9):
        raise Wrong("not-repeatable")
    if not np.array_equal(_flags(looked, TEST), looks):
        raise Wrong("not-repeatable")
    # The third with the largest amounts: what is ranked within a table shifts most there.
    rows = dice.permutation(np.argsort(-test["amount"])[: TEST // 3])
    part = {name: column[rows] for name, column in test.items()}
    again, looked = ask.several(("chance", train, part), ("look", train, part, cost))
    same = np.allclose(array(again, rows.shape, "What chance gives"), chances[rows], rtol=1e-6, atol=1e-9)
    if not same or not np.array_equal(_flags(looked, len(rows)), looks[rows]):
        raise Wrong("batch-dependent")
    ask.holds("a payment's answer does not depend on the others in the table")


def _amounts(ask: Ask, train: Table, test: Table, cost: float, looks: Array) -> None:
    """With ten times the amounts more is worth a look, with a tenth less."""
    large = _flags(ask("look", train, {**test, "amount": test["amount"] * 10}, cost), TEST)
    small = _flags(ask("look", train, {**test, "amount": test["amount"] / 10}, cost), TEST)
    if np.array_equal(large, looks) and np.array_equal(small, looks):
        raise Wrong("ignores-amount")


def _saved(looks: Array, truth: Array, amount: Array, cost: float, dice: np.random.Generator, draws: int = 20) -> float:
    """Money saved by these looks over what looks by the true chances save, on average over drawn frauds."""
    best = truth * amount > cost
    found = top = 0.0
    for _ in range(draws):
        gain = (dice.random(len(truth)) < truth) * amount - cost
        found += float(gain[looks].sum())
        top += float(gain[best].sum())
    return found / top
