"""What many postings ask for, as arrays; and, defined here once, which of them a person can reach.

Reachable is a stated proxy, not a promise of an offer: enough of the required groups are covered, and the years and
the degree are met or nearly met.
"""

from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array

SET_SHARE: Final = 0.8
"""Share of the required groups that must be covered."""
NEARLY_YEARS: Final = 1.0
"""So many years short still counts as nearly met."""
EQUIVALENT_YEARS: Final = 2.0
"""Years of work that stand for one missing step of degree where `or equivalent experience` is accepted."""
DEGREES: Final = ("none", "bachelor", "master", "phd")


class Demands(msgspec.Struct, frozen=True, kw_only=True):
    """P postings with G required or preferred groups of M members, in compressed rows.

    Groups of posting p: group_start[p] to group_start[p + 1]; members of group g: member_start[g] to
    member_start[g + 1]; members: indices into skills. level: 1 to 3 for each group. required: False for preferred.
    min_years: NaN where unstated. degree: index into DEGREES, -1 where unstated.
    """

    skills: tuple[str, ...]
    ids: tuple[str, ...]
    group_start: Array
    member_start: Array
    members: Array
    level: Array
    count: Array
    required: Array
    min_years: Array
    degree: Array
    equivalent_ok: Array


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A person as postings see them. levels: known level of each skill of Demands.skills.

    years: dated years of such work, None where no job is dated. degree: index into DEGREES, 0 where the CV names none.
    """

    levels: Array
    years: float | None
    degree: int


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """For each posting: covered required groups, required groups, years and degree met or nearly, and the verdict.

    judged: False where the posting names no required group; such a posting is never counted as reachable.
    """

    covered: Array
    wanted: Array
    years_ok: Array
    degree_ok: Array
    judged: Array
    reachable: Array


def groups_covered(demands: Demands, levels: Array) -> Array:
    """For each group, whether as many members as it asks for are held at its level. O(members)."""
    covered: Array = members_held(demands, levels) >= demands.count
    return covered


def members_held(demands: Demands, levels: Array) -> Array:
    """For each group, how many members are held at its level. O(members)."""
    size = len(demands.level)
    group = np.repeat(np.arange(size), np.diff(demands.member_start))
    met = levels[demands.members] >= demands.level[group]
    return np.bincount(group[met], minlength=size)


def reach(demands: Demands, who: Candidate, share: float = SET_SHARE) -> Reach:
    """Which postings the person can reach. O(postings + members)."""
    size = len(demands.ids)
    posting = np.repeat(np.arange(size), np.diff(demands.group_start))
    wanted = np.bincount(posting[demands.required], minlength=size)
    met = groups_covered(demands, who.levels) & demands.required
    covered = np.bincount(posting[met], minlength=size)
    years_ok = years_met(demands, who.years)
    degree_ok = degree_met(demands, who.degree, who.years)
    judged = wanted > 0
    enough = covered >= needed(wanted, share)
    return Reach(
        covered=covered,
        wanted=wanted,
        years_ok=years_ok,
        degree_ok=degree_ok,
        judged=judged,
        reachable=judged & enough & years_ok & degree_ok,
    )


def needed(wanted: Array, share: float = SET_SHARE) -> Array:
    """How many of so many required groups must be covered: the share, rounded up."""
    return np.ceil(wanted * share - 1e-9).astype(np.int64)


def years_met(demands: Demands, years: float | None) -> Array:
    """Stated years are met or nearly; a person without dated years meets only what asks for at most NEARLY_YEARS."""
    asked = np.nan_to_num(demands.min_years, nan=0.0)
    met: Array = (years or 0.0) + NEARLY_YEARS >= asked
    return met


def degree_met(demands: Demands, degree: int, years: float | None) -> Array:
    """The stated degree is met, or one step short of a master or doctorate, or made up for by years where said."""
    short = np.maximum(demands.degree - degree, 0)
    nearly = (short == 1) & (degree >= 1)
    made_up = demands.equivalent_ok & ((years or 0.0) >= EQUIVALENT_YEARS * short)
    met: Array = (short == 0) | nearly | made_up
    return met
