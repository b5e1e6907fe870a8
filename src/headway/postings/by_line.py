"""Postings read by their lines: what a line says is worked out once for all postings that hold it.

The same as `read_plain` gives, without quotes and positions (tests compare them): for imports, where adverts share most
of their lines. Memory: some 3 kB for each line that is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headway.mentions.by_line import LineFinder
from headway.mentions.by_line import Lines as FoundLines
from headway.mentions.find import Finder
from headway.mentions.lately import Lately
from headway.mentions.pieces import Named
from headway.postings.bare_pay import assumed, bare_in, currency_of
from headway.postings.groups import by_need, chosen, weight_of
from headway.postings.lines import Line, Lines
from headway.postings.model import Degree, Gist, Need, Pay, Quote, Requirement, SkillNeed, StatedSeniority
from headway.postings.orders import orders_near
from headway.postings.parts import role_in_text, role_named
from headway.postings.pay import LONGEST_ABOVE, PayStatement, main_statement, with_crowns
from headway.postings.place_names import Named as NamedPlace
from headway.postings.places import TOP, most_named
from headway.postings.ranks import rank_in_title
from headway.postings.read import STRENGTH, language_in, lowered, whole_text
from headway.postings.said import NOTHING, Known, Said, key_of
from headway.postings.titles import NamedRole, Titles
from headway.postings.workplace import strongest
from headway.values import Finding

KEPT: Final = 50_000
"""Lines that are kept at least; twice as many at most."""
_MOST_WAYS = 100
_SHORTEST_TITLE = 2


class Row:
    """A line of one text: what it is wherever it stands, where it starts, and what it is here."""

    __slots__ = ("known", "line", "named", "said", "start")

    def __init__(self, known: Known, start: int, named: Named) -> None:
        self.known, self.start, self.named = known, start, named
        self.line: Line
        self.said: Said


class LineReader:
    """Reads postings, and remembers the lines of the last ones."""

    def __init__(self, finder: Finder, titles: Titles) -> None:
        self._titles = titles
        self._finder = LineFinder(finder)
        self._lines: Lately[str, Known] = Lately(KEPT)

    def read(self, title: str, body: str, hidden: tuple[Finding, ...] = ()) -> Gist | None:
        """What an import keeps; None for the few texts that must be read whole (`read_plain`). O(lines) once known.

        hidden: what was found while making the text plain.
        """
        if "\n" in title or len(title.strip()) < _SHORTEST_TITLE or "İ" in body or "İ" in title:
            return None
        text = whole_text(title, body)
        known, starts = self._split(text)
        if any(each.aside or (each.shape is None and each.signals) for each in known) or _gives_orders(
            text, known, starts
        ):
            return None
        pieces, looks = [each.piece for each in known], [each.look for each in known]
        named = self._finder.find(FoundLines(text, pieces, looks, starts))
        rows = [Row(*each) for each in zip(known, starts, named, strict=True) if each[0].shape is not None]
        if not rows or rows[0].known is not known[0] or any(each.crosses for each in named):
            return None
        _judge(rows)
        return self._gist(title, body, rows, hidden)

    def _split(self, text: str) -> tuple[list[Known], list[int]]:
        known: list[Known] = []
        starts: list[int] = []
        position = 0
        get = self._lines.get
        for raw in text.split("\n"):
            if raw and not raw.isspace():
                line = get(raw)
                if line is None:
                    line = Known(raw, self._finder)
                    self._lines.put(raw, line)
                known.append(line)
                starts.append(position)
            position += len(raw) + 1
        return known, starts

    def _gist(self, title: str, body: str, rows: Sequence[Row], hidden: tuple[Finding, ...]) -> Gist:
        more = [each.said.more for each in rows if each.said.more is not None]
        named = self._titles.named(title)
        family, job = role_named(title, named, self._role_said(rows) if named is None else None)
        ranked = rank_in_title(title)
        seniority: StatedSeniority = ranked[0] if ranked else next((m.rank for m in more if m.rank), "unstated")
        place = strongest([each for m in more for each in m.places])
        country = _country(rows)
        pay, noted = _pay(rows, seniority, country)
        return Gist(
            role=family,
            job=job,
            seniority=seniority,
            min_years=max((m.least for m in more if m.least is not None), default=None),
            degree=_degree(rows),
            pay=pay,
            workplace=place.kind if place else "unstated",
            workplace_limits=next((m.limits for m in more if m.limits is not None), None),
            country=country,
            visa=next((m.visa for m in more if m.visa != "unstated"), "unstated"),
            language=language_in(body),
            requirements=_requirements(rows, whole_text(title, body)),
            skills=_skills(rows),
            findings=(*hidden, *noted),
        )

    def _role_said(self, rows: Sequence[Row]) -> NamedRole | None:
        """The role that the first sentence to name one gives the job."""
        for number, row in enumerate(rows):
            if "role" in row.known.signals:
                lines = row.known.alone(row.line.section, not number)
                said = role_in_text(lines, row.known.signals, self._titles)
                if said is not None:
                    return said[0]
        return None


def _gives_orders(text: str, known: Sequence[Known], starts: Sequence[int]) -> bool:
    """Whether the text may give orders to a machine; such lines are left out, which only the whole reading does."""
    return any(
        orders_near(lowered(text), begin + start, begin + end)
        for line, begin in zip(known, starts, strict=True)
        for start, end in line.signals.get("orders", ())
    )


def _judge(rows: Sequence[Row]) -> None:
    """Give each line its section, and what it says there."""
    lines = Lines.empty()
    for row in rows:
        assert row.known.shape is not None
        lines.add(row.known.shape, row.start)
    lines.finish()
    required = "required" in lines.kinds
    for number, (row, line) in enumerate(zip(rows, lines.lines, strict=True)):
        row.line = line
        if not row.known.few and not row.named.mentions:
            row.said = NOTHING
            continue
        kept = row.named.said
        key = (line.section, required) if number else (line.section, required, True)
        said = kept.get(key)
        if said is None:
            if len(kept) >= _MOST_WAYS:
                kept.clear()
            said = Said(row.known, row.named.mentions, line.section, not number, required)
            said = kept[key] = next((each for each in kept.values() if each.is_like(said)), said)
        row.said = said


def _skills(rows: Sequence[Row]) -> tuple[SkillNeed, ...]:
    """One for each skill, in order of first mention, with its strongest need."""
    found: dict[str, SkillNeed] = {}
    for row in rows:
        for each in row.said.skills:
            before = found.get(each.skill)
            if before is None or STRENGTH[each.need] > STRENGTH[before.need]:
                found[each.skill] = each
    return tuple(found.values())


def _requirements(rows: Sequence[Row], text: str) -> tuple[Requirement, ...]:
    """In order; the same group twice counts once, as the stronger of the two."""
    found: dict[object, tuple[tuple[int, float, int], int, Requirement]] = {}
    choices: dict[int, list[tuple[int, Requirement]]] = {}
    in_order = True
    for number, row in enumerate(rows):
        if row.line.choice >= 0 and row.said.groups:
            choices.setdefault(row.line.choice, []).extend((number, group[2]) for group in row.said.groups)
            continue
        for key, weight, requirement in row.said.groups:
            before = found.get(key)
            if before is None:
                found[key] = weight, number, requirement
            elif weight > before[0]:
                found[key] = weight, number, requirement
                in_order = False
    for number, requirement in _chosen(rows, choices, text):
        key, weight = key_of(requirement), weight_of(requirement)
        if key not in found or weight > found[key][0]:
            found[key] = weight, number, requirement
            in_order = False
    kept = list(found.values())
    if not in_order:
        kept.sort(key=lambda each: (each[1], each[2].span.start, each[2].span.end))
    return tuple(each[2] for each in kept)


def _chosen(
    rows: Sequence[Row], choices: Mapping[int, list[tuple[int, Requirement]]], text: str
) -> Iterator[tuple[int, Requirement]]:
    """One requirement for each need in each list of choices, with the row it begins in. text: the whole."""
    for choice, members in choices.items():
        lead = rows[choice].said.lead
        assert lead is not None  # a line that announces a choice says what it asks
        at: dict[Need, list[int]] = {}
        for number, each in members:
            at.setdefault(each.need, []).append(number)
        for group in by_need(each for _, each in members):
            first, last = at[group[0].need][0], at[group[0].need][-1]
            start, end = group[0].span.start, group[-1].span.end
            quote = text[rows[first].start + start : rows[last].start + end]
            yield first, chosen(group, lead, Quote(start, start + len(quote), quote))


def _degree(rows: Sequence[Row]) -> Degree:
    """The lowest degree of the first line that asks for one; none where the text says that none is needed."""
    more = [(number, m) for number, row in enumerate(rows) if (m := row.said.more) is not None]
    asked = [(number, m.degree) for number, m in more if m.degree is not None]
    spoken = any(m.schooled for _, m in more) or any(row.known.dropout for row in rows)
    denied = next((number for number, m in more if m.denied), None) if spoken else None
    if asked and (denied is None or any(number != denied for number, _ in asked)):
        return asked[0][1]
    return Degree("unstated" if denied is None else "none", False)


def _pay(rows: Sequence[Row], seniority: str, country: str | None) -> tuple[Pay | None, tuple[Finding, ...]]:
    """The pay of this job, and what to know of it."""
    statements = []
    for number, row in enumerate(rows):
        if "money" in row.known.signals:
            statements += row.known.pay(_above(rows, number))
    statements = with_crowns(statements, country)
    if not statements:
        return _bare_pay(rows, seniority, country)
    main = main_statement(statements, seniority)
    return (main.pay if main else None), ()


def _bare_pay(rows: Sequence[Row], seniority: str, country: str | None) -> tuple[Pay | None, tuple[Finding, ...]]:
    """The same where no line names a currency."""
    code = currency_of(country)
    found: list[tuple[PayStatement, str]] = []
    for number, row in enumerate(rows):
        line = row.known.alone(row.line.section).lines[0]
        for each in bare_in(row.known.low, line, _above(rows, number), code):
            found.append((each, row.known.raw[each.start : each.end]))
    main = main_statement([each for each, _ in found], seniority)
    return (
        (main.pay, tuple(assumed(main.pay, quote, country) for each, quote in found if each is main))
        if main
        else (None, ())
    )


def _above(rows: Sequence[Row], number: int) -> str:
    before = rows[number - 1].known if number else None
    shape = before.shape if before else None
    if before is None or shape is None or shape.end - shape.start >= LONGEST_ABOVE:
        return ""
    return before.low[shape.start : shape.end]


def _country(rows: Sequence[Row]) -> str | None:
    """From the title, else what most of the phrases say that tell where."""
    titled = rows[0].known.countries()
    if titled:
        return titled[0][0]
    found = most_named(_stated(rows)) or most_named(_told(rows))
    return found[0] if found else None


def _stated(rows: Sequence[Row]) -> Iterator[NamedPlace]:
    """Countries behind a label or below one, and of the lines near the top that are only a place; with their places."""
    below = False
    for number, row in enumerate(rows):
        named = row.known.places_below() if below else row.known.labels
        below = row.known.is_label
        also = row.known.only_places() if 0 < number < TOP else []
        for code, start, end in (*named, *also):
            yield code, start + row.start, end + row.start


def _told(rows: Sequence[Row]) -> Iterator[NamedPlace]:
    """Countries behind a phrase that tells where, with their places in the text."""
    for row in rows:
        if row.said.more is not None:
            for code, start, end in row.said.more.where:
                yield code, start + row.start, end + row.start
