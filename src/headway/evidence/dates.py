"""Dates as people write them on CVs: points, ranges, "since", seasons and quarters, in several languages.

A number is a date only where it stands like one: a bare year counts in a range, in brackets, alone in
its column, or at the end of a line after a comma, bar or dash; never as "2,000 users", a version, a
postcode or a part of a phone number.
"""

import re
from functools import cache
from itertools import chain

import msgspec

from headway.evidence.model import When
from headway.evidence.words import DateWords, key, load, pattern

_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_DASH = r"[-–—−‐‑~→]"
_SHORT_RANGE = re.compile(rf"(?<![\d./-])(?:0[1-9]|1[0-2])[./]\d\d\s*{_DASH}\s*(?:0[1-9]|1[0-2])[./]\d\d(?![\d./-])")
_OPEN_END = re.compile(rf"\s*{_DASH}\s*[)\]]?\s*(?=$|\t|\s{{3,}})")

_WORD_FOLLOWS = re.compile(r" ?\w")
_OPEN_ATTACHED = re.compile(rf"{_DASH}[*)\]]*(?=\s)")


class DateSpan(msgspec.Struct, frozen=True):
    """A date or a range in a text. at, to: where it stands. apart: set off from the words around it."""

    start: When | None
    end: When | None
    current: bool
    at: int
    to: int
    ranged: bool
    apart: bool = True


class DateStyle(msgspec.Struct, frozen=True):
    """How this document writes what could be read in two ways: 03/04/2020 and 2008-12."""

    month_first: bool = False
    year_pairs: bool = False
    short: bool = False
    """Ranges such as 03.21-08.22 are written, so that 05.23 is a month too."""


PLAIN_STYLE = DateStyle()


class Point(msgspec.Struct, frozen=True):
    """One end of a range. `present`: a word for now. `unsure`: counts only as a part of a range."""

    first: When | None
    last: When | None
    at: int
    to: int
    present: bool = False
    unsure: bool = False
    bare_year: bool = False


def style_of(text: str, language: str | None) -> DateStyle:
    """Read the style off the document: a second number above 12 is a day, a pair above 12 is a year."""
    pairs = [(int(a[-2:]), int(b)) for a, b in re.findall(rf"(?<!\d)({_YEAR})[-–](\d\d)(?![\d-])", text)]
    slashed = [(int(a), int(b)) for a, b in re.findall(rf"(?<!\d)(\d{{1,2}})/(\d{{1,2}})/{_YEAR}", text)]
    day_first = any(a > 12 for a, _ in slashed)
    month_first = any(b > 12 for _, b in slashed) or (language == "en" and not day_first)
    year_pairs = any(b > 12 and a < b for a, b in pairs) and not any(b < 10 for _, b in pairs)
    return DateStyle(month_first, year_pairs, short=_SHORT_RANGE.search(text) is not None)


def find_dates(text: str, style: DateStyle = PLAIN_STYLE) -> list[DateSpan]:
    """All dates and ranges in a line, from left to right, not overlapping."""
    if not any(character.isdigit() for character in text):
        return []
    points = [point for found in _points().finditer(text) if (point := _point(found, text, style))]
    spans, i = [], 0
    while i < len(points):
        span, used = _span(points, i, text)
        if span is not None:
            spans.append(span)
        i += used
    return spans


def _span(points: list[Point], i: int, text: str) -> tuple[DateSpan | None, int]:
    """The span that begins with point i, and how many points it takes."""
    point = points[i]
    following = points[i + 1] if i + 1 < len(points) else None
    if following is not None and not point.present and _between().fullmatch(text[point.to : following.at]):
        start = point.first
        if start is not None and start.year == 0 and following.first is not None:
            start = When(following.first.year, start.month)
        last = _last_of(start, following, text) if start is not None and start.year else None
        if start is not None and last is not None:
            return _ranged(start, last, point.at), 2
    if point.present or point.first is None:
        return None, 1
    before = text[: point.at]
    if point.unsure and (not point.first.year or not _leads(before, text[point.to :])):
        return None, 1
    if since := _since().search(before):
        return DateSpan(point.first, None, True, since.start(1), point.to, True), 1
    if until := _until().search(before):
        return DateSpan(None, point.last, False, until.start(1), point.to, True), 1
    if dangling := _open_end(text, point):
        return DateSpan(point.first, None, True, point.at, dangling.end(), True), 1
    apart = _apart(text, point)
    if point.bare_year and not apart:
        return None, 1
    ranged = point.first != point.last
    return DateSpan(point.first, point.last, False, point.at, point.to, ranged, apart), 1


def _leads(before: str, after: str) -> bool:
    """Whether a short month, which could be another number, stands where only a date does: "since 03/21", "03.21 –"."""
    opens = not before.strip(" \t|(*") and (_OPEN_END.match(after) or _OPEN_ATTACHED.match(after))
    return bool(opens) or _since().search(before) is not None


