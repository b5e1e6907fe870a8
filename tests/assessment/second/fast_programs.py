"""Second solvers: faster programs, by counting."""

import numpy as np


class Name:
    """Counts how often it is compared."""

    seen = 0

    def __eq__(self, other):
        Name.seen += 1
        return self is other

    __hash__ = None


def compared(n, k):
    names, Name.seen = [Name() for _ in range(n)], 0
    for _ in range(k):
        assert Name() not in names
    return Name.seen


SECOND = {
    "pf-looks-into-a-list": compared,
    "pf-numbers-of-half-the-size": lambda n, c: n * c * (np.dtype("float64").itemsize - np.dtype("float32").itemsize),
    "pf-which-step-to-mend": lambda a, b, c: a + b + c - min(a / 2 + b + c, a + b + c / 10),
}
