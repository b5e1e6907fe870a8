"""What each choice asks of this person and adds for them; which choices are of use at all.

1. Forward: what can be reached. 2. Backward from the targets: what is of any use. 3. Dominance: a
choice that asks no more, teaches no less and is no heavier makes the other needless.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from headway.planning.model import Choice, SkillLevel
from headway.values import Level

Raise = tuple[str, Level, Level]


class Part(NamedTuple):
    """Facts of one skill; start: the fact they build on, when the person and the choice's needs lack it."""

    start: SkillLevel | None
    facts: tuple[SkillLevel, ...]


class Offer(msgspec.Struct, frozen=True):
    """A choice as this person meets it: needs they lack, parts that add something."""

    choice: Choice
    needs: tuple[SkillLevel, ...]
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        return self.choice.id


def offer(choice: Choice, levels: Mapping[str, Level]) -> Offer:
    """What a choice can add: parts that build on each other are joined, what is held or needed anyway is cut.

    A course that teaches 0→1 and 1→2 teaches 0→2. One that needs level 1 of what it teaches starts there.
    """
    needed = dict(sorted(choice.needs))
    joined: list[Raise] = []
    for skill, start, to in sorted(choice.teaches):
        held = max(levels.get(skill, 0), needed.get(skill, 0))
        if joined and joined[-1][0] == skill and start <= joined[-1][2]:
            joined[-1] = (skill, joined[-1][1], max(to, joined[-1][2]))
        elif to > held:
            joined.append((skill, max(start, held), to))
    return Offer(
        choice,
        tuple(sorted({(skill, level) for skill, level in choice.needs if level > levels.get(skill, 0)})),
        tuple(_part(one, max(levels.get(one[0], 0), needed.get(one[0], 0))) for one in joined),
    )


class Offers:
    """Offers for one question, and again for the same question at other levels: what these do not touch is kept."""

    def __init__(self, choices: Iterable[Choice], levels: Mapping[str, Level]) -> None:
        self._levels = levels
        self._made = {choice.id: offer(choice, levels) for choice in choices}

    def at(self, choices: Iterable[Choice], levels: Mapping[str, Level]) -> list[Offer]:
        """Those of the choices, by id. A choice that is not the one there was is met anew."""
        before = self._levels
        moved = {skill for skill in {*before, *levels} if before.get(skill, 0) != levels.get(skill, 0)}
        return [
            known
            if (known := self._made.get(choice.id)) and known.choice is choice and not _touches(choice, moved)
            else offer(choice, levels)
            for choice in sorted(choices, key=lambda choice: choice.id)
        ]


def _touches(choice: Choice, skills: set[str]) -> bool:
    return any(skill in skills for skill, _ in choice.needs) or any(skill in skills for skill, _, _ in choice.teaches)


def _part(one: Raise, held: Level) -> Part:
    skill, start, to = one
    return Part((skill, start) if start > held else None, tuple((skill, level) for level in range(start + 1, to + 1)))


def reachable(offers: Iterable[Offer]) -> set[SkillLevel]:
    """Facts some sequence of choices leads to, hours and money aside."""
    reached: set[SkillLevel] = set()
    waiting = [(one.needs, part) for one in offers for part in one.parts]
    before = -1
    while len(reached) > before:
        before = len(reached)
        still = []
        for needs, part in waiting:
            if (part.start is None or part.start in reached) and reached.issuperset(needs):
                reached.update(part.facts)
            else:
                still.append((needs, part))
        waiting = still
    return reached


def usable(one: Offer, reached: set[SkillLevel]) -> Offer:
    """The offer with the parts whose conditions can be met at all."""
    if not reached.issuperset(one.needs):
        return Offer(one.choice, one.needs, ())
    parts = tuple(p for p in one.parts if p.start is None or p.start in reached)
    return one if len(parts) == len(one.parts) else Offer(one.choice, one.needs, parts)


def wanted(offers: Iterable[Offer], goals: Iterable[SkillLevel]) -> set[SkillLevel]:
    """Facts that can help towards the goals: backward over usable offers."""
    givers: dict[SkillLevel, list[tuple[Offer, Part]]] = {}
    for one in offers:
        for part in one.parts:
            for fact in part.facts:
                givers.setdefault(fact, []).append((one, part))
    queue = [fact for fact in goals if fact in givers]
    found = set(queue)
    while queue:
        for one, part in givers[queue.pop()]:
            asked = one.needs if part.start is None else (*one.needs, part.start)
            fresh = set(asked) - found
            found |= fresh
            queue.extend(fresh)
    return found


def undominated(offers: Sequence[Offer], useful: set[SkillLevel]) -> list[Offer]:
    """Drop each choice that another one can stand in for at any point of any plan.

    The one that stays must count in full from the start (nothing it teaches waits for a level), because
    moving it to the earlier place of the other must not lose anything.
    """
    gives = {one.id: frozenset(f for part in one.parts for f in part.facts if f in useful) for one in offers}
    needs = {one.id: frozenset(one.needs) for one in offers}
    size = {x.id: (minutes(x.choice), not x.choice.preferred, cents(x.choice), x.id) for x in offers}
    rivals: dict[SkillLevel, list[str]] = {}
    for one in offers:
        if all(part.start is None for part in one.parts):
            for fact in gives[one.id]:
                rivals.setdefault(fact, []).append(one.id)

    def beats(one: str, other: str) -> bool:
        return (
            one != other
            and gives[one] >= gives[other]
            and needs[one] <= needs[other]
            and size[one] < size[other]
            and all(a <= b for a, b in zip(size[one][:3], size[other][:3], strict=True))
        )

    def is_beaten(other: str) -> bool:
        fewest = min((rivals.get(fact, []) for fact in gives[other]), key=len)
        return any(beats(one, other) for one in fewest)

    return [one for one in offers if not is_beaten(one.id)]


def minutes(choice: Choice) -> int:
    """Likely hours in whole minutes, rounded up: the unit in which plans are compared."""
    return math.ceil(choice.hours.likely * 60 - 1e-6)


def cents(choice: Choice) -> int:
    """Price in hundredths, rounded up. An unknown price counts one cent: dearer than free, no guess."""
    return 1 if choice.cost is None else math.ceil(choice.cost * 100 - 1e-6)
