"""Adverts of one job put together: bands of MinHash numbers within employer and title, checked, then joined.

Linear in adverts: each band is one sort of 64-bit numbers, each advert is compared with the first and the one before it
of its bucket only, and joined groups are found by union-find over the pairs that pass.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from headway.market.signature import PERMUTATIONS

Numbers = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.int64]
Signatures = npt.NDArray[np.uint32]

ALIKE: Final = 0.6
"""Share of equal MinHash numbers from which two texts of one job are copies; measured in docs/method/copies.md."""
BAND: Final = 4
"""Numbers of a band; 32 bands meet at a likeness of 0.7 with a chance of 0.9998, at 0.6 of 0.988."""
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(29)
_STEP: Final = 100_000


def groups_of(jobs: Numbers, titles: Numbers, companies: Numbers, digests: Numbers, signatures: Signatures) -> Indices:
    """For each advert the least index of its group.

    jobs: key of employer and title. titles, companies: keys of each alone; company 0: none is named. digests: of the
    text, 0 where there is none. signatures: one row each; rows of zeros (no text) are alike to nothing.
    """
    size = len(jobs)
    same = _same_text(jobs, digests)
    is_first = np.ones(size, bool)
    is_first[same % size] = False
    usable = np.flatnonzero(is_first & signatures.any(axis=1))
    codes = [same, _unnamed(titles, companies, digests)]
    for start in range(0, PERMUTATIONS, BAND):
        keys = _mixed(jobs[usable], signatures[usable, start : start + BAND])
        codes.append(_alike(usable, keys, jobs, signatures))
    return _joined(np.unique(np.concatenate(codes)), size)


def _same_text(jobs: Numbers, digests: Numbers) -> Indices:
    """Adverts of one job with the very same text, each with the first of them. A pair is one number, a * size + b."""
    rows = np.flatnonzero(digests)
    keys = (jobs[rows] ^ digests[rows] * _MIX) * _MIX
    first, other = _buckets(keys)
    return rows[first] * len(jobs) + rows[other]


def _buckets(keys: Numbers) -> tuple[Indices, Indices]:
    """Each position whose key stands before, too, with the first position of that key."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    opens = np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(keys) else np.empty(0, bool)
    first = order[np.flatnonzero(opens)[np.cumsum(opens) - 1]] if len(keys) else order
    return first[~opens], order[~opens]


def _mixed(jobs: Numbers, band: Signatures) -> Numbers:
    key = jobs.copy()
    for column in band.T:
        key = (key ^ column) * _MIX
        key ^= key >> _SHIFT
    return key


def _alike(rows: Indices, keys: Numbers, jobs: Numbers, signatures: Signatures) -> Indices:
    """Pairs within a bucket, checked: each row with the bucket's first and with the one before it."""
    order = np.argsort(keys, kind="stable")
    follows = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    first, other = _buckets(keys)
    a = rows[np.concatenate([first, order[follows]])]
    b = rows[np.concatenate([other, order[follows + 1]])]
    codes = np.unique(a * len(jobs) + b)
    return codes[_checked(*np.divmod(codes, len(jobs)), jobs, signatures)]


def _checked(a: Indices, b: Indices, jobs: Numbers, signatures: Signatures) -> npt.NDArray[np.bool_]:
    passed: npt.NDArray[np.bool_] = jobs[a] == jobs[b]
    for start in range(0, len(a), _STEP):
        part = slice(start, start + _STEP)
        passed[part] &= likeness(signatures[a[part]], signatures[b[part]]) >= ALIKE
    return passed


def likeness(a: Signatures, b: Signatures) -> npt.NDArray[np.float64]:
    """Estimate of the share of word runs in common, row by row; standard error at most 0.045."""
    share: npt.NDArray[np.float64] = (a == b).mean(axis=1)
    return share


def _unnamed(titles: Numbers, companies: Numbers, digests: Numbers) -> Indices:
    """Adverts that name no employer go to the only one whose advert has the very same title and text."""
    rows = np.flatnonzero(digests)
    keys = (titles[rows] ^ digests[rows] * _MIX) * _MIX
    order = np.lexsort((companies[rows], keys))
    rows, keys = rows[order], keys[order]
    if not len(rows):
        return np.empty(0, np.int64)
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    ends = np.append(starts[1:], len(rows)) - 1
    named = companies[rows]
    pairs: list[int] = []
    for start, end in zip(starts[ends > starts], ends[ends > starts], strict=True):
        nameless = start + int(np.searchsorted(named[start : end + 1], 0, side="right"))
        if start < nameless <= end and named[nameless] == named[end]:
            pairs += [int(rows[at]) * len(titles) + int(rows[end]) for at in range(start, nameless)]
    return np.array(pairs, np.int64)


def _joined(codes: Indices, size: int) -> Indices:
    """Union-find over pairs a * size + b; the least index stands for its group."""
    above = np.arange(size)

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = int(above[at])
        return at

    for a, b in zip(*(each.tolist() for each in np.divmod(codes, size)), strict=True):
        one, other = top(a), top(b)
        if one != other:
            above[max(one, other)] = min(one, other)
    while not np.array_equal(above, above[above]):
        above = above[above]
    return above
