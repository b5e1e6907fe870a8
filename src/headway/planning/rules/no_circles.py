"""Nothing supports itself: there is an order in which everything is learned before it is used.

Said with positions in time for every candidate this makes the model slow. So the model is solved
without it, the answer is looked at (`circles.py`), and only the circles it contains are forbidden, by
one of these three, until an answer has none.
"""

from collections.abc import Sequence

from headway.planning.variables import Variables


class SupportFromOutside:
    """Facts that hold each other up: any of them is held only when one is given by someone who asks for none of them.

    The loop formula of Lin & Zhao, "ASSAT", Artificial Intelligence 157 (2004).
    """

    def __init__(self, facts: Sequence[int]) -> None:
        self.facts = tuple(facts)

    def add_to(self, variables: Variables) -> None:
        outside = _from_outside(variables, self.facts)
        for fact in self.facts:
            variables.at_least_one([-variables.held[fact] - 1, *outside])


class SupportBefore:
    """A gift that builds on a level wants that level from others: nobody is done twice.

    facts: hold the gift's start and all that it stands on, none of it to be had without candidate c. The gift
    (fact, c) counts only when someone else gives one of them who asks for none of them.
    """

    def __init__(self, fact: int, c: int, facts: Sequence[int]) -> None:
        self.fact, self.c, self.facts = fact, c, tuple(facts)

    def add_to(self, variables: Variables) -> None:
        others = _from_outside(variables, self.facts, self.c)
        variables.at_least_one([-variables.gift(self.fact, self.c).literal - 1, *others])


class NotInACircle:
    """Gifts of which each must come before the next, and the last before the first: not all of them count."""

    def __init__(self, gifts: Sequence[tuple[int, int]]) -> None:
        self.gifts = tuple(gifts)
        """(fact, candidate that gives it)."""

    def add_to(self, variables: Variables) -> None:
        variables.at_least_one([-variables.gift(fact, c).literal - 1 for fact, c in self.gifts])


def _from_outside(variables: Variables, facts: Sequence[int], but: int | None = None) -> list[int]:
    """Literals of the gifts of these facts that ask for none of them, but for those of one candidate."""
    inside = set(facts)
    gifts = (gift for fact in facts for gift in variables.gifts[fact] if gift.c != but)
    return sorted({gift.literal for gift in gifts if inside.isdisjoint(variables.asked(gift))})
