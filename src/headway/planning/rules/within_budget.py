"""The money is enough."""

from headway.planning.variables import Variables


class WithinBudget:
    """The prices of what is chosen add up to at most `cents`."""

    def __init__(self, cents: int) -> None:
        self.cents = cents

    def add_to(self, variables: Variables) -> None:
        priced = [(x.cents, variables.chosen[c]) for c, x in enumerate(variables.network.candidates) if x.cents]
        if priced:
            variables.total_between(priced, 0, self.cents)
