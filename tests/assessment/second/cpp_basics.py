"""Second solvers: C++, by doing what the program does with fixed-size numbers and with lists."""

import ctypes
from collections import defaultdict


def divided(a, b):
    count = 0
    while a - b >= 0:
        a, count = a - b, count + 1
    return sum(b for _ in range(count))


def called(a, b):
    box = [b]

    def f(x, y):
        x += 10
        y[0] += 20

    f(a, box)
    return a + box[0]


def owners(n):
    """References by name: p, those in the vector; q ends with its block."""
    held = ["p", "q"]
    held.remove("q")
    held += [f"v[{i}]" for i in range(n)]
    return len(held)


def looked(s):
    count = defaultdict(int)
    for letter in s:
        count[letter] += 1
    return len(count) if count["z"] == 0 else 0


def vectors(x, y):
    a = [x, y]
    b, c = a.copy(), a
    b[0], c[1] = 100, 50
    return sum(a)


SECOND = {
    "cpp-division-of-whole-numbers": divided,
    "cpp-copy-and-reference": called,
    "cpp-vector-of-equal-values": lambda n, x: sum([*[x] * n, 4]),
    "cpp-byte-wraps-around": lambda a, b: ctypes.c_uint8(a + b).value,
    "cpp-owners-of-a-pointer": owners,
    "cpp-look-into-a-map": looked,
    "cpp-copy-of-a-vector": vectors,
}
