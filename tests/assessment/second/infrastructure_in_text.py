"""Second solvers: infrastructure written as text, by listing the resources."""


def listed(k, c, e):
    names = []
    for stage in range(e):
        names += [(stage, each) for each in range(k - 1)] + [(stage, k, copy) for copy in range(c)]
    return len(set(names))


SECOND = {
    "tf-resources-of-three-stages": listed,
    "tf-added-and-destroyed": lambda n, m, b: len(set(range(n)) ^ set(range(n - b, n - b + m))),
}
