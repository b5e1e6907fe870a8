"""Solvers: C++."""

from headway.assessment.templates.solving import Solver

BYTE = 256

SOLVERS = {
    "cpp-division-of-whole-numbers": Solver(
        lambda a, b: a // b * b,
        {
            "division keeps the rest": lambda a, b: a,
            "rounds up": lambda a, b: -(-a // b) * b,
            "forgets the product": lambda a, b: a // b,
        },
    ),
    "cpp-copy-and-reference": Solver(
        lambda a, b: a + b + 20,
        {"both are copies": lambda a, b: a + b, "both are references": lambda a, b: a + b + 30},
    ),
    "cpp-vector-of-equal-values": Solver(
        lambda n, x: n * x + 4,
        {"holds the two numbers": lambda n, x: n + x + 4, "forgets the last": lambda n, x: n * x},
    ),
    "cpp-byte-wraps-around": Solver(
        lambda a, b: (a + b) % BYTE,
        {
            "a byte grows": lambda a, b: a + b,
            "stays at the largest": lambda a, b: BYTE - 1,
            "wraps at 255": lambda a, b: (a + b) % (BYTE - 1),
        },
    ),
    "cpp-owners-of-a-pointer": Solver(
        lambda n: n + 1,
        {
            "the one of the block still counts": lambda n: n + 2,
            "a vector holds copies of the number": lambda n: 1,
            "a vector counts once": lambda n: 2,
        },
    ),
    "cpp-look-into-a-map": Solver(
        lambda s: len(set(s)) + 1,
        {"looking puts nothing in": lambda s: len(set(s)), "an entry for each letter": lambda s: len(s)},
    ),
    "cpp-copy-of-a-vector": Solver(
        lambda x, y: x + 50,
        {
            "a copy shares": lambda x, y: 150,
            "a reference is a copy": lambda x, y: x + y,
            "exchanges the two": lambda x, y: 100 + y,
        },
    ),
}
