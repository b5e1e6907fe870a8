"""One step of a plan given up for another, with everything else as it was; and what that would cost."""

from collections.abc import Sequence

import msgspec

from headway.planning.calendar import finish
from headway.planning.model import Choice, Instance, Plan
from headway.planning.names import Names
from headway.planning.network import Network, Support
from headway.planning.plan import laid_out
from headway.planning.prepare import prepare
from headway.planning.verify import verify
from headway.planning.walk import Walker


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What another choice in a step's place changes. hours: likely ones more; days: the end is so much later.

    money: more of it, None where a step has no known price. Negative: less, sooner. spares: steps that are not needed
    any more, because the other choice brings what they were for.
    """

    id: str
    hours: float
    money: float | None
    days: int
    spares: tuple[str, ...] = ()


class _Row(msgspec.Struct, frozen=True):
    """A row of steps that reaches every goal, without what it does not need."""

    network: Network
    support: Support
    order: list[int]

    @property
    def ids(self) -> list[str]:
        return [self.network.candidates[c].id for c in self.order]


def costs(instance: Instance, row: Sequence[str], alternatives: Sequence[str], of: str) -> tuple[Cost, ...]:
    """For each choice that could take the place of `of` in the row. O(alternatives * (steps + days))."""
    choices = {choice.id: choice for choice in instance.choices}
    if any(id_ not in choices for id_ in row):
        return ()
    before = [choices[id_] for id_ in row]
    rows = []
    for other in alternatives:
        found = _row(instance, [other if id_ == of else id_ for id_ in row])
        if found is not None and other in found.ids:
            after = [choices[id_] for id_ in found.ids]
            spares = tuple(id_ for id_ in row if id_ not in found.ids and id_ != of)
            rows.append(_cost(instance, other, before, after, spares))
    return tuple(rows)


def _cost(
    instance: Instance, id_: str, before: Sequence[Choice], after: Sequence[Choice], spares: tuple[str, ...]
) -> Cost:
    entry = sum(step.hours.likely for step in instance.entry_steps)
    old, new = (sum(choice.hours.likely for choice in row) for row in (before, after))
    days = (finish(instance.calendar, new + entry) - finish(instance.calendar, old + entry)).days
    came, went = ([c.cost for c in one if c not in other] for one, other in ((after, before), (before, after)))
    money = None if None in (*came, *went) else round(sum(c or 0 for c in came) - sum(c or 0 for c in went), 2)
    return Cost(id=id_, hours=round(new - old, 2), money=money, days=days, spares=spares)


def _row(instance: Instance, row: Sequence[str]) -> _Row | None:
    """None where the row names what is not offered, or does not reach a goal."""
    choices = {choice.id: choice for choice in instance.choices}
    if any(id_ not in choices for id_ in row):
        return None
    network = prepare(msgspec.structs.replace(instance, choices=tuple(choices[id_] for id_ in row)))
    number = {candidate.id: c for c, candidate in enumerate(network.candidates)}
    support = Walker(network).support(number.values())
    if network.unreachable or support is None:
        return None
    return _Row(network, support, [number[id_] for id_ in row if number.get(id_) in support.chosen])


def needless(instance: Instance, plan: Plan) -> frozenset[str]:
    """Learning steps of a plan without which it reaches every goal too: what was begun and is not needed any more."""
    row = [step.id for step in plan.steps if step.kind == "learn"]
    found = _row(instance, row)
    return frozenset(row) - frozenset(found.ids) if found is not None else frozenset()


def swapped(instance: Instance, row: Sequence[str], names: Names) -> Plan | None:
    """The plan with these learning steps in this order, but those that others make needless; None where it would not
    keep every rule."""
    found = _row(instance, row)
    if found is None:
        return None
    plan = laid_out(instance, found.network, found.support, names, found.order)
    return None if verify(instance, plan) else plan
