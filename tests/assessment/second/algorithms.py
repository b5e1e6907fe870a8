"""Second solvers: algorithms, by running or counting."""

from math import log


def probes(n: int) -> int:
    """The most elements that a real binary search looks at, over all places and gaps."""

    def looked(x: float) -> int:
        low, high, count = 0, n, 0
        while low < high:
            middle = (low + high) // 2
            count += 1
            if middle == x:
                return count
            low, high = (middle + 1, high) if middle < x else (low, middle)
        return count

    return max(looked(x / 2) for x in range(-1, 2 * n + 1))


def calls(n: int) -> int:
    return sum(1 for i in range(n) for _ in range(i))


SECOND = {
    "algo-binary-search-steps": probes,
    "algo-nested-loop-count": calls,
    "algo-growth-quadratic": lambda t, m: t * m * m / 1_000_000,
    "algo-growth-nlogn": lambda t: t * (1e6 * log(1e6)) / (1e3 * log(1e3)),
}
