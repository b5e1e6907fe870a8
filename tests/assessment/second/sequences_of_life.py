"""Second solvers: sequences of life, by writing the sequences out and adding what is left."""

from fractions import Fraction
from math import factorial


def gc(a, c, g, t):
    written = "A" * a + "C" * c + "G" * g + "T" * t
    return sum(base in "GC" for base in written) / len(written) * 100


def uncovered(c):
    """What is left by bases with one read and more."""
    total = sum(Fraction(c**k, factorial(k)) for k in range(60))
    return float(100 * (1 - sum(Fraction(c**k, factorial(k)) for k in range(1, 60)) / total))


def acids(n):
    codons = ["start", *["middle"] * (len(range(0, n, 3)) - 2), "stop"]
    return sum(codon != "stop" for codon in codons)


def wrong(k, q):
    """Ten less quality is ten times as many."""
    return sum(0.1 ** (q / 10) for _ in range(k))


def by_chance(n, m, p):
    found_true = Fraction(m * p, 100)
    found = found_true + Fraction(n - m, 20)
    return float(100 - 100 * found_true / found)


SECOND = {
    "bio-gc-of-a-sequence": gc,
    "bio-reads-over-a-base": lambda g, n, k: sum([k / g] * n),
    "bio-bases-without-a-read": uncovered,
    "bio-amino-acids-of-a-gene": acids,
    "bio-wrong-bases-of-a-read": wrong,
    "bio-genes-found-by-chance": by_chance,
}
