"""Lab 6: which customers leave. Split trust: the code gets inputs and hands back scores; labels are drawn after."""

from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, number
from headway.labs.marks import against_best
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

LEAKS = ("refund_amount", "exit_survey_score", "closing_calls", "final_invoice_days")
TRAIN, TEST = 1500, 1200
ENOUGH = 0.8
"""Share of the best score that passes: what honest variants reach is in docs/method/labs.md."""
TOO_GOOD = 1.06
ESTIMATE_OFF = 0.1
"""An honest estimate from a held-out third was off by more than 0.06 in one world of twenty."""
CHANCE_OFF = 0.15
"""The same where there is nothing to find: a share of right answers is then as large as the larger class, not 1/2."""
Table = dict[str, Any]


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    leak, weight = str(dice.choice(LEAKS)), dice.uniform(0.7, 1.3, 5)
    train, _ = _customers(dice, TRAIN, leak, weight, labelled=True)
    test, truth = _customers(dice, TEST, leak, weight, labelled=False)
    named, handed, estimate = ask.several(
        ("leaking_columns", train, test), ("score", train, test), ("estimate_auc", train, test)
    )
    scores = array(handed, (TEST,), "What score gives")
    if np.ptp(scores) == 0:
        raise Wrong("constant")
    _repeatable(ask, train, test, scores)
    _blind_to(ask, dice, train, test, scores, leak)
    if not isinstance(named, list) or [str(each) for each in named] != [leak]:
        raise Wrong("leak-not-found", f"It named {named}.")
    ask.holds("the column that tells the answer is found")
    found, share = against_best(scores, truth, dice)
    ask.shares.append(share)
    if share > TOO_GOOD:
        raise Wrong("too-good")
    if share < ENOUGH:
        raise Wrong("weak", f"It needs {ENOUGH:.0%} of the best possible; it is {_band(share)}.")
    ask.holds("the scores come near to the best that is possible")
    off = number(estimate, "What estimate_auc gives") - found
    if off > ESTIMATE_OFF:
        raise Wrong("optimistic")
    if off < -ESTIMATE_OFF:
        raise Wrong("pessimistic")
    _measured(ask, dice, train, test, leak)
    ask.holds("the estimate of how good the scores are is honest")


def _measured(ask: Ask, dice: np.random.Generator, train: Table, test: Table, leak: str) -> None:
    """Who left is dealt anew, and the leaking column with it: no causes are left, so the estimate must be near 1/2.

    At most one in five is one who left, so that a share of right answers is far from 1/2.
    """
    left = np.asarray(train["left"])
    stayed, gone = np.flatnonzero(left == 0), dice.permutation(np.flatnonzero(left == 1))
    dealt = dice.permutation(np.concatenate([stayed, gone[: len(stayed) // 4]]))
    others = dice.permutation(TRAIN)[: len(dealt)]
    nothing = {n: _rows(column, dealt if n in (leak, "left") else others) for n, column in train.items()}
    estimate = number(ask("estimate_auc", nothing, test), "What estimate_auc gives")
    if abs(estimate - 0.5) > CHANCE_OFF:
        raise Wrong("not-an-auc", f"It said {estimate:.2f}.")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """One company to work on."""
    weight = dice.uniform(0.7, 1.3, 5)
    train, _ = _customers(dice, TRAIN, LEAKS[0], weight, labelled=True)
    test, _ = _customers(dice, TEST, LEAKS[0], weight, labelled=False)
    return {"train.csv": csv_of(train), "test.csv": csv_of(test)}


def _band(share: float) -> str:
    return "no better than chance" if share < 0.1 else "far from that" if share < 0.5 else "not yet there"


def _customers(
    dice: np.random.Generator, size: int, leak: str, weight: Array, *, labelled: bool
) -> tuple[Table, Array]:
    """Customers of this world, whose `weight` say how strong each cause is, and P(leaves) for each."""
    tenure = dice.gamma(2.0, 14.0, size)
    fee = dice.normal(55, 15, size).clip(10)
    calls = dice.poisson(1.2, size)
    data = dice.gamma(2.0, 6.0, size)
    age = dice.integers(18, 85, size)
    yearly = dice.random(size) < 0.45
    lift = weight[0] * -0.035 * tenure + weight[1] * 0.035 * (fee - 55) + weight[2] * 0.5 * calls
    lift += weight[3] * -1.3 * yearly + weight[4] * 0.012 * (age - 50) + 0.02 * yearly * (fee - 55)
    truth = 1 / (1 + np.exp(-(lift - 0.1)))
    left = dice.random(size) < truth
    table: Table = {
        "customer_id": dice.permutation(np.arange(10_000, 10_000 + size)),
        "tenure_months": tenure.round(1),
        "monthly_fee": fee.round(2),
        "support_calls": calls,
        "data_gb": data.round(1),
        "age": age,
        "contract": ["year" if each else "month" for each in yearly],
        leak: np.where(left, dice.gamma(3.0, 8.0, size) * (dice.random(size) < 0.9), 0.0).round(2) * labelled,
    }
    if labelled:
        table["left"] = left.astype(int)
    return {name: table[name] for name in dice.permutation(list(table))}, truth


def _repeatable(ask: Ask, train: Table, test: Table, scores: Array) -> None:
    again = array(ask("score", train, test), scores.shape, "What score gives")
    if not _same(again, scores):
        raise Wrong("not-repeatable")
    ask.holds("the same data give the same scores")


def _blind_to(ask: Ask, dice: np.random.Generator, train: Table, test: Table, scores: Array, leak: str) -> None:
    """What must not matter does not: the leaking column, ids, order and number of rows, order of columns."""
    filled = {**test, leak: dice.gamma(3.0, 8.0, TEST)}
    if not _same(array(ask("score", train, filled), scores.shape, "What score gives"), scores):
        _found_by_being_empty(ask, dice, train, test, scores, leak)
    ask.holds("the column that tells the answer is not used")
    renamed = {**test, "customer_id": dice.permutation(np.arange(500_000, 500_000 + TEST))}
    if not _same(array(ask("score", train, renamed), scores.shape, "What score gives"), scores):
        raise Wrong("uses-id")
    some = dice.permutation(TEST)[: TEST // 3]
    part = {name: _rows(test[name], some) for name in dice.permutation(list(test))}
    if not _same(array(ask("score", train, part), some.shape, "What score gives"), scores[some]):
        raise Wrong("batch-dependent")
    ask.holds("a customer's score does not depend on the others in the table")


def _found_by_being_empty(
    ask: Ask, dice: np.random.Generator, train: Table, test: Table, scores: Array, leak: str
) -> None:
    """Code may know the leaking column by its being empty in `test`, and then cannot know it where it is filled.

    So it stays empty there, and in `train` it tells the answer even better: whoever leaves it out gives the same
    scores, whoever learns from it does not. Raises Wrong.
    """
    left = np.asarray(train["left"]) == 1
    plainer = {**train, leak: np.where(left, 1 + dice.gamma(3.0, 8.0, TRAIN), 0.0)}
    if not _same(array(ask("score", plainer, test), scores.shape, "What score gives"), scores):
        raise Wrong("uses-leak")


def _rows(column: Any, rows: Array) -> Any:
    return [column[i] for i in rows] if isinstance(column, list) else column[rows]


def _same(one: Array, other: Array) -> bool:
    spread = float(np.ptp(other)) or 1.0
    return bool(np.allclose(one, other, rtol=0, atol=1e-6 * spread))
