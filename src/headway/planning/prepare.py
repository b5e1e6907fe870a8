"""From the instance to the network: keep what can serve the targets, drop what another choice beats.

1. Forward: what can be reached at all. 2. Backward from the targets: what is of any use.
3. Dominance: a choice that asks no more, teaches no less and is no heavier makes the other needless.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from headway.planning.model import Choice, Instance, SkillLevel
from headway.planning.network import FREE, Candidate, Goal, Network, Teaching
from headway.values import Level

Raise = tuple[str, Level, Level]


def prepare(instance: Instance) -> Network:
    """The network of this instance. Hours count in whole minutes, money in whole cents.

    Under a budget a choice of unknown price is no choice.
    """
    choices = {x.id: x for x in instance.choices if x.cost is not None or instance.budget is None}
    raises = {name: useful_raises(choice, instance.levels) for name, choice in choices.items()}
    reached = _reachable(choices.values(), instance.levels, raises)
    raises = {name: _usable(choices[name], raises[name], reached, instance.levels) for name in choices}
    wanted = _wanted(instance, choices, raises, reached)
    kept = [choices[name] for name in sorted(choices) if any(f in wanted for one in raises[name] for f in _facts(one))]
    return _network(instance, _undominated(kept, raises, wanted, instance.levels), raises, wanted)


def useful_raises(choice: Choice, levels: Mapping[str, Level]) -> tuple[Raise, ...]:
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
            joined.append((skill, max(start, held) if start <= held else start, to))
    return tuple(joined)


def _facts(one: Raise) -> list[SkillLevel]:
    skill, start, to = one
    return [(skill, level) for level in range(start + 1, to + 1)]


def _missing(needs: Iterable[SkillLevel], levels: Mapping[str, Level]) -> list[SkillLevel]:
    return sorted({(skill, level) for skill, level in needs if level > levels.get(skill, 0)})


def _holds(fact: SkillLevel, levels: Mapping[str, Level]) -> bool:
    return fact[1] <= levels.get(fact[0], 0)


def _starts(choice: Choice, one: Raise, levels: Mapping[str, Level]) -> list[SkillLevel]:
    """The fact a raise builds on, when it is neither held nor among the choice's own needs."""
    fact = (one[0], one[1])
    covered = any(skill == fact[0] and level >= fact[1] for skill, level in choice.needs)
    return [] if covered or _holds(fact, levels) else [fact]


def _reachable(
    choices: Collection[Choice], levels: Mapping[str, Level], raises: Mapping[str, Sequence[Raise]]
) -> set[SkillLevel]:
    """Facts some sequence of choices leads to, hours and money aside."""
    reached: set[SkillLevel] = set()
    grew = True
    while grew:
        grew = False
        for choice in choices:
            if any(need not in reached for need in _missing(choice.needs, levels)):
                continue
            for one in raises[choice.id]:
                if all(fact in reached for fact in _starts(choice, one, levels)):
                    fresh = [fact for fact in _facts(one) if fact not in reached]
                    reached.update(fresh)
                    grew = grew or bool(fresh)
    return reached


def _usable(
    choice: Choice, raises: Sequence[Raise], reached: set[SkillLevel], levels: Mapping[str, Level]
) -> tuple[Raise, ...]:
    """The raises whose conditions can be met at all."""
    if any(need not in reached for need in _missing(choice.needs, levels)):
        return ()
    return tuple(one for one in raises if all(fact in reached for fact in _starts(choice, one, levels)))


def _wanted(
    instance: Instance,
    choices: Mapping[str, Choice],
    raises: Mapping[str, Sequence[Raise]],
    reached: set[SkillLevel],
) -> set[SkillLevel]:
    """Facts that can help towards an open target: backward reachability over reachable facts."""
    givers: dict[SkillLevel, list[tuple[Choice, Raise]]] = {}
    for choice in choices.values():
        for one in raises[choice.id]:
            for fact in _facts(one):
                givers.setdefault(fact, []).append((choice, one))
    queue = [fact for target in open_targets(instance) for fact in target[1] if fact in reached]
    wanted = set(queue)
    while queue:
        for choice, one in givers.get(queue.pop(), ()):
            for fact in _missing(choice.needs, instance.levels) + _starts(choice, one, instance.levels):
                if fact not in wanted:
                    wanted.add(fact)
                    queue.append(fact)
    return wanted


