"""Solvers: code that lasts."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "se-open-faults-after-days": Solver(
        lambda n, k, m, d: n - d * (k - m),
        {
            "no new ones": lambda n, k, m, d: n - d * k,
            "one day": lambda n, k, m, d: n - k + m,
            "the list grows": lambda n, k, m, d: n + d * (k - m),
        },
    ),
    "se-minutes-of-a-pipeline": Solver(
        lambda a, b, c, n: n * (max(a, b) + c),
        {
            "one after the other": lambda a, b, c, n: n * (a + b + c),
            "changes side by side": lambda a, b, c, n: max(a, b) + c,
            "waits for the quicker": lambda a, b, c, n: n * (min(a, b) + c),
        },
    ),
    "se-dependencies-at-most": Solver(
        lambda n: n * (n - 1),
        {"one direction": lambda n: n * (n - 1) / 2, "also itself": lambda n: n * n, "one each": lambda n: n - 1},
    ),
    "se-dependencies-in-layers": Solver(
        lambda n: n * (n - 1) / 2,
        {"both directions": lambda n: n * (n - 1), "only the next below": lambda n: n - 1, "all": lambda n: n * n},
    ),
    "se-branches-taken": Solver(
        lambda n, k: 100 * (n + k) / (2 * n),
        {
            "those taken both ways": lambda n, k: 100 * k / n,
            "lines, not branches": lambda n, k: 100,
            "the others count for nothing": lambda n, k: 100 * k / (2 * n),
        },
    ),
    "se-mutants-that-live": Solver(
        lambda m, k, e: 100 * k / (m - e),
        {
            "all copies": lambda m, k, e: 100 * k / m,
            "equals count as found": lambda m, k, e: 100 * (k + e) / m,
            "those that live": lambda m, k, e: 100 * (m - k) / m,
        },
    ),
}
