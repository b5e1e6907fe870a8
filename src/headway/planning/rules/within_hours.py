"""The time is enough."""

from headway.planning.variables import Variables


class WithinHours:
    """The likely minutes of what is chosen lie between a proven bound and what there is time for."""

    def __init__(self, most: int, least: int = 0) -> None:
        self.most = most
        self.least = least

    def add_to(self, variables: Variables) -> None:
        terms = [(x.minutes, variables.chosen[c]) for c, x in enumerate(variables.network.candidates)]
        variables.total_between(terms, self.least, self.most)
