"""What postings ask for: each skill's share, how it is asked for, and whether that changed.

Method, formulas and limits: docs/method/demand.md.
"""

import datetime as dt
from typing import Final, Literal

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.change import Along, false_discovery, trend, two_by_two
from headway.market.counts import Grid, grid
from headway.market.proportions import Shares, difference, shares
from headway.market.scope import Counted, Scope
from headway.market.store import Store

FEWEST_TO_TEST: Final = 5
"""A skill that fewer postings name in both periods together is not tested: no test could find anything."""
ACCEPTED: Final = 0.05
"""Share of the changes called true that may be false (Benjamini and Hochberg)."""
By = Literal["named", "asked", "required"]


class Share(msgspec.Struct, frozen=True):
    """So many postings, their share, and its 95 % interval."""

    postings: int
    share: float
    low: float
    high: float


class Change(msgspec.Struct, frozen=True):
    """A share in two periods. p: the larger of the two tests'; q: corrected for all skills tested. It rises or falls
    where q is at most ACCEPTED and the interval of the difference leaves zero out."""

    before: Share
    after: Share
    difference: float
    low: float
    high: float
    p: float
    q: float
    verdict: Literal["rises", "falls", "not told apart"]


class SkillDemand(msgspec.Struct, frozen=True, kw_only=True):
    """One skill. named: in any way; its strongest way counts: required, preferred or context (named, not asked for).

    asked: required or preferred. choice: of the asked, only as one of several of which any will do.
    wilson_low, wilson_high: of named, as if every posting were drawn by itself; design_effect: how many times wider the
    variance is because postings of one company are alike. change: None where it was not tested.
    """

    skill: str
    named: Share
    asked: Share
    required: Share
    preferred: Share
    context: Share
    choice: int
    wilson_low: float
    wilson_high: float
    design_effect: float
    change: Change | None


class Periods(msgspec.Struct, frozen=True):
    """The two periods compared: postings dated before `split`, and from it on. tested: how many skills were."""

    split: dt.date
    before: int
    after: int
    tested: int


class Demand(msgspec.Struct, frozen=True):
    """All skills that the postings name, most first. periods: None where there are no two."""

    skills: tuple[SkillDemand, ...]
    periods: Periods | None


def demand(found: Grid, split: dt.date | None, by: By = "named") -> Demand:
    """Shares with intervals and changes. found: counts_of with the same split, the first day of the later period; None:
    no comparison."""
    cells, sizes = found.cells, found.sizes["postings"]
    ways = {
        "named": cells["named"],
        "asked": cells["required"] + cells["preferred"],
        "required": cells["required"],
        "preferred": cells["preferred"],
        "context": cells["named"] - cells["required"] - cells["preferred"],
    }
    told = {way: shares(named, sizes) for way, named in ways.items()}
    changes, periods = _changes(found, split)
    choice = cells["choice"].sum(axis=0)
    rows = [
        SkillDemand(
            skill=skill,
            **{way: share_at(told[way], i) for way in ways},
            choice=int(choice[i]),
            wilson_low=float(told["named"].plain_low[i]),
            wilson_high=float(told["named"].plain_high[i]),
            design_effect=float(told["named"].effect[i]),
            change=changes.get(i),
        )
        for i, skill in enumerate(found.skills)
    ]
    return Demand(tuple(sorted(rows, key=lambda row: (-getattr(row, by).postings, row.skill))), periods)


def counts_of(
    store: Store, scope: Scope, counted: Counted, split: dt.date | None = None, beside: str | None = None
) -> Grid:
    """The grid of the scope's postings; beside: only of those that name this skill too."""
    asked = {**scope.parameters(), "groups": counted.groups, "split": split}
    return grid(store.ask_counts("demand", {**asked, "beside": beside}), store.ask_counts("clusters", asked))


def share_at(told: Shares, i: int) -> Share:
    """One of many shares."""
    return Share(int(told.count[i]), float(told.share[i]), float(told.low[i]), float(told.high[i]))


def _changes(found: Grid, split: dt.date | None) -> tuple[dict[int, Change], Periods | None]:
    dated, late = found.sizes["dated"], found.sizes["late"]
    early = dated - late
    if split is None or not early.sum() or not late.sum():
        return {}, None
    after_named, before_named = found.cells["late"], found.cells["dated"] - found.cells["late"]
    tested = np.flatnonzero(found.cells["dated"].sum(axis=0) >= FEWEST_TO_TEST)
    before = shares(before_named[:, tested], early)
    after = shares(after_named[:, tested], late)
    p = _p(found, tested, before, after)
    q = false_discovery(p) if len(p) else p
    low, high = difference(before, after)
    changes = {
        int(column): _change(share_at(before, i), share_at(after, i), (low[i], high[i]), (p[i], q[i]))
        for i, column in enumerate(tested)
    }
    return changes, Periods(split, before.n, after.n, len(tested))


def _p(found: Grid, tested: Array, before: Shares, after: Shares) -> Array:
    """The larger p of the test that takes postings for independent and of the one that does not."""
    late = found.sizes["late"]
    sums = Along(found.sizes["dated"], late, late, found.cells["dated"][:, tested], found.cells["late"][:, tested])
    alone = two_by_two(before.count, before.n, after.count, after.n)
    return np.maximum(alone, trend(sums).p)


def _change(before: Share, after: Share, interval: tuple[float, float], p_and_q: tuple[float, float]) -> Change:
    apart = after.share - before.share
    sure = p_and_q[1] <= ACCEPTED and (interval[0] > 0 or interval[1] < 0)
    return Change(
        before=before,
        after=after,
        difference=apart,
        low=float(interval[0]),
        high=float(interval[1]),
        p=float(p_and_q[0]),
        q=float(p_and_q[1]),
        verdict="not told apart" if not sure else "rises" if apart > 0 else "falls",
    )
