"""Solvers: reinforcement learning."""

from math import log, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "rl-discounted-return": Solver(
        lambda a, b, c, g: a + g * b + g * g * c,
        {"no discount": lambda a, b, c, g: a + b + c, "one discount for all": lambda a, b, c, g: a + g * b + g * c},
    ),
    "rl-infinite-return": Solver(
        lambda r, g: r / (1 - g),
        {"first one discounted": lambda r, g: r * g / (1 - g), "reward by discount": lambda r, g: r / g},
    ),
    "rl-bellman-backup": Solver(
        lambda r, v, p: r + 0.9 * p * v,
        {"no discount": lambda r, v, p: r + p * v, "certain": lambda r, v, p: r + 0.9 * v},
    ),
    "rl-q-update": Solver(
        lambda q, lr, r, n: q + lr * (r + 0.9 * n - q),
        {
            "jumps to the target": lambda q, lr, r, n: r + 0.9 * n,
            "forgets the old value": lambda q, lr, r, n: q + lr * (r + 0.9 * n),
        },
    ),
    "rl-epsilon-greedy": Solver(
        lambda e, k: 1 - e + e / k, {"never by exploring": lambda e, k: 1 - e, "equal chance": lambda e, k: 1 / k}
    ),
    "rl-bandit-mean-update": Solver(
        lambda n, m, r: m + (r - m) / (n + 1),
        {"divides by the old number": lambda n, m, r: m + (r - m) / n, "mean of the two": lambda n, m, r: (m + r) / 2},
    ),
    "rl-ucb": Solver(
        lambda m, n, t: m + sqrt(2 * log(t) / n),
        {"the mean": lambda m, n, t: m, "pulls exchanged": lambda m, n, t: m + sqrt(2 * log(n) / t)},
    ),
    "rl-regret": Solver(
        lambda a, b, k: k * (a - b),
        {
            "pulls of the better one": lambda a, b, k: (100 - k) * (a - b),
            "rewards of the worse one": lambda a, b, k: k * b,
        },
    ),
    "rl-ppo-clip": Solver(
        lambda r, a: min(r * a, 1.2 * a), {"not clipped": lambda r, a: r * a, "clipped at one": lambda r, a: a}
    ),
    "rl-value-iteration-chain": Solver(
        lambda n, g: g ** (n - 1), {"one step too many": lambda n, g: g**n, "no discount": lambda n, g: 1}
    ),
    "rl-offpolicy-weight": Solver(
        lambda b, p, r: r * p / b, {"ratio the wrong way": lambda b, p, r: r * b / p, "no weight": lambda b, p, r: r}
    ),
}
