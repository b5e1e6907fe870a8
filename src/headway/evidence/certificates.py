"""Certificates: their lines, who issued them, and which resource of the knowledge base they are."""

import re
from functools import cache

import msgspec

from headway.evidence.dates import DateStyle, find_dates, without_dates
from headway.evidence.entries import entries_of, is_address
from headway.evidence.lines import Line, quote
from headway.evidence.model import Certificate, When
from headway.evidence.sections import Part
from headway.evidence.words import CertificateWords, load, pattern, plain
from headway.knowledge.model import Knowledge, Resource

_CUT = re.compile(r"\t+|,\s+|\s*[|•·]\s*|(?<=\w)(?<!Certified):\s+|\n")
_DASH = re.compile(r"\s+[—–-]\s+")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_KIND_BEHIND = re.compile(r" (?:specialization|professional certificate|nanodegree|micromasters)$")
_LONGEST = 160
_WRAPS = 60
"""A line of plain text at least this long may go on in the next."""
_SURE, _LIKELY, _WHOLE_NAME = 90.0, 80.0, 95.0
_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "and", "with", "to", "by", "on"})


class Named(msgspec.Struct, frozen=True):
    """A certificate with the lines it was read from."""

    certificate: Certificate
    lines: tuple[Line, ...]


def in_section(part: Part, style: DateStyle, resources: "Resources") -> list[Named]:
    """One certificate for each entry of a certificate section; without dates, for each block."""
    dated_entries = [entry.lines for entry in entries_of(part.lines, style) if entry.span]
    groups = [group for lines in dated_entries for group in _each_with_its_year(lines)] or None
    dated = {line.start for group in groups or () for line in group}
    blocks: dict[int, list[Line]] = {}
    for line in part.lines:
        if line.start not in dated:
            blocks.setdefault(line.block, []).append(line)
    undated = [group for lines in blocks.values() for group in _each_with_its_year(tuple(lines))]
    all_groups = [*(groups or ()), *undated]
    found = [named for group in all_groups for named in _of_group(group, style, part, resources)]
    return sorted(found, key=lambda named: named.lines[0].start)


