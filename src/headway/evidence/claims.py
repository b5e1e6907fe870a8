"""From mentions in a CV to evidence: use in dated entries, bare mentions, certificates.

What each piece claims is set to fit the learner's table (data/learner/evidence.yaml): the stated level is
a floor that months of use lift by at most one level, and only the person's own word states level 3.
docs/method/evidence.md gives the table.
"""

import datetime as dt

import msgspec

from headway.evidence.certificates import Named, is_issuer
from headway.evidence.dates import DateSpan
from headway.evidence.entries import Entry
from headway.evidence.lines import Line
from headway.evidence.model import SectionKind
from headway.evidence.months import length, range_of
from headway.evidence.own_words import Own
from headway.evidence.ratings import Ratings, bracket_behind
from headway.evidence.reading import Place, Reader, by_skill, last_day
from headway.evidence.sections import Part
from headway.knowledge.model import Knowledge
from headway.learner.model import Evidence, EvidenceKind, Quote
from headway.values import LEVEL_NAMES

SILENT: frozenset[SectionKind] = frozenset({"header", "languages", "interests", "references"})
"""Sections whose words are no evidence of a skill."""

WEAK: frozenset[SectionKind] = frozenset({"publications", "awards", "other"})
"""Sections where a name says less than in a list of skills: half the weight."""

USE_STRENGTH: dict[SectionKind, float] = {"experience": 1.0, "volunteering": 0.7, "projects": 0.6, "education": 0.5}
USE_NOTE: dict[SectionKind, str] = {
    "experience": "used in a dated job",
    "volunteering": "used in dated voluntary work: counts 0.7",
    "projects": "used in a dated project: counts 0.6",
    "education": "named in dated studies: counts 0.5, and as half a year at most",
}
_NO_RATINGS: frozenset[SectionKind] = frozenset({"publications", "awards"})
_BRACKETS: frozenset[SectionKind] = frozenset({"summary", "other"})
"""Where, but for lists of skills, brackets behind a skill rate it: not "Machine learning (Master)" among studies."""

WEAK_STRENGTH, HUMAN_STRENGTH, UNKNOWN_CERTIFICATE_STRENGTH = 0.5, 0.4, 0.7
HALF_A_YEAR = 6
RATED_BELOW = 3
"""A rating below proficient limits what months of use say. Proficient is as far as they go by themselves."""
_OWN_WORDS, _LEARNING = "by your own words", "named as being learned or of interest"
_A_LITTLE = "in a dated job or project, in words that say a little of it: its months do not count"


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence before it has its id. at: position of its first quote, for the order. own: the person's own
    rating of the skill.
    """

    at: int
    skill: str
    kind: EvidenceKind
    level: int
    strength: float
    quotes: tuple[Quote, ...]
    date: dt.date | None = None
    months: float | None = None
    note: str = ""
    named: bool = True
    own: Own | None = None


def uses(part: Part, entry: Entry, name: str, read: Reader) -> list[Claimed]:
    """What a dated entry claims: one piece a skill; human skills are weak mentions. name: of employer or school."""
    if entry.span is None:
        return []
    claimed = []
    for skill, places in by_skill(outside(name, read.places(part, entry.lines), entry)).items():
        if places[0].mention.kind == "human":
            claimed.append(_mention(skill, places, 2, "", read))
        elif all(place.learned or (_little(place) and not read.taught(place)) for place in places):
            claimed.append(_mention(skill, places, 1, _A_LITTLE, read))
        else:
            claimed.append(_use(skill, places, entry.span, read))
    return claimed


def _little(place: Place) -> bool:
    return place.own is not None and place.own.level == 1


def outside(name: str, places: list[Place], entry: Entry) -> list[Place]:
    """The places that are not the employer's or school's own name: "ML" in "Apple ML Research", "Notion" at Notion."""
    if not name:
        return places
    kept = []
    for place in places:
        at = place.line.text.find(name) if place.line in entry.head else -1
        start = place.mention.start - place.line.start
        product = name.casefold() in (place.mention.text.casefold(), place.mention.label.casefold())
        if not product and not (0 <= at <= start < at + len(name)):
            kept.append(place)
    return kept


def _use(skill: str, places: list[Place], span: DateSpan, read: Reader) -> Claimed:
    kind = places[0].part.kind
    months = _months(kind, span, read.today)
    return Claimed(
        at=places[0].mention.start,
        skill=skill,
        kind="cv-use",
        level=2 if kind != "education" and months is not None and months >= HALF_A_YEAR else 1,
        strength=USE_STRENGTH[kind],
        quotes=read.quotes(places),
        date=use_end(span, read.today),
        months=months,
        note=USE_NOTE[kind],
    )


def use_end(span: DateSpan, today: dt.date) -> dt.date | None:
    """The last day of a dated entry; today where it goes on."""
    return today if span.current else last_day(span.end, today)


def _months(kind: SectionKind, span: DateSpan, today: dt.date) -> float | None:
    """Months of use. A project with one date may have taken any time; studies are not months of use of each subject."""
    if kind in ("projects", "education") and not span.ranged:
        return None
    counted = range_of(span.start, span.end, span.current, today)
    if counted is None:
        return None
    months = float(length(counted))
    return min(months, HALF_A_YEAR) if kind == "education" else months


def mentions(places: list[Place], read: Reader) -> list[Claimed]:
    """One bare mention for each skill named without a date; its level is the person's own word where there is one."""
    lists = {place.part.first: place.part.lines for place in places if place.part.kind == "skills"}
    ratings = {first: Ratings(lines) for first, lines in lists.items()}
    claimed = []
    for skill, found in by_skill(places).items():
        said = [own for place in found if (own := _rating(place, ratings, read)) is not None]
        rated = [own for own in said if own.word]
        stated = max(rated or said, default=None)
        if stated is not None and stated.level == 0:
            continue
        learning = all(place.part.learning or place.learned for place in found)
        level = 1 if learning else 2 if stated is None else stated.level
        piece = _mention(skill, found, level, _LEARNING if learning else _told(stated), read)
        claimed.append(msgspec.structs.replace(piece, own=stated if rated else None))
    return claimed


