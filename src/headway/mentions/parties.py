"""Teams one works with: `work closely with Product, Data Science and Legal` asks for no data science."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from headway.mentions.words import load_words

_REACH = 220
_AHEAD = 120
_LONGEST_ITEM = 3
"""Words in an item of such a list."""
_SENTENCE_END = re.compile(r"[.;!?] ")
_CLAUSE_END = re.compile(r"[.;:()–—]| - ")
_PARTS = re.compile(r"\s*(?:,\s*(?:(?:and|or)\s|&)?|/|&|\s(?:and|or|as well as)\s)\s*", re.IGNORECASE)
_OPENS = re.compile(
    r".*\b(?:with|across|between|alongside|including|like|such as|e\.g\.,?|from)"
    r"(?: (?:our|the|other|internal|your|all|various|both)\b)*[ (:]+|.*\w \("
)
"""The part of a sentence in which the first item of such a list stands, up to the item."""
_BESIDE = re.compile(r"(?:[,/&]|\b(?:and|or)) *(?:[\w-]+ )?\Z")
_BEHIND = re.compile(r"(?: [\w'’-]+){0,2}\s*(?:[,/&]|\b(?:and|or|as well as) )")


def is_party(text: str, line: int, start: int, end: int) -> bool:
    """Whether a name is one of the teams that a sentence says one works with. line: where its line starts.

    It is an item of a list with a plain department (`Product`, `Legal`), behind `partner closely with`, `across teams
    such as` and their like. A list that ends in something made is none (`work with risk and compliance systems`).
    """
    if not (_BEHIND.match(text, end) or _BESIDE.search(text[max(line, start - 30) : start])):
        return False
    if text[start:end].rpartition(" ")[2].lower() in load_words().no_team:
        return False
    head, before = _items_before(_SENTENCE_END.split(text[max(line, start - _REACH) : start])[-1])
    tail = _tail().search(head[-_AHEAD:].lower())
    if tail is None or not (tail["teams"] or _verbs().search(head.lower())):
        return False
    stop = text.find("\n", end, end + _AHEAD)
    behind = _items_behind(text[end : stop if stop >= 0 else end + _AHEAD])
    return behind is not None and any(_department().match(item) for item in (*behind, *before))


def _items_before(before: str) -> tuple[str, list[str]]:
    """What stands before the list in front of a place, empty for none, and the items of the list before the place.

    A started item (`Fraud ` before Analytics) is left out.
    """
    joints = [(0, 0), *(joint.span() for joint in _PARTS.finditer(before)), (len(before), len(before))]
    items: list[str] = []
    for (_, first), (last, _) in reversed(list(pairwise(joints))):
        item = before[first:last]
        opened = _OPENS.match(item)
        words = item[opened.end() if opened else 0 :].split()
        own = last == len(before)
        if len(words) > (1 if own else _LONGEST_ITEM) or not load_words().clause_goes_on.isdisjoint(words):
            break
        if words[:1] == ["you"] or (own and words and words[0].endswith("ing")):
            break
        if not own:
            items.append(" ".join(words))
        if opened:
            return before[: first + opened.end()], items
    return "", []


def _items_behind(after: str) -> list[str] | None:
    """The items of the list behind a place, of the last one its first words; None where the name is no item of it."""
    parts, words = _PARTS.split(_CLAUSE_END.split(after)[0]), load_words()
    own = parts[0].lower().split()
    closed = words.groups | words.clause_goes_on
    if own and closed.isdisjoint(own[:2]) and (len(own) > 1 or len(parts) == 1):
        return None  # `risk and banking operations`
    items: list[str] = []
    for part in parts[1:] if not own or own[0] not in words.clause_goes_on else ():
        items.append(" ".join(part.split()[:_LONGEST_ITEM]))
        if part.count(" ") >= _LONGEST_ITEM:
            break
    return None if any(word in words.no_team for item in (*own[:1], *items) for word in item.lower().split()) else items


@cache
def _department() -> re.Pattern[str]:
    words = load_words()
    goes_on = "|".join(sorted(words.clause_goes_on))
    listed = f"(?:{_any(words.departments)})(?: (?:{_any(words.groups)}))?"
    return re.compile(rf"{listed}(?=\Z| (?:{goes_on})\b)", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    """What stands right before a list of teams; `teams` where it names them itself (`leaders across`)."""
    groups, listing = _any(load_words().groups), r"[ ,(–—-]+(?:including|like|such as|e\.g\.,?|from|across)"
    between = rf"(?: (?:our|the|other|internal|your|all|various|both|{groups}),?)*(?:{listing})?[ :]*\Z"
    return re.compile(rf"\b(?:(?:with|across|between|alongside)|(?P<teams>(?:{groups}){listing})){between}")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:work|{_any(load_words().signals['parties']).replace(' ', '[ -]')})")


def _any(listed: Iterable[str]) -> str:
    return "|".join(sorted(map(str, listed), key=lambda each: (-len(each), each)))
