"""Single values as feeds write them: text, date, place, workplace. What cannot be read is None, never a guess."""

import datetime as dt
import email.utils
import html
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from headway.postings.model import Period, Workplace
from headway.postings.words import PlaceWords, load

_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T ])")
_SINCE_1970 = re.compile(r"\d{9,13}(?:\.\d+)?|\d(?:\.\d+)?[eE]\+?\d{1,2}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
"""`60.000`, `1.200.000,50`: points that part thousands."""
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|br|p|div|font|small|su[bp]|h[1-6])\b[^>]*>", re.IGNORECASE)
_NOTHING = frozenset({"", "nan", "null", "none", "na"})
_MISSING = frozenset({"-1", "-1.0"})
"""How exports of some sites write that there is nothing."""
_LONGEST_NOTHING = 6
_LETTERS = re.compile(r"[\W_]+")
_EPOCH_FROM: Final = 10**8
"""Seconds since 1970 that are later than 1973; smaller numbers are no dates."""
_YEAR_FROM: Final = 1973
_MILLISECONDS_FROM: Final = 10**11
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ON_SITE = re.compile(r"\b(?:on[- ]?site|in[- ]office|in[- ]person)\b", re.IGNORECASE)
_IN_PLACES: tuple[Workplace, ...] = ("hybrid", "remote", "onsite")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


class FieldWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/feeds/fields.yaml."""

    workplace: dict[Workplace, frozenset[str]]
    employment: dict[str, frozenset[str]]
    periods: dict[Period, dict[str, float]]
    titled: dict[Period, tuple[str, ...]]
    least_a_year: float
    most_an_hour: float
    dollar_like: frozenset[str]
    country_words: dict[str, str]
    regions: frozenset[str]
    nobody: frozenset[str]
    signs: dict[str, str]
    columns: dict[str, tuple[str, ...]]
    wrappers: frozenset[str]
    estimated: frozenset[str]
    more_text: tuple[str, ...]


@cache
def words() -> FieldWords:
    """The word list of this room, read once a process."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("headway").joinpath("data", "feeds", "fields.yaml").read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), FieldWords)  # noqa: S506  a safe loader


def folded(text: str) -> str:
    """Lower case, letters and digits only: how words of fields.yaml are compared."""
    return _LETTERS.sub("", text.casefold())


def text_of(value: object) -> str | None:
    """Text without blanks around it; numbers as they are written; nothing for an empty value.

    Halves of characters and NUL, which no file format can hold, become marks.
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, list | tuple):
        parts = [part for each in value if (part := text_of(each))]
        return ", ".join(parts) or None
    if isinstance(value, dict):
        return None
    text = _storable(str(value)).strip()
    if len(text) <= _LONGEST_NOTHING and (folded(text) in _NOTHING or text in _MISSING):
        return None
    return text


def _storable(text: str) -> str:
    """Nearly every text comes back as it is, at the cost of a look."""
    if "\0" not in text:
        if text.isascii():
            return text
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _SURROGATE.sub("�", text)


def name_of(value: object) -> str | None:
    """A name or title on one line: entities written out (`R&amp;amp;D`), marks of HTML left out."""
    text = text_of(value)
    if text is None:
        return None
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    text = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(text.split()) or None


def company_of(value: object) -> str | None:
    """An employer's name; none where the feed keeps it back (`Confidential`)."""
    name = name_of(value)
    return None if name is None or folded(name) in words().nobody else name


def prose_of(value: object) -> str | None:
    """Running text; the parts of a list are lines."""
    if isinstance(value, list | tuple):
        return "\n".join(part for each in value if (part := text_of(each))) or None
    return text_of(value)


def places_of(value: object) -> list[str]:
    """Names of places: a text, an object with a name, or a list of such."""
    if isinstance(value, list | tuple):
        return [name for each in value for name in places_of(each)]
    if isinstance(value, dict):
        value = value.get("name") or value.get("location") or value.get("city")
        return places_of(value) if isinstance(value, str) else []
    text = text_of(value)
    return [text] if text else []


def markup_of(value: object) -> str | None:
    """Text that may be HTML with its marks escaped, once or twice: unescaped; without the marks of a CDATA section."""
    text = prose_of(value)
    for _ in range(2):
        if text is None or "<" in text or not re.search(r"&(?:amp;)*(?:lt|#60|#x3c);", text, re.I):
            break
        text = html.unescape(text)
    return _CDATA.sub(r"\1", text) if text is not None and "<![CDATA[" in text else text


