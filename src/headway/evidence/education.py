"""Entries of the education section to degrees: level, field, institution, dates."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from headway.evidence.dates import DateStyle
from headway.evidence.entries import Entry
from headway.evidence.lines import quote
from headway.evidence.model import Study
from headway.evidence.places import has_city, is_place, looks_like_place
from headway.evidence.titles import first_sentence, segments_of, tidy
from headway.evidence.words import EducationWords, load, pattern

DegreeLevel = Literal["bachelor", "master", "phd", "other"]
_LEVELS: tuple[DegreeLevel, ...] = ("phd", "master", "bachelor", "other")
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
    for entry in entries:
        study = _study(entry, style, section)
        if study is None:
            continue
        if not study.institution and found and entry.lead < found[-1][0].lead:
            study = msgspec.structs.replace(study, institution=found[-1][1].institution)
        found.append((entry, study))
    return found


def _study(entry: Entry, style: DateStyle, section: str) -> Study | None:
    pieces = _pieces(entry, style)
    degrees = sorted((p for p in pieces if p.level), key=lambda p: _LEVELS.index(p.level or "other"))
    schools = [p for p in pieces if p.kind == "institution"]
    if not degrees and not schools:
        return None
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


def _field_among(others: list[Piece], degrees: list[Piece], has_school: bool) -> Piece | None:
    """The piece beside the degree; where no school is known by its name, a piece of another line is the school."""
    line = degrees[0].line if degrees else None
    beside = [p for p in others if p.line == line and not has_city(p.text)]
    if beside:
        return beside[0]
    return others[0] if has_school else None


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
    return [piece.strip() for piece in re.split(r",(?![^(]*\))|[;:]\s|[：፡]", text) if piece.strip(" .")]


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