def _told(own: Own | None) -> str:
    return "" if own is None else f'you rate yourself "{own.word}"' if own.word else _OWN_WORDS


def limited(claimed: list[Claimed], named: list[Claimed]) -> list[Claimed]:
    """What is claimed, where use of a skill that the person rates below proficient says no more than the rating.

    named: the bare mentions, with the highest rating of each skill.
    """
    ratings = {each.skill: each.own for each in named if each.own is not None and each.own.level < RATED_BELOW}
    return [_under(each, ratings[each.skill]) if each.skill in ratings else each for each in claimed]


def _under(piece: Claimed, own: Own) -> Claimed:
    if piece.kind != "cv-use":
        return piece
    note = f'{piece.note}; you rate yourself "{own.word}", so it counts as {LEVEL_NAMES[own.level]} at most'
    return msgspec.structs.replace(piece, own=own, note=note)


def _rating(place: Place, ratings: dict[int, Ratings], read: Reader) -> Own | None:
    known = ratings.get(place.part.first)
    if place.part.kind in _NO_RATINGS or place.mention.kind == "human":
        return known.of(place.mention.start, place.mention.end) if known else None
    beside = known.beside(place.mention.start, place.mention.end) if known else None
    if beside is None and place.part.kind in _BRACKETS:
        beside = bracket_behind(read.document.text, place.mention.end)
    for own in (beside, place.own):
        if own is not None:
            return own
    return known.over(place.mention.start) if known else None


def _mention(skill: str, places: list[Place], level: int, note: str, read: Reader) -> Claimed:
    weak = all(place.part.kind in WEAK or place.learned for place in places)
    human = places[0].mention.kind == "human"
    return Claimed(
        at=places[0].mention.start,
        skill=skill,
        kind="cv-mention",
        level=level,
        strength=HUMAN_STRENGTH if human else WEAK_STRENGTH if weak else 1.0,
        quotes=read.quotes(places),
        note=note,
    )


def certified(named: Named, part: Part, read: Reader, knowledge: Knowledge) -> list[Claimed]:
    """What a certificate claims: what the recognised resource teaches, at most level 2; else that they met it."""
    date = last_day(named.certificate.date, read.today)
    found = by_skill(read.places(part, named.lines))
    quotes = _quotes(part, named.lines, read)
    resource = knowledge.resources.get(named.certificate.resource or "")
    if resource is not None:
        taught = {each.skill: min(2, each.to) for each in resource.teaches}
        strength, note = 1.0, f"taught by {resource.label}"
    else:
        issuer = "" if is_issuer(named.certificate.issuer) else named.certificate.issuer
        said = f"{named.certificate.name} {issuer}"
        own = [places[0].mention for places in found.values() if places[0].mention.text in said]
        taught = {mention.skill: 1 for mention in own if mention.kind != "human"}
        strength, note = UNKNOWN_CERTIFICATE_STRENGTH, "named by a certificate that the knowledge base does not have"
    return [
        Claimed(
            at=named.lines[0].start,
            skill=skill,
            kind="certificate",
            level=level,
            strength=strength,
            quotes=quotes,
            date=date,
            note=note,
        )
        for skill, level in taught.items()
        if level > 0
    ]


def _quotes(part: Part, lines: tuple[Line, ...], read: Reader) -> tuple[Quote, ...]:
    return tuple({each.start: each for each in (read.quote(part, line) for line in lines)}.values())


def numbered(claimed: list[Claimed], source: str) -> tuple[Evidence, ...]:
    """The pieces in the order of the document, with their ids."""
    numbers: dict[str, int] = {}
    evidence = []
    for piece in sorted(claimed, key=lambda c: (c.at, c.skill, c.kind)):
        numbers[piece.skill] = numbers.get(piece.skill, 0) + 1
        evidence.append(
            Evidence(
                id=f"cv:{piece.skill}:{numbers[piece.skill]}",
                skill=piece.skill,
                kind=piece.kind,
                source=source,
                level=piece.level,
                date=piece.date,
                months=piece.months,
                last_used=piece.date if piece.kind == "cv-use" else None,
                strength=piece.strength,
                quotes=piece.quotes,
                note=piece.note,
                named=piece.named,
                at_most=piece.own.level if piece.own and piece.kind == "cv-use" else None,
            )
        )
    return tuple(evidence)
