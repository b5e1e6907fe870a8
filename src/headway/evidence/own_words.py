"""The level that a sentence or list gives a skill: "basic X", "familiar with X, Y", "X beginner", "5 years of X"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from headway.evidence.words import DenialWords, LevelWords, load, pattern

_BEFORE, _BEHIND = 160, 60
"""How far, in characters, such words may stand before a skill and behind it."""

_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n\s*[•*\-–]\s|[|\t•]")
_AND = r"(?:and|und|or|oder|et|ou|y|e|&)"
_LINE_END = re.compile(rf"(?<![,:/&+])(?<!\sand)(?<!\sund)(?<!\sor)(?<!\set)(?<!\sy)\n(?!\s*{_AND}\s)")
"""The end of a line that is no place where a list wraps."""
_JOINS = re.compile(r"[,/&+()]|\b(?:and|or|und|oder|sowie|et|ou|y|e|en|as well as)\b")
_PAIRED = re.compile(r"[/&+]|\b(?:and|or|und|oder|et|ou|y|e|en)\b")
_MOST_WORDS = 3
_YEARS = r"(?<![\d.])(\d{1,2}(?:[.,]\d)?)\s*\+?\s*"
_WORDS = r"(?:\w+\s+){0,2}"

Span = tuple[int, int]


class Own(NamedTuple):
    """The level that a person's own words give a skill.

    word: the rating as it stands there, which says "no more than this" too. Empty where the words set no limit: a
    count of years, "learning", and praise that names no step of a scale ("solid").
    """

    level: int
    word: str = ""


def rating(level: int, word: str) -> Own:
    """A level by a word of self-rating."""
    return Own(level, "" if _no_limit().fullmatch(word) else " ".join(word.split()))


def own_level(
    text: str,
    start: int,
    end: int,
    names: Sequence[Span] = (),
    listed: bool = False,
    dated: bool = False,
    praise: bool = True,
) -> Own | None:
    """The level that the words around text[start:end] claim, 1 to 3; None where they say nothing.

    names: where other skills stand, in order, which a list may hold. listed: in a list of skills, where a line's end
    is a sentence's end. dated: in a job or project, where "some X" says nothing.
    praise: whether "advanced X" speaks of the person; "applied advanced X" speaks of the work.
    """
    behind = _tails().match(text, end, end + _BEHIND)
    if behind is not None:
        return rating(_level_of(_tail_levels(), behind.group(1)), behind.group(1))
    first = max(0, start - _BEFORE)
    before = text[first:start]
    for cut in (_END, _LINE_END) if listed else (_END,):
        before = cut.split(before)[-1]
    first = start - len(before)
    whole = _first_word(before) if listed else 0
    near = names[bisect_left(names, (first, 0)) : bisect_left(names, (start, 0))]
    inside = [(a - first, b - first) for a, b in near if b <= start]
    for at, from_, far, own in sorted(_said(before, dated, praise), reverse=True):
        if _reaches(before, from_, inside, far and (not listed or at <= whole)):
            return own
    return None


def _first_word(before: str) -> int:
    """Where a line of skills begins: only there a rating holds for all of it, not in "Go, beginner in Scala, SQL"."""
    found = re.search(r"\w", before)
    return found.start() if found else 0


def _said(before: str, dated: bool, praise: bool) -> Iterator[tuple[int, int, bool, Own]]:
    """Each rating before the skill: where it begins, where it ends, whether it holds for a whole list, its level."""
    for far, words, levels in (
        (True, _with_noun(), _adjective_levels()),
        (True, _with_link(), _head_levels()),
        (False, _adjectives(), _adjective_levels()),
    ):
        for found in words.finditer(before):
            level = _level_of(levels, found["word"])
            direct = words is _adjectives()
            if direct and (_with_noun_only().fullmatch(found["word"]) or (level > 1 and not praise)):
                continue
            if direct and dated and _amounts().fullmatch(found["word"]):
                continue
            grouped = before[found.end("word") :].lstrip().startswith(":")
            if grouped and found["word"].lower() in load(LevelWords).no_labels:
                continue
            if not _not_before().search(before[: found.start()]):
                yield found.start(), found.end(), far, rating(level, found["word"])
    for found in _years().finditer(before):
        level = level_of_years(float(found.group(1).replace(",", ".")))
        yield found.start(), found.end(), True, Own(level)
    for found in _learning().finditer(before):
        yield found.start(), found.end(), True, Own(1)


def _reaches(before: str, from_: int, names: list[Span], far: bool) -> bool:
    """Whether between a rating and a skill nothing stands but a list of names."""
    between = list(before)
    for a, b in names:
        if a >= from_:
            between[a:b] = "X" * (b - a)
    rest = "".join(between[from_:]).lstrip(" :(")
    items = (_JOINS if far else _PAIRED).split(rest)
    if "," in rest and not far:
        return False
    return all(_is_name(_fillers().sub(" ", item).strip(" ()-\n")) for item in items)


def _is_name(item: str) -> bool:
    words = item.split()
    return (
        len(words) <= _MOST_WORDS and all(word[0].isupper() or word[0].isdigit() for word in words) and ":" not in item
    )


def list_goes_on(line: str, following: str) -> bool:
    """Whether a list is wrapped between two lines: "SQL, R and" over "Python"."""
    return _LINE_END.search(f"{line.rstrip()}\n{following.lstrip()}") is None


def level_of_years(years: float) -> int:
    """The level that so many years of use claim by the person's own count."""
    return max((level for level, least in load(LevelWords).years.items() if years >= least), default=1)


