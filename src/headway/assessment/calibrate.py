"""Calibrate questions on answers: slope a and difficulty b by marginal maximum likelihood with priors (EM).

For people who agreed that their answers be used, on their own machine: nothing is sent anywhere. One ability a person,
standard normal; guess and slip stay fixed (they are known from the form of the question, and are the parameters that
data tell least about); log a ~ N(log a0, 0.3^2) and b ~ N(b0, 0.6^2) around the start values, so that few answers move
little.

    E: posterior of each ability on a grid of 41 points      M: damped Newton steps on (log a, b) of each item
    P(right) = guess + (1 - guess - slip) / (1 + exp(-a (theta - t - b)))

after Bock and Aitkin (1981). O(answers x points) a round.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from headway.learner.normal import Floats

SPREAD_A, SPREAD_B = 0.3, 0.6
POINTS = np.linspace(-4.0, 4.0, 41)
ROUNDS = 60
FEWEST = 30
"""Answers an item needs before its start values are touched."""


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an item before: its start values and t, the threshold of its level on its skill."""

    a: float
    b: float
    guess: float
    slip: float
    threshold: float


class Answered(msgspec.Struct, frozen=True):
    """One answer: who (any word that keeps people apart), which item, right or wrong."""

    person: str
    item: str
    right: bool


class Fitted(msgspec.Struct, frozen=True, kw_only=True):
    """An item after calibration, with the standard errors of log a and b and the answers behind it."""

    a: float
    b: float
    error_log_a: float
    error_b: float
    answers: int


def calibrate(answers: Sequence[Answered], starts: Mapping[str, Start], fewest: int = FEWEST) -> dict[str, Fitted]:
    """New values of all items with at least `fewest` answers. Answers to unknown items are left out."""
    known = [answer for answer in answers if answer.item in starts]
    counts = Counter(answer.item for answer in known)
    items = [item for item in starts if counts[item] >= fewest]
    if not items:
        return {}
    column = {item: i for i, item in enumerate(items)}
    row = {person: i for i, person in enumerate(dict.fromkeys(answer.person for answer in known))}
    table = np.full((len(row), len(items)), np.nan)
    for answer in known:
        if answer.item in column:
            table[row[answer.person], column[answer.item]] = answer.right
    first = np.array([[np.log(starts[i].a), starts[i].b] for i in items])
    values = first.copy()
    given = [starts[item] for item in items]
    for _ in range(ROUNDS):
        expected = _expected(table, values, given)
        new = np.array(
            [_step(values[i], first[i], given[i], *(part[i] for part in expected)) for i in range(len(items))]
        )
        moved, values = float(np.abs(new - values).max()), new
        if moved < 1e-4:
            break
    expected = _expected(table, values, given)
    found = {}
    for i, item in enumerate(items):
        errors = np.sqrt(np.diag(np.linalg.inv(-_curvature(values[i], first[i], given[i], *(p[i] for p in expected)))))
        a, b = float(np.exp(values[i, 0])), float(values[i, 1])
        found[item] = Fitted(
            a=round(a, 4), b=round(b, 4), error_log_a=float(errors[0]), error_b=float(errors[1]), answers=counts[item]
        )
    return found


def _chance(value: Floats, start: Start) -> Floats:
    """P(right) on the grid."""
    ease = np.exp(value[0]) * (POINTS - start.threshold - value[1])
    return np.asarray(start.guess + (1 - start.guess - start.slip) / (1 + np.exp(-ease)))


def _expected(table: Floats, values: Floats, starts: Sequence[Start]) -> tuple[Floats, Floats]:
    """Expected numbers of right and of wrong answers of each item at each point of the grid."""
    chance = np.array([_chance(value, start) for value, start in zip(values, starts, strict=True)])
    right, wrong = np.nan_to_num(table), np.nan_to_num(1.0 - table)
    logged = right @ np.log(chance) + wrong @ np.log(1.0 - chance) - 0.5 * POINTS**2
    weight = np.exp(logged - logged.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    return right.T @ weight, wrong.T @ weight


def _score(value: Floats, first: Floats, start: Start, right: Floats, wrong: Floats) -> float:
    """Expected log-likelihood of one item with its priors."""
    chance = _chance(value, start)
    prior = ((value[0] - first[0]) / SPREAD_A) ** 2 + ((value[1] - first[1]) / SPREAD_B) ** 2
    return float(right @ np.log(chance) + wrong @ np.log(1.0 - chance) - 0.5 * prior)


def _slopes(value: Floats, first: Floats, start: Start, right: Floats, wrong: Floats) -> Floats:
    h = 1e-4
    shifts = h * np.eye(2)
    args = (first, start, right, wrong)
    return np.array([(_score(value + s, *args) - _score(value - s, *args)) / (2 * h) for s in shifts])


def _curvature(value: Floats, first: Floats, start: Start, right: Floats, wrong: Floats) -> Floats:
    h = 1e-3
    args = (first, start, right, wrong)
    rows = [(_slopes(value + s, *args) - _slopes(value - s, *args)) / (2 * h) for s in h * np.eye(2)]
    found = np.array(rows)
    return np.asarray((found + found.T) / 2)


def _step(value: Floats, first: Floats, start: Start, right: Floats, wrong: Floats) -> Floats:
    """One Newton step, halved until the score does not fall."""
    args = (first, start, right, wrong)
    curve = _curvature(value, *args) - 1e-6 * np.eye(2)
    top = float(np.linalg.eigvalsh(curve).max())
    if top > -1e-3:
        curve -= (top + 1.0) * np.eye(2)
    move = -np.linalg.solve(curve, _slopes(value, *args))
    move = np.clip(move, -0.5, 0.5)
    before = _score(value, *args)
    while _score(value + move, *args) < before - 1e-9 and np.abs(move).max() > 1e-7:
        move = move / 2
    return np.asarray(value + move)
