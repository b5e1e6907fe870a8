"""Headings of a CV: which known phrase (data/evidence/sections.yaml) a text is, and what it opens."""

import re
import unicodedata
from functools import cache

import msgspec

from headway.evidence.model import SectionKind
from headway.evidence.titles import is_company, is_title
from headway.evidence.words import SectionWords, load, plain

LONGEST_HEADING = 60
_SHORT = 4
_MISSPELT_FROM = 8
"""A phrase of at least so many letters is known with one letter wrong, missing or too many."""


class Opening(msgspec.Struct, frozen=True):
    """What a heading opens. mixed: jobs and projects under one heading; objective: what is wanted, or who one is."""

    kind: SectionKind
    heading: str
    learning: bool = False
    contact: bool = False
    aim: bool = False
    mixed: bool = False
    objective: bool = False


@cache
def _phrases() -> dict[str, Opening]:
    words = load(SectionWords)
    found: dict[str, Opening] = {}
    for kind, phrases in words.headings.items():
        for phrase in phrases:
            found.setdefault(plain(phrase), Opening(kind, ""))
    for phrase in words.contact:
        found[plain(phrase)] = Opening("other", "", contact=True)
    for phrase in words.aims:
        found[plain(phrase)] = Opening("other", "", aim=True)
    for phrase in words.learning:
        found[plain(phrase)] = Opening("skills", "", learning=True)
    for phrase in words.objectives:
        found[plain(phrase)] = Opening("summary", "", objective=True)
    for phrase, opening in list(found.items()):
        if len(phrase) > _SHORT:
            found.setdefault(_unaccented(phrase), opening)
    return found


def _unaccented(text: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch))


def phrase_opening(text: str) -> Opening | None:
    """What a text opens that consists of a known phrase, of two joined ("Skills & Awards"), or has one in brackets.

    "Python, Rust (learning)" is a list of skills and no heading.
    """
    if not text or len(text) > LONGEST_HEADING:
        return None
    phrases, joined = _phrases(), _joined()
    outside = re.sub(r"[(（].*?[)）]", "", text)
    inside = [] if is_title(outside) or is_company(outside) else re.findall(r"[(（]([^()（）]+)[)）]", text)
    for candidate in (text, *inside, outside):
        bare = plain(_spaced_out(candidate))
        if bare in phrases:
            if candidate != text and (phrases[bare].learning or phrases[bare].aim) and plain(outside) not in phrases:
                continue
            return msgspec.structs.replace(phrases[bare], heading=text.strip(" :"))
        first, *others = joined.split(bare)
        if others and first.strip() in phrases and all(other.strip() in phrases for other in others):
            return _both([phrases[each.strip()] for each in (first, *others)], text)
    return None


def _both(openings: list[Opening], text: str) -> Opening:
    """What the first of two joined phrases opens; jobs joined with projects are told apart later."""
    kinds = {opening.kind for opening in openings}
    if {"experience", "projects"} <= kinds:
        return Opening("experience", text.strip(" :"), mixed=True)
    return msgspec.structs.replace(openings[0], heading=text.strip(" :"))


def misspelt_opening(text: str) -> Opening | None:
    """What a heading opens that is a known phrase but for one letter: "Experiance", "Hablidades e competências"."""
    found = [_nearest(part.strip()) for part in _joined().split(plain(text)) if part.strip()]
    known = [opening for opening in found if opening is not None]
    return _both(known, text) if known and len(known) == len(found) and not is_title(text) else None


@cache
def _nearest(phrase: str) -> Opening | None:
    from rapidfuzz.distance import OSA

    if phrase in _phrases() or len(phrase) < _MISSPELT_FROM:
        return _phrases().get(phrase)
    near = (known for known in _phrases() if len(known) >= _MISSPELT_FROM and abs(len(known) - len(phrase)) <= 1)
    return next((_phrases()[each] for each in near if OSA.distance(each, phrase, score_cutoff=1) <= 1), None)


def _spaced_out(text: str) -> str:
    """E X P E R I E N C E is a heading in letter-spaced type."""
    return text.replace(" ", "") if re.fullmatch(r"(?:\w ){3,}\w", text.strip()) else text


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(load(SectionWords).joiners)})\s+|\s*[,/|]\s*")


@cache
def _document_titles() -> frozenset[str]:
    return frozenset(plain(title) for title in load(SectionWords).titles)


def is_document_title(text: str) -> bool:
    """ "Curriculum vitae" over the whole."""
    return plain(text) in _document_titles()


def by_part(text: str) -> Opening | None:
    """A heading that holds a known phrase and at most one other word: "Relevant professional experience".

    A name is no other word behind it: "Technology Sydney" is the end of a school's name.
    """
    if not text[:1].isupper() or text.endswith(".") or is_title(text):
        return None
    words = plain(text).split()
    named = not text.isupper() and text.split()[-1][:1].isupper()
    for size in (len(words), len(words) - 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            if named and start == 0 and size < len(words) and words[-1] not in load(SectionWords).behind:
                continue
            if len(phrase) > _SHORT and 2 * len(phrase) > len(" ".join(words)) and phrase in _phrases():
                return msgspec.structs.replace(_phrases()[phrase], heading=text.strip(" :"))
    return None
