"""The variables of the solver's model, behind words: chosen, held, gives, position.

The model is built on the solver's own protocol objects (`cp_model_helper`), not on its Python
front end `cp_model`: that one imports pandas and takes 1.2-1.7 s where this takes 0.05 s.
A literal is a variable's number n, or -n-1 for its negation, as everywhere in CP-SAT.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ortools.sat.python import cp_model_helper as cp

from headway.planning.cycles import cycles
from headway.planning.network import FREE, Network, Support

Term = tuple[int, int]
"""(coefficient, variable)."""


class Gift(NamedTuple):
    """Candidate c gives a fact when `literal` is true. start: the fact it builds on, or FREE."""

    literal: int
    c: int
    start: int


class Variables:
    """All variables of one model, and the few forms of constraint the rules need."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.proto: Any = cp.CpModelProto()
        self.chosen = [self.new_bool() for _ in network.candidates]
        self.held = [self.new_bool() for _ in network.facts]
        self.missed: dict[int, int] = {}
        """Goal -> literal "left out", where a rule allows that."""
        self._candidate_part, self._fact_part = cycles(network)
        sizes = _sizes(self._candidate_part)
        self.candidate_position = {c: self.new_int(0, 2 * sizes[part]) for c, part in self._candidate_part.items()}
        self.fact_position = {f: self.new_int(0, 2 * sizes[part]) for f, part in self._fact_part.items()}
        self.gifts = self._all_gifts()

    def in_one_circle(self, c: int, fact: int) -> bool:
        """Whether the two could wait for each other, so that their positions matter."""
        return fact in self._fact_part and self._candidate_part.get(c) == self._fact_part[fact]

    def _all_gifts(self) -> list[list[Gift]]:
        """A gift that is sure once its candidate is chosen needs no variable of its own."""
        gifts: list[list[Gift]] = []
        for fact, givers in enumerate(self.network.providers()):
            gifts.append([])
            for c, teaching in givers:
                sure = teaching.start == FREE and not self.in_one_circle(c, fact)
                gifts[-1].append(Gift(self.chosen[c] if sure else self.new_bool(), c, teaching.start))
        return gifts

    def new_bool(self) -> int:
        return self.new_int(0, 1)

    def new_int(self, low: int, high: int) -> int:
        self.proto.variables.add().domain.extend([low, high])
        return len(self.proto.variables) - 1

    def at_least_one(self, literals: Sequence[int]) -> None:
        """A clause. Without literals it cannot be met, which is meant."""
        self.proto.constraints.add().bool_or.literals.extend(literals)

    def implies(self, first: int, then: int) -> None:
        self.at_least_one([-first - 1, then])

    def total_between(self, terms: Sequence[Term], low: int, high: int) -> None:
        linear = self.proto.constraints.add().linear
        linear.coeffs.extend([coefficient for coefficient, _ in terms])
        linear.vars.extend([variable for _, variable in terms])
        linear.domain.extend([low, high])

    def later_by(self, gap: int, late: int, early: int, when: int) -> None:
        """late >= early + gap whenever the literal `when` is true."""
        constraint = self.proto.constraints.add()
        constraint.enforcement_literal.append(when)
        constraint.linear.vars.extend([late, early])
        constraint.linear.coeffs.extend([1, -1])
        constraint.linear.domain.extend([gap, 1 << 40])

    def minimise(self, terms: Sequence[Term]) -> None:
        self.proto.objective.coeffs.extend([coefficient for coefficient, _ in terms])
        self.proto.objective.vars.extend([variable for _, variable in terms])

    def hint(self, support: Support) -> None:
        """A complete first solution: every variable gets its value, for CP-SAT drops partial hints."""
        values = [0] * len(self.proto.variables)
        for c in support.chosen:
            values[self.chosen[c]] = 1
        for fact, giver in support.provider.items():
            values[self.held[fact]] = 1
            for gift in self.gifts[fact]:
                if gift.c == giver:
                    values[gift.literal] = 1
        self._hint_positions(values, support)
        for goal, literal in self.missed.items():
            reached = any(fact in support.provider for fact in self.network.goals[goal].any_of)
            values[literal] = 0 if reached else 1
        self.proto.solution_hint.vars.extend(range(len(values)))
        self.proto.solution_hint.values.extend(values)

    def _hint_positions(self, values: list[int], support: Support) -> None:
        place: dict[int, int] = {}
        after = support.after(self.network)

        def place_of(c: int) -> int:
            if c not in place:
                part = self._candidate_part[c]
                before = [b for b in after[c] if self._candidate_part.get(b) == part]
                place[c] = max((place_of(b) + 2 for b in before), default=0)
            return place[c]

        for c, variable in self.candidate_position.items():
            if c in after:
                values[variable] = place_of(c)
        for fact, variable in self.fact_position.items():
            giver = support.provider.get(fact)
            if giver is not None and self.in_one_circle(giver, fact):
                values[variable] = place_of(giver) + 1

    def support(self, values: Sequence[int]) -> dict[int, int]:
        """Who gives each held fact in a solution."""
        return {
            fact: next(gift.c for gift in self.gifts[fact] if values[gift.literal])
            for fact, variable in enumerate(self.held)
            if values[variable]
        }


def _sizes(group: dict[int, int]) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for g in group.values():
        sizes[g] = sizes.get(g, 0) + 1
    return sizes
