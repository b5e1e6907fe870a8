"""Second solvers: tools, by small histories, caches and lists of cases."""

from itertools import product


def grown(history, parents, count, name):
    """The newest commit after `count` new ones on top of `parents`."""
    for number in range(count):
        history[name, number] = parents
        parents = [(name, number)]
    return parents


def listed(history, tips):
    """Commits that can be reached from some."""
    seen, waiting = set(), list(tips)
    while waiting:
        commit = waiting.pop()
        if commit not in seen:
            seen.add(commit)
            waiting += history[commit]
    return len(seen)


def merged(m, b, n):
    history = {}
    base = grown(history, [], m, "main")
    both = grown(history, base, b, "branch") + grown(history, base, n, "later")
    return listed(history, grown(history, both, 1, "merge"))


def squashed(m, b):
    history = {}
    base = grown(history, [], m, "main")
    grown(history, base, b, "branch")
    return listed(history, grown(history, base, 1, "squash"))


def gone_back(m, k):
    history = {}
    tip = grown(history, [], m, "main")
    for _ in range(k):
        tip = history[tip[0]]
    return listed(history, grown(history, tip, 1, "new"))


def rebuilt(n, k):
    """Instructions whose cached layer is stale: their own input or a layer below has changed."""
    stale = [False]
    for number in range(1, n + 1):
        stale.append(stale[-1] or number == k)
    return sum(stale)


def put_in(m, c):
    left, count = (m - 2) * 1024, 0
    while left >= c:
        left, count = left - c, count + 1
    return count


def missing_layers(a, b, c):
    had, new = {("base", a), ("packages", b), ("code", "old")}, {("base", a), ("packages", b), ("code", c)}
    return sum(size for _, size in new - had)


SECOND = {
    "git-merge-commit-count": merged,
    "git-squash-commit-count": squashed,
    "git-reset-then-commit": gone_back,
    "docker-port-of-the-host": lambda a, b: int(f"-p {a}:{b}".split()[1].partition(":")[0]),
    "docker-layers-rebuilt": rebuilt,
    "docker-containers-that-fit": put_in,
    "docker-pull-changed-layer": missing_layers,
    "linux-rights-of-a-mode": lambda u, g, o: f"{int(f'{u}{g}{o}', 8):b}".count("1"),
    "se-tests-of-all-combinations": lambda a, b: len(list(product(range(a), range(b), (True, False)))),
    "se-coverage-after-growth": lambda h, n, k: sum([100] * h + [0] * (n - h + k)) / (n + k),
    "se-paths-through-ifs": lambda n: len(set(product((True, False), repeat=n))),
    "se-retries-of-a-call": lambda p, r: sum((1 - p) * p**failed for failed in range(r + 1)),
}
