"""Years of experience: every statement, then the overall minimum."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from headway.postings.east import east_years
from headway.postings.lines import Lines
from headway.postings.model import Need
from headway.postings.needs import Needs
from headway.postings.sentences import sentence_around
from headway.postings.signals import Places
from headway.postings.words import YearWords, load, patterns

_DECADE = re.compile(r"(?:\ba|\bone)?\s?\bdecade(?:\+|s)?")
_LONG_BEFORE = 110
_EASTERN = ("年", "년")
_IN_ITALIAN = {"annuale": 1.0, "biennale": 2.0, "triennale": 3.0, "quinquennale": 5.0, "decennale": 10.0}
_IN_ONE_WORD = re.compile(rf"esperienza (?:\w+ ){{0,2}}({'|'.join(_IN_ITALIAN)})\b")
"""`Esperienza triennale`; a `laurea triennale` is a degree."""
_OR = re.compile(r"\bor\b|/")
_EXPERIENCE = (
    r"(?:experience|erfahrung|expérience|experiencia|experiência|esperienza|ervaring|erfarenhet|erfaring"
    r"|doświadczeni\w+)"
)
_AHEAD = re.compile(_EXPERIENCE)
_OF_EXPERIENCE = re.compile(
    rf"['’]?\s?(?:of )?(?:[\w/-]+ ){{0,4}}?(?:d['’])?\w*{_EXPERIENCE}"
    r"|\s(?:in|of) (?:an? )?(?:similar|comparable|relevant)\b"
)
"""What stands behind months that count: those of an internship or a leave do not."""
_BY_RANK = re.compile(r"\b(?:senior|staff|lead|mid|junior|principal|entry|sr\.?|jr\.?)(?:[- ]level)?\W{1,3}$")
"""Right before a number of years: `Senior (5+ years), Staff (7+ years)` is a choice."""


class Years(msgspec.Struct, gc=False):
    """One statement: at least this many years. sure: it says that it is experience."""

    start: int
    end: int
    low: float
    need: Need
    line: int
    sure: bool


@cache
def _pattern() -> re.Pattern[str]:
    """A number of years, with its least number, its highest, and whether a hyphen ties it to `year`."""
    number = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(load(YearWords).numbers) + ")"
    foreign = "|".join(load(YearWords).units)
    months = "|".join(load(YearWords).months)
    return re.compile(
        rf"(?<![\w.$€£#/-])(?P<low>{number})\s?(?:\(\s?\d{{1,2}}\s?\)\s?)?"
        rf"(?P<plus>\+|-?plus\b|or more\b)?(?:\*\*|__)?\s?"
        rf"(?:(?:-|–|—|‑|to|/|or|bis|à|a|tot|(?<=\d )(?:und|et|en|y|e)|"
        rf"(?<=between \d )and|(?<=between \w{{3}} )and)\s?(?P<high>{number})\s?(?:\+|"
        rf"plus)?\s?)?(?P<dash>-)?\s?(?:\+\s?)?(?:full |solid |good )?"
        rf"(?P<unit>years?|yrs?|yoe|(?P<months>{months})|{foreign})\b[’'.]?(?:s\b)?(?:\s?\+)?"
    )


def _says(name: str) -> re.Pattern[str]:
    return patterns(YearWords, name)


def years_in(lines: Lines, needs: Needs, signals: Places) -> list[Years]:
    """Every statement of years of experience, in order."""
    found: list[Years] = []
    for place in signals.get("years", ()):
        index = lines.index_at(place[0])
        if index >= 0 and (not found or place[0] >= found[-1].end):
            statement = _statement(lines, needs, index, place)
            if statement is not None and (not found or statement.start >= found[-1].end):
                found.append(statement)
    return found


def _statement(lines: Lines, needs: Needs, index: int, place: tuple[int, int]) -> Years | None:
    low, line = lines.low, lines.lines[index]
    if low[place[0] : place[1]] in _EASTERN:
        return _eastern(lines, needs, index, place[0])
    match = _at(low, place, line.start, line.end)
    if match is None or (line.section == "about" and "required" in lines.kinds):
        return None  # under "Our team" beside requirements, the years are the founders'
    start, end, least, dash, in_months = match
    if _says("after_not").match(low, end, line.end) or _says("before_not").search(
        low, max(line.start, start - 24), start
    ):
        return None
    if _says("some").search(low, max(line.start, start - _LONG_BEFORE), start):
        return None
    sure = bool(
        _AHEAD.search(low, end, min(line.end, end + 70))
        or _says("experience").search(low, max(line.start, start - 45), start)
        or _says("worked").search(low, max(line.start, start - 160), start)
    )
    if in_months and not (sure and _OF_EXPERIENCE.match(low, end, line.end)):
        return None
    if dash and not low.startswith((" experience", " exp", " of", " professional", " industry"), end) and not sure:
        return None
    need = needs.at(start)
    if need == "context":
        if line.section in ("benefits", "legal", "process") or not sure:
            return None
        begin, finish = sentence_around(low, start, end, line.start, line.end)
        if _says("others").search(low, begin, finish) or not needs.open_at(index):
            return None
        need = "required"
    elif not sure and low[end : end + 1] != ")" and not _says("after").match(low, end, line.end) and end < line.end - 2:
        return None
    return Years(start, end, least, need, index, sure)


def _eastern(lines: Lines, needs: Needs, index: int, place: int) -> Years | None:
    """One in Japanese, Chinese or Korean; the words of experience near it say that it counts."""
    line = lines.lines[index]
    need = needs.at(place)
    told = east_years(lines.low, line.start, line.end, place, asked=need == "required")
    if told is None or line.section in ("benefits", "legal", "process", "about"):
        return None
    if need == "context":
        if not needs.open_at(index):
            return None
        need = "required"
    return Years(*told, need, index, True)


def _at(low: str, place: tuple[int, int], left: int, right: int) -> tuple[int, int, float, bool, bool] | None:
    """Start, end, least number, whether a hyphen ties it (`a 5-year degree`), and whether it is of months."""
    for match in _pattern().finditer(low, max(left, place[0] - 40), min(right, place[1] + 4)):
        if match.start("unit") <= place[0] < match.end():
            tied = match["dash"] is not None and not match["unit"].endswith("s")
            months = match["months"] is not None
            least = _number(match["low"])
            return match.start(), match.end(), round(least / 12, 2) if months else least, tied, months
    if low.startswith("esperienza", place[0]):
        worded = _IN_ONE_WORD.match(low, place[0], right)
        return (worded.start(1), worded.end(1), _IN_ITALIAN[worded[1]], False, False) if worded else None
    decade = _DECADE.match(low, max(left, place[0] - 2), right)
    return (place[0], place[1], 10.0, False, False) if decade and low.startswith("decade", place[0]) else None


def _number(text: str) -> float:
    number = load(YearWords).numbers.get(text)
    return float(text) if number is None else number


def overall(statements: Sequence[Years], lines: Lines, degrees: Sequence[tuple[int, int]]) -> Years | None:
    """The statement that gives the overall minimum.

    Within a line with ways to choose between (`B.S. + 5 years or M.S. + 3 years`) the one of the lowest degree
    counts; without degrees the smallest. Of what all must have, the largest. degrees: (position, rank).
    """
    by_line: dict[int, list[Years]] = {}
    for each in statements:
        if each.need == "required":
            by_line.setdefault(each.line, []).append(each)
    chosen = [_of_line(group, lines, degrees) for group in by_line.values()]
    return max(chosen, key=lambda each: (each.low, -each.start), default=None)


def _of_line(group: list[Years], lines: Lines, degrees: Sequence[tuple[int, int]]) -> Years:
    if len(group) == 1:
        return group[0]
    line = lines.lines[group[0].line]
    ranked = [(position, rank) for position, rank in degrees if line.start <= position < line.end]
    joined = lines.low[group[0].end : group[-1].start]
    if len({rank for _, rank in ranked}) >= 2 and _OR.search(joined):
        return min(group, key=lambda each: (min(ranked, key=lambda d: abs(d[0] - each.start))[1], -each.low))
    if all(_BY_RANK.search(lines.low, max(line.start, each.start - 20), each.start) for each in group):
        return min(group, key=lambda each: each.low)
    if re.search(r"\bor\b[^,;.]{0,25}$", joined) and not ranked:
        return min(group, key=lambda each: each.low)
    return max(group, key=lambda each: (each.low, -each.start))
