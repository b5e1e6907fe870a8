"""The planning question as a small graph: facts, what gives them, what they are needed for.

A fact is "this skill at this level or above". The person starts with some; each candidate (a choice
that is of any use) asks for facts and gives facts. This is delete-free planning: nothing learned is
lost, so a plan is a set of candidates with an order in which every fact is there before it is used.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from headway.planning.model import SkillLevel

FREE: Final = -1
"""In place of a fact: nothing is asked."""


class Teaching(NamedTuple):
    """Gives facts of one skill; counts only when `start` is held when the candidate begins."""

    start: int
    gives: tuple[int, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A choice as the engines see it. weight orders plans by hours, then preference, money, steps."""

    id: str
    minutes: int
    cents: int
    weight: int
    tie: int
    """The part of `weight` below the hours."""
    needs: tuple[int, ...]
    teachings: tuple[Teaching, ...]

    @property
    def gives(self) -> tuple[int, ...]:
        return tuple(fact for teaching in self.teachings for fact in teaching.gives)


class Goal(NamedTuple):
    """A target still to reach: any of these facts. place: its position among the instance's targets."""

    any_of: tuple[int, ...]
    weight: float
    place: int


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Facts, candidates and goals. minute: what one minute counts in `weight`."""

    facts: tuple[SkillLevel, ...]
    candidates: tuple[Candidate, ...]
    goals: tuple[Goal, ...]
    unreachable: tuple[int, ...]
    """Places of the targets that no candidate leads to."""
    minute: int

    def weight(self, chosen: Iterable[int]) -> int:
        return sum(self.candidates[c].weight for c in chosen)

    def minutes(self, chosen: Iterable[int]) -> int:
        return sum(self.candidates[c].minutes for c in chosen)

    def cents(self, chosen: Iterable[int]) -> int:
        return sum(self.candidates[c].cents for c in chosen)

    def providers(self) -> list[list[tuple[int, Teaching]]]:
        """For each fact the candidates that give it, with the teaching that does."""
        found: list[list[tuple[int, Teaching]]] = [[] for _ in self.facts]
        for c, candidate in enumerate(self.candidates):
            for teaching in candidate.teachings:
                for fact in teaching.gives:
                    found[fact].append((c, teaching))
        return found

    def only(self, kept: Sequence[int]) -> "Network":
        """The same question with these candidates only; they are numbered anew in this order."""
        return msgspec.structs.replace(self, candidates=tuple(self.candidates[c] for c in kept))

    def start_of(self, c: int, fact: int) -> int:
        """What candidate c asks for before it gives `fact` (or FREE)."""
        return next(teaching.start for teaching in self.candidates[c].teachings if fact in teaching.gives)


class Support(msgspec.Struct, frozen=True):
    """A workable choice: who gives which fact. provider holds the facts that are used, no others."""

    chosen: tuple[int, ...]
    provider: dict[int, int]

    def renumbered(self, number: Mapping[int, int] | Sequence[int]) -> "Support":
        """The same choice with candidates numbered otherwise."""
        return Support(
            tuple(sorted(number[c] for c in self.chosen)),
            {fact: number[c] for fact, c in self.provider.items()},
        )

    def asked(self, network: Network, c: int) -> set[int]:
        """Facts that must be held before candidate c starts: its needs, and the starts of what it is used for."""
        used = [fact for fact, giver in self.provider.items() if giver == c]
        starts = {network.start_of(c, fact) for fact in used}
        return (starts | set(network.candidates[c].needs)) - {FREE}

    def after(self, network: Network) -> dict[int, set[int]]:
        """For each chosen candidate those that must come before it."""
        return {c: {self.provider[fact] for fact in self.asked(network, c)} for c in self.chosen}
