"""Solvers: optimisation and discrete mathematics."""

from math import ceil, comb

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "opt-gd-step": Solver(
        lambda a, b, r: b - r * 2 * a * b,
        {"steps up": lambda a, b, r: b + r * 2 * a * b, "forgets the exponent": lambda a, b, r: b - r * a * b},
    ),
    "opt-gd-two-steps": Solver(
        lambda r, b: b * (1 - 2 * r) ** 2,
        {"the same step twice": lambda r, b: b - 4 * r * b, "one step only": lambda r, b: b * (1 - 2 * r)},
    ),
    "opt-gd-divergence": Solver(
        lambda a: 1 / a,
        {"the rate that is there in one step": lambda a: 0.5 / a, "forgets the exponent": lambda a: 2 / a},
    ),
    "opt-newton-step": Solver(
        lambda b: 2 * b / 3, {"jumps to the minimum": lambda b: 0, "takes it for root finding": lambda b: b - b / 4}
    ),
    "opt-sgd-steps-per-epoch": Solver(
        lambda n, b, e: e * ceil(n / b),
        {"one update an epoch": lambda n, b, e: e, "one update an example": lambda n, b, e: n * e},
    ),
    "opt-momentum": Solver(
        lambda m, r, g: r * g / (1 - m),
        {"without momentum": lambda m, r, g: r * g, "times the momentum": lambda m, r, g: r * g * m},
    ),
    "opt-lp-corner": Solver(
        lambda a, b: 6 * a + 4 * b, {"only x": lambda a, b: 6 * a, "ignores the bound on x": lambda a, b: 10 * a}
    ),
    "opt-lagrange": Solver(
        lambda s: s * s / 4, {"takes the sum itself": lambda s: s, "one of them is one": lambda s: s - 1}
    ),
    "opt-binomial-choose": Solver(
        lambda k, n: comb(n, k),
        {"the order matters": lambda k, n: n * (n - 1) * (n - 2 if k == 3 else 1), "may repeat": lambda k, n: n**k},
    ),
    "opt-graph-edges": Solver(
        lambda n: n * (n - 1) // 2,
        {"counts both directions": lambda n: n * (n - 1), "each with itself too": lambda n: n * (n + 1) // 2},
    ),
    "opt-subsets": Solver(
        lambda n: 2**n, {"leaves out the empty set": lambda n: 2**n - 1, "two for each feature": lambda n: 2 * n}
    ),
    "opt-tree-edges": Solver(
        lambda n: n - 1, {"as many as nodes": lambda n: n, "all pairs": lambda n: n * (n - 1) // 2}
    ),
}
