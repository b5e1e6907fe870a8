"""What each choice asks of this person and adds for them; which choices are of use at all.

1. Forward: what can be reached. 2. Backward from the targets: what is of any use. 3. Dominance: a
choice that asks no more, teaches no less and is no heavier makes the other needless.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """A choice as this person meets it: needs they lack, parts that add something.

    facts: of all parts. at_once: whether none of them waits for a level. minutes, cents: of the choice.
    """

    choice: Choice
    needs: tuple[SkillLevel, ...]
    parts: tuple[Part, ...]
    facts: frozenset[SkillLevel]
    at_once: bool
    minutes: int
    cents: int

    @property
    def id(self) -> str:
        return self.choice.id

    def of(self, parts: tuple[Part, ...]) -> "Offer":
        """The same choice with these parts only."""
        return _offer(self.choice, self.needs, parts)


def _offer(choice: Choice, needs: tuple[SkillLevel, ...], parts: tuple[Part, ...]) -> Offer:
    return Offer(
        choice=choice,
        needs=needs,
        parts=parts,
        facts=frozenset([fact for part in parts for fact in part.facts]),
        at_once=all(part.start is None for part in parts),
        minutes=minutes(choice),
        cents=cents(choice),
    )


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
    return _offer(
        choice,
        tuple(sorted({(skill, level) for skill, level in choice.needs if level > levels.get(skill, 0)})),
        tuple(_part(one, max(levels.get(one[0], 0), needed.get(one[0], 0))) for one in joined),
    )


class Offers:
    """Offers for one question, and again for the same question at other levels: what these do not touch is kept."""

    def __init__(self, choices: Iterable[Choice], levels: Mapping[str, Level]) -> None:
        self._levels = levels
        self._made = {choice.id: offer(choice, levels) for choice in choices}
        self._about: dict[str, set[str]] = {}
        """For each skill the choices that need or teach it."""
        for id_, made in self._made.items():
            for skill in {skill for skill, _ in made.choice.needs} | {skill for skill, _, _ in made.choice.teaches}:
                self._about.setdefault(skill, set()).add(id_)

    def at(self, choices: Iterable[Choice], levels: Mapping[str, Level]) -> list[Offer]:
        """Those of the choices, by id. A choice that is not the one there was is met anew."""
        before = self._levels
        moved = [skill for skill in {*before, *levels} if before.get(skill, 0) != levels.get(skill, 0)]
        touched = set().union(*(self._about.get(skill, ()) for skill in moved))
        return [
            known
            if (known := self._made.get(choice.id)) and known.choice is choice and choice.id not in touched
            else offer(choice, levels)
            for choice in sorted(choices, key=lambda choice: choice.id)
        ]


def _part(one: Raise, held: Level) -> Part:
    skill, start, to = one
    return Part((skill, start) if start > held else None, tuple((skill, level) for level in range(start + 1, to + 1)))


def reachable(offers: Iterable[Offer]) -> set[SkillLevel]:
    """Facts some sequence of choices leads to, hours and money aside."""
    reached: set[SkillLevel] = set()
    waiting: list[tuple[tuple[SkillLevel, ...], Collection[SkillLevel]]] = []
    for one in offers:
        if one.at_once:
            waiting.append((one.needs, one.facts))
        else:
            waiting += [(_asked(one, part), part.facts) for part in one.parts]
    before = -1
    while len(reached) > before:
        before = len(reached)
        still = []
        for each in waiting:
            asked, facts = each
            if reached.issuperset(asked):
                reached.update(facts)
            else:
                still.append(each)
        waiting = still
    return reached


def _asked(one: Offer, part: Part) -> tuple[SkillLevel, ...]:
    """What must be held for a part to count."""
    return one.needs if part.start is None else (*one.needs, part.start)


def usable(one: Offer, reached: set[SkillLevel]) -> Offer:
    """The offer with the parts whose conditions can be met at all."""
    if not reached.issuperset(one.needs):
        return one.of(())
    if one.at_once:
        return one
    parts = tuple(p for p in one.parts if p.start is None or p.start in reached)
    return one if len(parts) == len(one.parts) else one.of(parts)


def wanted(offers: Iterable[Offer], goals: Iterable[SkillLevel]) -> set[SkillLevel]:
    """Facts that can help towards the goals: backward over usable offers."""
    asked_for: dict[SkillLevel, list[tuple[SkillLevel, ...]]] = {}
    for one in offers:
        for part in one.parts:
            asked = _asked(one, part)
            for fact in part.facts:
                asked_for.setdefault(fact, []).append(asked)
    queue = [fact for fact in goals if fact in asked_for]
    found = set(queue)
    while queue:
        fresh = set().union(*asked_for[queue.pop()]) - found
        found |= fresh
        queue.extend(fresh)
    return found


def undominated(offers: Sequence[Offer], useful: set[SkillLevel]) -> list[Offer]:
    """Drop each choice that another one can stand in for at any point of any plan.

    The one that stays must count in full from the start (nothing it teaches waits for a level), because
    moving it to the earlier place of the other must not lose anything.
    """
    gives = [one.facts & useful for one in offers]
    needs = [frozenset(one.needs) for one in offers]
    size = [(one.minutes, not one.choice.preferred, one.cents, one.id) for one in offers]
    rivals: dict[SkillLevel, list[int]] = {}
    for number, one in enumerate(offers):
        if one.at_once:
            for fact in gives[number]:
                rivals.setdefault(fact, []).append(number)

    def beats(one: int, other: int) -> bool:
        return (
            size[one] < size[other]
            and gives[one] >= gives[other]
            and needs[one] <= needs[other]
            and all(a <= b for a, b in zip(size[one][:3], size[other][:3], strict=True))
        )

    def is_beaten(other: int) -> bool:
        fewest = min([rivals.get(fact, []) for fact in gives[other]], key=len)
        return any(beats(one, other) for one in fewest)

    return [one for number, one in enumerate(offers) if not is_beaten(number)]


def minutes(choice: Choice) -> int:
    """Likely hours in whole minutes, rounded up: the unit in which plans are compared."""
    return math.ceil(choice.hours.likely * 60 - 1e-6)


def cents(choice: Choice) -> int:
    """Price in hundredths, rounded up. An unknown price counts one cent: dearer than free, no guess."""
    return 1 if choice.cost is None else math.ceil(choice.cost * 100 - 1e-6)
