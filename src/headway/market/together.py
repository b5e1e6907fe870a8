"""Skills that are asked for together more often than chance would have it."""

from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.counts import Grid, grid
from headway.market.demand import Share, counts_of, share_at
from headway.market.distributions import t_quantile
from headway.market.proportions import shares
from headway.market.scope import Counted, Scope
from headway.market.store import Store

FEWEST_TOGETHER: Final = 5
"""Fewest postings that must name both."""


class Together(msgspec.Struct, frozen=True):
    """Two skills named in the same postings. given: of the postings that name `skill`, the share that name `other`.

    lift: how many times as often as if the two had nothing to do with each other, with its 95 % interval.
    """

    skill: str
    other: str
    given: Share
    lift: float
    low: float
    high: float


def beside(store: Store, scope: Scope, counted: Counted, whole: Grid, skill: str) -> tuple[Together, ...]:
    """What goes with one skill, the surest first; what does not go with it more often than chance is left out.

    whole: the grid of the same postings.
    """
    if skill not in whole.skills:
        return ()
    both = counts_of(store, scope, counted, beside=skill)
    first = whole.cells["named"][:, whole.skills.index(skill)]
    columns = [i for i, each in enumerate(both.skills) if each != skill]
    names = [both.skills[i] for i in columns]
    joint = both.cells["named"][:, columns]
    second = whole.cells["named"][:, [whole.skills.index(name) for name in names]]
    found = _together(joint, first[:, None].repeat(len(names), 1), second, whole.sizes["postings"])
    given = shares(joint, first)
    rows = [Together(skill, name, share_at(given, i), *found[i]) for i, name in enumerate(names)]
    return _surest(rows)


def pairs(store: Store, scope: Scope, counted: Counted, whole: Grid, listed: tuple[str, ...]) -> tuple[Together, ...]:
    """Pairs of the listed skills, the surest first. whole: the grid of the same postings."""
    asked = {**scope.parameters(), "groups": counted.groups}
    both = grid(
        store.ask_counts("together", {**asked, "listed": list(listed)}),
        store.ask_counts("clusters", {**asked, "split": None}),
    )
    columns = {skill: i for i, skill in enumerate(whole.skills)}
    often = whole.cells["named"].sum(axis=0)
    # The rarer one leads: what goes with it says more than what goes with a skill that all name.
    names = [sorted(each.split(" "), key=lambda skill: (often[columns[skill]], skill)) for each in both.skills]
    first = whole.cells["named"][:, [columns[one] for one, _ in names]]
    second = whole.cells["named"][:, [columns[other] for _, other in names]]
    joint = both.cells["both"]
    found = _together(joint, first, second, whole.sizes["postings"])
    rows = []
    for i, (one, other) in enumerate(names):
        given = shares(joint[:, [i]], first[:, i])
        rows.append(Together(one, other, share_at(given, 0), *found[i]))
    return _surest(rows)


def _surest(rows: list[Together]) -> tuple[Together, ...]:
    kept = [row for row in rows if row.given.postings >= FEWEST_TOGETHER and row.low > 1]
    return tuple(sorted(kept, key=lambda row: (-row.low, row.skill, row.other)))


def _together(joint: Array, first: Array, second: Array, sizes: Array) -> list[tuple[float, float, float]]:
    """Lift with interval for each column: linearised variance of its logarithm over clusters, against Student's t."""
    clusters, n = len(sizes), float(sizes.sum())
    both, one, other = (np.maximum(part.sum(axis=0), 1e-12) for part in (joint, first, second))
    lift = both * n / (one * other)
    if clusters < 2:
        return [(float(each), 0.0, float("inf")) for each in lift]
    parts = joint / both - first / one - second / other + (sizes / n)[:, None]
    error = np.sqrt(clusters / (clusters - 1) * (parts**2).sum(axis=0))
    reach = np.exp(t_quantile(clusters - 1) * error)
    return [(float(a), float(a / r), float(a * r)) for a, r in zip(lift, reach, strict=True)]
