"""Solvers: Git, containers, the shell, design."""

from math import ceil

from headway.assessment.templates.solving import Solver


def room(m: float, c: float) -> float:
    """Containers of c MB in m GB."""
    return m * 1024 / c


SOLVERS = {
    "git-merge-commit-count": Solver(
        lambda m, b, n: m + b + n + 1,
        {
            "forgets the merge commit": lambda m, b, n: m + b + n,
            "a merge brings one commit only": lambda m, b, n: m + n + 1,
        },
    ),
    "git-squash-commit-count": Solver(
        lambda m, b: m + 1,
        {"squashing keeps the commits": lambda m, b: m + b, "keeps them and adds one": lambda m, b: m + b + 1},
    ),
    "git-reset-then-commit": Solver(
        lambda m, k: m - k + 1,
        {
            "a reset is a commit that takes back": lambda m, k: m + 2,
            "a reset keeps the commits": lambda m, k: m + 1,
            "forgets the new commit": lambda m, k: m - k,
        },
    ),
    "docker-port-of-the-host": Solver(lambda a, b: a, {"the port inside": lambda a, b: b}),
    "docker-layers-rebuilt": Solver(
        lambda n, k: n - k + 1,
        {"only the changed one": lambda n, k: 1, "only those after it": lambda n, k: n - k, "all": lambda n, k: n},
    ),
    "docker-containers-that-fit": Solver(
        lambda m, c: room(m - 2, c) // 1,
        {"forgets the system": lambda m, c: room(m, c) // 1, "rounds up": lambda m, c: ceil(room(m - 2, c))},
    ),
    "docker-pull-changed-layer": Solver(
        lambda a, b, c: c,
        {"the whole image": lambda a, b, c: a + b + c, "the layers below it": lambda a, b, c: a + b},
    ),
    "linux-rights-of-a-mode": Solver(
        lambda u, g, o: sum(digit.bit_count() for digit in (u, g, o)),
        {
            "adds the digits": lambda u, g, o: u + g + o,
            "a digit is a right": lambda u, g, o: sum(digit > 0 for digit in (u, g, o)),
        },
    ),
    "se-tests-of-all-combinations": Solver(
        lambda a, b: 2 * a * b, {"each value once": lambda a, b: a + b + 2, "forgets the flag": lambda a, b: a * b}
    ),
    "se-coverage-after-growth": Solver(
        lambda h, n, k: 100 * h / (n + k),
        {
            "new lines do not count": lambda h, n, k: 100 * h / n,
            "new lines count as tested": lambda h, n, k: 100 * (h + k) / (n + k),
        },
    ),
    "se-paths-through-ifs": Solver(
        lambda n: 2**n, {"one more than conditions": lambda n: n + 1, "two for each condition": lambda n: 2 * n}
    ),
    "se-retries-of-a-call": Solver(
        lambda p, r: 1 - p ** (r + 1),
        {"the first try is a retry": lambda p, r: 1 - p**r, "adds the chances": lambda p, r: (r + 1) * (1 - p)},
    ),
}
