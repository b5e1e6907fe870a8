"""Which of the skills that the plan teaches the person may hold already, and what showing it would spare.

The mirror of `leans`: each such skill is raised to what the plan would teach, and the plan repaired from its own steps
(greedy): the hours spared are a lower figure, a fresh search might spare more. Most expected saving first:
chance of holding it × hours spared.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

from headway.planning.greedy import greedy
from headway.planning.leans import Rebuild, without_modules
from headway.planning.matters import mattering
from headway.planning.model import Instance, MayKnow, Plan, SkillLevel
from headway.planning.network import Network
from headway.planning.offers import Offers, minutes
from headway.planning.prepare import prepare
from headway.values import Level

MOST: Final = 6
"""Skills looked into, those with most hours at stake first."""
LEAST_CHANCE: Final = 0.2
"""Below it a test would most often show only that the skill is not there."""
LEAST_HOURS: Final = 1.0
"""What is not worth the time of a test."""

Chances = Callable[[str, Level], float]
"""P(level of the skill >= level) as believed."""


def may_know(
    instance: Instance,
    plan: Plan,
    chances: Chances,
    rebuild: Rebuild | None = None,
    offers: Offers | None = None,
) -> tuple[MayKnow, ...]:
    """O(MOST) repairs of the plan. rebuild, offers: as for `leans`, so that modules of what is known are skipped."""
    ask = rebuild or without_modules(instance)
    hopes = [(chances(*fact), hours, fact) for fact, hours in _at_stake(instance, plan).items()]
    hopes = sorted((h for h in hopes if h[0] >= LEAST_CHANCE), key=lambda h: (-h[0] * h[1], h[2]))
    chosen = [step.id for step in plan.steps if step.kind == "learn"]
    found = []
    for chance, _, (skill, level) in hopes[:MOST]:
        network = prepare(ask({**instance.levels, skill: level}, set(chosen)), offers)
        found.append(_spared(network, instance, chosen, (skill, level), chance))
    kept = [each for each in found if each is not None and each.spares_hours >= LEAST_HOURS]
    return tuple(sorted(kept, key=lambda each: (-each.spares_hours * each.probability, each.skill)))


def _at_stake(instance: Instance, plan: Plan) -> dict[SkillLevel, float]:
    """Likely hours of the steps that raise a skill, shared among all that each step raises."""
    stake: dict[SkillLevel, float] = {}
    for step, raised in zip(plan.steps, mattering(instance, plan), strict=True):
        for skill, _, to in raised:
            stake[skill, to] = stake.get((skill, to), 0.0) + step.hours.likely / len(raised)
    return stake


def _spared(
    network: Network, instance: Instance, chosen: Sequence[str], fact: SkillLevel, chance: float
) -> MayKnow | None:
    skill, level = fact
    repaired = None if network.unreachable else greedy(network, range(len(network.candidates)), rounds=0)
    if repaired is None:
        return None
    planned = sum(minutes(choice) for choice in instance.choices if choice.id in set(chosen))
    spared = max(0, planned - network.minutes(repaired.chosen)) / 60
    days = math.floor(spared / instance.calendar.weekly_hours * 7 + 1e-6)
    return MayKnow(skill=skill, level=level, probability=chance, spares_hours=spared, spares_days=days)
