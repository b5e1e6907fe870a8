"""Second solvers: reinforcement learning, by running it."""

from itertools import product

import numpy as np


def forever(r, g):
    return sum(r * g**t for t in range(2000))


def values(n, g):
    """Value iteration in the corridor: left or right in each room."""
    v = [0.0] * n
    for _ in range(100):
        v = [max(g * v[max(i - 1, 0)], 1.0 if i == n - 1 else g * v[i + 1]) for i in range(n)]
    return v[0]


def greedy_share(e, k):
    """Over all equally likely (explores?, action) cases, weighted."""
    return sum(
        (e / k if explores else (1 - e) / k) * (action == 0 or not explores)
        for explores, action in product((0, 1), range(k))
    )


SECOND = {
    "rl-discounted-return": lambda a, b, c, g: (c * g + b) * g + a,
    "rl-infinite-return": forever,
    "rl-bellman-backup": lambda r, v, p: p * (r + 0.9 * v) + (1 - p) * r,
    "rl-q-update": lambda q, lr, r, n: (1 - lr) * q + lr * (r + 0.9 * n),
    "rl-epsilon-greedy": greedy_share,
    "rl-bandit-mean-update": lambda n, m, r: np.mean([m] * n + [r]),
    "rl-ucb": lambda m, n, t: m + (np.log(t**2) / n) ** 0.5,
    "rl-regret": lambda a, b, k: 100 * a - ((100 - k) * a + k * b),
    "rl-ppo-clip": lambda r, a: min(r * a, float(np.clip(r, 0.8, 1.2)) * a),
    "rl-value-iteration-chain": values,
    "rl-offpolicy-weight": lambda b, p, r: r * np.exp(np.log(p) - np.log(b)),
}
