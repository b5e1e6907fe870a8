"""Groups that ask for several of their members (`at least two of`), for engines that know only `any one of`.

Exactly the same, with steps that take no time: who has at least j - 1 of the first i - 1 members, and the i-th, has at
least j of the first i, and so of the first i + 1 ... This is a skill of its own for each j, its level the higher the
earlier i is, for the fewer of the first i also hold for more of them. The group then asks for the last one at level 1.
Ground takes such steps by itself as soon as they are possible, so they never stand in a row.
"""

from collections.abc import Sequence
from typing import Final

from headway.planning.model import Choice, SkillLevel
from headway.values import Span

_PREFIX: Final = "several: "
"""Ids of resources have no blank, so none begins like this."""


def is_several(id_: str) -> bool:
    """Whether a candidate is such a step."""
    return id_.startswith(_PREFIX)


def several(members: Sequence[SkillLevel], count: int) -> tuple[SkillLevel, tuple[Choice, ...]]:
    """What stands for `count` (2 or more, at most all) of these members, and the steps to it. O(count x members)."""
    name = _PREFIX + f"{count} of " + ", ".join(f"{skill} {level}" for skill, level in members)
    size = len(members)
    steps = []
    for j in range(1, count + 1):
        for i in range(j, size - count + j + 1):
            before = () if j == 1 else ((f"{name}: {j - 1}", size - i + 2),)
            steps.append(
                Choice(
                    id=f"{name}: {j} {i}",
                    hours=Span(0.0, 0.0, 0.0),
                    cost=0.0,
                    teaches=((f"{name}: {j}", 0, size - i + 1),),
                    needs=(members[i - 1], *before),
                )
            )
    return (f"{name}: {count}", 1), tuple(steps)
