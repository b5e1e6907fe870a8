"""Look up sourced pay rows for a role, a seniority and a country; nothing is pooled or converted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import msgspec

from headway.knowledge.model import PayRow
from headway.values import Seniority

Scope = Literal["country", "elsewhere", "no-country"]


class PayFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One sourced figure. low, high: the range to show (a guide's ends, or the 10 % and 90 % quantiles).

    scope: `country` for the person's own country, `elsewhere` for another, `no-country` where the
    source names none.
    """

    row: PayRow
    low: float
    high: float | None
    middle: float | None
    scope: Scope


class PayAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Everything known about pay for the question, nearest first. conflicts: sources that disagree. titles: of the
    sources of these figures, by id."""

    role: str
    seniority: Seniority
    country: str | None
    figures: tuple[PayFigure, ...]
    conflicts: tuple[str, ...]
    note: str
    titles: dict[str, str]


def pay_for(
    rows: Iterable[PayRow],
    role: str,
    seniority: Seniority,
    country: str | None,
    titles: Mapping[str, str] = MappingProxyType({}),
) -> PayAnswer:
    """Figures for this role and seniority; the newest row of each source and country. titles: of sources, by id."""
    matching = [r for r in rows if r.role == role and seniority in r.seniority]
    figures = sorted(
        (_figure(row, country) for row in _newest(matching)),
        key=lambda f: (("country", "no-country", "elsewhere").index(f.scope), len(f.row.seniority), f.row.id),
    )
    return PayAnswer(
        role=role,
        seniority=seniority,
        country=country,
        figures=tuple(figures),
        conflicts=tuple(_conflicts(figures, titles)),
        note=_note(figures, country),
        titles={f.row.source: titles.get(f.row.source, f.row.source) for f in figures},
    )


def _newest(rows: Iterable[PayRow]) -> list[PayRow]:
    newest: dict[tuple[str, str | None, tuple[str, ...]], PayRow] = {}
    for row in rows:
        key = (row.source, row.country, row.seniority)
        if key not in newest or newest[key].year < row.year:
            newest[key] = row
    return list(newest.values())


def _figure(row: PayRow, country: str | None) -> PayFigure:
    low = row.low if row.low is not None else (row.p10 if row.p10 is not None else row.p25)
    high = row.high if row.high is not None else (row.p90 if row.p90 is not None else row.p75)
    assert low is not None, f"pay row {row.id} has no lower figure"
    scope: Scope = "no-country" if row.country is None else "country" if row.country == country else "elsewhere"
    return PayFigure(row=row, low=low, high=high, middle=row.p50, scope=scope)


def _conflicts(figures: Sequence[PayFigure], titles: Mapping[str, str]) -> list[str]:
    """Pairs of guides whose ranges for the same thing differ, each by its name."""

    def named(figure: PayFigure) -> str:
        title = re.split(r": | \(", titles.get(figure.row.source, ""))[0]
        return f"\u201c{title}\u201d" if title else figure.row.source

    said = [f for f in figures if f.scope == "no-country"]
    pairs = [(a, b) for i, a in enumerate(said) for b in said[i + 1 :] if a.row.source != b.row.source]
    return [
        f"{named(a)} says {_range(a)} a year for {_levels(a)}, {named(b)} says {_range(b)} for {_levels(b)}"
        for a, b in pairs
        if (a.low, a.high) != (b.low, b.high)
    ]


def _levels(figure: PayFigure) -> str:
    return " and ".join(figure.row.seniority)


def _range(figure: PayFigure) -> str:
    end = f"-{figure.high:,.0f}" if figure.high is not None else ""
    plus = "+" if figure.row.open_ended else ""
    return f"{figure.row.currency} {figure.low:,.0f}{end}{plus}"


def _note(figures: Sequence[PayFigure], country: str | None) -> str:
    if not figures:
        return "No sourced figure for this role and seniority."
    if country is None:
        return "Your country is not known, so every figure is labelled with its own."
    if not any(f.scope == "country" for f in figures):
        return f"No sourced figure for {country}; these are from elsewhere."
    return ""
