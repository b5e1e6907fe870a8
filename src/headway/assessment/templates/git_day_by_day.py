"""Solvers: Git day by day."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "git-own-commits-after-a-clone": Solver(
        lambda a, b: a + b, {"a clone begins anew": lambda a, b: b, "commits go to the server": lambda a, b: a}
    ),
    "git-commits-that-were-pushed": Solver(
        lambda a, b, c: a + b,
        {
            "a commit is a push": lambda a, b, c: a + b + c,
            "a push replaces": lambda a, b, c: b,
            "a push is one commit": lambda a, b, c: a + 1,
        },
    ),
    "git-tracked-after-adding": Solver(
        lambda n, k: n + 2,
        {"all in the folder": lambda n, k: n + k, "none before a commit": lambda n, k: n, "new ones": lambda n, k: 2},
    ),
    "git-lines-of-a-diff": Solver(
        lambda n, k, m: k + m,
        {
            "what is left over": lambda n, k, m: k - m,
            "the new file": lambda n, k, m: n - k + m,
            "those taken out": lambda n, k, m: k,
        },
    ),
    "git-commits-after-amending": Solver(
        lambda m: m + 1,
        {"amending adds": lambda m: m + 3, "amending takes out": lambda m: m - 1, "adds once": lambda m: m + 2},
    ),
    "git-log-after-fast-forward": Solver(
        lambda m, b: m + b,
        {
            "adds a merge commit": lambda m, b: m + b + 1,
            "only a merge commit": lambda m, b: m + 1,
            "none": lambda m, b: m,
        },
    ),
}
