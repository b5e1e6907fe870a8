"""Which candidates stand: the longest name first, and heads shared by two (`supervised and unsupervised learning`)."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from headway.mentions.fold import fold_name
from headway.mentions.patterns import Patterns
from headway.mentions.scan import Candidate
from headway.mentions.words import load_words

_GAP = re.compile(
    r"\s*[)\]]?\s*(?:[,;/|·•&+:(\[]|->|→|and/or|and|or|as well as"
    r"|(?:,|;)?\s*(?:and|or|&|e\.g\.,?|such as|like|including))"
    r"?\s*[(\[]?\s*(?:\n\s*[-–•*▪◦●]?\s*)?"
)
_MODIFIER = re.compile(r"((?:[A-Za-z][\w/-]*\s)?[A-Za-z][\w/-]*)$")
_ACTS = re.compile(r"[A-Za-z]+ing\b")
"""A name that begins by saying what is done: `scaling data` of `scaling data infrastructure`."""
_JOINTS = ("and", "or", "/", "&")
LONGEST_GAP = 16
"""Characters between two items of one list."""
_REACH = 60
_LONG_LIST = 3
_SENSE = 0.001
"""What puts the other meaning of a name before the plain one, of equal length."""
_MOST_MODIFIERS = 4


def longest_first(candidates: Iterable[Candidate], keep: Callable[[Candidate], bool], size: int) -> list[Candidate]:
    """Non-overlapping candidates in text order. One that `keep` refuses frees its place for shorter ones.

    Of two that share words the one that begins first goes before: `agentic AI` of `agentic AI frameworks`.
    """
    taken = bytearray(size)
    kept = []
    for candidate in _by_weight(candidates):
        if taken.find(1, candidate.start, candidate.end) < 0 and keep(candidate):
            taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
            kept.append(candidate)
    kept.sort(key=lambda c: c.start)
    return kept


def _by_weight(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest first, a name's other meaning before its plain one; one that begins within another and goes on
    behind it right after that one, unless that one begins with what is done."""
    found = sorted(candidates, key=lambda c: (c.start, -c.end))
    weights: list[float] = []
    near: list[int] = []
    for number, candidate in enumerate(found):
        near = [each for each in near if found[each].end > candidate.start]
        weight = candidate.end - candidate.start + (_SENSE if candidate.form.strict else 0.0)
        for each in near:
            other = found[each]
            if other.start < candidate.start and other.end < candidate.end and not _ACTS.match(other.surface):
                weight = min(weight, weights[each] - 0.01)
        weights.append(weight)
        near.append(number)
    return [found[number] for number in sorted(range(len(found)), key=lambda each: (-weights[each], found[each].start))]


@lru_cache(maxsize=50_000)
def joins(gap: str) -> bool:
    """Whether what stands between two names makes them items of one list."""
    if gap.strip(" \n\t-–•*▪◦●"):
        return _GAP.fullmatch(gap) is not None
    return "\n" in gap or gap.strip() != ""


def in_one_list(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether two neighbours are items of one list: only a comma, slash, `and`, bullet ... stands between them."""
    size = right.start - left.end
    return 0 < size <= LONGEST_GAP and joins(text[left.end : right.start])


def elided_heads(kept: list[Candidate], text: str, patterns: Patterns) -> list[Candidate]:
    """The first halves of coordinated names: `supervised` before `and unsupervised learning`.

    A word or two before a joint counts when, put before the last word of the name that follows, it is
    itself a known name.
    """
    taken = {position for c in kept for position in (c.start, c.end - 1)}
    found = []
    verbs = _verbs()
    for candidate in kept:
        if text[max(0, candidate.start - 4) : candidate.start].rstrip(" ").endswith(_JOINTS) and (
            (" " in candidate.surface or "-" in candidate.surface)
            and candidate.surface.split(" ", 1)[0].lower() not in verbs
        ):
            found += _modifiers(candidate, text, patterns, taken)
    return found


@cache
def _verbs() -> frozenset[str]:
    words = load_words()
    return words.openers | frozenset(words.before["verb"])


def _modifiers(candidate: Candidate, text: str, patterns: Patterns, taken: set[int]) -> list[Candidate]:
    head, at = fold_name(candidate.surface).rsplit(" ", 1)[-1], candidate.start
    if head not in patterns.heads:
        return []
    found: list[Candidate] = []
    for _ in range(_MOST_MODIFIERS):
        before = text[max(0, at - _REACH) : at]
        stop = _before_joint(before)
        joint = before[stop:]
        if not joint or "\n" in joint or (not found and joint.strip() == ","):
            break
        words = _MODIFIER.search(before, before.rfind(" ", 0, max(before.rfind(" ", 0, stop), 0)) + 1, stop)
        one = words and _named(words[1], head, at - len(before) + stop, patterns)
        if not one or one.start in taken or one.end - 1 in taken:
            break
        one.line = candidate.line
        one.cue = False  # it has no place of its own in the folded text that a cue could be near to
        found.append(one)
        at = one.start
    return found


def _before_joint(before: str) -> int:
    """Where the joint begins that ends a text (`, and `, ` or `, `/`), with the blanks before it; its length: none."""
    none, body = len(before), before.rstrip()
    if body.endswith((",", "/", "&")):
        return len(body[:-1].rstrip())
    word = next((word for word in ("and/or", "and", "or") if body.endswith(word)), None)
    if word is None or len(body) == none:
        return none
    stem = body[: -len(word)]
    bare = stem.rstrip()
    if bare.endswith(",") and word != "and/or":
        return len(bare[:-1].rstrip())
    return len(bare) if len(bare) < len(stem) else none


def _named(words: str, head: str, end: int, patterns: Patterns) -> Candidate | None:
    """The shortest tail of the words (one or two) that makes a name with the head."""
    for modifier in dict.fromkeys((words.split()[-1], words)):
        forms = [f for f in patterns.find_name(f"{fold_name(modifier)} {head}") if f.case == "any"]
        own = {form.skill for form in patterns.find_name(fold_name(modifier))}
        if forms and (not own or forms[0].skill in own):  # in `AI and process automation` AI is a name by itself
            start = end - len(modifier)
            return Candidate(start, end, 0, 0, forms[0], modifier)
    return None


def of_long_lists(pairs: list[tuple[Candidate, Candidate]]) -> set[int]:
    """Items of lists that name enough skills to speak for one another (`web, mobile and backend`)."""
    found: set[int] = set()
    items: list[Candidate] = []
    for a, b in pairs:
        if not items or items[-1] is not a:
            items = [a]
        items.append(b)
        if len(items) >= _LONG_LIST and len({item.form.skill for item in items}) >= _LONG_LIST:
            found.update(item.start for item in items)
    return found


def chains(pairs: list[tuple[Candidate, Candidate]]) -> list[tuple[Candidate, Candidate]]:
    """Each list item with the last item of its list."""
    last: dict[int, Candidate] = {}
    for a, b in reversed(pairs):
        last[a.start] = last.get(b.start, b)
    return [(a, last[a.start]) for a, _ in pairs]