def date_of(value: object) -> dt.date | None:
    """A date: ISO, seconds or milliseconds since 1970, RFC 2822, `25 Sep 2025`, `Sep 25, 2025`.

    03/04/2025 may be two dates and is none; 25/04/2025 is one. A year before 1973 stands for none: 0001-01-01.
    """
    found = _date(value)
    return found if found is not None and found.year >= _YEAR_FROM else None


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(float(value))
    text = text_of(value)
    if text is None:
        return None
    if _SINCE_1970.fullmatch(text):
        return _since_1970(float(text))
    try:
        return _written_date(text)
    except ValueError:
        return None


def _since_1970(number: float) -> dt.date | None:
    seconds = number / 1000 if number >= _MILLISECONDS_FROM else number
    if not _EPOCH_FROM <= seconds < 253_402_300_800:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _written_date(text: str) -> dt.date | None:
    year_first = _YEAR_FIRST.match(text)
    if year_first:
        return dt.date(*(int(year_first[group]) for group in (1, 3, 4)))
    if re.fullmatch(r"\d{8}", text):
        return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    slashed = _SLASHED.match(text)
    if slashed:
        first, second, year = map(int, slashed.groups())
        if first > 12 or first == second:
            return dt.date(year, second, first)
        return dt.date(year, first, second) if second > 12 else None
    low = text.casefold()
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        named = pattern.search(low)
        if named and named[month] in _MONTHS:
            return dt.date(int(named[3]), _MONTHS.index(named[month]) + 1, int(named[day]))
    parsed = email.utils.parsedate(text)
    return dt.date(*parsed[:3]) if parsed else None


def number_of(value: object, points: bool = True) -> float | None:
    """A number, also `120,000`, `$120k` or `1.5e5`; nothing for zero, negatives and what is no number.

    points: whether `60.000` is sixty thousand, as money a year is written, or sixty.
    """
    if isinstance(value, bool) or value is None:
        return None
    number = _written_number(value, points) if isinstance(value, str) else _plain_number(value)
    return number if number is not None and 0 < number < 1e12 else None


def _plain_number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _written_number(value: str, points: bool) -> float | None:
    text = re.sub(r"(?<=\d)['’   ](?=\d{3}\b)", "", value.strip())
    if points:
        text = _POINTS.sub(lambda found: found[0].replace(".", "").replace(",", "."), text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2}\b)", ".", text)
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    thousand = re.search(r"\d\s?[kK]\b", text) is not None
    return float(found[0]) * (1000 if thousand else 1)


@cache
def _countries() -> dict[str, str]:
    named = {folded(name): code for code, names in load(PlaceWords).countries.items() for name in names}
    return named | words().country_words


def country_of(value: object) -> str | None:
    """ISO 3166 alpha-2 code of a country's name or code, where a field holds nothing else; {"name": …} too."""
    if isinstance(value, dict):
        value = value.get("name")
    text = text_of(value)
    if text is None:
        return None
    code = _countries().get(folded(text))
    if code is None and re.fullmatch(r"[A-Z]{2}", text) and text != "EU":
        return text
    return code or None


def workplace_of(value: object) -> Workplace:
    """Remote, hybrid or onsite as a field says it; a plain yes means remote, a plain no says nothing.

    1, 50 and 100: yes, and the share of remote work in per cent.
    """
    if value is True:
        return "remote"
    text = text_of(value)
    if text is None or isinstance(value, bool):
        return "unstated"
    low = folded(text)
    share = number_of(text) if text[0].isdigit() else None
    if low in ("true", "yes") or share in (1, 100):
        return "remote"
    if share == 50:
        return "hybrid"
    return next((kind for kind, names in words().workplace.items() if low in names), "unstated")


def workplace_in(location: str | None) -> Workplace:
    """What a part of a written place begins or ends with: `US Remote`, `Berlin (hybrid)`, `On-site Berlin`.

    `Berlin or remote` leaves it open.
    """
    parts = [
        part.casefold().split() for part in re.split(r"[,|;/()·•]|\s[-–—]\s", _ON_SITE.sub("onsite", location or ""))
    ]
    ends = {word for part in parts if part and "or" not in part for word in (part[0], part[-1])}
    return next((kind for kind in _IN_PLACES if kind in ends), "unstated")


def employment_of(value: object) -> str | None:
    """Kind of employment in our words, else in the feed's; of several the first."""
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    text = text_of(value)
    if text is None:
        return None
    low = folded(text)
    return next((kind for kind, names in words().employment.items() if low in names), text)


def unique(values: list[str | None]) -> tuple[str, ...]:
    """Without empty ones and repeats, in order."""
    return tuple(dict.fromkeys(value for value in values if value))
