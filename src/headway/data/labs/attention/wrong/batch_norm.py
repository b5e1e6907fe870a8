import numpy as np


def softmax(scores):
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def attention(q, k, v, causal):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if causal:
        later = np.triu(np.ones(scores.shape[-2:], dtype=bool), 1)
        scores = np.where(later, -np.inf, scores)
    return softmax(scores) @ v


def split(x, heads):
    return x.reshape(len(x), heads, -1).transpose(1, 0, 2)


def multi_head(x, weights, heads, causal):
    q, k, v = (split(x @ weights[name], heads) for name in ("Wq", "Wk", "Wv"))
    mixed = attention(q, k, v, causal)
    return mixed.transpose(1, 0, 2).reshape(len(x), -1) @ weights["Wo"]


def layer_norm(x, gain, bias):
    mean, variance = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-5) * gain + bias


def block(x, weights, heads):
    x = x + multi_head(layer_norm(x, weights["g1"], weights["c1"]), weights, heads, True)
    inner = np.maximum(layer_norm(x, weights["g2"], weights["c2"]) @ weights["W1"] + weights["b1"], 0)
    return x + inner @ weights["W2"] + weights["b2"]
