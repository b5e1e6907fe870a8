"""Requirements: skills that are asked for one by one, and groups of which any one (or two, or three) will do."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from headway.postings.counts import count_before, wanted_of
from headway.postings.levels import ASKED, Levels
from headway.postings.lines import Line, Lines
from headway.postings.model import Need, NeededMention, Quote, Requirement
from headway.postings.words import PhraseWords, any_word, load
from headway.postings.years import Years
from headway.values import Level

_JOINT = re.compile(
    r"[\s,/&()\"'’*`|+-]*(?:(?:and|or|and/or|as well as|"
    r"plus)\b[\s,/&(\"'*`-]*)?(?:[\w.+#’'-]{1,20}(?:[ -][\w.+#’'-]{1,20})?\s?(?:,|"
    r"/)\s?(?:(?:and|or|and/or)\b\s?)?)?(?:[a-z-]{3,14}\s)?"
)
_LINK = re.compile(r"\]\([^\s()]{0,300}\)|\[")
"""What Markdown puts around the words of a link."""
_OR_ELSE = re.compile(
    r",?\s\(or (?:else |alternatively )?"
    r"|,?\sor (?:an? )?(?:equivalents?|similar|comparable) \((?:e\.g\.,? |such as |like )?"
)
"""Brackets that hold other ways: `Python (or R)`, `AWS or equivalent (GCP, Azure)`."""
_OR = re.compile(r"\bor\b")
_AND = re.compile(r"\band\b(?!/or)|&|\bplus\b|as well as|\+")
_BEHIND = re.compile(r"[\s:(\-–,]*(?:at least |min\.? |minimum )?")
_OPENING = re.compile(r"([\w-]+)\s?\(\s?$")
_STOP = re.compile(r"[.;)]\s")
_REACH, _NEAR = 160, 22
_CLAUSE = re.compile(
    r"[.;](?=\s|$)|, (?:with|including|and a|specializ|ideally|preferably|plus)|\bwith (?:a |"
    r"an )?(?:strong|proven|focus|deep)|\n|\d+\+? years"
)


def requirements_in(
    mentions: list[NeededMention], lines: Lines, years: list[Years], levels: Levels, text: str
) -> list[Requirement]:
    """One for each skill or group of the lines that ask, in order; the same group twice counts once."""
    by_line: dict[int, list[NeededMention]] = {}
    for mention in mentions:
        if mention.need != "context":
            by_line.setdefault(lines.index_at(mention.start), []).append(mention)
    stated: dict[int, list[Years]] = {}
    for each in years:
        stated.setdefault(each.line, []).append(each)
    found: dict[tuple[frozenset[str], Need], Requirement] = {}
    choices: dict[int, list[Requirement]] = {}
    leads: dict[int, Lead] = {}
    for index, group in by_line.items():
        asked = _of_line(group, lines, index, stated.get(index, []), levels, text)
        choice = lines.lines[index].choice
        if choice >= 0:
            if choice not in leads:
                leads[choice] = lead_of(lines, choice, stated.get(choice, []), levels)
            choices.setdefault(choice, []).extend(asked)
        else:
            _keep(asked, found)
    for choice, members in choices.items():
        _keep([_one_group(each, leads[choice], text) for each in by_need(members)], found)
    return sorted(found.values(), key=lambda each: (each.span.start, each.span.end))


def _keep(asked: list[Requirement], found: dict[tuple[frozenset[str], Need], Requirement]) -> None:
    """Of two that ask for the same the one that asks for more."""
    for each in asked:
        key = (frozenset(each.any_of), each.need)
        before = found.get(key)
        if before is None or weight_of(each) > weight_of(before):
            found[key] = each


def weight_of(each: Requirement) -> tuple[int, float, int]:
    """What the stronger of two requirements that name the same skills has more of."""
    return each.count, each.years or 0, each.level


class Lead(NamedTuple):
    """What a line that announces a choice asks of whichever is chosen. many: how many are to be (counts.py)."""

    years: float | None
    level: Level
    many: int


def lead_of(lines: Lines, index: int, years: list[Years], levels: Levels) -> Lead:
    """From the last words of the line. years: those of the line."""
    end = lines.lines[index].end
    stated = _years_for(end, end, years, lines.low)
    return Lead(stated, levels.at(end, end, stated), count_before(lines.low, lines.lines[index].start, end))


def by_need(members: Iterable[Requirement]) -> list[list[Requirement]]:
    """The members of a list of choices that are needed alike."""
    found: dict[Need, list[Requirement]] = {}
    for each in members:
        found.setdefault(each.need, []).append(each)
    return list(found.values())


def chosen(members: Sequence[Requirement], lead: Lead, span: Quote) -> Requirement:
    """One requirement of what stands in a list of choices: what is asked for at least of whichever is chosen."""
    skills = tuple(dict.fromkeys(skill for each in members for skill in each.any_of))
    years = lead.years
    if years is None and all(each.years is not None for each in members):
        years = min(each.years or 0 for each in members)
    level = lead.level if lead.level != ASKED else min(each.level for each in members)
    return Requirement(skills, members[0].need, years, span, level, wanted_of(lead.many, len(skills)))


def _one_group(members: list[Requirement], lead: Lead, text: str) -> Requirement:
    start, end = members[0].span.start, members[-1].span.end
    return chosen(members, lead, Quote(start, end, text[start:end]))


def _of_line(
    mentions: list[NeededMention], lines: Lines, index: int, years: list[Years], levels: Levels, text: str
) -> list[Requirement]:
    line = lines.lines[index]
    found = []
    for run, gaps in _runs(mentions, lines.low, line):
        for group in _split(run, gaps, lines.low, line.start, line.end):
            skills = tuple(dict.fromkeys(each.skill for each in group))
            start, end = group[0].start, group[-1].end
            span = Quote(start, end, text[start:end])
            stated = _years_for(start, end, years, lines.low)
            level = levels.at(start, end, stated)
            count = 1 if len(skills) == 1 else wanted_of(count_before(lines.low, line.start, start), len(skills))
            found.append(Requirement(skills, group[0].need, stated, span, level, count))
    return found


def _runs(mentions: list[NeededMention], low: str, line: Line) -> list[tuple[list[NeededMention], list[str]]]:
    """Mentions that follow each other as in a list, and what stands between them."""
    runs: list[tuple[list[NeededMention], list[str]]] = [([mentions[0]], [])]
    between = _between(low, line) if len(mentions) > 1 else None
    for before, mention in pairwise(mentions):
        gap = between(low[before.end : mention.start]) if between else ""
        same = before.need == mention.need and len(gap) < 60 and "\n" not in gap
        if same and (_OR_ELSE.fullmatch(gap) or (_JOINT.fullmatch(gap) and not _opens(gap))):
            runs[-1][0].append(mention)
            runs[-1][1].append(gap)
        else:
            runs.append(([mention], []))
    return runs


def _between(low: str, line: Line) -> Callable[[str], str]:
    """How to read what stands between two mentions of a line: without the marks of links, its joints in English."""
    words = load(PhraseWords).either_beside
    text = f" {low[line.start : line.end]} "
    meant = frozenset(word for word in words if f" {word} " in text and _beside(word).search(text))
    either, both = _either(meant), _both()
    return lambda gap: both.sub("and", either.sub("or", _LINK.sub("", gap)))


@cache
def _either(meant: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word((*load(PhraseWords).either, *sorted(meant)))})")


@cache
def _both() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word(load(PhraseWords).both)})")


@cache
def _beside(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word(load(PhraseWords).either_beside[word])})")


def _opens(gap: str) -> bool:
    """Brackets or `such as` part a kind from its examples."""
    return "(" in gap or ")" in gap or bool(_lead().search(gap))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(any_word(load(PhraseWords).any_of))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"[\s,)]*(?:{any_word(load(PhraseWords).any_of_after)})")


def _split(run: list[NeededMention], gaps: list[str], low: str, left: int, right: int) -> list[list[NeededMention]]:
    """A run cut into groups of which any one will do."""
    if len(run) == 1:
        return [run]
    if _any_will_do(run, low, left, right):
        return [run]
    if not any(_OR.search(gap) for gap in gaps):
        return _by_slash(run, gaps)
    segments: list[list[NeededMention]] = [[run[0]]]
    joined: list[list[str]] = [[]]
    for gap, mention in zip(gaps, run[1:], strict=True):
        if _AND.search(gap) and not _OR.search(gap):
            segments.append([mention])
            joined.append([])
        else:
            segments[-1].append(mention)
            joined[-1].append(gap)
    groups: list[list[NeededMention]] = []
    for segment, inner in zip(segments, joined, strict=True):
        groups += [segment] if any(_OR.search(gap) for gap in inner) else _by_slash(segment, inner)
    return groups


def _by_slash(run: list[NeededMention], gaps: list[str]) -> list[list[NeededMention]]:
    groups = [[run[0]]]
    for gap, mention in zip(gaps, run[1:], strict=True):
        if gap.strip() == "/":
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _any_will_do(run: list[NeededMention], low: str, left: int, right: int) -> bool:
    before = low[max(left, run[0].start - 50) : run[0].start]
    leads = [match.end() for match in _lead().finditer(before)]
    if leads and len(before) - max(leads) < 32 and not _STOP.search(before, max(leads)):
        return True
    if _tail().match(low, run[-1].end, min(right, run[-1].end + 24)):
        return True
    if count_before(low, left, run[0].start) != 1:
        return True
    opening = _OPENING.search(before) if "(" in before[-3:] else None
    return opening is not None and opening[1] in load(PhraseWords).kinds


def _years_for(start: int, end: int, years: list[Years], low: str) -> float | None:
    """Years stated just before (`3+ years with Python`) or just behind (`Python (3+ years)`)."""
    number = bisect_right(years, start, key=attrgetter("end"))
    before = years[number - 1] if number else None
    if before is not None and start - before.end < _REACH and not _CLAUSE.search(low, before.end, start):
        return before.low
    number = bisect_left(years, end, key=attrgetter("start"))
    behind = years[number] if number < len(years) else None
    if behind is not None and behind.start - end <= _NEAR and _BEHIND.fullmatch(low, end, behind.start):
        return behind.low
    return None
