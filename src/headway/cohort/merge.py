"""Who is in the class: one file a person, one role, and of whom single rows may be told.

The result does not depend on the order of what comes in, and the same file twice is one file.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from headway.cohort.model import FEWEST, Member
from headway.values import SENIORITIES, Seniority


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The people with one role in view, in the order of their words; everybody else is only counted.

    Figures are told of a group of FEWEST or more. Rows of named people are told whole where the unnamed, who are what
    is left of a figure after the rows are taken from it, are none or FEWEST or more.
    """

    role: str
    seniority: Seniority
    members: tuple[Member, ...]
    others: tuple[Member, ...]

    @property
    def told(self) -> bool:
        """Whether figures about the group may be told."""
        return len(self.members) >= FEWEST

    @property
    def sharers(self) -> tuple[Member, ...]:
        """Those who handed over a file themselves, and so their progress."""
        return tuple(m for m in self.members if not m.from_cv)

    @property
    def progress_told(self) -> bool:
        """Whether figures about progress may be told."""
        return len(self.sharers) >= FEWEST

    @property
    def rows_whole(self) -> bool:
        """Whether rows may say more than a name and a date without giving the unnamed away."""
        return not ((self.told and _given_away(self.members)) or (self.progress_told and _given_away(self.sharers)))


def _given_away(members: tuple[Member, ...]) -> bool:
    return 0 < sum(not m.named for m in members) < FEWEST


def newest(members: Iterable[Member]) -> tuple[tuple[Member, ...], int]:
    """Of each person the newest file, by date and then by content; and how many other files that leaves out."""
    distinct = {msgspec.json.encode(m, order="deterministic"): m for m in members}
    kept: dict[str, Member] = {}
    for _, member in sorted(distinct.items(), key=lambda pair: (pair[1].share.date, pair[0])):
        kept[member.share.person] = member
    return tuple(kept[word] for word in sorted(kept)), len(distinct) - len(kept)


def commonest_role(members: Iterable[Member]) -> str | None:
    """What most of those who handed over a file aim at; of equals the first by id. None without such a file."""
    counted = Counter(m.share.role for m in members if not m.from_cv)
    return min(counted, key=lambda role: (-counted[role], role)) if counted else None


def commonest_seniority(members: Iterable[Member]) -> Seniority | None:
    """The same for the seniority; of equals the lowest."""
    counted = Counter(m.share.seniority for m in members if not m.from_cv)
    if not counted:
        return None
    lowest_first: tuple[Seniority, ...] = SENIORITIES
    return max(lowest_first, key=lambda step: counted[step])


def group_of(members: Iterable[Member], role: str, seniority: Seniority) -> Group:
    """The people of a role, and the others. Those of whom a CV was read count to the role that is in view."""
    every = tuple(members)
    mine = tuple(m for m in every if _aims_at(m, role))
    others = tuple(m for m in every if not _aims_at(m, role))
    return Group(role=role, seniority=seniority, members=mine, others=others)


def _aims_at(member: Member, role: str) -> bool:
    return member.from_cv or member.share.role == role


def targets_of(members: Iterable[Member]) -> tuple[tuple[tuple[str, int], ...], int]:
    """What the class aims at: roles of FEWEST people or more, most first; and how many aim at any other."""
    counted = Counter(m.share.role for m in members)
    told = sorted(((role, n) for role, n in counted.items() if n >= FEWEST), key=lambda row: (-row[1], row[0]))
    return tuple(told), sum(n for n in counted.values() if n < FEWEST)
