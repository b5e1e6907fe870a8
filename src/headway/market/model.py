"""An advert as it came, and the row that is kept of it. No engine is imported here."""

import datetime as dt
from typing import Final, Literal

import msgspec

from headway.postings.model import Basis, DegreeLevel, Need, Pay, Period, RoleFamily, StatedSeniority, Visa, Workplace
from headway.values import Kind, Level

Source = Literal["ashby", "greenhouse", "lever", "json-ld", "file", "invented"]


class Advert(msgspec.Struct, frozen=True, kw_only=True):
    """One posting of a feed or file, before it is understood. What the feed does not say is None or empty.

    source_id: unique within source and board; url: as the feed gives it. text: plain, Markdown or HTML.
    pay, workplace, country: only where the feed states them in fields of their own. countries: every one it states;
    country: the first place's, None where that names several. closes: the last day on which one may apply.
    notes: codes of what was noticed while taking it in (`TAKEN`).
    """

    source: Source
    board: str
    source_id: str
    title: str
    text: str
    company: str | None = None
    url: str | None = None
    locations: tuple[str, ...] = ()
    posted: dt.date | None = None
    updated: dt.date | None = None
    closes: dt.date | None = None
    workplace: Workplace = "unstated"
    country: str | None = None
    countries: tuple[str, ...] = ()
    pay: Pay | None = None
    employment: str | None = None
    department: str | None = None
    invented: bool = False
    notes: tuple[str, ...] = ()


TAKEN: Final = frozenset({"date-in-the-future", "date-not-read", "little-text", "pay-estimated"})
"""Notes that come from the feed, not from reading the text: they stay when a row is read again."""
CLOSED: Final = "closed"
"""A note of the day of the import alone, which is told and not kept: the last day to apply is past."""


class AskedSkill(msgspec.Struct, frozen=True):
    """A skill that a row names, with its strongest need. choice: asked for only as one of several that will do."""

    skill: str
    need: Need
    kind: Kind
    choice: bool = False


class AskedGroup(msgspec.Struct, frozen=True):
    """Any `count` of these skills at `level` or above are asked for. quote: the words it was read from."""

    any_of: tuple[str, ...]
    need: Need
    level: Level
    years: float | None
    quote: str
    count: int = 1


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A posting as it is kept. Field order is the column order of the Parquet files (market/schema.py).

    id: stable for (source, board, source_id). digest: of the folded text, equal for equal texts.
    signature: MinHash of the text, little-endian uint32 each. pay_year_min, pay_year_max: the stated pay as a yearly
    amount in pay_currency (postings/yearly.py). pay_from: the feed's own field, or read in the text.
    reader: digest of the knowledge base that understood it. content: digest of the advert as it came.
    feed_workplace, feed_country, countries: as the feed states them, else null or empty; workplace and country may come
    from the text. closes: the last day on which one may apply, where the feed states it.
    """

    id: str
    source: Source
    board: str
    source_id: str
    url: str | None
    company: str | None
    title: str
    text: str
    locations: tuple[str, ...]
    posted: dt.date | None
    updated: dt.date | None
    imported: dt.date
    invented: bool
    employment: str | None
    department: str | None
    role: RoleFamily
    job: str | None
    seniority: StatedSeniority
    min_years: float | None
    degree: DegreeLevel
    degree_equivalent: bool
    pay_min: float | None
    pay_max: float | None
    pay_currency: str | None
    pay_period: Period | None
    pay_basis: Basis | None
    pay_from: Literal["feed", "text"] | None
    pay_year_min: float | None
    pay_year_max: float | None
    workplace: Workplace
    workplace_limits: str | None
    country: str | None
    visa: Visa
    language: str | None
    skills: tuple[AskedSkill, ...]
    groups: tuple[AskedGroup, ...]
    findings: tuple[str, ...]
    digest: str
    signature: bytes
    reader: str
    content: str
    feed_workplace: Workplace | None
    feed_country: str | None
    countries: tuple[str, ...] = ()
    closes: dt.date | None = None