def teaches(text: str, start: int) -> bool:
    """Whether the sentence before says that others were taught: "basic" is then their level."""
    return _teaching().search(_END.split(text[max(0, start - _BEFORE) : start])[-1]) is not None


def _level_of(levels: list[tuple[re.Pattern[str], int]], word: str) -> int:
    return next(level for words, level in levels if words.fullmatch(word))


def _levels(words: dict[int, tuple[str, ...]]) -> list[tuple[re.Pattern[str], int]]:
    return [(pattern(words[level]), level) for level in sorted(words)]


def _any(*groups: Collection[str]) -> str:
    return f"(?:{pattern([word for group in groups for word in group]).pattern})"


@cache
def _adjective_levels() -> list[tuple[re.Pattern[str], int]]:
    return _levels(load(LevelWords).adjectives)


@cache
def _head_levels() -> list[tuple[re.Pattern[str], int]]:
    return _levels(load(LevelWords).heads)


@cache
def _tail_levels() -> list[tuple[re.Pattern[str], int]]:
    return _levels(load(LevelWords).tails)


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_any(*load(LevelWords).adjectives.values())})[\s:]+", re.IGNORECASE)


@cache
def _with_noun_only() -> re.Pattern[str]:
    return pattern(load(LevelWords).with_noun)


@cache
def _no_limit() -> re.Pattern[str]:
    return pattern(load(LevelWords).no_limit)


@cache
def _amounts() -> re.Pattern[str]:
    return pattern(load(LevelWords).amounts)


@cache
def _with_noun() -> re.Pattern[str]:
    words = load(LevelWords)
    noun, link = _any(load(DenialWords).nouns, words.nouns), _any(words.links)
    adjective = _any(*words.adjectives.values())
    return re.compile(rf"(?P<word>{adjective})\s+{_WORDS}{noun}(?:\s+{link}|\s*:)", re.IGNORECASE)


@cache
def _with_link() -> re.Pattern[str]:
    words = load(LevelWords)
    return re.compile(
        rf"(?P<word>{_any(*words.heads.values())})(?:\s+level)?(?:\s+{_any(words.links)}|\s*:)", re.IGNORECASE
    )


@cache
def _years() -> re.Pattern[str]:
    words = load(LevelWords)
    noun, link = _any(load(DenialWords).nouns, words.nouns), _any(words.links)
    return re.compile(
        rf"{_YEARS}{_any(words.year_words)}['’]?\s+(?:{link}\s+)?(?:{_WORDS}{noun}\s+(?:{link})?|(?<=\s)(?={link}|\w))"
        rf"(?:\s*{link})?",
        re.IGNORECASE,
    )


@cache
def _learning() -> re.Pattern[str]:
    words = load(LevelWords)
    return re.compile(rf"(?:^\W*|[,:(\n]\s*|{_any(words.learning_after)}\s+){_any(words.learning)}\s+", re.IGNORECASE)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        rf"[\s-]+({_any(*load(LevelWords).tails.values())})(?=\s*(?:[,;|•.)\n\t]|$|(?:and|und|et|y)\b))", re.IGNORECASE
    )


@cache
def _fillers() -> re.Pattern[str]:
    return pattern(load(LevelWords).fillers)


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"{_any(load(LevelWords).not_before)}\s*$", re.IGNORECASE)


@cache
def _teaching() -> re.Pattern[str]:
    return pattern(load(LevelWords).teaching)
