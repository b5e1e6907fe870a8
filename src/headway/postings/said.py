"""What one line of a posting says where it stands: the rules of this room run on the line as a text of its own."""

from collections.abc import Sequence
from typing import Final

from headway.mentions.by_line import LineFinder
from headway.mentions.layout import look_at
from headway.mentions.model import Mention
from headway.postings.asides import is_aside
from headway.postings.degrees import asked_in, degree_words, denied_in, has_dropout
from headway.postings.groups import Lead, lead_of, requirements_in, weight_of
from headway.postings.levels import Levels
from headway.postings.lines import Line, Lines, shape_of
from headway.postings.model import Degree, Need, NeededMention, Requirement, SkillNeed, Visa
from headway.postings.needs import Needs
from headway.postings.pay import PayStatement, statements_in
from headway.postings.place_names import Named, names_in
from headway.postings.places import alone, below_label, is_label, labelled, told_where
from headway.postings.ranks import rank_in_text
from headway.postings.read import lowered, needed, skills_in
from headway.postings.signals import Places, signals_in
from headway.postings.visa import visa_of
from headway.postings.workplace import PlaceSaid, limits_of, places_said
from headway.postings.years import overall, years_in
from headway.values import Seniority

Group = tuple[tuple[str | frozenset[str], Need], tuple[int, float, int], Requirement]
"""What makes two requirements the same, by what the stronger of them stays, and the requirement."""
_SCHOOL = ("degree", "phd", "education", "drop")
_REQUIRED: Final = {"required"}
_NO_REQUIRED: Final[set[str]] = set()
_MOST_PAID = 100
_FEW_SAY = frozenset(("degree", "limits", "place", "rank", "visa", "where", "years"))


class Known:
    """A line, and all that it is wherever it stands. school: it may say that no degree is needed; aside: it may head
    what is no part of the posting.
    """

    __slots__ = (
        "alone_there",
        "aside",
        "below",
        "dropout",
        "few",
        "is_label",
        "labels",
        "leads",
        "look",
        "low",
        "paid",
        "piece",
        "raw",
        "school",
        "shape",
        "signals",
        "title",
    )

    def __init__(self, raw: str, finder: LineFinder) -> None:
        self.raw = raw
        self.low = lowered(raw)
        self.shape = shape_of(self.low, raw)
        self.aside = is_aside(self.low)
        self.signals: Places = signals_in(self.low)
        self.school = any(word in self.low for word in _SCHOOL)
        self.dropout = has_dropout(self.low)
        self.labels: list[Named] = []
        self.is_label = False
        if self.shape is not None:
            lines = self.alone()
            self.labels = labelled(lines, lines.lines[0])
            self.is_label = is_label(lines, lines.lines[0])
        self.leads = self.shape is not None and self.shape.chooses
        self.few = self.leads or self.school or bool(self.labels) or not _FEW_SAY.isdisjoint(self.signals)
        self.piece = finder.piece(raw)
        self.look = look_at(raw)
        self.paid: dict[str, list[PayStatement]] = {}
        self.title: list[Named] | None = None
        self.below: list[Named] | None = None
        self.alone_there: list[Named] | None = None

    def countries(self) -> list[Named]:
        """Those named anywhere in the line, for a title."""
        if self.title is None:
            lines = self.alone()
            self.title = names_in(lines, lines.lines[0].start, lines.lines[0].end)
        return self.title

    def places_below(self) -> list[Named]:
        """Countries in the line where a label of places stands right above it."""
        if self.below is None:
            lines = self.alone()
            self.below = below_label(lines, lines.lines[0])
        return self.below

    def only_places(self) -> list[Named]:
        """Countries in the line where it is near the top and nothing but a place."""
        if self.alone_there is None:
            lines = self.alone()
            self.alone_there = alone(lines, lines.lines[0])
        return self.alone_there

    def alone(self, section: str = "none", is_first: bool = True, required: bool = False) -> Lines:
        """The line as a text of its own, under a heading of some kind. required: some line of the whole asks."""
        shape = self.shape
        assert shape is not None  # such a line is not asked
        line = Line(shape.start, shape.end, section, shape.item, shape.kind is not None, shape.indent)
        return Lines.alone(self.low, self.raw, line, is_first, _REQUIRED if required else _NO_REQUIRED)

    def pay(self, above: str) -> list[PayStatement]:
        """Its statements of pay where a short line stands above, or none."""
        found = self.paid.get(above)
        if found is None:
            if len(self.paid) >= _MOST_PAID:
                self.paid.clear()
            lines = self.alone()
            signs = [start for start, _ in self.signals["money"] if start >= lines.lines[0].start]
            found = self.paid[above] = statements_in(lines, lines.lines[0], signs, above)
        return found


