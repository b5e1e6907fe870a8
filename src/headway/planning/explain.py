"""Why each step is there, what it serves, and what could take its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from headway.planning.model import Choice, Instance, SkillLevel
from headway.planning.names import Names
from headway.planning.network import Network, Support
from headway.planning.offers import Raise, minutes
from headway.values import LEVEL_NAMES, Level

MOST_ALTERNATIVES: Final = 3
MOST_NAMED: Final = 3
"""Names in one sentence before "and n more"."""

FAR: Final = 4
"""An alternative that takes this many times the step's hours more is not worth naming."""

CENT: Final = 0.01
"""Sums of prices are not exact to the last digit."""

Levels = dict[str, Level]


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """The explained part of one step."""

    why: str
    raises: tuple[Raise, ...]
    serves: tuple[str, ...]
    alternatives: tuple[str, ...]
    alternative_hours: tuple[float, ...]


def explain(instance: Instance, network: Network, support: Support, row: Sequence[int], names: Names) -> list[Reason]:
    """One reason for each candidate of the row, in its order."""
    choices = {choice.id: choice for choice in instance.choices}
    steps = [choices[network.candidates[c].id] for c in row]
    before = _levels_before(instance.levels, steps)
    unused = _Unused(instance, steps)
    served = _served(network, support)
    reasons = []
    for place, c in enumerate(row):
        raises = raised(before[place], steps[place])
        given = {network.facts[fact] for fact, giver in support.provider.items() if giver == c}
        others = _alternatives(instance, unused.giving(given), steps, place, before[place])
        reasons.append(
            Reason(
                why=_sentence(network, support, c, others, names),
                raises=raises,
                serves=served[c],
                alternatives=tuple(name for _, name in others),
                alternative_hours=tuple(extra / 60 for extra, _ in others),
            )
        )
    return reasons


def raised(levels: Mapping[str, Level], choice: Choice) -> tuple[Raise, ...]:
    """What doing this choice now adds: parts build on each other, lowest first."""
    after = dict(levels)
    for skill, start, to in sorted(choice.teaches):
        if after.get(skill, 0) >= start:
            after[skill] = max(after.get(skill, 0), to)
    return tuple((s, levels.get(s, 0), to) for s, to in sorted(after.items()) if to > levels.get(s, 0))


def _levels_before(levels: Mapping[str, Level], steps: Sequence[Choice]) -> list[Levels]:
    """The person's levels at the beginning of each step, and after the last."""
    rows = [dict(levels)]
    for choice in steps:
        rows.append({**rows[-1], **{skill: to for skill, _, to in raised(rows[-1], choice)}})
    return rows


def _served(network: Network, support: Support) -> dict[int, tuple[str, ...]]:
    """For each candidate the goal skills that stand on it, directly or through others."""
    after = support.after(network)
    served: dict[int, set[str]] = {c: set() for c in support.chosen}
    for goal in network.goals:
        fact = next((fact for fact in goal.any_of if fact in support.provider), None)
        queue = [] if fact is None else [support.provider[fact]]
        seen = set(queue)
        while queue and fact is not None:
            c = queue.pop()
            served[c].add(network.facts[fact][0])
            queue += after[c] - seen
            seen |= after[c]
    return {c: tuple(sorted(skills)) for c, skills in served.items()}


class _Unused:
    """The choices that a plan leaves, the shortest first."""

    def __init__(self, instance: Instance, steps: Sequence[Choice]) -> None:
        taken = {choice.id for choice in steps}
        unused = sorted((x for x in instance.choices if x.id not in taken), key=lambda x: (minutes(x), x.id))
        self._all = [(choice, _highest(choice)) for choice in unused]
        self._teaching: dict[str, list[tuple[Choice, Levels]]] = {}
        for row in self._all:
            for skill in row[1]:
                self._teaching.setdefault(skill, []).append(row)

    def giving(self, facts: set[SkillLevel]) -> Iterator[Choice]:
        """Those that may give all of these."""
        rows = self._teaching.get(min(facts)[0], []) if facts else self._all
        for choice, highest in rows:
            if all(highest.get(skill, 0) >= level for skill, level in facts):
                yield choice


def _highest(choice: Choice) -> Levels:
    """The highest level that a choice teaches of each skill."""
    return {skill: to for skill, _, to in sorted(choice.teaches, key=lambda part: part[2])}


def _alternatives(
    instance: Instance, able: Iterable[Choice], steps: Sequence[Choice], place: int, levels: Levels
) -> list[tuple[int, str]]:
    """(extra minutes, id) of choices that could stand in this place with all the rest unchanged, the shortest first.

    able: those that give all that the plan has this step for, the shortest first.
    """
    found: list[tuple[int, str]] = []
    for other in able:
        changed = [*steps[:place], other, *steps[place + 1 :]]
        if _affordable(instance, changed) and _works(instance, changed, place, levels):
            found.append((minutes(other) - minutes(steps[place]), other.id))
            if len(found) == MOST_ALTERNATIVES:
                break
    return found


def _affordable(instance: Instance, steps: Sequence[Choice]) -> bool:
    if instance.budget is None:
        return True
    return all(x.cost is not None for x in steps) and sum(x.cost or 0 for x in steps) <= instance.budget + CENT / 2


def _works(instance: Instance, steps: Sequence[Choice], place: int, levels: Levels) -> bool:
    """Whether the row from `place` on still has its needs and meets the targets the plan meets."""
    now = dict(levels)
    for choice in steps[place:]:
        if any(now.get(skill, 0) < level for skill, level in choice.needs):
            return False
        now.update({skill: to for skill, _, to in raised(now, choice)})
    return all(any(now.get(skill, 0) >= level for skill, level in target.any_of) for target in instance.targets)


def _sentence(network: Network, support: Support, c: int, others: list[tuple[int, str]], names: Names) -> str:
    parts = []
    goals = _goals_of(network, support, c)
    if goals:
        parts.append("the role asks for " + _listed([f"{names.of(s)} at {LEVEL_NAMES[level]}" for s, level in goals]))
    users = [network.candidates[user].id for user, before in support.after(network).items() if c in before]
    if users:
        parts.append("needed by " + _listed([names.of(user) for user in users]))
    if others and 0 < others[0][0] <= FAR * network.minutes((c,)):
        parts.append(f"chosen over {names.of(others[0][1])}: {_time(others[0][0])} shorter")
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def _time(minutes: int) -> str:
    """Whole hours; less than half of one in minutes."""
    if minutes >= 30:
        return f"{max(1, round(minutes / 60)):,} h"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _goals_of(network: Network, support: Support, c: int) -> list[SkillLevel]:
    facts = {next((fact for fact in goal.any_of if fact in support.provider), None) for goal in network.goals}
    return [network.facts[fact] for fact in sorted(f for f in facts if f is not None) if support.provider[fact] == c]


def _listed(things: Sequence[str]) -> str:
    shown = ", ".join(things[:MOST_NAMED])
    more = len(things) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
