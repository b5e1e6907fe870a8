"""Position by position."""

import math

import numpy as np


def attention(q, k, v, causal):
    out = []
    for i in range(len(q)):
        seen = range(i + 1) if causal else range(len(k))
        scores = [float(q[i] @ k[j]) / math.sqrt(len(q[i])) for j in seen]
        top = max(scores)
        weights = [math.exp(s - top) for s in scores]
        total = sum(weights)
        out.append(sum(w / total * v[j] for w, j in zip(weights, seen)))
    return np.array(out)


def multi_head(x, weights, heads, causal):
    q, k, v = x @ weights["Wq"], x @ weights["Wk"], x @ weights["Wv"]
    parts = [attention(a, b, c, causal) for a, b, c in zip(*(np.split(m, heads, axis=1) for m in (q, k, v)))]
    return np.hstack(parts) @ weights["Wo"]


def layer_norm(x, gain, bias):
    return np.array([(row - row.mean()) / math.sqrt(row.var() + 1e-5) * gain + bias for row in x])


def block(x, weights, heads):
    normed = layer_norm(x, weights["g1"], weights["c1"])
    x = x + multi_head(normed, weights, heads, True)
    inner = layer_norm(x, weights["g2"], weights["c2"]) @ weights["W1"] + weights["b1"]
    inner[inner < 0] = 0
    return x + (inner @ weights["W2"] + weights["b2"])