def _open_end(text: str, point: Point) -> re.Match[str] | None:
    """A dash with nothing after it in its column, or one that sticks to a month at the beginning of the line."""
    first = not text[: point.at].strip(" \t|(*") and point.first is not None and point.first.month is not None
    return _OPEN_END.match(text, point.to) or (_OPEN_ATTACHED.match(text, point.to) if first else None)


def _ranged(start: When, last: Point, at: int) -> DateSpan:
    return DateSpan(start, last.last, last.present, at, last.to, True, True)


def _last_of(start: When, last: Point, text: str) -> Point | None:
    """The end of a range. A month without a year ("Jan 2020 – Mar") is the next one after the start; none where the
    start has no month, or a word follows, as in a name: "Jan 2020 – March Networks"."""
    if last.last is None or last.last.year:
        return last
    month = last.last.month
    if start.month is None or month is None or _WORD_FOLLOWS.match(text, last.to):
        return None
    return msgspec.structs.replace(last, last=When(start.year + (month < start.month), month))


def _apart(text: str, point: Point) -> bool:
    """Whether the date is set off: alone in its column, in brackets, or after a mark at the end of the line."""
    before, after = text[: point.at].rstrip(" "), text[point.to :].lstrip(" ")
    opens = not before or text[: point.at].endswith("   ") or before[-1] in "\t|•·–—-:(["
    ends = not after or after[0] in "\t)]|•·∗*"
    if before.endswith(","):
        return ends
    if not before and point.bare_year and after[:1].isupper():
        return True
    return (opens and (ends or after[0] in ":,–—-")) or (not before.strip("•*- ") and text[point.to :][:1] in "\t:,)")


@cache
def _between() -> re.Pattern[str]:
    """What may stand between the two ends of a range."""
    words = load(DateWords)
    to = "|".join(re.escape(word) for word in sorted(words.to, key=len, reverse=True))
    expected = "|".join(map(re.escape, words.expected))
    return re.compile(
        rf"[\s,.]*(?:(?:{_DASH}+|/)|(?:{to})(?:\s+{_DASH})?)\s*\(?(?:(?:{expected})[\s:]*)?", re.IGNORECASE
    )


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, load(DateWords).since))})\s*$", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, load(DateWords).until))})\s*$", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    return {key(name): number for number, names in load(DateWords).months.items() for name in names}


@cache
def _seasons() -> dict[str, tuple[int, ...]]:
    return {key(name): months for name, months in load(DateWords).seasons.items()}


@cache
def _points() -> re.Pattern[str]:
    """One pattern for all ways to write a point; the order of the alternatives is their precedence."""
    words = load(DateWords)
    month = "|".join(sorted(map(re.escape, chain(*words.months.values())), key=len, reverse=True))
    season = "|".join(sorted(map(re.escape, words.seasons), key=len, reverse=True))
    present = "|".join(sorted(map(re.escape, words.present), key=len, reverse=True))
    day = r"(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?)?"
    alternatives = [
        rf"(?P<cjk_year>{_YEAR})\s?年(?:\s?(?P<cjk_month>\d{{1,2}})\s?月)?(?:\s?\d{{1,2}}\s?日)?",
        rf"(?<![\w.$€£@#+/-])(?P<pair>{_YEAR})(?P<pair_mark>[-–—/])(?P<pair_end>\d\d)(?![\w./-]|\s?[%€$])",
        rf"(?:(?<![\d./-])|(?<=-\d\d-)|(?<=-\d\d/))(?P<iso_year>{_YEAR})[-./](?P<iso_month>0?[1-9]|1[0-2])(?:[-./]\d{{1,2}})?(?![\d/.-]\d|\d)",
        rf"(?:(?<![\d./-])|(?<=\d{{4}}-))(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<full_year>{_YEAR})(?!\d)",
        rf"(?:(?<![\d./-])|(?<=\d{{4}}-))(?P<number>0?[1-9]|1[0-2])\s?[./-]\s?(?P<number_year>{_YEAR})(?![\d/]|\.\d)",
        rf"(?<!\w){day}(?P<name>{month})\.?,?[\s/–-]{{0,3}}(?:del?\s+|of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?"
        rf"(?:(?P<name_year>{_YEAR})(?!\d)|['’](?P<name_short>\d\d)(?!\d)|(?<=-)(?P<name_dash>\d\d)(?!\d))",
        rf"(?<!\w)[QT](?P<quarter>[1-4])[\s/'-]{{0,2}}(?:of\s+)?(?P<quarter_year>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<year_quarter>{_YEAR})[\s/-]?[QT](?P<quarter_after>[1-4])(?!\w)",
        rf"(?<!\w)(?P<season>{season})s?[\s-]+(?:of\s+|de\s+)?(?:{_YEAR}\s*(?:,|&|and|und|et|y|e|en)\s*)*(?P<season_year>{_YEAR})(?!\d)",
        r"(?:(?<![\w./$€£-])|(?<=\d[./]\d\d-))(?P<short_month>0[1-9]|1[0-2])[./](?P<short_year>\d\d)(?![\d/]|\.\d|\s?[%€$])",
        rf"(?:(?<![\w.,$€£@#+/-])|(?<=\d{{4}}[-/])|(?<=\w\s-))(?P<year>{_YEAR})"
        rf"(?![\w%€$£@]|[.,]\w|[-/](?!{_YEAR}|(?:{present})\b)\w|\s\d)",
        rf"(?<!\w)(?P<present>{present})(?!\w)",
        rf"(?<!\w)(?P<lone>{month})(?!\w)",
    ]
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _point(found: re.Match[str], text: str, style: DateStyle) -> Point | None:
    """The point a match stands for, or None where it is no date."""
    part = found.groupdict("")
    at, to = found.span()
    if part["present"]:
        return Point(None, None, at, to, present=True)
    if part["lone"]:
        month = When(0, _months()[key(part["lone"])])
        return Point(month, month, at, to, unsure=True)
    if part["year"]:
        return None if _counts(text, at, to) else _whole(int(part["year"]), None, at, to)
    if part["pair"]:
        return _pair(part, at, to, style)
    if part["first"]:
        first, second = int(part["first"]), int(part["second"])
        month_number = first if (style.month_first and part["mark"] == "/" and first <= 12) or second > 12 else second
        return _whole(int(part["full_year"]), month_number, at, to) if 1 <= month_number <= 12 else None
    if part["season"]:
        months = _seasons()[key(part["season"])]
        return _stretch(int(part["season_year"]), months, at, to)
    if part["quarter"] or part["quarter_after"]:
        begin = int(part["quarter"] or part["quarter_after"]) * 3 - 2
        return _stretch(int(part["quarter_year"] or part["year_quarter"]), (begin, begin + 2), at, to)
    return _month_point(part, at, to, style)


