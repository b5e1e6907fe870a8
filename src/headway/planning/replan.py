"""A plan that goes on: what is begun is kept, and changes are made only where they are worth it.

Of all choices that reach every target (with everything begun in them), take the one with the least

    hours of learning + CHANGE_COST * number of steps that the plan before did not have.

What the person chose in the place of another step counts as no hours, so it is used wherever it serves.
Dropping a step costs nothing by itself: what is not needed any more is gone. The search is that of a first plan, exact
in the same way, asked with the hours of new choices raised by the cost and those of begun ones at nothing. The order is
the old one as far as needs allow: what is begun first, then the old steps in their order, each new one just before what
needs it. The proof shows what keeping to the old plan costs: `bound` is that of a plan made anew.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec

from headway.planning.calendar import place
from headway.planning.explain import raised
from headway.planning.infeasible import reasons
from headway.planning.model import Choice, Instance, Plan, Proof, Status, Step
from headway.planning.names import Names
from headway.planning.network import Candidate, Network, Support
from headway.planning.offers import minutes
from headway.planning.plan import NOTHING, checked, infeasible, laid_out, summed
from headway.planning.prepare import budget_cents, prepare
from headway.planning.schedule import Place, in_order
from headway.planning.search import LIMIT, Found, fastest
from headway.values import LEAST_CHANGE, Span

CHANGE_COST: Final = 6.0
"""Hours a new step has to save to be worth the change: finding it, settling in, trust in the plan. Editorial."""


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """The plan that is followed. steps: its learning steps still open, in order; begun: those under way, in order.

    chosen: what the person took in the place of another step; its hours do not count against it.
    """

    steps: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


def replan(
    instance: Instance, earlier: Earlier, limit: float = LIMIT, *, names: Names | None = None, cost: float = CHANGE_COST
) -> Plan:
    """The plan of least hours and changes. What is begun has no needs and no cost any more. cost: see CHANGE_COST.

    An instance that cannot be met gives an infeasible plan with its reasons, as `make_plan` does.
    """
    names = names or Names()
    instance = startable(instance, earlier.begun)
    biased = prepare(_biased(instance, earlier, cost))
    found = _found(biased, budget_cents(instance), (*earlier.steps, *earlier.begun, *earlier.chosen), limit)
    if found is None or biased.unreachable:
        network = prepare(instance)
        shortest = fastest(network, budget_cents(instance), limit) if network.goals else _nothing()
        plan = infeasible(instance, network, reasons(instance, network, shortest, names, limit), names)
        return checked(instance, plan)
    if cost:
        found = msgspec.structs.replace(found, method=f"{LEAST_CHANGE.format(hours=cost)}; {found.method}")
    return checked(instance, _kept(instance, earlier, biased, found, names, limit))


def _found(
    network: Network, budget: int | None, like: Collection[str], limit: float, *, ties: bool = True
) -> Found | None:
    """The best choice; the search begins from the steps in `like`."""
    if not network.goals:
        return _nothing()
    near = tuple(c for c, candidate in enumerate(network.candidates) if candidate.id in like)
    return fastest(network, budget, limit, like=near, ties=ties)


def _nothing() -> Found:
    return Found(support=Support((), {}), answer="optimal", minutes=0, bound=0, method="nothing to learn", work="")


def startable(instance: Instance, begun: Collection[str]) -> Instance:
    """Whoever has begun something needed nothing more for it, and has paid for it."""
    choices = tuple(msgspec.structs.replace(c, needs=(), cost=0.0) if c.id in begun else c for c in instance.choices)
    return msgspec.structs.replace(instance, choices=choices)


def _biased(instance: Instance, earlier: Earlier, cost: float) -> Instance:
    known = {*earlier.steps, *earlier.begun}

    def hours(choice: Choice) -> Span:
        if choice.id in earlier.begun or choice.id in earlier.chosen:
            return NOTHING
        return choice.hours if choice.id in known else choice.hours + Span(cost, cost, cost)

    choices = tuple(msgspec.structs.replace(c, hours=hours(c)) for c in instance.choices)
    return msgspec.structs.replace(instance, choices=choices)


def _kept(instance: Instance, earlier: Earlier, biased: Network, found: Found, names: Names, limit: float) -> Plan:
    network = _true(instance, biased)
    used = {network.candidates[c].id for c in found.support.chosen}
    choices = {choice.id: choice for choice in instance.choices}
    idle = [choices[id_] for id_ in earlier.begun if id_ in choices and id_ not in used]
    rest = msgspec.structs.replace(instance, levels=_after(instance.levels, idle))
    plan = laid_out(rest, network, found.support, names, in_old_order(network, found.support, earlier, names.place))
    if idle:
        plan = summed(instance, *_with_idle(instance, idle, plan, choices))
    return proven(instance, plan, found.method, found.work, limit)


def _true(instance: Instance, biased: Network) -> Network:
    """The same network with the hours as they are."""
    choices = {choice.id: choice for choice in instance.choices}

    def real(candidate: Candidate) -> Candidate:
        return msgspec.structs.replace(candidate, minutes=minutes(choices[candidate.id]))

    return msgspec.structs.replace(biased, candidates=tuple(map(real, biased.candidates)))


def in_old_order(network: Network, support: Support, earlier: Earlier, place: Place | None = None) -> list[int]:
    """Begun first, then the old steps as they stood, then new ones; each only after what it needs."""
    after = support.after(network)
    fresh = {c: n for n, c in enumerate(in_order(network, support, place))}
    begun = {id_: n for n, id_ in enumerate(earlier.begun)}
    old = {id_: n for n, id_ in enumerate(earlier.steps)}

    def rank(c: int) -> tuple[int, int]:
        id_ = network.candidates[c].id
        if id_ in begun:
            return 0, begun[id_]
        return (1, old[id_]) if id_ in old else (2, fresh[c])

    row: list[int] = []

    def append(c: int) -> None:
        if c not in row:
            for before in sorted(after[c], key=rank):
                append(before)
            row.append(c)

    for c in sorted(support.chosen, key=rank):
        append(c)
    return row


def _after(levels: Mapping[str, int], idle: Sequence[Choice]) -> dict[str, int]:
    now = dict(levels)
    for choice in idle:
        now.update({skill: to for skill, _, to in raised(now, choice)})
    return now


def _with_idle(
    instance: Instance, idle: Sequence[Choice], plan: Plan, choices: Mapping[str, Choice]
) -> tuple[list[Choice], tuple[Step, ...]]:
    """What is begun and serves no target any more stays in front, until it is finished or dropped."""
    now = dict(instance.levels)
    front = []
    for choice in idle:
        raises = raised(now, choice)
        now.update({skill: to for skill, _, to in raises})
        front.append((choice, raises))
    hours = [choice.hours.likely for choice in idle] + [step.hours.likely for step in plan.steps]
    dates = place(instance.calendar, hours)
    kept = [
        Step(
            kind="learn",
            id=choice.id,
            start=start,
            end=end,
            hours=choice.hours,
            cost=choice.cost,
            raises=raises,
            why="Begun, so it is kept; the goal does not need it any more. Finish it, or drop it.",
            skipped_modules=choice.skipped_modules,
        )
        for (choice, raises), (start, end) in zip(front, dates, strict=False)
    ]
    moved = [
        msgspec.structs.replace(step, start=start, end=end)
        for step, (start, end) in zip(plan.steps, dates[len(idle) :], strict=True)
    ]
    picked = [*idle, *(choices[step.id] for step in moved if step.kind == "learn")]
    return picked, (*kept, *moved)


def proven(instance: Instance, plan: Plan, method: str, work: str = "", limit: float = LIMIT) -> Plan:
    """Beside the bound of a plan made anew; optimal only where keeping to the old plan costs nothing."""
    choices = {choice.id: choice for choice in instance.choices}
    objective = sum(minutes(choices[step.id]) for step in plan.steps if step.kind == "learn") / 60
    network = prepare(instance)
    anew = _found(network, budget_cents(instance), {step.id for step in plan.steps}, limit, ties=False)
    bound = min(objective, anew.bound / 60 if anew else 0.0)
    gap = (objective - bound) / objective if objective else 0.0
    learning = any(step.kind == "learn" for step in plan.steps)
    status: Status = "nothing-to-learn" if not learning else "optimal" if gap <= 1e-9 else "feasible"
    proof = Proof(objective=objective, bound=bound, gap=gap, method=method, work=work)
    return msgspec.structs.replace(plan, status=status, proof=proof)
