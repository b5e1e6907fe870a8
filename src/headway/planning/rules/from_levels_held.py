"""A teaching that builds on a level counts only for those who hold that level."""

from headway.planning.network import FREE
from headway.planning.variables import Variables


class FromLevelsHeld:
    """A gift with a start counts only when that start is held."""

    def add_to(self, variables: Variables) -> None:
        for gifts in variables.gifts:
            for gift in gifts:
                if gift.start != FREE:
                    variables.implies(gift.literal, variables.held[gift.start])