def _month_point(part: dict[str, str], at: int, to: int, style: DateStyle) -> Point | None:
    if part["name"]:
        year = part["name_year"] or _century(part["name_short"] or part["name_dash"])
        return _whole(int(year), _months()[key(part["name"])], at, to, unsure=bool(part["name_dash"]))
    if part["short_month"]:
        return _whole(int(_century(part["short_year"])), int(part["short_month"]), at, to, unsure=not style.short)
    year = part["iso_year"] or part["number_year"] or part["cjk_year"]
    month = part["iso_month"] or part["number"] or part["cjk_month"]
    return _whole(int(year), int(month) if month else None, at, to)


def _century(short: str) -> str:
    """Two digits of a year as four."""
    return ("20" if int(short) < 70 else "19") + short


def _whole(year: int, month: int | None, at: int, to: int, unsure: bool = False) -> Point | None:
    if month is not None and not 1 <= month <= 12:
        return None
    when = When(year, month)
    return Point(when, when, at, to, unsure=unsure, bare_year=month is None)


def _stretch(year: int, months: tuple[int, ...], at: int, to: int) -> Point:
    if not months:
        return Point(When(year), When(year), at, to)
    return Point(When(year, months[0]), When(year, months[1]), at, to)


def _pair(part: dict[str, str], at: int, to: int, style: DateStyle) -> Point | None:
    """2018-20 is two years; 2020-03 is a month; 2008-12 is what the document's other dates say."""
    year, other = int(part["pair"]), int(part["pair_end"])
    years = other > year % 100 and (other > 12 or part["pair_mark"] in "–—" or style.year_pairs)
    if years:
        return Point(When(year), When(year - year % 100 + other), at, to)
    return _whole(year, other, at, to) if 1 <= other <= 12 else None


@cache
def _count_words() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\+\s*)?(?:{pattern(load(DateWords).counts).pattern})", re.IGNORECASE)


def _counts(text: str, at: int, to: int) -> bool:
    """Whether the number counts something ("2000 users") or is a part of a longer number."""
    return _count_words().match(text, to) is not None or re.fullmatch(r"\d ", text[max(at - 2, 0) : at]) is not None


@cache
def _lead() -> re.Pattern[str]:
    """A word that leads to a date and says nothing without it: "From: 01/2021"."""
    words = load(DateWords)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, (*words.since, *words.leads)))})[\s:]*$", re.IGNORECASE)


@cache
def _durations() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load(DateWords).durations), key=len, reverse=True))
    one = rf"\d+(?:[.,]\d+)?\+?\s*(?:{words})\.?(?!\w)"
    return re.compile(rf"[(\[]?\s*{one}(?:[\s,&]*(?:and|und|et|y|e|en)?\s*{one})?\s*[)\]]?", re.IGNORECASE)


def without_dates(text: str, style: DateStyle = PLAIN_STYLE) -> str:
    """The text with its dates and lengths of time taken out; columns stay apart."""
    for span in reversed(find_dates(text, style)):
        text = _lead().sub("", text[: span.at]) + "\t" + text[span.to :]
    return re.sub(r"[(\[]\s*[)\]]", " ", _durations().sub("\t", text))
