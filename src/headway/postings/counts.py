"""How many of a list are asked for: `at least two of: A, B, C` asks for two of three, `one or more of` for one."""

import re
from functools import cache
from typing import Final

from headway.postings.words import PhraseWords, load

REACH: Final = 90
"""Characters before a list in which its number may stand."""
MOST: Final = 0
"""Stands for `most of`: more than half, however many there are."""
_LIST_BEGINS = r"(?:,? ?\(?(?:e\.g\.?,?|such as|like|including|for example,?|for instance,?|z\.b\.))?[\s:(*_–-]*$"


def count_before(low: str, left: int, start: int) -> int:
    """How many of the list that begins at start are asked for; 1 where nothing says otherwise. MOST for most."""
    left = max(left, start - REACH)
    found = _pattern().search(low, left, start) if _number_word().search(low, left, start) else None
    return 1 if found is None else _number(found[1] or found[2] or found[3])


def wanted_of(count: int, members: int) -> int:
    """A count that so many members can meet. What a list names beside them is not known, so no more is asked for."""
    return max(1, min(members // 2 + 1 if count == MOST else count, members))


def _number(word: str) -> int:
    return next((number for number, words in load(PhraseWords).counts.items() if word in words), 1)


@cache
def _number_word() -> re.Pattern[str]:
    """Any of the words, looked for first: most texts before a list hold none."""
    return re.compile("|".join(re.escape(word) for words in load(PhraseWords).counts.values() for word in words))


@cache
def _pattern() -> re.Pattern[str]:
    """`at least two languages (`, `two or more of these tools:`, `any 2 of `, up to where the list begins."""
    words = load(PhraseWords)
    listed = sorted({word for each in words.counts.values() for word in each}, key=len, reverse=True)
    number = rf"({'|'.join(map(re.escape, listed))})(?: \(\d\+?\))?"
    kinds = "|".join(sorted(words.kinds | words.counted_kinds))
    noun = rf"(?: (?!{'|'.join(words.not_counted)})[\w/+&’'-]+){{0,8}}"
    one_of = rf"\b{number}(?: or more|\+)? (?:of|der|den|des|de|van)\b"
    at_least = rf"\b(?:at least|minimum(?: of)?|min\.?|any|mindestens|au moins|al menos|minstens) {number}"
    or_more = rf"\b{number}(?: or more|\+)"
    kind = rf"(?:{noun} (?:{kinds})\b(?: [\w/+&’'-]+){{0,3}})"
    return re.compile(rf"(?:{one_of}{noun}|(?:{at_least}|{or_more}){kind}){_LIST_BEGINS}")
