"""Second solvers: data structures, by counting."""


def depth(n: int) -> int:
    levels = 0
    while n > 0:
        n, levels = (n - 1) // 2, levels + 1
    return levels


SECOND = {"ds-tree-depth": depth}