class More:
    """What few lines say: years and degree asked for, what it says of place, visa, country and rank.

    schooled: it names a degree; denied: it says that none is needed.
    """

    __slots__ = ("degree", "denied", "least", "limits", "places", "rank", "schooled", "visa", "where")

    def __init__(self, known: Known, lines: Lines, is_first: bool) -> None:
        self.least: float | None = None
        self.degree: Degree | None = None
        self.schooled = False
        self.denied = known.school and denied_in(lines) is not None
        signals = known.signals
        self.places: list[PlaceSaid] = places_said(lines, signals, is_first) if "place" in signals else []
        limits = limits_of(lines, signals) if "place" in signals or "limits" in signals else None
        self.limits = known.raw[limits[0] : limits[1]] if limits else None
        self.visa: Visa = visa_of(lines, signals)[0] if "visa" in signals else "unstated"
        self.where: list[Named] = told_where(lines, signals)
        rank = rank_in_text(lines, signals) if "rank" in signals else None
        self.rank: Seniority | None = rank[0] if rank else None

    @property
    def is_empty(self) -> bool:
        """Whether the line says nothing of it."""
        told = self.least is not None or self.schooled or self.denied or self.visa != "unstated"
        return not (told or self.places or self.limits or self.where or self.rank)


class Said:
    """What a line says under a heading of some kind. Positions count from the line's start.

    skills: each once, with its strongest need. lead: of a line that announces a choice.
    """

    __slots__ = ("groups", "lead", "more", "skills")

    def __init__(self, known: Known, mentions: Sequence[Mention], section: str, is_first: bool, required: bool) -> None:
        self.skills: Sequence[SkillNeed] = ()
        self.groups: Sequence[Group] = ()
        self.lead: Lead | None = None
        lines = known.alone(section, is_first, required)
        more = More(known, lines, is_first) if known.few else None
        if mentions or known.leads or "years" in known.signals or "degree" in known.signals:
            self._asked(known, mentions, lines, more)
        self.more = None if more is None or more.is_empty else more

    def _asked(self, known: Known, mentions: Sequence[Mention], lines: Lines, more: More | None) -> None:
        signals = known.signals
        needs = Needs(lines, signals)
        found: list[NeededMention] = needed(mentions, needs, known.low)
        years = years_in(lines, needs, signals) if "years" in signals else []
        words = degree_words(lines, needs, signals) if "degree" in signals else []
        levels = Levels(known.low, signals) if found or known.leads else None
        if found and levels is not None:
            self.skills = skills_in(found)
            asked = requirements_in(found, lines, years, levels, known.raw)
            self.groups = [(key_of(each), weight_of(each), each) for each in asked]
        if known.leads and levels is not None:
            self.lead = lead_of(lines, len(lines.lines) - 1, years, levels)
        if more is not None:
            least = overall(years, lines, [(word.start, word.rank) for word in words])
            more.least = least.low if least else None
            more.schooled = bool(words)
            wanted = [word for word in words if word.need == "required"]
            more.degree = asked_in(lines, wanted).degree if wanted else None

    def is_like(self, other: "Said") -> bool:
        """Whether both say the same, so that one of them can stand for both."""
        if self.more is not None or other.more is not None:
            return False
        return self.skills == other.skills and self.groups == other.groups and self.lead == other.lead


def key_of(asked: Requirement) -> tuple[str | frozenset[str], Need]:
    """What makes two requirements the same."""
    return (asked.any_of[0] if len(asked.any_of) == 1 else frozenset(asked.any_of)), asked.need


NOTHING: Final = Said.__new__(Said)
"""What most lines say."""
NOTHING.skills, NOTHING.groups, NOTHING.more, NOTHING.lead = (), (), None, None
