"""Sentences and brackets around a place in a line."""

import re
from typing import Final

FURTHEST: Final = 600
"""Characters looked at on either side: time stays in proportion to the text."""

_END = re.compile(r"[.!?;](?=[\s)\"”’]|$)|[。；]|\s[–—•|]\s|\n")
_SHORT = re.compile(
    r"(?:\be\.g|\bi\.e|\betc|\bvs|\bincl|\bmin|\bapprox|\bph\.d|\bb\.s|\bm\.s|\bb\.a|\bm\.a|"
    r"\bu\.s|\bsr|\bjr|\bno|\bb\.sc|\bm\.sc|\bbsc|\bmsc)\.?$"
)


def sentence_around(low: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """The sentence that holds start to end, within left to right; of an endless one the part near by."""
    left, right = max(left, start - FURTHEST), min(right, end + FURTHEST)
    begin, finish = left, right
    for mark in _END.finditer(low, left, right):
        if mark[0] == "." and _SHORT.search(low, max(left, mark.start() - 6), mark.start()):
            continue
        if mark.end() <= start:
            begin = mark.end()
        elif mark.start() >= end:
            finish = mark.start()
            break
    return begin, finish


def brackets_around(low: str, start: int, end: int, left: int, right: int) -> tuple[int, int] | None:
    """The inside of the round brackets that hold start to end, within left to right; None when there are none."""
    left, right = max(left, start - FURTHEST), min(right, end + FURTHEST)
    opening = low.rfind("(", left, start)
    if opening < 0 or low.find(")", opening, start) >= 0:
        return None
    closing = low.find(")", end, right)
    return opening + 1, closing if closing >= 0 else right
