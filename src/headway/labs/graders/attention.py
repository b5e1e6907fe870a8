"""Lab 15: attention and a transformer block, compared with a reference; no position may notice later ones."""

from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, close
from headway.labs.model import Wrong

Weights = dict[str, Array]
TIGHT = 1e-7


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    size, width, heads = int(dice.integers(5, 9)), int(dice.integers(3, 6)), int(dice.integers(2, 4))
    q, k = dice.normal(0, 1, (size, width)), dice.normal(0, 1, (size, width))
    v = dice.normal(0, 1, (size, width + 1))  # wider: only the width of q scales the scores
    against = -5000 * width**0.5 * k / (k**2).sum(axis=1, keepdims=True)  # its own score is -5000: a thin mask shows
    x, weights = dice.normal(0.3, 1.5, (size, width * heads)), _weights(dice, width * heads)
    later = x.copy()
    later[size // 2 :] += dice.normal(0, 1, later[size // 2 :].shape)
    open_, causal, far, far_causal, mixed, masked, normed, whole, changed = ask.several(
        ("attention", q, k, v, False),
        ("attention", q, k, v, True),
        ("attention", q * 2000, k, v, False),
        ("attention", against, k, v, True),
        ("multi_head", x, weights, heads, False),
        ("multi_head", x, weights, heads, True),
        ("layer_norm", x, weights["g1"], weights["c1"]),
        ("block", x, weights, heads),
        ("block", later, weights, heads),
    )
    _attention(array(open_, v.shape, "What attention gives"), q, k, v)
    _far(far, q * 2000, k, v)
    ask.holds("attention is right, for large numbers too")
    _causal(array(causal, v.shape, "What attention gives"), q, k, v)
    if not close(array(far_causal, v.shape, "What attention gives"), attention(against, k, v, causal=True), 1e-6):
        raise Wrong("thin-mask")
    ask.holds("the causal mask hides what is later")
    if not close(array(mixed, x.shape, "What multi_head gives"), multi_head(x, weights, heads, causal=False), TIGHT):
        raise Wrong("heads-off")
    if not close(array(masked, x.shape, "What multi_head gives"), multi_head(x, weights, heads, causal=True), TIGHT):
        raise Wrong("heads-off", "Look at causal.")
    ask.holds("several heads are right")
    wanted = layer_norm(x, weights["g1"], weights["c1"])
    if not close(array(normed, x.shape, "What layer_norm gives"), wanted, TIGHT):
        raise Wrong("norm-off")
    _block(array(whole, x.shape, "What block gives"), x, weights, heads)
    if not close(
        array(changed, x.shape, "What block gives")[: size // 2], array(whole, x.shape, "")[: size // 2], TIGHT
    ):
        raise Wrong("sees-future")
    ask.holds("the block is right, and no position notices later ones")


def _weights(dice: np.random.Generator, width: int) -> Weights:
    inner = 2 * width + 1
    shapes = dict.fromkeys(("Wq", "Wk", "Wv", "Wo"), (width, width)) | {"W1": (width, inner), "W2": (inner, width)}
    weights = {name: dice.normal(0, width**-0.5, shape) for name, shape in shapes.items()}
    weights |= {name: dice.normal(1, 0.3, width) for name in ("g1", "g2")}
    weights |= {name: dice.normal(0, 0.3, width) for name in ("c1", "c2", "b2")}
    return weights | {"b1": dice.normal(0, 0.3, inner)}


def softmax(scores: Array) -> Array:
    """Over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def attention(q: Array, k: Array, v: Array, *, causal: bool) -> Array:
    """softmax(q kT / sqrt(width)) v; causal: a position sees itself and earlier ones."""
    scores = q @ k.T / np.sqrt(q.shape[1])
    if causal:
        scores = np.where(np.triu(np.ones(scores.shape, dtype=bool), 1), -np.inf, scores)
    return np.asarray(softmax(scores) @ v)


def multi_head(x: Array, weights: Weights, heads: int, *, causal: bool) -> Array:
    """Each head on its slice of columns, side by side, times Wo."""
    parts = [np.split(x @ weights[name], heads, axis=1) for name in ("Wq", "Wk", "Wv")]
    mixed = [attention(q, k, v, causal=causal) for q, k, v in zip(*parts, strict=True)]
    return np.asarray(np.concatenate(mixed, axis=1) @ weights["Wo"])


def layer_norm(x: Array, gain: Array, bias: Array) -> Array:
    """Each row less its mean, over its spread."""
    mean, variance = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return np.asarray((x - mean) / np.sqrt(variance + 1e-5) * gain + bias)


def _inner(x: Array, weights: Weights) -> Array:
    return np.asarray(np.maximum(x @ weights["W1"] + weights["b1"], 0) @ weights["W2"] + weights["b2"])


def block(x: Array, weights: Weights, heads: int) -> Array:
    """The norm first, then attention, then the feed-forward part, each added to what it got."""
    x = x + multi_head(layer_norm(x, weights["g1"], weights["c1"]), weights, heads, causal=True)
    return np.asarray(x + _inner(layer_norm(x, weights["g2"], weights["c2"]), weights))


def _attention(found: Array, q: Array, k: Array, v: Array) -> None:
    if close(found, attention(q, k, v, causal=False), TIGHT):
        return
    if close(found, softmax(q @ k.T) @ v, TIGHT):
        raise Wrong("not-scaled")
    scores = q @ k.T
    if any(close(found, softmax(scores / each) @ v, TIGHT) for each in (q.shape[1], len(k) ** 0.5, v.shape[1] ** 0.5)):
        raise Wrong("scaled-otherwise")
    if close(found, softmax((q @ k.T / np.sqrt(q.shape[1])).T).T @ v, TIGHT):
        raise Wrong("wrong-axis")
    raise Wrong("attention-off")


def _far(found: Any, q: Array, k: Array, v: Array) -> None:
    try:
        values = array(found, v.shape, "What attention gives")
    except Wrong:
        raise Wrong("overflow") from None
    if not close(values, attention(q, k, v, causal=False), 1e-6):
        raise Wrong("overflow")


def _causal(found: Array, q: Array, k: Array, v: Array) -> None:
    if close(found, attention(q, k, v, causal=True), TIGHT):
        return
    if close(found, attention(q, k, v, causal=False), TIGHT):
        raise Wrong("sees-future")
    scores = q @ k.T / np.sqrt(q.shape[1])
    if close(found, np.tril(softmax(scores)) @ v, TIGHT):
        raise Wrong("mask-after")
    if close(found, softmax(np.tril(scores)) @ v, TIGHT):
        raise Wrong("mask-zero")
    raise Wrong("mask-off")


def _block(found: Array, x: Array, weights: Weights, heads: int) -> None:
    if close(found, block(x, weights, heads), TIGHT):
        return
    after = layer_norm(x + multi_head(x, weights, heads, causal=True), weights["g1"], weights["c1"])
    if close(found, layer_norm(after + _inner(after, weights), weights["g2"], weights["c2"]), TIGHT):
        raise Wrong("post-norm")
    first = layer_norm(x, weights["g1"], weights["c1"])
    mixed = multi_head(first, weights, heads, causal=True)
    second = x + mixed
    if any(
        close(found, _rest(each, weights, kept=kept), TIGHT)
        for each, kept in ((mixed, True), (mixed, False), (second, False))
    ):
        raise Wrong("no-residual")
    if close(found, _rest(x + multi_head(first, weights, heads, causal=False), weights), TIGHT):
        raise Wrong("sees-future")
    if close(found, _rest(first + mixed, weights), TIGHT):
        raise Wrong("block-off", "What is added back is the input as it was, not as the norm left it.")
    if close(found, second + _inner(layer_norm(second, weights["g1"], weights["c1"]), weights), TIGHT):
        raise Wrong("block-off", "The second norm has a gain and a bias of its own, g2 and c2.")
    raise Wrong("block-off", "Attention and norm are right by themselves: look at the feed-forward part.")


def _rest(x: Array, weights: Weights, *, kept: bool = True) -> Array:
    """The feed-forward part of the block, with or without what it got."""
    return x * kept + _inner(layer_norm(x, weights["g2"], weights["c2"]), weights)
