"""Subjects of degrees: `BSc in Statistics or a related field` asks for a degree, not for statistics."""

import re

_DEGREE = (
    r"(?:degree|ph\.?\s?d\.?|doctorate|master(?:['’]?s)?|bachelor(?:['’]?s)?"
    r"|\bm\.?sc?\.?|\bb\.?sc?\.?|\b[bm]a|\bbtech|\bmtech|\bmeng|diploma)"
)
_LISTED = (
    r"(?:\s*\([^)\n]*\)"
    r"|,?\s+(?:such\sas|like|including|e\.g\.,?)[^.;\n]*?(?=\s(?:or|and)\s(?:\w+\s)?(?:equivalent|related|similar)|[.;\n]|$))?"
)
_TO_FIELD = rf"{_DEGREE}\b\.?[^.;\n]{{0,200}}?\b(?:fields?|disciplines?|subjects?|areas?|majors?)\b{_LISTED}"
_IN = (
    rf"{_DEGREE}(?:\s+degree)?,?\s+(?:in|of)\s[^.;(\n]*?"
    r"(?=\s(?:with|and\s\d|plus|or\sequivalent|is\b|required|preferred)|[.;(\n]|$)"
)
_OR_RELATED = (
    r"(?<=\bin )[^.;:(\n]{0,120}?\b(?:or|and)\s(?:a\s|an\s|other\s|another\s|any\s)?(?:\w+\s){0,2}?"
    r"(?:related|similar|quantitative|equivalent)\s(?:\w+\s)?(?:fields?|disciplines?|degree)"
)
_SUBJECTS = re.compile(f"{_TO_FIELD}|{_IN}|(?P<related>{_OR_RELATED})", re.IGNORECASE)
_OF_WORK = re.compile("experience|year", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)\n]*\)?")
_ANY_DEGREE = re.compile(rf"{_DEGREE}\b", re.IGNORECASE)


def subjects(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between two positions that name what a degree is in, and say nothing of experience."""
    found = [m for m in _SUBJECTS.finditer(text, start, end) if not _OF_WORK.search(_BRACKETS.sub("", m[0]))]
    return [m.span() for m in found if m["related"] is None or _ANY_DEGREE.search(text, start, m.start())]
