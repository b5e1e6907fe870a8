import numpy as np


def attention(q, k, v, causal):
    s = np.einsum("...id,...jd->...ij", q, k) * q.shape[-1] ** -0.5
    if causal:
        i = np.arange(s.shape[-1])
        s = s + np.where(i[None, :] > i[:, None], -1e30, 0.0)
    s -= s.max(-1, keepdims=True)
    e = np.exp(s)
    return np.einsum("...ij,...jd->...id", e, v) / e.sum(-1)[..., None]


def multi_head(x, weights, heads, causal):
    n, width = x.shape
    q, k, v = (np.einsum("nc,cd->nd", x, weights["W" + c]).reshape(n, heads, width // heads) for c in "qkv")
    out = attention(np.moveaxis(q, 1, 0), np.moveaxis(k, 1, 0), np.moveaxis(v, 1, 0), causal)
    return np.moveaxis(out, 0, 1).reshape(n, width) @ weights["Wo"]


def layer_norm(x, gain, bias):
    centred = x - np.mean(x, 1)[:, None]
    return gain * centred / np.sqrt(np.mean(centred**2, 1) + 1e-5)[:, None] + bias


def block(x, w, heads):
    first = x + multi_head(layer_norm(x, w["g1"], w["c1"]), w, heads, causal=True)
    h = layer_norm(first, w["g2"], w["c2"]) @ w["W1"] + w["b1"]
    return first + (h * (h > 0)) @ w["W2"] + w["b2"]
