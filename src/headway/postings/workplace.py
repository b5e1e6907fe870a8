"""Remote, hybrid or on site, from what the text says of this job, the team or the company."""

import re
from functools import cache, lru_cache

import msgspec

from headway.postings.lines import Line, Lines
from headway.postings.model import Workplace
from headway.postings.sentences import sentence_around
from headway.postings.signals import Places
from headway.postings.words import WorkplaceWords, load

_KINDS: tuple[Workplace, ...] = ("remote", "hybrid", "onsite")
_DAY = r"(?:\d|one|two|three|four|five|six)"
_DAYS = re.compile(
    rf"(?<!\d)(?P<low>{_DAY})\+?\s?(?:(?:-|–|—|to|or)\s?(?P<high>{_DAY}))?\+?\s?(?:x\b|times|"
    rf"days?|full days)(?: \w+){{0,3}}?\s?(?:/|an?|per|each|every|of the)\s?(?:work)?w(?:ee)?k\b"
    rf"|(?<!\d)(?P<low2>{_DAY})\+?\s?(?:(?:-|–|—|to)\s?(?P<high2>{_DAY}))? days? (?:weekly|"
    rf"in (?:the|our|person)|in-?office|on-?site|in-person|from (?:the|our))"
    rf"|\b(?:in[- ]office|on-?site|in[- ]person),? (?:for )?(?P<low3>{_DAY})\+?"
    rf"\s?(?:(?:-|–|—|to)\s?(?P<high3>{_DAY}))? days?\b"
)
_NO_WORK = re.compile(
    r"(?:lunch\w*|meals?|snacks?|breakfasts?|dinners?|catered|yoga|pilates|massages?|gym|classes|drinks|barista)\W+"
    r"(?:\w+\W+)?$"
)
_VISITS = re.compile(r"\W*(?:customer|client|site) visits")
"""Right before or behind a number of times a week: what is done so often is no work."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:days?)?"
_WEEKDAYS = re.compile(
    rf"\b(?P<first>{_WEEKDAY})\s?(?:-|–|—|to|through|thru)\s?(?P<last>{_WEEKDAY})\b"
    rf"|\b(?P<list>{_WEEKDAY}s?(?:(?:,? (?:and|&) |, |/){_WEEKDAY}s?){{1,4}})\b"
)
_ORDER = ("mon", "tue", "wed", "thu", "fri")
_WORKING_DAYS = 5
_AT_WORK = re.compile(
    r"in[- ](?:the |our )?(?:\w+ ){0,2}office\b|from (?:the|our) (?:\w+ ){0,2}office\b|on-?site\b|in[- ]person\b"
)
_FOOD = re.compile(r"\b(?:lunch\w*|meals?|snacks?|breakfasts?|dinners?|catered|open|closed)\b")
_NOT_THERE = re.compile(r"[\s,:(–—-]*(?:is |are |as )?(?:remote|from home|wfh|work(?:ing)? from home|home)")
_OFFICE = re.compile(r"office|on-?site|on site|in[- ]person|\bhq\b|hub\b|headquarters|in the lab|in the studio")
_HIRING = re.compile(r"\b(?:interviews?|workshop|trial day|work trial|trial work|assessment|take-home|technicals)\b")
_HOURS = re.compile(r"hours|night shift|on-call")
_LIMITS = re.compile(
    r"\b(?:only|must|based in|located in|within|anywhere in|time ?zones?|commut(?!er benefits)|authori[sz]ed|"
    r"eligible|overlap|reside|relocat|hire|right to work|permit|live|required)"
)
_THEIRS = re.compile(
    r"\b(?:our (?:\w+[ -]){0,2}team|team members|professionals|"
    r"(?:company|startup|start-up|studio|firm|we are|we're|we’re),?(?: \w+){0,3} (?:based|headquartered|located) in)\b"
)
_YOURS = re.compile(
    r"\b(?:only|must|you|your|candidates?|applicants?|role|position|job|eligible|authori[sz]ed|hire|reside|required)\b"
)
"""A sentence about where the company or its team sits limits nobody, unless it also speaks of the reader."""
_LONGEST = 240
_REACH = 220
_AFTER = 12
"""Characters after a sentence that a number of days is judged by."""
_WEAK = ("required", "preferred", "legal", "process")


class PlaceSaid(msgspec.Struct, gc=False):
    """One statement about the workplace."""

    kind: Workplace
    strength: int
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[Workplace, int, re.Pattern[str]], ...]:
    words = load(WorkplaceWords)
    return tuple(
        (kind, strength, re.compile("|".join(f"(?:{each})" for each in getattr(words, kind)[strength])))
        for kind in _KINDS
        for strength in sorted(getattr(words, kind), reverse=True)
    )


@cache
def _drop() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in load(WorkplaceWords).drop))


def workplace_of(lines: Lines, signals: Places, titled: bool) -> PlaceSaid | None:
    """What the text says; titled: the first line is the title, which rules."""
    return strongest(places_said(lines, signals, titled))


def places_said(lines: Lines, signals: Places, titled: bool) -> list[PlaceSaid]:
    """Every statement, in order of the text."""
    said: list[PlaceSaid] = []
    done = 0
    for place in signals.get("place", ()):
        index = lines.index_at(place[0])
        if index < 0 or place[0] < done:
            continue
        line = lines.lines[index]
        begin, end = sentence_around(lines.low, *place, line.start, line.end)
        begin, done = max(begin, place[0] - _REACH), min(end, place[1] + _REACH)
        said += _in_sentence(lines.low, line, (begin, done), title=titled and index == 0)
    return said


def _in_sentence(low: str, line: Line, stretch: tuple[int, int], title: bool) -> list[PlaceSaid]:
    left = max(stretch[0] - 1, 0)
    section = line.section if line.section == "none" else "weak" if line.section in _WEAK else ""
    said = _told(low[left : min(stretch[1] + _AFTER, line.end)], stretch[0] - left, stretch[1] - left, section, title)
    return [PlaceSaid(each.kind, each.strength, each.start + left, each.end + left) for each in said]


@lru_cache(maxsize=10_000)
def _told(low: str, start: int, end: int, section: str, title: bool) -> tuple[PlaceSaid, ...]:
    """What a sentence between two positions says. The last ones are kept (some 10 MB): employers repeat theirs.

    low: with the character before it, by which a word's beginning is told, and `_AFTER` behind it.
    """
    if _HIRING.search(low, start, end) and not title and "#li-" not in low[start:end]:
        return ()
    said = _days(low, start, end) or _weekdays(low, start, end)
    if said:
        return (said,)
    sentence = _drop().sub(lambda match: "~" * len(match[0]), low[start:end])
    found: list[PlaceSaid] = []
    for kind, strength, pattern in _patterns():
        if any(each.kind == kind for each in found):
            continue
        match = pattern.search(sentence)
        if match and not (strength <= 2 and section == "weak" and not title):
            bonus = 2 if title else 1 if section == "none" and strength == 1 and len(sentence) < 60 else 0
            found.append(PlaceSaid(kind, strength + bonus, start + match.start(), start + match.end()))
    return tuple(found)


def _days(low: str, start: int, end: int) -> PlaceSaid | None:
    """A number of days in the office a week: five is on site, fewer is hybrid."""
    match = _DAYS.search(low, start, end)
    if not match or not _OFFICE.search(low, start, end):
        return None
    near = low[max(start, match.start() - 60) : min(end, match.end() + 60)]
    if _HOURS.search(near[50:75]) or re.match(r"\s?(?:remote|from home|wfh)", low[match.end() : match.end() + _AFTER]):
        return None
    if _NO_WORK.search(low, max(start, match.start() - 30), match.start()) or _VISITS.match(low, match.end()):
        return None
    least = _number(match["low"] or match["low2"] or match["low3"])
    most = next((_number(high) for high in match.group("high", "high2", "high3") if high), least)
    kind: Workplace = "onsite" if least >= 5 or (most >= 5 and least >= 4) else "hybrid"
    return PlaceSaid(kind, 4, match.start(), match.end())


def _weekdays(low: str, start: int, end: int) -> PlaceSaid | None:
    """Days of the week in the office: all five are on site, fewer are hybrid."""
    if not _AT_WORK.search(low, start, end) or _FOOD.search(low, start, end):
        return None
    for match in _WEEKDAYS.finditer(low, start, end):
        near = low[max(start, match.start() - 40) : min(end, match.end() + 40)]
        if _NOT_THERE.match(low, match.end()) or _HOURS.search(near):
            continue
        days = [_ORDER.index(day[:3]) for day in re.findall(_WEEKDAY, match[0])]
        count = days[-1] - days[0] + 1 if match["first"] else len(set(days))
        if count > 1:
            return PlaceSaid("onsite" if count >= _WORKING_DAYS else "hybrid", 4, match.start(), match.end())
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else load(WorkplaceWords).numbers[text]


def strongest(said: list[PlaceSaid]) -> PlaceSaid | None:
    """The strongest; between equals remote gives way to hybrid, and hybrid gives way to nothing."""
    if not said:
        return None
    top = max(each.strength for each in said)
    if top < 2:
        return None
    best = [each for each in said if each.strength == top]
    kinds = {each.kind for each in best}
    for kind in ("hybrid", "remote", "onsite"):
        if kind in kinds:
            return next(each for each in best if each.kind == kind)
    return best[0]


def limits_of(lines: Lines, signals: Places) -> tuple[int, int] | None:
    """The sentence that limits where one may work from."""
    for place in sorted((*signals.get("limits", ()), *signals.get("place", ()))):
        line = lines.at(place[0])
        if line is None or line.section in ("legal", "preferred") or line is lines.lines[0]:
            continue
        begin, end = sentence_around(lines.low, place[0], place[1], line.start, line.end)
        begin += len(lines.low[begin:end]) - len(lines.low[begin:end].lstrip())
        if _THEIRS.search(lines.low, begin, end) and not _YOURS.search(lines.low, begin, end):
            continue
        if end - begin <= _LONGEST and _LIMITS.search(lines.low, begin, end) and _about_place(lines.low, begin, end):
            return begin, end
    return None


def _about_place(low: str, begin: int, end: int) -> bool:
    return bool(
        re.search(
            r"remote|hybrid|office|on-?site|located|based in|reside|time ?zone|commut(?!er benefits)|anywhere|"
            r"authori[sz]ed to work|eligible to work|right to work|relocat|live in|only hire|"
            r"in[- ]person",
            low[begin:end],
        )
    )
