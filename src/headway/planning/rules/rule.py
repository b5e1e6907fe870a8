"""What a rule is."""

from typing import Protocol

from headway.planning.variables import Variables


class Rule(Protocol):
    """A guarantee about every plan; adds its constraints to a model."""

    def add_to(self, variables: Variables) -> None: ...
