"""Solvers: agents that learn."""

from headway.assessment.templates.solving import Solver

FRAME = 84 * 84

SOLVERS = {
    "drl-target-of-a-step": Solver(
        lambda r, a, b, g: r + g * max(a, b),
        {
            "no discount": lambda r, a, b, g: r + max(a, b),
            "the mean action": lambda r, a, b, g: r + g * (a + b) / 2,
            "discounts the reward": lambda r, a, b, g: g * (r + max(a, b)),
            "the reward alone": lambda r, a, b, g: r,
        },
    ),
    "drl-target-of-double-learning": Solver(
        lambda r, a, b, c, d, g: r + g * (c if a > b else d),
        {
            "the best of the target network": lambda r, a, b, c, d, g: r + g * max(c, d),
            "the best of the online network": lambda r, a, b, c, d, g: r + g * max(a, b),
            "no discount": lambda r, a, b, c, d, g: r + (c if a > b else d),
        },
    ),
    "drl-memory-of-a-buffer": Solver(
        lambda n, k: n * 1000 * 2 * k * FRAME / 1e9,
        {
            "one state": lambda n, k: n * 1000 * k * FRAME / 1e9,
            "one frame a state": lambda n, k: n * 1000 * 2 * FRAME / 1e9,
            "four bytes a pixel": lambda n, k: n * 1000 * 8 * k * FRAME / 1e9,
        },
    ),
    "drl-target-that-follows-slowly": Solver(
        lambda t, n: 1 - (1 - t) ** n,
        {
            "each step adds as much": lambda t, n: t * n,
            "what is still missing": lambda t, n: (1 - t) ** n,
            "one step": lambda t, n: t,
        },
    ),
    "mdp-best-of-two-actions": Solver(
        lambda a, u, b, v, g: max(a + g * u, b + g * v),
        {
            "the larger reward": lambda a, u, b, v, g: a + g * u,
            "no discount": lambda a, u, b, v, g: max(a + u, b + v),
            "the mean": lambda a, u, b, v, g: (a + g * u + b + g * v) / 2,
        },
    ),
    "mdp-until-it-breaks": Solver(
        lambda r, p, g: r / (1 - g * p),
        {
            "never breaks": lambda r, p, g: r / (1 - g),
            "no discount": lambda r, p, g: r / (1 - p),
            "from the second step on": lambda r, p, g: g * p * r / (1 - g * p),
        },
    ),
    "mdp-count-of-policies": Solver(
        lambda n, k: k**n,
        {"pairs": lambda n, k: n * k, "the wrong way": lambda n, k: n**k, "one for each action": lambda n, k: k},
    ),
}
