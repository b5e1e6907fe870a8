"""Second solvers: decisions, risks, attacks, by going through the cases."""

from itertools import product


def ways(n, p, a, b):
    faulty = n * p // 100
    costs = {"all": sum(a for _ in range(n)), "none": sum(b for _ in range(faulty))}
    return min(costs.values())


def once(p, k):
    """The chance that it comes first at the first, second, ... time."""
    happened, not_yet = 0.0, 1.0
    for _ in range(k):
        happened, not_yet = happened + not_yet * p / 100, not_yet * (1 - p / 100)
    return happened


def knowing(g, p, w):
    """The mean of the best choice in each case, less the best mean of one choice for both."""
    cases = ((p, {"go": g, "stay": 0}), (1 - p, {"go": -w, "stay": 0}))
    told = sum(chance * max(choice.values()) for chance, choice in cases)
    blind = max(sum(chance * choice[act] for chance, choice in cases) for act in ("go", "stay"))
    return told - blind


def insured(n, x, d, c):
    return sum(x - max(0, x - d) for _ in range(n)) + c


SECOND = {
    "dec-expected-gain": lambda g, p, w: g - (1 - p) * (g + w),
    "dec-worth-of-knowing": knowing,
    "dec-answers-that-pay": lambda c, g: (
        next(share for share in range(1, 100_000) if share / 1e5 * g - c > -1e-9) / 1e3
    ),
    "dec-months-until-paid-back": lambda c, r, s: 1 / (s / c - r / c),
    "dec-check-all-or-none": ways,
    "rk-at-least-once": lambda p, y: once(p, y),
    "rk-worth-of-a-guard": lambda w, a, m, b: a / 100 * w - (b / 100 * w + m),
    "rk-two-guards-miss": lambda a, b, n: (n - n * (100 - a) / 100) * (1 - (100 - b) / 100),
    "rk-loss-above-the-limit": insured,
    "rt-no-success-in-many": lambda n: sum(1 / n for _ in range(3)),
    "rt-patient-attacker": once,
    "rt-prompts-of-a-plan": lambda c, s, k, r: len(list(product(range(c), range(s), range(k), range(r)))),
}
