"""What one cell of a salary file says: an amount, a day, a country, a level, a period, a name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from headway.pay.model import NOT_SAID, Grade
from headway.postings.words import PlaceWords, load

GRADES: Final[dict[str, Grade]] = {
    "en": "junior", "entry": "junior", "entry level": "junior", "junior": "junior", "junior level": "junior",
    "jr": "junior", "associate": "junior", "graduate": "junior",
    "mi": "mid", "mid": "mid", "mid level": "mid", "intermediate": "mid", "middle": "mid",
    "se": "senior", "senior": "senior", "senior level": "senior", "sr": "senior",
    "ex": "executive", "executive": "executive", "executive level": "executive", "director": "executive",
    "principal": "executive", "manager": "executive", "head": "executive", "vp": "executive",
    "staff": "staff", "lead": "staff", "intern": "intern", "internship": "intern",
}  # fmt: skip
REMOTE: Final = {
    "0": "onsite", "50": "hybrid", "100": "remote", "onsite": "onsite", "on site": "onsite", "hybrid": "hybrid",
    "remote": "remote",
}  # fmt: skip
SIZES: Final = {"s": "S", "small": "S", "m": "M", "medium": "M", "l": "L", "large": "L"}
FULL_TIME: Final = {"", "ft", "full time", "fulltime", "permanent", "regular"}
TIMES_A_YEAR: Final[dict[str, float]] = {
    "year": 1, "yearly": 1, "annual": 1, "annually": 1, "yr": 1, "per year": 1, "a year": 1,
    "month": 12, "monthly": 12, "per month": 12, "a month": 12,
    "week": 52, "weekly": 52, "per week": 52, "a week": 52,
    "day": 260, "daily": 260, "per day": 260, "a day": 260,
    "hour": 2080, "hourly": 2080, "hr": 2080, "per hour": 2080, "an hour": 2080,
}  # fmt: skip
"""Full time: 52 weeks of 5 days of 8 hours, as for stated pay of postings."""
_LEGAL = re.compile(
    r"[ ,]+(?:incorporated|inc|llc|llp|ltd|limited|corporation|corp|company|co|plc|gmbh|ag|sa|sas|bv|nv|oy|ab|pty)\.?$"
)
_AMOUNT = re.compile(r"(?P<number>\d{1,12}(?:\.\d{0,20})?)(?P<thousands>k)?")
_SYMBOLS = re.compile(r"^(?:[A-Za-z]{0,3}[$€£¥₹]|[A-Za-z]{3}(?=\d))|(?:[$€£¥₹]|(?<=\d)[A-Za-z]{3})$")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}[kK]?")
"""Commas between thousands always have three figures behind the last of them."""


def plain(text: str) -> str:
    """Lower case, hyphens and underscores as spaces, without a closing full stop."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split()).rstrip(".")


def amount(text: str) -> float | None:
    """A number as people write it: 120000, 120,000, $120k, 55.000,00 €, 55000,00. None where it is none."""
    bare = _SYMBOLS.sub("", re.sub(r"[\s'\u2019]", "", text))
    if _EUROPEAN.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    match = _AMOUNT.fullmatch(bare.replace(",", "").casefold())
    return float(match["number"]) * (1_000 if match["thousands"] else 1) if match else None


def ends(text: str) -> tuple[float, float] | None:
    """Both ends of a range in one cell, `$120k - $150k` or `$120-150k`; None where it is none."""
    parts = re.split(r"\s*(?:-|–|—|\bto\b)\s*", text.strip())
    if len(parts) == 2 and re.fullmatch(r"\D*\d{1,3}", parts[0]) and re.search(r"\dk\b", parts[1], re.IGNORECASE):
        parts[0] += "k"
    found = [amount(part) for part in parts] if len(parts) == 2 else []
    return (found[0], found[1]) if len(found) == 2 and found[0] is not None and found[1] is not None else None


def country(text: str) -> str | None:
    """The two-letter code of a code or a name; of what stands last after a comma where that is a name."""
    if re.fullmatch(r"[A-Za-z]{2}", text):
        return text.upper()
    name = " ".join(text.casefold().replace(".", "").split())
    return _countries().get(name) or _countries().get(name.rsplit(",", 1)[-1].strip())


@cache
def _countries() -> Mapping[str, str]:
    named = load(PlaceWords).countries
    return {name.replace(".", ""): code for code, names in named.items() for name in names if len(name) > 2}


def company(text: str) -> str:
    """An employer's name to compare by: lower case, spaces single, no legal form at its end."""
    name = _folded(text)
    while (shorter := _LEGAL.sub("", name)) != name and shorter:
        name = shorter
    return name.strip(" ,.")


def city(text: str, code: str) -> str:
    """A city to compare by, within its country: what stands before the first comma."""
    name = _folded(text.split(",", 1)[0])
    return f"{code}/{name}" if name else NOT_SAID


def industry(text: str) -> str:
    """An industry to compare by."""
    return _folded(text)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())[:80]


_DAYS: Final = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<word>[a-z]{3,9})\.?[ -](?P<year>\d{4})(?!\d)"),
    re.compile(r"(?P<word>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)"),
)
_SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?!\d)")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_first(dates: Iterable[str]) -> bool | None:
    """Whether dates with slashes begin with the month, as the file's own days above 12 show; None where none shows."""
    seen = {True: 0, False: 0}
    for text in dates:
        if match := _SLASHED.match(text.strip()):
            if int(match["second"]) > 12:
                seen[True] += 1
            if int(match["first"]) > 12:
                seen[False] += 1
    return None if seen[True] == seen[False] else seen[True] > seen[False]


def day(text: str, months_first: bool | None) -> tuple[int, float | None] | None:
    """The year, and the year with its part done; that part is None where the month cannot be told."""
    low = text.strip().casefold()
    if match := _SLASHED.match(low):
        month, of_month = (match["first"], match["second"]) if months_first else (match["second"], match["first"])
        return (int(match["year"]), None) if months_first is None else _placed(int(match["year"]), month, of_month)
    for shape in _DAYS:
        if match := shape.match(low):
            parts = match.groupdict()
            word = (parts.get("word") or "")[:3]
            month = str(_MONTHS.index(word) + 1) if word in _MONTHS else parts.get("month") or "0"
            return _placed(int(parts["year"]), month, parts["day"] or "15")
    return None


def _placed(year: int, month: str, of_month: str) -> tuple[int, float] | None:
    if not (1 <= int(month) <= 12 and 1 <= int(of_month) <= 31):
        return None
    return year, year + (int(month) - 1 + (int(of_month) - 1) / 31) / 12
