"""The parts of a posting that are told once: role, seniority, pay, place. Each notes where it was read."""

import re

from headway.postings.bare_pay import assumed, bare_statements, currency_of
from headway.postings.lines import Lines
from headway.postings.model import Field, Pay, PayRange, Quote, RoleFamily, StatedSeniority, Told, Visa, Workplace
from headway.postings.pay import main_statement, pay_statements, with_crowns
from headway.postings.places import country_of
from headway.postings.ranks import rank_in_text, rank_in_title
from headway.postings.signals import Places
from headway.postings.titles import NamedRole, Titles
from headway.postings.visa import visa_of
from headway.postings.workplace import limits_of, workplace_of
from headway.values import Finding

TitleNotes = dict[Field, Told]
_LABEL = re.compile(r"\W{0,4}(?:job title|title|position|role|job)\s?[:\-–]\s?(?=\S)")
_STAFF = re.compile(r"(?i)member of (?:the )?technical staff|founding member")
_LONGEST_TITLE = 110
_LOOKED_AT = 6
_PHRASE = 70


def _quote(text: str, start: int, end: int) -> Quote:
    return Quote(start, end, text[start:end])


def role_part(
    lines: Lines, signals: Places, title: str | None, titles: Titles, told: TitleNotes, text: str
) -> tuple[RoleFamily, str | None, str]:
    """Family, more special role, and the title; without a title given, the line near the top that names a role."""
    place = (0, len(title)) if title else _title_place(lines, titles)
    name = text[place[0] : place[1]] if place else ""
    named = titles.named(name) if name else None
    said = role_in_text(lines, signals, titles) if named is None else None
    if named is not None and (named.family != "other" or named.confidence >= 0.85):
        told["role"] = Told(_quote(text, *place), named.confidence) if place else Told(None, named.confidence)
    elif said is not None:
        told["role"] = Told(_quote(text, said[1], said[2]), 0.6)
    elif place:
        told["role"] = Told(_quote(text, *place), 0.5)
    return *role_named(name, named, said[0] if said else None), name


def role_named(title: str, named: NamedRole | None, said: NamedRole | None) -> tuple[RoleFamily, str | None]:
    """Family and more special role. named: what the title names; said: what the text names instead."""
    found = named or said
    if found is not None:
        return found.family, found.job
    return ("software-engineer" if _STAFF.search(title) else "other"), None


def _title_place(lines: Lines, titles: Titles) -> tuple[int, int] | None:
    for line in lines.lines[:_LOOKED_AT]:
        label = _LABEL.match(lines.low, line.start, line.end)
        start = label.end() if label else line.start
        body = lines.low[start : line.end]
        if (
            len(body) <= _LONGEST_TITLE
            and not line.item
            and not body.endswith((".", "!", "?"))
            and body.count(" ") < 14
        ):
            named = titles.named(body)
            if named is not None:
                return start + (len(body) - len(body.lstrip("#*_ "))), line.end
    return None


def role_in_text(lines: Lines, signals: Places, titles: Titles) -> tuple[NamedRole, int, int] | None:
    """The role after the first `as a`, `looking for a` or `hiring a` that names one."""
    for start, end in signals.get("role", ()):
        line = lines.at(start)
        if line is None or line.section in ("legal", "benefits", "preferred"):
            continue
        phrase = re.split(
            r"[,.;:!?(]| (?:who|to|at|with|in|for|on|you|that|and)\b", lines.low[end : min(line.end, end + _PHRASE)]
        )[0]
        named = titles.named(phrase)
        if named is not None and named.family != "other":
            begin = end + len(phrase) - len(phrase.lstrip())
            return named, begin, end + len(phrase.rstrip())
    return None


def rank_part(lines: Lines, signals: Places, title: str, told: TitleNotes, text: str) -> StatedSeniority:
    """Seniority from the title, else from a clear sentence, else unstated."""
    found = rank_in_title(title) if title else None
    if found is not None:
        offset = max(text.find(title), 0)
        told["seniority"] = Told(_quote(text, offset + found[1], offset + found[2]), 0.95)
        return found[0]
    said = rank_in_text(lines, signals)
    if said is None:
        return "unstated"
    told["seniority"] = Told(_quote(text, said[1], said[2]), 0.7)
    return said[0]


def pay_part(
    lines: Lines,
    signals: Places,
    seniority: str,
    told: TitleNotes,
    text: str,
    country: str | None = None,
) -> tuple[Pay | None, tuple[PayRange, ...], tuple[Finding, ...]]:
    """The pay of this job, all pay statements, and what to know of them. country: of the posting, for money called `kr`
    or without a currency."""
    statements = with_crowns(pay_statements(lines, signals), country)
    named = bool(statements)
    statements = statements or bare_statements(lines, currency_of(country))
    ranges = tuple(PayRange(each.pay, _quote(text, each.start, each.end)) for each in statements)
    main = main_statement(statements, seniority)
    if main is None:
        return None, ranges, ()
    told["pay"] = Told(
        _quote(text, main.start, main.end), main.confidence if len(statements) == 1 else main.confidence - 0.1
    )
    noted = (assumed(main.pay, text[main.start : main.end], country),) if not named else ()
    return main.pay, ranges, noted


def place_part(
    lines: Lines, signals: Places, title: str, told: TitleNotes, text: str
) -> tuple[Workplace, str | None, str | None, Visa]:
    """Workplace, its limits, the country, and whether a visa is sponsored."""
    said = workplace_of(lines, signals, titled=bool(title))
    workplace: Workplace = said.kind if said else "unstated"
    if said is not None:
        told["workplace"] = Told(_quote(text, said.start, said.end), {2: 0.7, 3: 0.85}.get(said.strength, 0.95))
    limits = limits_of(lines, signals)
    if limits is not None:
        told["workplace_limits"] = Told(_quote(text, *limits), 0.7)
    country = country_of(lines, signals, title)
    if country is not None:
        told["country"] = Told(_quote(text, country[1], country[2]), country[3])
    visa, where = visa_of(lines, signals)
    if where is not None:
        told["visa"] = Told(_quote(text, *where), 0.9)
    return workplace, text[limits[0] : limits[1]] if limits else None, country[0] if country else None, visa