def _each_with_its_year(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Lines that each name a year are a certificate each: "Course, School, 2025 (40 hours)" over "Other, 2024"."""
    return [(line,) for line in lines] if all(_YEAR.search(line.text) for line in lines) else [lines]


def _of_group(lines: tuple[Line, ...], style: DateStyle, part: Part, resources: "Resources") -> list[Named]:
    """The certificates of a group of lines: mostly one; several where they stand side by side in columns."""
    columns = _columns(lines, style)
    texts = ["\n".join(column) for column in columns] if columns else [_joined(lines)]
    return [named for text in texts if (named := _named(text, lines, style, part, resources)) is not None]


def _columns(lines: tuple[Line, ...], style: DateStyle) -> list[list[str]]:
    """The cells of certificates side by side: two or more names in the first line, as many cells in the others."""
    if len(lines) < 2:
        return []
    names = [cell for cell in lines[0].cells if not find_dates(cell, style)]
    dates = [cell for line in lines for cell in line.cells if find_dates(cell, style)]
    others = [[cell for cell in line.cells if not find_dates(cell, style)] for line in lines[1:]]
    others = [cells for cells in others if cells]
    if len(names) < 2 or not others or any(len(cells) != len(names) for cells in others):
        return []
    rows = [names, *others, *([dates] if len(dates) == len(names) else [])]
    return [list(column) for column in zip(*rows, strict=True)]


def elsewhere(part: Part, style: DateStyle, resources: "Resources") -> list[Named]:
    """Lines of other sections that say they are a certificate: a word for it and an issuer, or a known resource."""
    found = []
    for line in part.lines:
        if len(line.text) > _LONGEST or not _word().search(line.text) or not _issuer().search(line.text):
            continue
        named = _named(line.bare, (line,), style, part, resources)
        if named is not None:
            found.append(named)
    return found


def _named(text: str, lines: tuple[Line, ...], style: DateStyle, part: Part, resources: "Resources") -> Named | None:
    if len(text) > 2 * _LONGEST:
        return None
    when = next((span.end or span.start for span in find_dates(text.replace("\n", "\t"), style)), None)
    pieces = _without_its_kind(_pieces(without_dates(text, style)))
    if not pieces:
        return None
    issuer = next((p for p in pieces[1:] if _issuer().search(p)), pieces[1] if len(pieces) > 1 else "")
    name = next((p for p in pieces if p != issuer), pieces[0])
    known = resources.find(name, text)
    return Named(_certificate(name, issuer, when, known, lines, part), lines)


def _without_its_kind(pieces: list[str]) -> list[str]:
    """Without "Certificate" or "Course" before the name: "Certificate: Statistics with R (Coursera)"."""
    names = [piece for piece in pieces[1:] if not is_issuer(piece)]
    return pieces[1:] if names and _kind().fullmatch(pieces[0]) else pieces


def _beside(found: re.Match[str]) -> str:
    """An issuer in brackets stands beside the name; anything else in brackets is a part of it."""
    return f"\t{found.group(1)}\t" if _issuer().fullmatch(found.group(1).strip()) else found.group()


def _pieces(text: str) -> list[str]:
    """Cut at columns, bars and commas; at a dash only beside an issuer: "Machine Learning – Specialty" is whole."""
    pieces = []
    for part in _CUT.split(_IN_BRACKETS.sub(_beside, text)):
        halves = _DASH.split(part)
        pieces += (
            halves
            if any(_issuer().fullmatch(half.strip(" ()")) for half in halves) or any(map(_issuer().search, halves[1:]))
            else [part]
        )
    return [bare for piece in pieces if len(bare := _trimmed(piece)) > 1 and not is_address(bare)]


def _trimmed(piece: str) -> str:
    """Without the marks around it; a bracket that was closed stays closed: "Kubernetes Administrator (CKA)"."""
    bare = piece.strip(" ,;:()|•-–—")
    return bare + ")" if bare.count("(") > bare.count(")") else bare


def _certificate(
    name: str, issuer: str, when: When | None, known: str | None, lines: tuple[Line, ...], part: Part
) -> Certificate:
    return Certificate(name=name, issuer=issuer, date=when, resource=known, quote=quote(lines[0], part.kind))


def _joined(lines: tuple[Line, ...]) -> str:
    """Wrapped lines of one block are one text; a new block is a new piece."""
    text = ""
    for before, line in zip((None, *lines), lines, strict=False):
        wraps = (
            before is not None and before.block == line.block and (line.size is not None or len(before.bare) >= _WRAPS)
        )
        text += ("" if before is None else " " if wraps else "\n") + line.bare
    return text


def is_issuer(text: str) -> bool:
    """Whether it is the name of an issuer and nothing else: "Oracle" under a course is no skill."""
    return _issuer().fullmatch(text.strip()) is not None


@cache
def _word() -> re.Pattern[str]:
    return pattern(load(CertificateWords).words)


@cache
def _kind() -> re.Pattern[str]:
    words = load(CertificateWords)
    return pattern((*words.words, *words.kinds))


@cache
def _issuer() -> re.Pattern[str]:
    return pattern(load(CertificateWords).issuers)


class Resources:
    """The resources of the knowledge base by the words of their names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._all = list(knowledge.resources.values())
        self._labels = [plain(resource.label) for resource in self._all]
        self._words = [_weighty(label) for label in self._labels]
        skills = {plain(skill.label) for skill in knowledge.skills.values()}
        self._short = [short if (short := _short(label)) not in skills else "" for label in self._labels]
        """The name without its kind, as people write it: "Python for Everybody"; not where it is a subject's name."""

    def find(self, name: str, text: str) -> str | None:
        """The resource a certificate is, where the names agree nearly to the letter; None where two could be meant."""
        from rapidfuzz import fuzz, process

        wanted, around = plain(name), plain(text)
        near = process.extract(wanted, self._labels, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKELY, limit=None)
        scores = {
            index: score
            for _, score, index in near
            if score >= _SURE or (self._shares(index, wanted) and _given_by(self._all[index], around))
        }
        for index, label in enumerate(self._labels):
            if wanted == self._short[index] and _given_by(self._all[index], around):
                scores[index] = max(scores.get(index, 0.0), _SURE)
            if len(self._words[index]) >= 3 and f" {label} " in f" {around} ":
                scores[index] = max(scores.get(index, 0.0), _WHOLE_NAME)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return self._all[best[0][0]].id

    def _shares(self, index: int, name: str) -> bool:
        return len(_weighty(name) & self._words[index]) >= 2


def _short(label: str) -> str:
    """The name without its kind, where two weighty words are left; else empty."""
    short = _KIND_BEHIND.sub("", label)
    return short if short != label and len(_weighty(short)) >= 2 else ""


def _weighty(text: str) -> frozenset[str]:
    return frozenset(text.replace(",", " ").split()) - _SMALL


def _given_by(resource: Resource, text: str) -> bool:
    names = (resource.provider, resource.platform, *resource.authors.split(","))
    return any(len(bare := plain(name)) > 2 and bare in text for name in names)
