"""Rules about how test items are worded, over the whole bank: what is asked twice, and which words tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from headway.knowledge.authored import Authored, Placed
from headway.knowledge.items import AuthoredItem, ItemTopic
from headway.values import Finding

TOO_ALIKE = 93.0
"""Texts at least this alike (rapidfuzz ratio, of 100), numbers and values apart, ask the same twice."""
LONGER = 1.16
"""Of two texts so alike the longer has at most this many times the characters: ratio = 2 · common / sum."""
ENOUGH = 30
"""Characters below which likeness says nothing."""
LUCKY = 0.5
"""No question may be hit by luck more often than this."""
TWICE = "Ask for something else, or mark one replaced_by."
_VALUE = re.compile(r"\$\$?\{?\w+\}?|\d[\d,.]*")
_WORD = re.compile(r"[a-z]{5,}")
Live = tuple[Placed[ItemTopic], int, AuthoredItem]


def _live(authored: Authored) -> list[Live]:
    """Each item that is asked, with its file and its place in it. (Its line is looked for only when it is said.)"""
    return [
        (placed, index, item)
        for placed in authored.things["items"].values()
        for index, item in enumerate(placed.value.items)
        if not item.replaced_by
    ]


def asked_once(authored: Authored) -> Iterator[Finding]:
    """No two live items ask the same but for their numbers; of code, where one sign may make another question,
    all the rest must be the same. By length, so that a text is compared only with those that can be so alike.
    """
    every = ((_bare(item), bool(item.code), placed, index, item.id) for placed, index, item in _live(authored))
    live = sorted((each for each in every if len(each[0]) >= ENOUGH), key=lambda each: len(each[0]))
    lengths, texts = [len(text) for text, *_ in live], [text for text, *_ in live]
    for at, (text, code, _, _, id_) in enumerate(live):
        near = texts[at + 1 : bisect_right(lengths, len(text) * LONGER)]
        least = 100.0 if code else TOO_ALIKE
        for _, _, place in process.extract_iter(text, near, scorer=fuzz.ratio, score_cutoff=least):
            _, _, placed, index, other = live[at + 1 + place]
            what = f"item '{other}' asks nearly what '{id_}' asks"
            yield Finding("item-twice", "warning", authored.where(placed, "items", index, "id"), what, TWICE)


def _bare(item: AuthoredItem) -> str:
    """What is asked, and the right answer where it is written: one stem may ask several things."""
    text = " ".join((item.ask, item.code, item.solution, item.right, *item.steps))
    return " ".join(_VALUE.sub("#", text).casefold().split())


def words_do_not_tell(authored: Authored) -> Iterator[Finding]:
    """Over the whole bank, a long word of the question stands in the right option alone not much more often than
    chance would have it.
    """
    told, chance, choices = 0, 0.0, 0
    for _, _, item in _live(authored):
        if item.kind != "choice":
            continue
        choices += 1
        asked = set(_WORD.findall(item.ask.casefold()))
        options = [asked & set(_WORD.findall(text.casefold())) for text in (item.right, *item.wrong.values())]
        alone = [words - set().union(*(other for other in options if other is not words)) for words in options]
        if sum(map(bool, alone)) == 1:
            told += bool(alone[0])
            chance += 1 / len(options)
    if choices >= 40 and told > 1.3 * chance:
        what = f"a word of the question is in the right option alone in {told} choices; {chance:.0f} would be chance"
        yield Finding("item-words", "warning", "data/items", what, "Use the word in a wrong option too, or in none.")


def luck_is_stated(authored: Authored) -> Iterator[Finding]:
    """A luck of its own is more than nothing, and at most a half: else the question shows nothing."""
    for placed, index, item in _live(authored):
        if item.guess is not None and not 0 < item.guess <= LUCKY:
            what = f"item '{item.id}' is hit by luck in {item.guess:g}; more than 0 and up to {LUCKY:g} make sense"
            yield Finding("item", "error", authored.where(placed, "items", index, "id"), what)
