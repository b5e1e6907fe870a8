"""Every target is reached by one of its alternatives."""

from headway.planning.variables import Variables


class TargetsReached:
    """For each goal: one of its facts is held. optional: a goal may be missed, at a price."""

    def __init__(self, optional: bool = False) -> None:
        self.optional = optional

    def add_to(self, variables: Variables) -> None:
        for number, goal in enumerate(variables.network.goals):
            literals = [variables.held[fact] for fact in goal.any_of]
            if self.optional:
                variables.missed[number] = variables.new_bool()
                literals.append(variables.missed[number])
            variables.at_least_one(literals)