def open_targets(instance: Instance) -> list[tuple[int, tuple[SkillLevel, ...]]]:
    """Targets that the person does not meet yet, with their position."""
    return [
        (place, target.any_of)
        for place, target in enumerate(instance.targets)
        if not any(_holds(fact, instance.levels) for fact in target.any_of)
    ]


def _undominated(
    kept: list[Choice], raises: Mapping[str, Sequence[Raise]], wanted: set[SkillLevel], levels: Mapping[str, Level]
) -> list[Choice]:
    """Drop each choice that another one can stand in for at any point of any plan.

    The one that stays must count in full from the start (nothing it teaches waits for a level), because
    moving it to the earlier place of the other must not lose anything.
    """
    gives = {c.id: frozenset(f for one in raises[c.id] for f in _facts(one) if f in wanted) for c in kept}
    needs = {c.id: frozenset(_missing(c.needs, levels)) for c in kept}
    size = {c.id: (minutes(c), not c.preferred, cents(c), c.id) for c in kept}
    rivals: dict[SkillLevel, list[str]] = {}
    for c in kept:
        if not any(_starts(c, one, levels) for one in raises[c.id]):
            for fact in gives[c.id]:
                rivals.setdefault(fact, []).append(c.id)

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

    return [c for c in kept if not is_beaten(c.id)]


def minutes(choice: Choice) -> int:
    """Likely hours in whole minutes, rounded up: the unit in which plans are compared."""
    return math.ceil(choice.hours.likely * 60 - 1e-6)


def cents(choice: Choice) -> int:
    """Price in hundredths, rounded up. An unknown price counts one cent: dearer than free, no guess."""
    return 1 if choice.cost is None else math.ceil(choice.cost * 100 - 1e-6)


def _network(
    instance: Instance, kept: list[Choice], raises: Mapping[str, Sequence[Raise]], wanted: set[SkillLevel]
) -> Network:
    facts = tuple(sorted(wanted))
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
        candidates=tuple(_candidate(c, raises[c.id], number, instance.levels, unit) for c in kept),
        goals=tuple(goals),
        unreachable=tuple(unreachable),
        minute=unit.minute,
    )


class _Unit:
    """How hours, preference, money and steps make one whole number, each far above the next."""

    def __init__(self, kept: Sequence[Choice]) -> None:
        self.cent = len(kept) + 1
        self.wish = self.cent * (sum(cents(c) for c in kept) + 1)
        self.choosy = any(c.preferred for c in kept)
        self.minute = self.wish * (sum(minutes(c) for c in kept) + 1 if self.choosy else 1)

    def tie(self, choice: Choice) -> int:
        unwished = minutes(choice) if self.choosy and not choice.preferred else 0
        return unwished * self.wish + cents(choice) * self.cent + 1


def _candidate(
    choice: Choice, raises: Sequence[Raise], number: Mapping[SkillLevel, int], levels: Mapping[str, Level], unit: _Unit
) -> Candidate:
    teachings = []
    for one in raises:
        gives = tuple(number[fact] for fact in _facts(one) if fact in number)
        starts = _starts(choice, one, levels)
        if gives:
            teachings.append(Teaching(number[starts[0]] if starts else FREE, gives))
    return Candidate(
        id=choice.id,
        minutes=minutes(choice),
        cents=cents(choice),
        weight=minutes(choice) * unit.minute + unit.tie(choice),
        tie=unit.tie(choice),
        needs=tuple(number[need] for need in _missing(choice.needs, levels)),
        teachings=tuple(teachings),
    )


def budget_cents(instance: Instance) -> int | None:
    """The money there is, in whole hundredths, rounded down."""
    return None if instance.budget is None else math.floor(instance.budget * 100 + 1e-6)
