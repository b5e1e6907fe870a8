"""Which skills rise and fall over the months. Method and limits: docs/method/demand.md."""

import datetime as dt
from math import isfinite
from typing import Any, Final, Literal

import msgspec
import numpy as np

from headway.market.change import Along, Trend, false_discovery, trend, trend_alone
from headway.market.counts import Grid, grid
from headway.market.demand import ACCEPTED, By, Share, share_at
from headway.market.proportions import shares
from headway.market.scope import Counted, Scope
from headway.market.store import Store

FEWEST_TO_TEST: Final = 10
"""Fewest postings that must name a skill."""
THIN_MONTH: Final = 10
"""A month with fewer postings has no share worth drawing."""
FEWEST_MONTHS: Final = 3
"""So many months that are not thin are needed to speak of a trend."""
MONTHS: Final = 24
"""Without a first day, the months up to the newest posting that are looked at."""
A_YEAR: Final = 12


class SkillTrend(msgspec.Struct, frozen=True, kw_only=True):
    """How one skill's share moves. a_year: change of the share in twelve months (a line through all postings), with its
    95 % interval (None: one company only); p, q: as in Change. months: postings that name it, for each month of
    Trends.months; empty where it is not drawn."""

    skill: str
    named: Share
    a_year: float
    low: float | None
    high: float | None
    p: float
    q: float
    verdict: Literal["rises", "falls", "not told apart"]
    months: tuple[int, ...] = ()


class Month(msgspec.Struct, frozen=True):
    """One month (its first day) and its postings. thin: too few for a share."""

    month: dt.date
    postings: int
    thin: bool


class Trends(msgspec.Struct, frozen=True):
    """All tested skills, the surest first, and the months. enough: False: too few months to speak of a trend."""

    skills: tuple[SkillTrend, ...]
    months: tuple[Month, ...]
    enough: bool


def since_default(last: dt.date) -> dt.date:
    """First day of the month MONTHS - 1 months before that of the newest posting."""
    number = last.year * 12 + last.month - MONTHS
    return dt.date(number // 12, number % 12 + 1, 1)


def trends(store: Store, scope: Scope, counted: Counted, by: By, wanted: frozenset[str], most: int) -> Trends:
    """Test every skill over the days of the scope, which must have a first day; draw `wanted` and the surest `most`."""
    asked = {**scope.parameters(), "groups": counted.groups}
    found = grid(store.ask_counts("trend", {**asked, "by": by}), store.ask_counts("trend_clusters", asked))
    rows = _tested(found)
    drawn = [row.skill for row in rows if row.verdict != "not told apart"][:most]
    listed = sorted({*drawn, *wanted, *(row.skill for row in rows[:most])})
    series = store.ask_counts("months", {**scope.parameters(), "by": by, "listed": listed}).to_pylist()
    months = _months(series)
    place = {month.month: i for i, month in enumerate(months)}
    lines = {skill: [0] * len(months) for skill in listed}
    for each in series:
        if each["skill"] is not None:
            lines[each["skill"]][place[each["month"]]] = each["postings"]
    told = [msgspec.structs.replace(row, months=tuple(lines.get(row.skill, ()))) for row in rows]
    enough = sum(not month.thin for month in months) >= FEWEST_MONTHS
    return Trends(tuple(told), months, enough)


def _tested(found: Grid) -> list[SkillTrend]:
    named = found.cells["named"]
    columns = np.flatnonzero(named.sum(axis=0) >= FEWEST_TO_TEST)
    sizes = found.sizes
    sums = Along(sizes["postings"], sizes["t"], sizes["t2"], named[:, columns], found.cells["named_t"][:, columns])
    told, moved = shares(sums.named, sums.size), trend(sums)
    p = np.maximum(moved.p, trend_alone(sums))
    q = false_discovery(p)
    rows = [
        _row(found.skills[column], share_at(told, i), moved, i, (float(p[i]), float(q[i])))
        for i, column in enumerate(columns)
    ]
    return sorted(rows, key=lambda row: (row.q, row.p, row.skill))


def _row(skill: str, named: Share, moved: Trend, i: int, p_and_q: tuple[float, float]) -> SkillTrend:
    slope = float(moved.slope[i])
    sure = p_and_q[1] <= ACCEPTED
    return SkillTrend(
        skill=skill,
        named=named,
        a_year=A_YEAR * slope,
        low=_finite(A_YEAR * float(moved.low[i])),
        high=_finite(A_YEAR * float(moved.high[i])),
        p=p_and_q[0],
        q=p_and_q[1],
        verdict="not told apart" if not sure else "rises" if slope > 0 else "falls",
    )


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def _months(series: list[dict[str, Any]]) -> tuple[Month, ...]:
    """Every month from the first to the last that has a posting, also those without any."""
    known = {row["month"]: row["postings"] for row in series if row["skill"] is None}
    if not known:
        return ()
    first, last = min(known), max(known)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    days = [dt.date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1) for i in range(count)]
    sizes = [known.get(day, 0) for day in days]
    return tuple(Month(day, size, size < THIN_MONTH) for day, size in zip(days, sizes, strict=True))
