"""Which of the beliefs about the person the plan leans on, and what each would cost if it were wrong.

For each known skill that something in the plan builds on at exactly its known level, the level is
lowered by one and the plan repaired (greedy, starting from the plan): the extra hours are an upper
figure, a fresh search might find less. Most expected loss first: extra hours × chance of being wrong.
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

import msgspec

from headway.planning.greedy import greedy
from headway.planning.model import Instance, Lean
from headway.planning.network import Network
from headway.planning.offers import Offers, minutes
from headway.planning.prepare import of_use, prepare
from headway.values import Level

MOST: Final = 6
"""Beliefs looked into, the least sure first."""

Rebuild = Callable[[Mapping[str, Level], Collection[str] | None], Instance]
"""The same question for other levels, with only the named choices (None: all): unknown modules count again."""


def leans(
    instance: Instance,
    chosen: Sequence[str],
    probabilities: Mapping[str, float],
    rebuild: Rebuild | None = None,
    offers: Offers | None = None,
) -> tuple[Lean, ...]:
    """probabilities: for each known skill the chance that its known level is really held. offers: the instance's own.

    Skills without a probability are not doubted. A doubt no choice could repair is left out.
    """
    doubted = sorted((probabilities[s], s) for s in _leaned_on(instance, chosen) if probabilities.get(s, 1) < 1)
    ask = rebuild or without_modules(instance)
    offers = offers or Offers(instance.choices, instance.levels)
    lowest = ask(_lowered(instance, [skill for _, skill in doubted[:MOST]]), None)
    some = of_use(lowest, offers) | set(chosen)  # can be of use at all
    found = []
    for chance, skill in doubted[:MOST]:
        lowered = ask(_lowered(instance, [skill]), some)
        found.append(_lean(prepare(lowered, offers), instance, chosen, skill, chance))
    kept = [lean for lean in found if lean is not None and lean.extra_hours > 0]
    return tuple(sorted(kept, key=lambda lean: (-lean.extra_hours * (1 - lean.probability), lean.skill)))


def _leaned_on(instance: Instance, chosen: Sequence[str]) -> list[str]:
    """Known skills whose known level, no lower one, meets a need or a target or starts a teaching."""
    picked = set(chosen)
    used = {fact for target in instance.targets for fact in target.any_of}
    for choice in instance.choices:
        if choice.id in picked:
            used |= set(choice.needs) | {(skill, start) for skill, start, _ in choice.teaches}
    return sorted({skill for skill, level in used if level >= 1 and instance.levels.get(skill, 0) == level})


def without_modules(instance: Instance) -> Rebuild:
    """The question for other levels where nothing is known of modules."""

    def ask(levels: Mapping[str, Level], only: Collection[str] | None) -> Instance:
        kept = tuple(c for c in instance.choices if only is None or c.id in only)
        return msgspec.structs.replace(instance, levels=dict(levels), choices=kept)

    return ask


def _lowered(instance: Instance, skills: Sequence[str]) -> dict[str, Level]:
    return {**instance.levels, **{skill: instance.levels[skill] - 1 for skill in skills}}


def _lean(network: Network, instance: Instance, chosen: Sequence[str], skill: str, chance: float) -> Lean | None:
    number = {candidate.id: c for c, candidate in enumerate(network.candidates)}
    repaired = None if network.unreachable else greedy(network, [number[x] for x in chosen if x in number])
    if repaired is None:
        return None
    planned = sum(minutes(choice) for choice in instance.choices if choice.id in chosen)
    extra = max(0, network.minutes(repaired.chosen) - planned) / 60
    days = math.ceil(extra / instance.calendar.weekly_hours * 7 - 1e-6)
    return Lean(skill=skill, level=instance.levels[skill], probability=chance, extra_hours=extra, extra_days=days)
