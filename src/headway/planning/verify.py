"""Checks any plan against its question, from the plain words of both. Shares no code with the planner.

What a plan promises, in order: it uses only what is allowed; whoever starts a step holds what it
needs; the levels it claims follow; hours, money and dates add up and fit the calendar; the targets
are met; the proof's figures are what they say. An infeasible plan gives its reason.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator

from headway.planning.model import Instance, Plan, Step
from headway.values import Level, Span

NOISE = 1e-4
"""Hours and money that rounding may move."""


def verify(instance: Instance, plan: Plan) -> tuple[str, ...]:
    """Everything that is wrong with the plan, in plain words; empty when it keeps its promises."""
    checks = (_allowed, _levels, _sums, _dates, _limits, _goals, _proof, _checkpoints, _reasons)
    return tuple(problem for check in checks for problem in check(instance, plan))


def _learning(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.kind == "learn"]


def _allowed(instance: Instance, plan: Plan) -> Iterator[str]:
    offered = {choice.id for choice in instance.choices}
    for name, times in Counter(step.id for step in _learning(plan)).items():
        if name not in offered:
            yield f"{name} is not among the choices"
        if name in instance.done or name in instance.skipped:
            yield f"{name} was done or refused"
        if times > 1:
            yield f"{name} comes {times} times"
    entries = [step.id for step in plan.steps if step.kind == "entry"]
    if plan.status != "infeasible" and entries != [step.id for step in instance.entry_steps]:
        yield "the entry steps are not those asked for"


def _after(levels: dict[str, Level], teaches: tuple[tuple[str, Level, Level], ...]) -> dict[str, Level]:
    """Levels after a step: its parts count for whoever holds where they begin, until nothing changes."""
    now = dict(levels)
    while True:
        better = {s: to for s, start, to in teaches if now.get(s, 0) >= start and now.get(s, 0) < to}
        if not better:
            return now
        now.update(better)


def _levels(instance: Instance, plan: Plan) -> Iterator[str]:
    choices = {choice.id: choice for choice in instance.choices}
    now = dict(instance.levels)
    for step in _learning(plan):
        choice = choices.get(step.id)
        if choice is None:
            continue
        for skill, level in choice.needs:
            if now.get(skill, 0) < level:
                yield f"{step.id} needs {skill} {level}, held is {now.get(skill, 0)}"
        then = _after(now, choice.teaches)
        added = {(s, now.get(s, 0), level) for s, level in then.items() if level > now.get(s, 0)}
        if added != set(step.raises):
            yield f"{step.id} claims {sorted(step.raises)} but adds {sorted(added)}"
        now = then


def _sums(instance: Instance, plan: Plan) -> Iterator[str]:
    choices = {choice.id: choice for choice in instance.choices}
    for step in _learning(plan):
        choice = choices.get(step.id)
        if choice and (choice.hours != step.hours or choice.cost != step.cost):
            yield f"{step.id} has other hours or another price than its choice"
    for kind, claimed in (("learn", plan.learn_hours), ("entry", plan.entry_hours)):
        spans = [step.hours for step in plan.steps if step.kind == kind]
        if not _same_span(claimed, spans):
            yield f"the hours to {kind} do not add up"
    if abs(plan.cost.amount - sum(step.cost or 0 for step in _learning(plan))) > NOISE:
        yield "the cost does not add up"
    if plan.cost.currency != instance.currency:
        yield f"the cost is in {plan.cost.currency}, asked was {instance.currency}"
    if plan.unpriced_steps != sum(step.cost is None for step in _learning(plan)):
        yield "steps without a price are miscounted"


def _same_span(claimed: Span, spans: list[Span]) -> bool:
    totals = (sum(s.low for s in spans), sum(s.likely for s in spans), sum(s.high for s in spans))
    return all(abs(a - b) < NOISE for a, b in zip((claimed.low, claimed.likely, claimed.high), totals, strict=True))


def _free(instance: Instance, day: dt.date) -> float:
    """Hours of one day."""
    calendar = instance.calendar
    if day < calendar.start or any(first <= day <= last for first, last in calendar.off):
        return 0.0
    return calendar.hours_by_weekday[day.weekday()]


def _supply(instance: Instance, last: dt.date) -> dict[dt.date, float]:
    """Hours from the start up to and including each day."""
    total = 0.0
    supply: dict[dt.date, float] = {}
    day = instance.calendar.start
    while day <= last:
        total += _free(instance, day)
        supply[day] = total
        day += dt.timedelta(days=1)
    return supply


def _dates(instance: Instance, plan: Plan) -> Iterator[str]:
    last = max((day for day in (plan.end, plan.end_early, plan.end_late) if day), default=instance.calendar.start)
    supply = _supply(instance, last)
    used = 0.0
    for step in plan.steps:
        if not plan.start <= step.start <= step.end:
            yield f"{step.id} ends before it starts, or starts before the plan"
        elif step.end not in supply:
            yield f"{step.id} ends after the plan"
        else:
            yield from _fits(supply, step, used, used + step.hours.likely)
        used += step.hours.likely
    yield from _end_fits(supply, plan)
    if plan.start != instance.calendar.start:
        yield "the plan does not start when asked"


def _fits(supply: dict[dt.date, float], step: Step, before: float, after: float) -> Iterator[str]:
    """Between the dates of a step there are exactly the hours for it, after all that comes before."""
    day_before = step.end - dt.timedelta(days=1)
    if supply[step.end] < after - NOISE:
        yield f"{step.id} ends on {step.end}, when only {supply[step.end]:.2f} of {after:.2f} h have passed"
    if step.end > step.start and after > before and supply.get(day_before, 0.0) >= after:
        yield f"{step.id} could have ended before {step.end}"
    if supply.get(step.start - dt.timedelta(days=1), 0.0) > before + NOISE:
        yield f"{step.id} starts on {step.start}, later than it could"
    if supply[step.start] < before - NOISE:
        yield f"{step.id} starts on {step.start}, before the steps ahead of it are done"
    if supply[step.start] <= supply.get(step.start - dt.timedelta(days=1), 0.0):
        yield f"{step.id} starts on {step.start}, a day without hours"


def _end_fits(supply: dict[dt.date, float], plan: Plan) -> Iterator[str]:
    total = Span(
        plan.learn_hours.low + plan.entry_hours.low,
        plan.learn_hours.likely + plan.entry_hours.likely,
        plan.learn_hours.high + plan.entry_hours.high,
    )
    for name, day, hours in (
        ("early end", plan.end_early, total.low),
        ("end", plan.end, total.likely),
        ("late end", plan.end_late, total.high),
    ):
        if not plan.steps:
            continue
        if day is None or supply[day] < hours - NOISE:
            yield f"the {name} {day} comes before its {hours:.2f} h are done"
        elif hours > 0 and supply.get(day - dt.timedelta(days=1), 0.0) >= hours + NOISE:
            yield f"the {name} {day} is later than its {hours:.2f} h need"
    if plan.steps and plan.end != max(step.end for step in plan.steps):
        yield "the end is not the end of the last step"


def _limits(instance: Instance, plan: Plan) -> Iterator[str]:
    deadline = instance.calendar.deadline
    if deadline and plan.end and plan.end > deadline:
        yield f"the plan ends on {plan.end}, after the deadline {deadline}"
    if instance.budget is not None:
        if plan.cost.amount > instance.budget + NOISE:
            yield f"the plan costs {plan.cost.amount:.2f} of {instance.budget:.2f}"
        if plan.unpriced_steps:
            yield "a step has no known price although money is limited"


def _met(instance: Instance, plan: Plan, by: dt.date | None = None) -> list[bool]:
    """For each target whether it is met (by the end of a day)."""
    choices = {choice.id: choice for choice in instance.choices}
    now = dict(instance.levels)
    for step in _learning(plan):
        if step.id in choices and (by is None or step.end <= by):
            now = _after(now, choices[step.id].teaches)
    return [any(now.get(skill, 0) >= level for skill, level in target.any_of) for target in instance.targets]


def _goals(instance: Instance, plan: Plan) -> Iterator[str]:
    if plan.status == "infeasible":
        return
    for target, met in zip(instance.targets, _met(instance, plan), strict=True):
        if not met:
            yield f"{' or '.join(f'{skill} {level}' for skill, level in target.any_of)} is not reached"
    if plan.status == "nothing-to-learn" and _learning(plan):
        yield "there is nothing to learn and yet something is taught"


def _proof(instance: Instance, plan: Plan) -> Iterator[str]:
    if plan.status in ("optimal", "feasible") and plan.proof is None:
        yield "there is no proof"
    if plan.proof is None:
        return
    proof = plan.proof
    whole_minutes = sum(math.ceil(step.hours.likely * 60 - 1e-6) for step in _learning(plan))
    if plan.status != "infeasible" and abs(proof.objective - whole_minutes / 60) > NOISE:
        yield f"the objective {proof.objective} is not the hours of the steps, {whole_minutes / 60}"
    if proof.bound > proof.objective + NOISE:
        yield "the bound lies above the objective"
    gap = (proof.objective - proof.bound) / proof.objective if proof.objective else 0.0
    if abs(proof.gap - gap) > NOISE:
        yield f"the gap is {gap}, not {proof.gap}"
    if plan.status == "optimal" and proof.gap > NOISE:
        yield "called optimal, but there is a gap"


def _checkpoints(instance: Instance, plan: Plan) -> Iterator[str]:
    days = [point.date for point in plan.checkpoints]
    if days != sorted(set(days)):
        yield "checkpoints are not in order"
    total = sum(target.weight for target in instance.targets)
    planned = sum(step.hours.likely for step in plan.steps)
    supply = _supply(instance, max(days, default=instance.calendar.start))
    for point in plan.checkpoints:
        met = _met(instance, plan, point.date)
        weight = sum(t.weight for t, yes in zip(instance.targets, met, strict=True) if yes)
        if (point.targets_met, point.targets_total) != (sum(met), len(met)):
            yield f"targets met by {point.date} are miscounted"
        if abs(point.weight_met - (weight / total if total else 1.0)) > NOISE:
            yield f"the weight met by {point.date} is wrong"
        if abs(point.hours_done - min(supply.get(point.date, 0.0), planned)) > NOISE:
            yield f"the hours done by {point.date} are wrong"


def _reasons(instance: Instance, plan: Plan) -> Iterator[str]:
    if plan.status != "infeasible":
        return
    told = [finding for finding in plan.left_out if finding.code != "price-unknown"]
    if not (plan.unreachable or plan.shortfall_hours or plan.shortfall_money or told):
        yield "it is called infeasible without a reason"
    relieved = {relief.change for relief in plan.reliefs}
    if plan.shortfall_hours and instance.calendar.deadline is None and "hours-per-week" in relieved:
        yield "hours are short although there is no deadline"
