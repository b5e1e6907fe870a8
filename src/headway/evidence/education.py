"""Entries of the education section to degrees: level, field, institution, dates."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from headway.evidence.dates import DateStyle
from headway.evidence.entries import Entry
from headway.evidence.lines import Line, quote
from headway.evidence.model import Study
from headway.evidence.places import has_city, is_place, looks_like_place
from headway.evidence.titles import first_sentence, segments_of, tidy
from headway.evidence.words import EducationWords, load, pattern

DegreeLevel = Literal["bachelor", "master", "phd", "other"]
_LEVELS: tuple[DegreeLevel, ...] = ("phd", "master", "bachelor", "other")
_HEAD = 2
"""Lines that head a degree without a date: the degree and the school."""
_ABBREVIATED = re.compile(r"(?<=\w)\s*\([A-Z][\w.]{1,6}\)")
_GRADED = re.compile(r"\([A-F0-9][\d.,+*/-]*\)$")
_HONOURS = re.compile(r"\s*\(?\b(?:hons|honours|honors)\b\.?\)?", re.IGNORECASE)


class Piece(msgspec.Struct, frozen=True):
    """A piece of a head line and what it is: a degree, a school, a place or something else."""

    text: str
    line: int
    kind: Literal["degree", "institution", "place", "else"]
    level: DegreeLevel | None = None
    field: str = ""


def studies_of(entries: Iterable[Entry], style: DateStyle, section: str) -> list[tuple[Entry, Study]]:
    """The degrees of a section in its order. An entry that names neither degree nor school is left out; one with fewer
    lines above its date than the one before, and no school, is of the same school.
    """
    found: list[tuple[Entry, Study]] = []
    for entry in [part for each in entries for part in _each_degree(each)]:
        study = _study(entry, style, section)
        if study is None:
            continue
        if not study.institution and found and entry.lead < found[-1][0].lead:
            study = msgspec.structs.replace(study, institution=found[-1][1].institution)
        found.append((entry, study))
    return found


def _each_degree(entry: Entry) -> list[Entry]:
    """An entry without a date, cut where a line names another degree; list items may name degrees too."""
    if entry.span is not None:
        return [entry]
    groups: list[list[Line]] = []
    for line in entry.lines:
        if not groups or _again(line.bare, [each.bare for each in groups[-1]]):
            groups.append([])
        groups[-1].append(line)
    if len(groups) < 2 and (entry.head or not any(degree_level(line.bare) for line in entry.lines[:1])):
        return [entry]
    return [Entry(head=tuple(each[:_HEAD]), body=tuple(each[_HEAD:]), span=None) for each in groups]


def _again(text: str, above: list[str]) -> bool:
    """Whether a line names a degree or a school where the lines above have named one already."""
    if degree_level(text) is not None:
        return any(map(degree_level, above))
    schools = _institutions()
    return schools.search(text) is not None and any(map(schools.search, above))


def _study(entry: Entry, style: DateStyle, section: str) -> Study | None:
    pieces = _pieces(entry, style)
    degrees = sorted((p for p in pieces if p.level), key=lambda p: _LEVELS.index(p.level or "other"))
    schools = [p for p in pieces if p.kind == "institution"]
    if not degrees and not schools:
        return _unnamed(entry, pieces, section)
    others = [p for p in pieces if p.kind == "else"]
    field = next((p.field for p in degrees if p.field), "")
    if not field and others:
        chosen = _field_among(others, degrees, bool(schools))
        field, others = (chosen.text if chosen else ""), [p for p in others if p is not chosen]
    school = schools[0].text if schools else next((p.text for p in others if not _GRADED.search(p.text)), "")
    span = entry.span
    return Study(
        level=degrees[0].level or "other" if degrees else "other",
        field=tidy(field),
        institution=tidy(first_sentence(school)),
        start=span.start if span and span.ranged else None,
        end=span.end if span else None,
        quote=quote(entry.head[degrees[0].line if degrees else schools[0].line], section),
    )


def _unnamed(entry: Entry, pieces: list[Piece], section: str) -> Study | None:
    """A subject and a school that we know neither of, over the time between two dates."""
    others = [piece for piece in pieces if piece.kind == "else"]
    if entry.span is None or not entry.span.ranged or len(others) < 2:
        return None
    return Study(
        level="other",
        field=tidy(others[0].text),
        institution=tidy(first_sentence(others[1].text)),
        start=entry.span.start,
        end=entry.span.end,
        quote=quote(entry.head[others[0].line], section),
    )


def _field_among(others: list[Piece], degrees: list[Piece], has_school: bool) -> Piece | None:
    """The piece beside the degree; where no school is known by its name, a piece of another line is the school."""
    line = degrees[0].line if degrees else None
    beside = [p for p in others if p.line == line and not has_city(p.text)]
    if beside:
        return beside[0]
    elsewhere = [p for p in others if not has_city(p.text)]
    return elsewhere[0] if has_school and elsewhere else None


def _pieces(entry: Entry, style: DateStyle) -> list[Piece]:
    found: list[Piece] = []
    for segment in segments_of(entry, style):
        if segment.label == "school":
            found.append(Piece(segment.text, segment.line, "institution"))
            continue
        if looks_like_place(segment.text) and not _institutions().search(segment.text):
            found.append(Piece(segment.text, segment.line, "place"))
            continue
        for text in _comma_pieces(segment.text):
            found.append(_piece(text, segment.line))
    return found


def _comma_pieces(text: str) -> list[str]:
    text = _labels().sub("", text)
    return [piece.strip() for piece in re.split(r",(?![^(]*\))|[;:]\s|[：፡]", text) if piece.strip(" .")]


@cache
def _labels() -> re.Pattern[str]:
    """ "Major: " before a field."""
    words = "|".join(sorted(map(re.escape, load(EducationWords).labels), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=,\s))(?:{words})\s*[:：]\s*", re.IGNORECASE)


def in_label(line: str, at: int) -> bool:
    """Whether a place in a line of studies is in a label: "Classification: Merit" is a grade."""
    bare = line.lstrip(" \t•*–-")
    found = _labels().match(bare)
    return found is not None and at < len(line) - len(bare) + found.end()


def _piece(text: str, line: int) -> Piece:
    degree = _degree(text)
    if degree is not None:
        level, field = degree
        return Piece(text, line, "degree", level, field)
    if _institutions().search(text):
        return Piece(text, line, "institution")
    aside = is_place(text) or text.startswith("(") or not text[:1].isalpha() or _grades().search(text) is not None
    return Piece(text, line, "place" if aside else "else")


def _degree(text: str) -> tuple[DegreeLevel, str] | None:
    """The level of the degree a text names, and the field it says with it."""
    text = _ABBREVIATED.sub(" ", _HONOURS.sub(" ", text))
    for level in _LEVELS:
        for words in _degrees()[level]:
            found = words.search(text)
            if found is None or (level == "other" and _institutions().search(text[: found.start()])):
                continue
            rest = _of().sub("", re.sub(r"^[\s'’s.:)]*\s", " ", text[found.end() :] + " ")).strip(" .()-–")
            before = text[: found.start()].strip(" .()-–")
            if rest and _institutions().search(rest):
                rest = ""
            return level, re.sub(r"\s*\([^)]*\)?$", "", rest) or ("" if len(before) < 3 else _before_field(before))
    return None


def degree_level(text: str) -> DegreeLevel | None:
    """The level of the degree that a text names."""
    found = _degree(text)
    return found[0] if found else None


def _before_field(before: str) -> str:
    """ "Economics BSc": the field stands first. A school before the degree is not one."""
    return "" if _institutions().search(before) else before


@cache
def _degrees() -> dict[DegreeLevel, tuple[re.Pattern[str], ...]]:
    words = load(EducationWords)
    return {level: (pattern(words.degrees[level]), pattern(words.exact[level], flags=0)) for level in _LEVELS}


@cache
def _grades() -> re.Pattern[str]:
    return pattern(load(EducationWords).grades)


@cache
def _of() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in load(EducationWords).of), key=len, reverse=True))
    return re.compile(rf"^\s*(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _institutions() -> re.Pattern[str]:
    return pattern(load(EducationWords).institutions)
