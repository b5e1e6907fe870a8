"""From the instance to the network: facts and candidates numbered, weights in one whole number each."""

import math
from collections.abc import Mapping, Sequence

from headway.planning.model import Instance, SkillLevel
from headway.planning.network import FREE, Candidate, Goal, Network, Teaching
from headway.planning.offers import Offer, Offers, reachable, undominated, usable, wanted


def prepare(instance: Instance, near: Offers | None = None) -> Network:
    """The network of this instance. Hours count in whole minutes, money in whole cents.

    Under a budget a choice of unknown price is no choice. near: what is offered at levels near these.
    """
    kept, useful = _offered(instance, near)
    return _network(instance, kept, useful)


def of_use(instance: Instance, near: Offers | None = None) -> set[str]:
    """The choices (ids) that the network of this instance would hold."""
    return {one.id for one in _offered(instance, near)[0]}


def _offered(instance: Instance, near: Offers | None) -> tuple[list[Offer], set[SkillLevel]]:
    """The choices that are of use, none of which another can stand in for, and the facts that are."""
    choices = [x for x in instance.choices if x.cost is not None or instance.budget is None]
    offers = (near or Offers((), {})).at(choices, instance.levels)
    reached = reachable(offers)
    offers = [usable(one, reached) for one in offers]
    useful = wanted(offers, [fact for _, any_of in open_targets(instance) for fact in any_of])
    kept = [one for one in offers if not useful.isdisjoint(one.facts)]
    return undominated(kept, useful), useful


def open_targets(instance: Instance) -> list[tuple[int, tuple[SkillLevel, ...]]]:
    """Targets that the person does not meet yet, with their position."""
    levels = instance.levels
    return [
        (place, target.any_of)
        for place, target in enumerate(instance.targets)
        if not any(level <= levels.get(skill, 0) for skill, level in target.any_of)
    ]


def budget_cents(instance: Instance) -> int | None:
    """The money there is, in whole hundredths, rounded down; more than a million millions buys no more."""
    return None if instance.budget is None else math.floor(min(instance.budget, 1e12) * 100 + 1e-6)


def _network(instance: Instance, kept: Sequence[Offer], useful: set[SkillLevel]) -> Network:
    facts = tuple(sorted(useful))
    number = {fact: n for n, fact in enumerate(facts)}
    unit = _Unit(kept)
    goals = []
    unreachable = []
    for place, any_of in open_targets(instance):
        known = tuple(sorted({number[fact] for fact in any_of if fact in number}))
        if known:
            goals.append(Goal(known, instance.targets[place].weight, place))
        else:
            unreachable.append(place)
    return Network(
        facts=facts,
        candidates=tuple(_candidate(one, number, unit) for one in kept),
        goals=tuple(goals),
        unreachable=tuple(unreachable),
        minute=unit.minute,
    )


class _Unit:
    """How hours, preference, money and steps make one whole number, each far above the next."""

    def __init__(self, kept: Sequence[Offer]) -> None:
        self.cent = len(kept) + 1
        self.wish = self.cent * (sum(one.cents for one in kept) + 1)
        self.choosy = any(one.choice.preferred for one in kept)
        self.minute = self.wish * (sum(one.minutes for one in kept) + 1 if self.choosy else 1)

    def tie(self, one: Offer) -> int:
        unwished = one.minutes if self.choosy and not one.choice.preferred else 0
        return unwished * self.wish + one.cents * self.cent + 1


def _candidate(one: Offer, number: Mapping[SkillLevel, int], unit: _Unit) -> Candidate:
    teachings = []
    for part in one.parts:
        gives = tuple([number[fact] for fact in part.facts if fact in number])
        if gives:
            teachings.append(Teaching(FREE if part.start is None else number[part.start], gives))
    tie = unit.tie(one)
    return Candidate(
        id=one.id,
        minutes=one.minutes,
        cents=one.cents,
        weight=one.minutes * unit.minute + tie,
        tie=tie,
        needs=tuple([number[need] for need in one.needs]),
        teachings=tuple(teachings),
    )
