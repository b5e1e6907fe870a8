"""Solvers: deciding under limits."""

from headway.assessment.templates.solving import Solver


def best(a: float, b: float, n: float, m: float) -> float:
    """The best corner of x + y <= n, 2 x + y <= m."""
    return max(b * n, a * m / 2, a * (m - n) + b * (2 * n - m))


SOLVERS = {
    "op-two-products-two-limits": Solver(
        best,
        {
            "only the dearer one": lambda a, b, n, m: a * m / 2,
            "only the cheaper one": lambda a, b, n, m: b * n,
            "forgets the steel": lambda a, b, n, m: a * n,
        },
    ),
    "op-one-step-down": Solver(
        lambda c, x, r: x - r * 2 * c * x,
        {
            "goes up": lambda c, x, r: x + r * 2 * c * x,
            "the value for the slope": lambda c, x, r: x - r * c * x * x,
            "forgets the two": lambda c, x, r: x - r * c * x,
        },
    ),
    "op-what-fits-into-the-bag": Solver(
        lambda v, w: max(v, 2 * w),
        {
            "the most valuable first": lambda v, w: v,
            "one of each": lambda v, w: v + w,
            "all three": lambda v, w: v + 2 * w,
        },
    ),
    "rl-epsilon-after-episodes": Solver(
        lambda e, d, k: e * d**k,
        {"falls in a straight line": lambda e, d, k: e * (1 - k * (1 - d)), "once only": lambda e, d, k: e * d},
    ),
    "rl-surprise-of-a-step": Solver(
        lambda v, r, w, g: r + g * w - v,
        {
            "forgets the discount": lambda v, r, w, g: r + w - v,
            "the target": lambda v, r, w, g: r + g * w,
            "forgets the reward": lambda v, r, w, g: g * w - v,
        },
    ),
    "ci-effect-over-two-groups": Solver(
        lambda a, b, c, d, w: (w * (a - b) + (100 - w) * (c - d)) / 100,
        {
            "both groups count alike": lambda a, b, c, d, w: (a - b + c - d) / 2,
            "exchanges the shares": lambda a, b, c, d, w: ((100 - w) * (a - b) + w * (c - d)) / 100,
            "adds the effects": lambda a, b, c, d, w: a - b + c - d,
        },
    ),
    "ci-only-some-take-it": Solver(
        lambda p, x: x / (p / 100),
        {
            "the offer is the course": lambda p, x: x,
            "a part of the difference": lambda p, x: x * p / 100,
            "half were offered": lambda p, x: x / (p / 200),
        },
    ),
}
