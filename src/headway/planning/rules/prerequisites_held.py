"""Prerequisites are held by whoever starts something."""

from headway.planning.variables import Variables


class PrerequisitesHeld:
    """A candidate is chosen only when every fact it needs is held."""

    def add_to(self, variables: Variables) -> None:
        for c, candidate in enumerate(variables.network.candidates):
            for fact in candidate.needs:
                variables.implies(variables.chosen[c], variables.held[fact])
