"""Checks any market plan against its question, from the plain words of both. Shares no code with the search.

In order: only what is allowed is used; whoever starts a step holds what it needs; dates, hours and money add up and
fit; the curve is what the definition of reachable gives on each date; the proof's figures are what they say.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from headway.planning.market.model import MarketPlan, MarketStep
from headway.planning.market.question import MarketQuestion

NOISE = 1e-4
NEARLY_YEARS = 1.0
EQUIVALENT_YEARS = 2.0


def verify(question: MarketQuestion, plan: MarketPlan) -> tuple[str, ...]:
    """Everything that is wrong with the plan, in plain words; empty when it keeps its promises."""
    checks = (_allowed, _levels, _sums, _dates, _curve, _proof, _counts)
    return tuple(problem for check in checks for problem in check(question, plan))


def _allowed(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    instance = question.instance
    offered = {choice.id for choice in instance.choices}
    for name, times in Counter(step.id for step in plan.steps).items():
        if name not in offered:
            yield f"{name} is not among the choices"
        if name in instance.done or name in instance.skipped:
            yield f"{name} was done or refused"
        if times > 1:
            yield f"{name} comes {times} times"


def _after(levels: Mapping[str, int], teaches: Sequence[tuple[str, int, int]]) -> dict[str, int]:
    now = dict(levels)
    while True:
        better = {s: to for s, start, to in teaches if now.get(s, 0) >= start and now.get(s, 0) < to}
        if not better:
            return now
        now.update(better)


def _levels(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    choices = {choice.id: choice for choice in question.instance.choices}
    now = dict(question.instance.levels)
    for step in plan.steps:
        choice = choices.get(step.id)
        if choice is None:
            continue
        for skill, level in choice.needs:
            if now.get(skill, 0) < level:
                yield f"{step.id} needs {skill} {level}, held is {now.get(skill, 0)}"
        then = _after(now, choice.teaches)
        if {(s, now.get(s, 0), to) for s, to in then.items() if to > now.get(s, 0)} != set(step.raises):
            yield f"{step.id} claims to raise what it does not"
        now = then


def _sums(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    choices = {choice.id: choice for choice in question.instance.choices}
    for step in plan.steps:
        choice = choices.get(step.id)
        if choice and (choice.hours != step.hours or choice.cost != step.cost):
            yield f"{step.id} has other hours or another price than its choice"
    for name in ("low", "likely", "high"):
        if abs(getattr(plan.hours, name) - sum(getattr(step.hours, name) for step in plan.steps)) > NOISE:
            yield f"the {name} hours do not add up"
    cost = sum(step.cost or 0.0 for step in plan.steps)
    if abs(plan.cost.amount - cost) > NOISE:
        yield "the cost does not add up"
    if question.instance.budget is not None:
        if cost > question.instance.budget + NOISE:
            yield f"the plan costs {cost:.2f} of {question.instance.budget:.2f}"
        if any(step.cost is None for step in plan.steps):
            yield "a step has no known price although money is limited"


def _free(question: MarketQuestion, day: dt.date) -> float:
    calendar = question.instance.calendar
    if day < calendar.start or any(first <= day <= last for first, last in calendar.off):
        return 0.0
    return calendar.hours_by_weekday[day.weekday()]


def _supply(question: MarketQuestion, last: dt.date) -> dict[dt.date, float]:
    total, supply, day = 0.0, {}, question.instance.calendar.start
    while day <= last:
        total += _free(question, day)
        supply[day] = total
        day += dt.timedelta(days=1)
    return supply


def _minutes(step: MarketStep) -> int:
    return math.ceil(step.hours.likely * 60 - 1e-6)


def _dates(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    supply = _supply(question, plan.horizon)
    used = 0.0
    for step in plan.steps:
        used += _minutes(step) / 60
        if not plan.start <= step.start <= step.end <= plan.horizon:
            yield f"{step.id} lies outside the plan's time"
        elif supply[step.end] < used - NOISE:
            yield f"{step.id} ends on {step.end}, before its hours have passed"
        elif used > NOISE and supply.get(step.end - dt.timedelta(days=1), 0.0) >= used + NOISE:
            yield f"{step.id} could have ended before {step.end}"
    deadline = question.instance.calendar.deadline
    if deadline and plan.horizon > deadline:
        yield "the plan goes on after the deadline"


def _reachable(question: MarketQuestion, levels: Mapping[str, int]) -> list[int]:
    """The postings within reach of someone with these levels: the stated definition, group by group."""
    demands = question.demands
    found = []
    for posting in range(len(demands.ids)):
        wanted = met = 0
        for group in range(int(demands.group_start[posting]), int(demands.group_start[posting + 1])):
            if demands.required[group]:
                members = demands.members[demands.member_start[group] : demands.member_start[group + 1]]
                wanted += 1
                held = sum(levels.get(demands.skills[int(m)], 0) >= demands.level[group] for m in members)
                met += held >= demands.count[group]
        enough = wanted and met >= math.ceil(wanted * question.share - 1e-9)
        if enough and _formal(question, posting):
            found.append(posting)
    return found


def _formal(question: MarketQuestion, posting: int) -> bool:
    """Years and degree are met, or nearly."""
    demands, years = question.demands, question.years or 0.0
    asked = float(demands.min_years[posting])
    short = max(0, int(demands.degree[posting]) - question.degree)
    nearly = short == 1 and question.degree >= 1
    made_up = bool(demands.equivalent_ok[posting]) and years >= EQUIVALENT_YEARS * short
    return (math.isnan(asked) or years + NEARLY_YEARS >= asked) and (short == 0 or nearly or made_up)


def _stages(question: MarketQuestion, plan: MarketPlan) -> list[tuple[dict[str, int], float]]:
    """Levels after each number of steps, and the weight then reachable."""
    choices = {choice.id: choice for choice in question.instance.choices}
    now = dict(question.instance.levels)
    stages = [now]
    for step in plan.steps:
        now = _after(now, choices[step.id].teaches) if step.id in choices else now
        stages.append(now)
    weight = question.weight
    return [(levels, float(sum(weight[p] for p in _reachable(question, levels)))) for levels in stages]


def _curve(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    worth = [weight for _, weight in _stages(question, plan)]
    supply = _supply(question, plan.horizon)
    for point in plan.curve:
        if abs(worth[sum(step.end <= point.date for step in plan.steps)] - point.reachable) > NOISE:
            yield f"what is reachable by {point.date} is not {point.reachable:g}"
        hours = supply.get(point.date, 0.0)
        for name, pace in (("slow", "high"), ("fast", "low")):
            done, total = 0, 0.0
            for step in plan.steps:
                total += getattr(step.hours, pace)
                done += total <= hours + NOISE
            if abs(worth[done] - getattr(point, name)) > NOISE:
                yield f"what is reachable by {point.date} at the {name} pace is not {getattr(point, name):g}"
        if plan.total and abs(point.share - point.reachable / plan.total) > NOISE:
            yield f"the share on {point.date} is wrong"
    opened = 0.0
    for n, step in enumerate(plan.steps):
        opened += step.opens
        if abs(worth[n + 1] - worth[0] - opened) > NOISE:
            yield f"{step.id} opens another number of postings than it claims"


def _proof(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    proof = plan.proof
    if abs(proof.objective - sum(point.reachable for point in plan.curve)) > NOISE:
        yield "the objective is not the sum of the curve"
    if proof.objective < proof.greedy - NOISE:
        yield "the plan is worse than the greedy one"
    if proof.bound < proof.objective - NOISE:
        yield "the bound lies below the objective"
    if any(point.bound < point.reachable - NOISE for point in plan.curve):
        yield "a checkpoint exceeds its bound"
    if abs(proof.gap - ((proof.bound - proof.objective) / proof.bound if proof.bound else 0.0)) > NOISE:
        yield "the gap is wrong"
    if (plan.status == "empty") != (not plan.steps):
        yield "a plan without steps is empty, and no other"
    if plan.status == "optimal" and proof.gap > NOISE:
        yield "called optimal, but there is a gap"
    if [point.date for point in plan.curve] != sorted({point.date for point in plan.curve}):
        yield "checkpoints are not in order"


def _counts(question: MarketQuestion, plan: MarketPlan) -> Iterator[str]:
    blocked = plan.blocked
    parts = (blocked.today, blocked.opened, blocked.beyond, blocked.unnamed, blocked.years, blocked.degree)
    if sum(parts) + blocked.untaught != blocked.postings or blocked.postings != len(question.demands.ids):
        yield "the postings do not add up"
    stages = _stages(question, plan)
    if len(_reachable(question, stages[-1][0])) != blocked.today + blocked.opened:
        yield "the number of opened postings is wrong"
    if abs(stages[0][1] - plan.today) > NOISE:
        yield "what is reachable today is wrong"
