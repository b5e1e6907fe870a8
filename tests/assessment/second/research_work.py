"""Second solvers: research work, by writing the runs down."""

from itertools import product


def runs(n, s):
    parts = frozenset(range(n))
    variants = {parts} | {parts - {part} for part in parts}
    return len([(variant, seed) for variant in variants for seed in range(s)])


SECOND = {
    "rm-runs-of-an-ablation": runs,
    "rm-smallest-of-many": lambda k, p: min(sum(p for _ in range(k)), 1.0),
    "rm-hours-of-a-search": lambda a, b, s, h: sum(h for _ in product(range(a), range(b), range(s))),
}
