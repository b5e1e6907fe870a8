"""Our editorial weights of a role's needs beside how often postings name them. Method: docs/method/demand.md."""

from collections.abc import Mapping, Sequence
from math import atanh, sqrt, tanh
from typing import Any, Final, Literal

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.demand import By, Share, share_at
from headway.market.distributions import Z
from headway.market.proportions import Shares, shares
from headway.market.scope import Counted, Scope
from headway.market.store import Store

ENOUGH: Final = 10
"""Fewest postings a role must have to be judged beside others."""
MANY_COMPANIES: Final = 20_000
MANY_GROUPS: Final = 1000


class WeighedNeed(msgspec.Struct, frozen=True, kw_only=True):
    """One need. named: postings that name one of any_of. Ranks count from 1, the highest; each is a range: weights may
    be equal, and a share is only known within its interval. over: even its lowest rank by weight is above the highest
    that the interval of its share allows; under: the other way round."""

    any_of: tuple[str, ...]
    weight: float
    named: Share
    weight_rank: tuple[int, int]
    demand_rank: tuple[int, int]
    verdict: Literal["over", "under", "in line"]


class RoleWeights(msgspec.Struct, frozen=True, kw_only=True):
    """One role. companies: None where a very large market was counted in groups of them. agreement: Spearman's rank
    correlation of weights and shares with its 95 % interval (None: fewer than four needs, or all equal)."""

    role: str
    postings: int
    companies: int | None
    agreement: float | None
    low: float | None
    high: float | None
    needs: tuple[WeighedNeed, ...]


Weighted = tuple[tuple[str, ...], float]
"""The skills of a need, any one of which will do, and its weight."""


def weights(
    store: Store, scope: Scope, counted: Counted, by: By, roles: Mapping[str, Sequence[Weighted]]
) -> list[RoleWeights]:
    """The roles of the scope that have postings, those with most first. One scan, O(postings)."""
    rows = [
        (role, number, skill)
        for role, needs in roles.items()
        for number, (any_of, _) in enumerate(needs)
        for skill in any_of
    ]
    groups = None if counted.clusters <= MANY_COMPANIES else MANY_GROUPS
    answer = store.ask_counts(
        "needs",
        {
            **scope.parameters(),
            "groups": groups,
            "by": by,
            "roles": [role for role, _, _ in rows],
            "needs": [number for _, number, _ in rows],
            "skills": [skill for _, _, skill in rows],
        },
    ).to_pylist()
    found: dict[str, list[dict[str, Any]]] = {}
    for row in answer:
        found.setdefault(row["role"], []).append(row)
    told = [_role(role, roles[role], found[role], groups is None) for role in roles if role in found]
    return sorted(told, key=lambda each: (-each.postings, each.role))


def _role(role: str, needs: Sequence[Weighted], rows: list[dict[str, Any]], alone: bool) -> RoleWeights:
    clusters = {cluster: i for i, cluster in enumerate(dict.fromkeys(row["cluster"] for row in rows))}
    sizes, named = np.zeros(len(clusters)), np.zeros((len(clusters), len(needs)))
    for row in rows:
        if row["need"] is None:
            sizes[clusters[row["cluster"]]] = row["postings"]
        else:
            named[clusters[row["cluster"]], row["need"]] = row["postings"]
    told = shares(named, sizes)
    weight = np.array([each for _, each in needs], dtype=float)
    agreement, low, high = rank_agreement(weight, told.share)
    judged = [_need(needs, told, weight, i) for i in range(len(needs))]
    return RoleWeights(
        role=role,
        postings=told.n,
        companies=len(clusters) if alone else None,
        agreement=agreement,
        low=low,
        high=high,
        needs=tuple(sorted(judged, key=lambda need: (-need.weight, -need.named.share, need.any_of))),
    )


def _need(needs: Sequence[Weighted], told: Shares, weight: Array, i: int) -> WeighedNeed:
    by_weight = 1 + int((weight > weight[i]).sum()), int((weight >= weight[i]).sum())
    by_demand = 1 + int((told.low > told.high[i]).sum()), len(weight) - int((told.high < told.low[i]).sum())
    over, under = by_weight[1] < by_demand[0], by_weight[0] > by_demand[1]
    return WeighedNeed(
        any_of=needs[i][0],
        weight=needs[i][1],
        named=share_at(told, i),
        weight_rank=by_weight,
        demand_rank=by_demand,
        verdict="over" if over else "under" if under else "in line",
    )


def rank_agreement(one: Array, other: Array) -> tuple[float | None, float | None, float | None]:
    """Spearman's rank correlation (ties share their middle rank) with the 95 % interval of Bonett and Wright (2000)."""
    size = len(one)
    if size < 4 or len(np.unique(one)) < 2 or len(np.unique(other)) < 2:
        return None, None, None
    rho = float(np.corrcoef(middle_ranks(one), middle_ranks(other))[0, 1])
    if abs(rho) > 1 - 1e-9:
        return round(rho), round(rho), round(rho)
    reach = Z * sqrt((1 + rho * rho / 2) / (size - 3))
    return rho, tanh(atanh(rho) - reach), tanh(atanh(rho) + reach)


def middle_ranks(values: Array) -> Array:
    """Ranks from 1; equal values share the middle of theirs."""
    below = (values[None, :] < values[:, None]).sum(axis=1)
    equal = (values[None, :] == values[:, None]).sum(axis=1)
    return np.asarray(below + (equal + 1) / 2)
