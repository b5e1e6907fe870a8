"""Ask the served table: an interval with all it rests on, or the reason why there is none. Loads no numeric library."""

import math
from typing import Final

import msgspec

from headway.pay import words
from headway.pay.grid import cell_for, mask_of, quantiles_at, row_of
from headway.pay.model import GRADE_OF, INTERVALS, NOT_SAID, QUANTILES, Cell, Coverage, Grade, Layer, PayModel
from headway.pay.named import as_model, shift_of
from headway.values import Seniority

FEWEST_RECENT: Final = 30
"""Distinct records of the last 24 months that a role, a country and a calibration group must have."""
WIDEST: Final = 4.0
"""An 80 % interval whose ends are further apart than this factor says nothing."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked. country None: the file's most frequent one is answered, and the answer says so."""

    role: str
    seniority: Seniority
    country: str | None = None
    remote: str | None = None
    size: str | None = None
    company: str | None = None
    city: str | None = None
    industry: str | None = None


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """Pay a year in `currency`, or why it is not known.

    low, middle, high: the 80 % interval and the median; null when `unknown` says why not. low90, high90: the 90 % one.
    borrowed: fewer than 30 records are alike, so the range leans on other roles, levels and countries.
    similar: distinct records of the last 24 months alike in role, grade and country; same_role, same_country,
    same_group likewise. coverage: how often 80 % intervals held on newer records, in this calibration group where it is
    large enough, else overall. rates: the user's own, by which the file was converted where it does not give USD.
    used, unused: fields of the question that narrowed the answer, and that could not. named: distinct records of the
    company, city or industry that narrowed it.
    """

    role: str
    seniority: Seniority
    grade: Grade
    country: str | None
    country_assumed: bool
    currency: str
    low: int | None
    middle: int | None
    high: int | None
    low90: int | None
    high90: int | None
    unknown: str
    borrowed: bool
    similar: int
    same_role: int
    same_country: int
    same_group: int
    group: str
    coverage: Coverage | None
    years: tuple[int, int]
    newest: float
    source: str
    digest: str
    rates: dict[str, str]
    used: tuple[str, ...]
    unused: tuple[str, ...]
    named: dict[str, int]


def estimate(model: PayModel, question: Question) -> Estimate:
    """The answer of the table. O(axis)."""
    grade = GRADE_OF[question.seniority]
    country = question.country or model.source.shares_country
    remote, size, used, unused = _fields(model, question)
    named = _named(question, country)
    layer, shift = _layer(model, named)
    table = as_model(model, layer) if layer else model
    narrowed = layer.fields if layer else ()
    tier = model.tiers.get(country, "lower")
    cell = cell_for(table.cells, tier, grade)
    row = row_of(model.grid, question.role, grade, country, remote, size)
    ends = None if row is None else _ends(table, cell, row, mask_of(remote, size), shift)
    recent = model.counts.get
    found = Estimate(
        role=question.role,
        seniority=question.seniority,
        grade=grade,
        country=country,
        country_assumed=question.country is None,
        currency="USD",
        low=None,
        middle=None,
        high=None,
        low90=None,
        high90=None,
        unknown="",
        borrowed=recent(f"similar:{question.role}:{grade}:{country}", 0) < FEWEST_RECENT,
        similar=recent(f"similar:{question.role}:{grade}:{country}", 0),
        same_role=recent(f"role:{question.role}", 0),
        same_country=recent(f"country:{country}", 0),
        same_group=recent(f"cell:{tier}:{grade}", 0),
        group=f"{tier}, {grade}",
        coverage=cell.coverage or table.coverage["80"],
        years=(model.source.first_year, int(model.newest)),
        newest=model.newest,
        source=model.source.file,
        digest=model.source.digest,
        rates=model.source.rates,
        used=(*used, *narrowed),
        unused=(*unused, *(field for field in named if field not in narrowed)),
        named={field: layer.records[field][named[field]] for field in narrowed} if layer else {},
    )
    unknown = _unknown(found, ends)
    if unknown or ends is None:
        return msgspec.structs.replace(found, unknown=unknown)
    low, middle, high, low90, high90 = ends
    return msgspec.structs.replace(found, low=low, middle=middle, high=high, low90=low90, high90=high90)


def _fields(model: PayModel, question: Question) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """remote and size as the table knows them, and which of them it could use."""
    asked = {"remote": question.remote, "size": question.size}
    axes = {"remote": model.grid.remotes, "size": model.grid.sizes}
    used = tuple(name for name, value in asked.items() if value and value in axes[name])
    unused = tuple(name for name, value in asked.items() if value and value not in axes[name])
    values = {name: value if value and name in used else NOT_SAID for name, value in asked.items()}
    return values["remote"], values["size"], used, unused


def _named(question: Question, country: str) -> dict[str, str]:
    """Company, city and industry as the layers write them, where they are asked."""
    asked = {
        "company": words.company(question.company or ""),
        "city": words.city(question.city or "", country),
        "industry": words.industry(question.industry or ""),
    }
    return {field: name for field, name in asked.items() if name}


def _layer(model: PayModel, named: dict[str, str]) -> tuple[Layer | None, float]:
    """The narrowest table that knows the names asked, and what they add to log pay."""
    for layer in model.layers:
        if set(layer.fields) <= named.keys():
            shift = shift_of(layer.shifts, layer.fields, [named[field] for field in layer.fields])
            if shift is not None:
                return layer, shift
    return None, 0.0


def _ends(model: PayModel, cell: Cell, row: int, mask: int, shift: float) -> tuple[int, int, int, int, int]:
    """low, middle, high of 80 %, low and high of 90 %, each widened; never crossing."""
    raw = [round(amount * math.exp(shift)) for amount in quantiles_at(model.quantiles, row)]
    middle = raw[QUANTILES.index(0.5)]

    def widened(percent: int) -> tuple[int, int]:
        first, last = INTERVALS[percent]
        factor = math.exp(cell.widen[str(percent)][mask])
        return min(middle, _hundreds(raw[first] / factor)), max(middle, _hundreds(raw[last] * factor))

    low, high = widened(80)
    low90, high90 = widened(90)
    return low, _hundreds(middle), high, min(low, low90), max(high, high90)


def _hundreds(amount: float) -> int:
    return round(amount / 100) * 100


def _unknown(found: Estimate, ends: tuple[int, int, int, int, int] | None) -> str:
    """Why there is no answer; empty where there is one."""
    thin = [
        (found.same_role, f"the role {found.role}"),
        (found.same_country, f"the country {found.country}"),
        (found.same_group, f"{found.grade} level in this group of countries"),
    ]
    for n, what in thin:
        if n < FEWEST_RECENT:
            return f"The file has {n} distinct records of {what} in its last 24 months; {FEWEST_RECENT} are needed."
    if ends is None:
        return "This combination lies outside the file."
    low, _, high, _, _ = ends
    if low <= 0:
        return "The 80 % range would begin at nothing: too wide to say anything."
    if high > WIDEST * low:
        return f"The top of the 80 % range would be {high / low:.1f} times its bottom: too wide to say anything."
    return ""
