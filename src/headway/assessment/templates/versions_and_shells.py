"""Solvers: versions and shells."""

from headway.assessment.templates.solving import Solver


def mode(u: int, asked: int = 0o666) -> int:
    """The mode a file gets, as three octal digits read as a decimal number."""
    return int(f"{asked & ~int(str(u), 8):o}")


SOLVERS = {
    "git-commits-after-changes": Solver(
        lambda n: n + 1, {"the first one forgotten": lambda n: n, "one for the file": lambda n: 1}
    ),
    "git-still-untracked": Solver(
        lambda n, k: n - k,
        {"nothing was tracked": lambda n, k: n, "those that were added": lambda n, k: k, "none left": lambda n, k: 0},
    ),
    "git-branches-that-are-left": Solver(
        lambda k, m: 1 + k - m,
        {
            "main forgotten": lambda k, m: k - m,
            "deleting hides nothing": lambda k, m: 1 + k,
            "only main is left": lambda k, m: 1,
        },
    ),
    "git-log-after-a-revert": Solver(
        lambda m: m + 1, {"the commit is taken out": lambda m: m - 1, "the commit is replaced": lambda m: m}
    ),
    "git-lines-added-after-staging": Solver(
        lambda a, b, c: a + b,
        {
            "commits what stands in the file": lambda a, b, c: a + b + c,
            "commits what came after": lambda a, b, c: a + c,
            "commits nothing new": lambda a, b, c: a,
        },
    ),
    "git-log-after-a-rebase": Solver(
        lambda m, b, n: m + n + b,
        {
            "adds a merge commit": lambda m, b, n: m + n + b + 1,
            "leaves main's new ones out": lambda m, b, n: m + b,
            "keeps the old copies too": lambda m, b, n: m + n + 2 * b,
        },
    ),
    "git-log-after-cherry-picks": Solver(
        lambda m, b: m + 2,
        {"takes the branch": lambda m, b: m + b, "copies nothing": lambda m, b: m, "merges": lambda m, b: m + b + 1},
    ),
    "git-range-of-two-dots": Solver(
        lambda a, b: b + 3,
        {
            "merge commit forgotten": lambda a, b: b + 2,
            "main's commits too": lambda a, b: a + b + 3,
            "since the merge": lambda a, b: 2,
        },
    ),
    "git-log-of-first-parents": Solver(
        lambda m, b: m + 3,
        {
            "every commit": lambda m, b: m + 3 * b + 3,
            "no merge commits": lambda m, b: m + 3 * b,
            "main before the merges": lambda m, b: m,
        },
    ),
    "linux-wait-for-both": Solver(
        lambda a, b, c: max(a, b) + c,
        {
            "one after the other": lambda a, b, c: a + b + c,
            "waits for the first to end": lambda a, b, c: min(a, b) + c,
            "waits for nothing": lambda a, b, c: c,
        },
    ),
    "linux-mode-under-a-umask": Solver(
        mode,
        {
            "from 777": lambda u: mode(u, 0o777),
            "subtracts": lambda u: 666 - u,
            "the umask is the mode": lambda u: u,
        },
    ),
}
