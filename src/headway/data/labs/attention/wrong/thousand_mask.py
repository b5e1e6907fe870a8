import numpy as np
def softmax(s, axis):
    e = np.exp(s - np.max(s, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
def attention(q, k, v, causal):
    s = np.einsum("id,jd->ij", q, k) * q.shape[-1] ** -0.5
    if causal: s[np.triu_indices_from(s, 1)] = -1e3
    return softmax(s, axis=1) @ v
def multi_head(x, weights, heads, causal):
    n, d = x.shape; w = d // heads
    Q, K, V = [(x @ weights[m]).reshape(n, heads, w).transpose(1, 0, 2) for m in ("Wq", "Wk", "Wv")]
    return np.stack([attention(Q[h], K[h], V[h], causal) for h in range(heads)], 1).reshape(n, d) @ weights["Wo"]
def layer_norm(x, gain, bias):
    return np.array([(r - np.mean(r)) / (np.var(r) + 1e-5) ** .5 * gain + bias for r in x])
def block(x, weights, heads):
    w = weights
    y = x + multi_head(layer_norm(x, w["g1"], w["c1"]), w, heads, causal=True)
    z = layer_norm(y, w["g2"], w["c2"]) @ w["W1"] + w["b1"]
    z = z * (z > 0)
    return y + z @ w["W2"] + w["b2"]
