"""Lab 11: loss and gradients of a small network, and training with them, against a reference and finite differences."""

from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, close, mapping, number
from headway.labs.model import Wrong

NAMES = ("W1", "b1", "W2", "b2")
Parameters = dict[str, Array]
TIGHT = 1e-7
MANY = 300
"""Rows to train with: more than a batch, so that whoever takes a batch is told apart."""


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    weights, x, y = _network(dice)
    steps, rate = int(dice.integers(20, 40)), float(dice.uniform(0.2, 0.6))
    large = {**weights, "W2": weights["W2"] * 3000}
    chances, answer, one, far = ask.several(
        ("forward", weights, x),
        ("loss_and_gradients", weights, x, y),
        ("loss_and_gradients", weights, x[:1], y[:1]),
        ("forward", large, x),
    )
    wanted = forward(weights, x)
    if not close(array(chances, wanted.shape, "What forward gives"), wanted, TIGHT):
        raise Wrong("forward-off")
    ask.holds("the forward pass gives the right chances")
    _stable(far, large, x)
    ask.holds("large numbers do not overflow")
    _gradients(answer, weights, x, y)
    _gradients(one, weights, x[:1], y[:1])
    ask.holds("loss and gradients agree with finite differences, for many rows and for one")
    more = dice.normal(0, 1, (MANY, x.shape[1]))
    labels = dice.integers(0, weights["W2"].shape[1], MANY)
    trained, after = ask.with_arguments("train", weights, more, labels, steps, rate)
    _trained(trained, weights, more, labels, steps, rate)
    ask.holds("training takes the steps of gradient descent")
    if not all(np.array_equal(after[0][name], weights[name]) for name in NAMES):
        raise Wrong("input-changed")
    ask.holds("the weights handed in are left as they were")


def _network(dice: np.random.Generator) -> tuple[Parameters, Array, Array]:
    """Sizes all different, so that a transposed matrix does not fit."""
    rows, inputs, hidden, classes = (int(n) for n in dice.permutation([9, 4, 6, 3]) + np.array([8, 0, 0, 0]))
    weights = {
        "W1": dice.normal(0, 0.7, (inputs, hidden)),
        "b1": dice.normal(0, 0.5, hidden),
        "W2": dice.normal(0, 0.7, (hidden, classes)),
        "b2": dice.normal(0, 0.5, classes),
    }
    x = dice.normal(0, 1, (rows, inputs))
    return weights, x, dice.integers(0, classes, rows)


def forward(weights: Parameters, x: Array) -> Array:
    """Chances of each class: softmax(tanh(x W1 + b1) W2 + b2)."""
    scores = np.tanh(x @ weights["W1"] + weights["b1"]) @ weights["W2"] + weights["b2"]
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))


def loss_of(weights: Parameters, x: Array, y: Array) -> float:
    """Mean of -log chance of the right class."""
    return float(-np.log(forward(weights, x)[np.arange(len(y)), y]).mean())


def gradients_of(weights: Parameters, x: Array, y: Array) -> Parameters:
    """Of the mean loss, by the chain rule."""
    hidden = np.tanh(x @ weights["W1"] + weights["b1"])
    error = forward(weights, x)
    error[np.arange(len(y)), y] -= 1
    error /= len(y)
    back = error @ weights["W2"].T * (1 - hidden**2)
    return {"W1": x.T @ back, "b1": back.sum(axis=0), "W2": hidden.T @ error, "b2": error.sum(axis=0)}


def _stable(found: Any, weights: Parameters, x: Array) -> None:
    wanted = forward(weights, x)
    try:
        values = array(found, wanted.shape, "What forward gives")
    except Wrong:
        raise Wrong("overflow") from None
    if not close(values, wanted, 1e-6):
        raise Wrong("overflow")


def _gradients(found: Any, weights: Parameters, x: Array, y: Array) -> None:
    if not isinstance(found, list) or len(found) != 2:
        raise Wrong("wrong-shape", "loss_and_gradients gives a pair: the loss, and a dict of gradients.")
    loss = number(found[0], "The loss")
    given = mapping(found[1], NAMES, "The gradients")
    wanted = gradients_of(weights, x, y)
    if close(loss, loss_of(weights, x, y) * len(y), TIGHT) and len(y) > 1:
        raise Wrong("sum-not-mean")
    if not close(loss, loss_of(weights, x, y), TIGHT):
        raise Wrong("loss-off")
    parts = {name: array(given[name], weights[name].shape, f"The gradient of {name}") for name in NAMES}
    if all(close(parts[name], wanted[name], TIGHT) for name in NAMES):
        return
    raise _why(parts, wanted, weights, x, y)


def _why(parts: Parameters, wanted: Parameters, weights: Parameters, x: Array, y: Array) -> Wrong:
    """Which of the usual slips it is."""
    if len(y) > 1 and all(close(parts[name], wanted[name] * len(y), TIGHT) for name in NAMES):
        return Wrong("sum-not-mean")
    if all(close(parts[name], -wanted[name], TIGHT) for name in NAMES):
        return Wrong("wrong-sign")
    flat = np.einsum("ni,nj->ij", x, _error(weights, x, y) @ weights["W2"].T)
    if close(parts["W1"], flat, TIGHT):
        return Wrong("no-slope")
    if all(close(parts[name], wanted[name], TIGHT) for name in ("W1", "W2")):
        return Wrong("bias-off")
    off = [name for name in NAMES if not close(parts[name], wanted[name], TIGHT)]
    return Wrong("gradient-off", f"Look at {', '.join(off)}.")


def _error(weights: Parameters, x: Array, y: Array) -> Array:
    error = forward(weights, x)
    error[np.arange(len(y)), y] -= 1
    return np.asarray(error / len(y))


def _trained(found: Any, weights: Parameters, x: Array, y: Array, steps: int, rate: float) -> None:
    values = mapping(found, NAMES, "What train gives")
    given = {name: array(values[name], weights[name].shape, name) for name in NAMES}
    if all(close(given[name], weights[name], TIGHT) for name in NAMES):
        raise Wrong("not-trained")
    if _same(given, descended(weights, x, y, steps, rate)):
        return
    if any(_same(given, descended(weights, x, y, steps + more, rate)) for more in (-1, 1)):
        raise Wrong("steps-off")
    raise Wrong("uphill" if _same(given, descended(weights, x, y, steps, -rate)) else "training-off")


def descended(weights: Parameters, x: Array, y: Array, steps: int, rate: float) -> Parameters:
    """The weights after so many steps of gradient descent with all rows."""
    for _ in range(steps):
        slopes = gradients_of(weights, x, y)
        weights = {name: weights[name] - rate * slopes[name] for name in NAMES}
    return weights


def _same(found: Parameters, wanted: Parameters) -> bool:
    return all(close(found[name], wanted[name], 1e-5) for name in NAMES)
