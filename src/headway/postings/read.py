"""The door of this room: a title and a text in, a Posting out. Pure: the same text gives the same posting."""

from collections.abc import Iterable, Sequence
from typing import Final

from headway.documents.language import language_of
from headway.mentions.find import Finder
from headway.mentions.model import Mention, TextBlock
from headway.postings.asides import aside_of
from headway.postings.degrees import degree_of, degree_words
from headway.postings.groups import requirements_in
from headway.postings.levels import Levels
from headway.postings.lines import NEED_OF, Lines
from headway.postings.model import Degree, Field, Need, NeededMention, Posting, Quote, Section, SkillNeed, Told
from headway.postings.needs import Needs
from headway.postings.orders import findings_of, orders_of
from headway.postings.parts import pay_part, place_part, rank_part, role_part
from headway.postings.plain import plain_text
from headway.postings.signals import signals_in
from headway.postings.titles import Titles
from headway.postings.years import overall, years_in
from headway.values import Finding

_FLAT = (("’", "'"), ("‘", "'"), ("\xa0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2011", "-"), ("\t", " "))
_MOSTLY = 0.97
STRENGTH: Final[dict[Need, int]] = {"required": 2, "preferred": 1, "context": 0}
_LANGUAGE_SAMPLE = 700


def whole_text(title: str | None, text: str) -> str:
    """What positions count in: title, blank line and text where there is a title, else the text."""
    return f"{title}\n\n{text}" if title else text


def read_posting(title: str | None, text: str, finder: Finder, titles: Titles) -> Posting:
    """A posting understood. text: plain, Markdown or HTML; positions count in `whole_text(title, plain text)`.

    Raises UnreadableFile only for HTML nested absurdly deep.
    """
    body, hidden = plain_text(text)
    return read_plain(title, body, hidden, finder, titles)


def read_plain(title: str | None, body: str, hidden: tuple[Finding, ...], finder: Finder, titles: Titles) -> Posting:
    """The same for a text made plain before. hidden: what was found while doing so."""
    whole = whole_text(title, body)
    low = lowered(whole)
    lines = Lines(low, whole)
    signals = signals_in(low)
    orders = orders_of(lines, signals)
    aside = aside_of(lines)
    if orders or aside:
        low = _without(low, [each for each in orders if not aside or each[0] < aside[0]] + ([aside] if aside else []))
        lines, signals = Lines(low, whole), signals_in(low)
    needs = Needs(lines, signals)
    mentions = needed(finder.find([TextBlock(whole)]), needs, low)
    years = years_in(lines, needs, signals)
    ranked = degree_words(lines, needs, signals)
    told: dict[Field, Told] = {}
    named = role_part(lines, signals, title, titles, told, whole)
    seniority = rank_part(lines, signals, named[2], told, whole)
    workplace, limits, country, visa = place_part(lines, signals, named[2], told, whole)
    pay, ranges, noted = pay_part(lines, signals, seniority, told, whole, country)
    least = overall(years, lines, [(word.start, word.rank) for word in ranked])
    if least is not None:
        told["min_years"] = Told(_quote(whole, least.start, least.end), 0.95 if least.sure else 0.8)
    degree = degree_of(lines, ranked)
    if degree is not None:
        told["degree"] = Told(_quote(whole, degree.start, degree.end), 0.9)
    language = language_in(body)
    if language is not None:
        told["language"] = Told(None, 0.9)
    return Posting(
        title=named[2],
        role=named[0],
        job=named[1],
        seniority=seniority,
        min_years=least.low if least else None,
        degree=degree.degree if degree else Degree("unstated", False),
        pay=pay,
        pay_ranges=ranges,
        workplace=workplace,
        workplace_limits=limits,
        country=country,
        visa=visa,
        language=language,
        requirements=tuple(requirements_in(mentions, lines, years, Levels(low, signals), whole)),
        skills=tuple(skills_in(mentions)),
        mentions=tuple(mentions),
        sections=tuple(_sections(lines, whole)),
        told=told,
        findings=(*hidden, *findings_of(orders, whole), *noted),
    )


def lowered(text: str) -> str:
    """Lower case with one character for each of the text, typographic marks as plain ones."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    for mark, plain in _FLAT:
        low = low.replace(mark, plain)
    return low


def language_in(text: str) -> str | None:
    """ISO 639-1 code. Typographic marks and pictures are left out of the sample: they tell nothing."""
    sample = text[:_LANGUAGE_SAMPLE]
    plain = sample.encode("ascii", "ignore").decode("ascii")
    return language_of(plain if len(plain) >= _MOSTLY * len(sample) else sample)[0]


def _without(low: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with blanks where the stretches stand; they are in order and do not overlap."""
    parts, done = [], 0
    for start, end in stretches:
        parts += [low[done:start], " " * (end - start)]
        done = end
    return "".join(parts) + low[done:]


def _quote(text: str, start: int, end: int) -> Quote:
    return Quote(start, end, text[start:end])


def needed(found: Sequence[Mention], needs: Needs, low: str) -> list[NeededMention]:
    """Mentions with their need; text that gives orders names no skill, nor do the letters of a currency (`R$`)."""
    return [
        NeededMention(m.start, m.end, m.text, m.skill, m.label, m.kind, needs.at(m.start), m.confidence)
        for m in found
        if low[m.start] != " " and low[m.end : m.end + 1] != "$"
    ]


def skills_in(mentions: list[NeededMention]) -> list[SkillNeed]:
    """One for each skill, in order of first mention, with its strongest need."""
    found: dict[str, SkillNeed] = {}
    for each in mentions:
        before = found.get(each.skill)
        if before is None or STRENGTH[each.need] > STRENGTH[before.need]:
            found[each.skill] = SkillNeed(each.skill, each.label, each.kind, each.need)
    return list(found.values())


def _sections(lines: Lines, text: str) -> list[Section]:
    """Stretches of lines of one kind, each with the heading that opened it."""
    found: list[Section] = []
    for line in lines.lines:
        opens = line.heading or not found or found[-1].kind != line.section
        if opens:
            heading = text[line.start : line.end] if line.heading else ""
            found.append(Section(line.start, line.end, heading, line.section, NEED_OF.get(line.section, "context")))
        else:
            last = found[-1]
            found[-1] = Section(last.start, line.end, last.heading, last.kind, last.need)
    return found
