"""Nothing is held that nobody taught."""

from headway.planning.variables import Variables


class FactsTaught:
    """A fact is held only when a chosen candidate gives it."""

    def add_to(self, variables: Variables) -> None:
        for fact, gifts in enumerate(variables.gifts):
            for gift in gifts:
                if gift.literal != variables.chosen[gift.c]:
                    variables.implies(gift.literal, variables.chosen[gift.c])
            variables.at_least_one([-variables.held[fact] - 1, *(gift.literal for gift in gifts)])
