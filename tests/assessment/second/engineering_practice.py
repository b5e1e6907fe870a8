"""Second solvers: engineering, by doing it."""


def tested(n):
    """Commits tested until one of n is left, in the worst case."""
    count = 0
    while n > 1:
        n, count = (n + 1) // 2, count + 1
    return count


def sped_up(p, n):
    """A job of a hundred minutes."""
    return 100 / ((100 - p) + p / n)


SECOND = {"eng-debug-bisect": tested, "eng-amdahl": sped_up}
