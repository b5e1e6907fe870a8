"""From a question to the dated plan: search, order, dates, reasons, proof; checked before it is shown."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headway.planning.calendar import TINY, capacity, place
from headway.planning.checkpoints import checkpoints
from headway.planning.doubts import Doubts, with_doubts
from headway.planning.explain import explain
from headway.planning.infeasible import Reasons, reasons
from headway.planning.leans import Rebuild
from headway.planning.may_know import Chances
from headway.planning.model import Choice, Instance, Plan, Proof, Status, Step
from headway.planning.names import Names
from headway.planning.network import Network, Support
from headway.planning.offers import Offers
from headway.planning.prepare import budget_cents, prepare
from headway.planning.schedule import in_order
from headway.planning.search import LIMIT, Found, fastest
from headway.planning.verify import verify
from headway.values import Finding, Money, Span

NOTHING: Final = Span(0.0, 0.0, 0.0)
NO_STEPS: Final = Support((), {})


def make_plan(
    instance: Instance,
    probabilities: Mapping[str, float] | None = None,
    limit: float = LIMIT,
    *,
    names: Names | None = None,
    rebuild: Rebuild | None = None,
    chances: Chances | None = None,
) -> Plan:
    """The fastest plan that reaches every target, with its proof; or why there is none and what would help.

    probabilities: for each known skill the chance that its known level is held (for `leans_on`).
    limit: deterministic time for each search. names: labels for the sentences and the stages of steps.
    rebuild: the same question for other levels, so that doubts bring skipped modules back.
    chances: P(level >= k) of any skill, for `may_know`; None leaves it out.
    """
    names = names or Names()
    offers = Offers(instance.choices, instance.levels)
    network = prepare(instance, offers)
    found = fastest(network, budget_cents(instance), limit) if network.goals else _nothing_to_find()
    if found is None or network.unreachable or not _in_time(instance, found):
        why = reasons(instance, network, found, names, limit)
        plan = infeasible(instance, network, why, names)
    else:
        plan = _feasible(instance, network, found, names)
        doubts = Doubts(sure=probabilities or {}, chances=chances, rebuild=rebuild)
        plan = with_doubts(instance, plan, doubts, offers=offers)
    return checked(instance, plan)


def _nothing_to_find() -> Found:
    return Found(support=NO_STEPS, answer="optimal", minutes=0, bound=0, method="nothing to learn", work="")


def _in_time(instance: Instance, found: Found) -> bool:
    entry = sum(step.hours.likely for step in instance.entry_steps)
    return found.minutes / 60 + entry <= capacity(instance.calendar) + TINY


def _feasible(instance: Instance, network: Network, found: Found, names: Names) -> Plan:
    plan = laid_out(instance, network, found.support, names)
    status: Status = found.answer if network.goals else "nothing-to-learn"
    objective, bound = found.minutes / 60, found.bound / 60
    gap = (objective - bound) / objective if objective else 0.0
    proof = Proof(objective=objective, bound=bound, gap=gap, method=found.method, work=found.work)
    return msgspec.structs.replace(plan, status=status, proof=proof)


def infeasible(instance: Instance, network: Network, why: Reasons, names: Names) -> Plan:
    """The heaviest part of the targets that fits, and what keeps the rest out."""
    entry = sum(step.hours.likely for step in instance.entry_steps)
    entry_fits = entry <= capacity(instance.calendar) + TINY
    shown = instance if entry_fits else msgspec.structs.replace(instance, entry_steps=())
    plan = laid_out(shown, network, why.part, names)
    unreachable = (fact for place in network.unreachable for fact in instance.targets[place].any_of)
    return msgspec.structs.replace(
        plan,
        status="infeasible",
        shortfall_hours=why.shortfall_hours,
        shortfall_money=why.shortfall_money,
        unreachable=tuple(sorted(set(unreachable))),
        reliefs=why.reliefs,
        left_out=(*_open_questions(network, why), *plan.left_out),
    )


def _open_questions(network: Network, why: Reasons) -> tuple[Finding, ...]:
    if not why.proven:
        return (_NOT_PROVEN,)
    if not (network.unreachable or why.shortfall_hours or why.shortfall_money):
        return (_CIRCLE,)
    return ()


def _unpriced(instance: Instance) -> tuple[Finding, ...]:
    """That not everything could be considered, where money is limited and prices are not known."""
    count = instance.unpriced_left_out
    if not count:
        return ()
    hint = f"Without a limit on money {'it counts' if count == 1 else 'they count'} too."
    what = unpriced_words(count, instance.currency)
    return (Finding(code="price-unknown", severity="note", where="plan", what=what, hint=hint),)


def unpriced_words(count: int, currency: str) -> str:
    """How many resources were left out for want of a price, in a sentence."""
    left = "1 resource is left out: its price" if count == 1 else f"{count:,} resources are left out: their price"
    return f"{left} in {currency} is not known, and money is limited."


_CIRCLE: Final = Finding(
    code="needs-in-a-circle",
    severity="error",
    where="plan",
    what="Whatever is chosen, two things wait for each other: each teaches what the other needs first.",
    hint="Allow more resources, or leave out the skill named below.",
)
_NOT_PROVEN: Final = Finding(
    code="search-limit",
    severity="warning",
    where="plan",
    what="The search ended at its limit: a plan that fits was not found, but may exist.",
    hint="An easier question is searched to the end: loosen the deadline or the budget.",
)


def laid_out(
    instance: Instance, network: Network, support: Support, names: Names, row: Sequence[int] | None = None
) -> Plan:
    """The steps on their dates, with reasons, sums and checkpoints. row: the chosen in order; None: a good one."""
    row = in_order(network, support, names.place) if row is None else row
    choices = {choice.id: choice for choice in instance.choices}
    picked = [choices[network.candidates[c].id] for c in row]
    hours = [x.hours.likely for x in picked] + [x.hours.likely for x in instance.entry_steps]
    dates = place(instance.calendar, hours)
    why = explain(instance, network, support, row, names)
    learning = tuple(
        Step(
            kind="learn",
            id=choice.id,
            start=start,
            end=end,
            hours=choice.hours,
            cost=choice.cost,
            stages=names.stages.get(choice.id, ()),
            skipped_modules=choice.skipped_modules,
            **msgspec.structs.asdict(reason),
        )
        for choice, (start, end), reason in zip(picked, dates, why, strict=False)
    )
    entry = tuple(
        Step(kind="entry", id=step.id, start=start, end=end, hours=step.hours, cost=0.0, why=step.text)
        for step, (start, end) in zip(instance.entry_steps, dates[len(picked) :], strict=True)
    )
    return summed(instance, picked, (*learning, *entry))


def summed(instance: Instance, picked: Sequence[Choice], steps: tuple[Step, ...]) -> Plan:
    learn = sum((step.hours for step in steps if step.kind == "learn"), NOTHING)
    entry = sum((step.hours for step in steps if step.kind == "entry"), NOTHING)
    total = learn + entry
    calendar = instance.calendar
    early, late = (place(calendar, [hours])[0][1] if steps else None for hours in (total.low, total.high))
    return Plan(
        status="feasible",
        steps=steps,
        checkpoints=checkpoints(instance, steps),
        proof=None,
        learn_hours=learn,
        entry_hours=entry,
        cost=Money(sum(choice.cost or 0.0 for choice in picked), instance.currency),
        unpriced_steps=sum(choice.cost is None for choice in picked),
        start=calendar.start,
        end=steps[-1].end if steps else None,
        end_early=early,
        end_late=late,
        left_out=_unpriced(instance),
    )


def checked(instance: Instance, plan: Plan) -> Plan:
    """Every plan is checked by code that had no part in making it."""
    problems = verify(instance, plan)
    if problems:
        raise AssertionError("The plan does not keep its promises: " + "; ".join(problems))
    return plan
