"""Nothing supports itself: there is an order in which everything is learned before it is used."""

from headway.planning.network import FREE
from headway.planning.variables import Gift, Variables


class NoCircles:
    """Positions rise along every support, inside the parts of the network where circles are possible."""

    def add_to(self, variables: Variables) -> None:
        for fact, gifts in enumerate(variables.gifts):
            for gift in gifts:
                self._given_before_held(variables, gift, fact)
                if gift.start != FREE:
                    self._held_before_begun(variables, gift.start, gift.c, gift.literal)
        for c, candidate in enumerate(variables.network.candidates):
            for fact in candidate.needs:
                self._held_before_begun(variables, fact, c, variables.chosen[c])

    def _given_before_held(self, variables: Variables, gift: Gift, fact: int) -> None:
        if variables.in_one_circle(gift.c, fact):
            late, early = variables.fact_position[fact], variables.candidate_position[gift.c]
            variables.later_by(1, late, early, gift.literal)

    def _held_before_begun(self, variables: Variables, fact: int, c: int, when: int) -> None:
        if variables.in_one_circle(c, fact):
            late, early = variables.candidate_position[c], variables.fact_position[fact]
            variables.later_by(0, late, early, when)
