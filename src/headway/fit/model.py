"""The result of comparing a person with a role."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from headway.values import Level, Seniority

Because = Literal["covered", "held"]
"""Why a seniority is within reach: what a CV can show is covered, or a dated job shows that it was held."""


class Past(msgspec.Struct, frozen=True):
    """What reach looks at beside the belief. held: for a role the highest seniority that a dated job shows.

    human: skills that a CV cannot show either way; they are not judged for reach.
    """

    held: Mapping[str, Seniority] = {}
    human: frozenset[str] = frozenset()


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One need of a role and how far it is met.

    skills: the any-of group; best: the member that counts (the nearest). have: known level; wanted:
    level asked for; share: expected coverage of this need, 0 to 1; weight: its weight among the role's.
    basis: proof, claim, inferred or none. reason: one plain sentence.
    """

    skills: tuple[str, ...]
    best: str
    have: Level
    wanted: Level
    share: float
    weight: float
    basis: Literal["proof", "claim", "inferred", "none"]
    reason: str


class RoleFit(msgspec.Struct, frozen=True, kw_only=True):
    """Expected coverage of a role's weighted needs (0 to 1) with an 80 % interval, point by point."""

    role: str
    seniority: Seniority
    score: float
    low: float
    high: float
    won: tuple[Point, ...]
    lost: tuple[Point, ...]
    reachable_now: Seniority | None
    """The highest seniority within reach (fit/reach.py); None: not yet."""
    reachable_because: Because | None = None
    years_note: str = ""
