"""MinHash of a text: two signatures agree in about the share of word runs that the texts have in common.

Each run of three words is a 64-bit polynomial hash of its letters, told from prefix sums in one go (numpy), so that a
signature costs less than reading word by word. The permutations are those of rensa (RMinHash), with a fixed seed.
"""

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import rensa

PERMUTATIONS: Final = 128
RUN: Final = 3
"""Words of one run."""
SEED: Final = 20_261_127
LONGEST: Final = 100_000
"""Bytes of a text that count: two texts with that much in common are one advert, whatever follows."""
_BASE: Final = 0x9E3779B97F4A7C15 | 1
_MIX: Final = np.uint64(0xD6E8FEB86659FD93)
_HALF: Final = np.uint64(32)
Words = npt.NDArray[np.uint64]
_FOLD: Final = bytes(
    32 if code <= 32 or code == 127 else code + 32 if 65 <= code <= 90 else code for code in range(256)
)


def folded_text(text: str) -> bytes:
    """Words between single spaces: equal for texts that differ only in white space and the case of the letters A-Z."""
    raw = text.replace("\xa0", " ").encode("utf-8", "surrogatepass").translate(_FOLD)
    letters = np.frombuffer(raw, np.uint8)
    full = letters != 32
    keep = full.copy()
    keep[:-1] |= full[1:]  # a space stays where a word follows it
    folded: bytes = letters[keep].tobytes()
    return folded.strip()


@lru_cache(maxsize=1)
def _powers() -> tuple[Words, Words]:
    """Powers of the base and of its inverse, modulo 2^64."""
    inverse = pow(_BASE, -1, 1 << 64)
    base = np.full(LONGEST + 1, _BASE, np.uint64)
    back = np.full(LONGEST + 1, inverse, np.uint64)
    base[0] = back[0] = 1
    return np.multiply.accumulate(base), np.multiply.accumulate(back)


def runs_of(folded: bytes) -> Words:
    """Hashes of all runs of RUN words (of the whole text where it has fewer). folded: words between single spaces."""
    letters = np.frombuffer(folded[:LONGEST], np.uint8).astype(np.uint64)
    if not len(letters):
        return np.empty(0, np.uint64)
    powers, back = _powers()
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum((letters + np.uint64(1)) * powers[: len(letters)], out=sums[1:])
    spaces = np.flatnonzero(letters == 32)
    starts = np.concatenate([[0], spaces + 1])
    ends = np.concatenate([spaces, [len(letters)]])[min(RUN, len(starts)) - 1 :]
    starts = starts[: len(ends)]
    hashes: Words = (sums[ends] - sums[starts]) * back[starts]
    hashes ^= hashes >> _HALF
    hashes *= _MIX
    return hashes ^ (hashes >> _HALF)


def signature_of(folded: bytes) -> bytes:
    """PERMUTATIONS numbers, little-endian uint32 each; empty for an empty text."""
    runs = runs_of(folded)
    if not len(runs):
        return b""
    offsets = np.array([0, len(runs)], np.uint64)
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(runs, offsets, PERMUTATIONS, SEED)
    return np.array(matrix.to_rows()[0], "<u4").tobytes()
