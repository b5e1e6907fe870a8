"""Laws of planning on small random questions, and brute force beside the engine."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from headway.planning.bound import lower_bound, minutes_bound
from headway.planning.calendar import spread, with_weekly_hours
from headway.planning.greedy import greedy
from headway.planning.infeasible import without
from headway.planning.model import Calendar, Choice, EntryStep, Instance, Plan, Relief, Target
from headway.planning.offers import Offers
from headway.planning.plan import make_plan
from headway.planning.prepare import prepare
from headway.values import Span
from tests.planning.oracle import best

MONDAY = dt.date(2026, 11, 23)
SKILLS = "abcd"

facts = st.tuples(st.sampled_from(SKILLS), st.integers(1, 3))


@st.composite
def choices(draw: st.DrawFn, name: str) -> Choice:
    likely = draw(st.integers(1, 12)) / draw(st.sampled_from((1, 1, 3)))
    raises = draw(
        st.lists(st.tuples(st.sampled_from(SKILLS), st.integers(0, 2), st.integers(1, 3)), min_size=1, max_size=3)
    )
    return Choice(
        id=name,
        hours=Span(likely / 2, likely, likely * 2),
        cost=draw(st.sampled_from((0.0, 0.0, 9.5, 20.0, None))),
        teaches=tuple((s, start, to) for s, start, to in raises if to > start) or (("a", 0, 1),),
        needs=tuple(draw(st.lists(facts, max_size=1))),
        preferred=draw(st.booleans()),
    )


@st.composite
def questions(draw: st.DrawFn, most: int = 6, limited: bool = True) -> Instance:
    number = draw(st.integers(1, most))
    groups = draw(st.lists(st.lists(facts, min_size=1, max_size=2), min_size=1, max_size=3))
    deadline = draw(st.none() | st.integers(3, 40)) if limited else None
    entry = draw(st.sampled_from(((), (EntryStep(id="cv", label="CV", text="", hours=Span(1, 2, 3)),))))
    return Instance(
        levels=draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 2), max_size=2)),
        targets=tuple(Target(any_of=tuple(g), weight=float(draw(st.integers(1, 9)))) for g in groups),
        choices=tuple(draw(choices(f"c{n}")) for n in range(number)),
        calendar=Calendar(
            start=MONDAY,
            hours_by_weekday=spread(draw(st.sampled_from((2, 5, 14, 50)))),
            off=draw(st.sampled_from(((), ((dt.date(2026, 11, 25), dt.date(2026, 11, 30)),)))),
            deadline=deadline and MONDAY + dt.timedelta(days=deadline),
        ),
        budget=draw(st.none() | st.sampled_from((0.0, 10.0, 29.5))) if limited else None,
        entry_steps=entry,
    )


def learned(plan: Plan) -> set[str]:
    return {step.id for step in plan.steps if step.kind == "learn"}


def solved(plan: Plan) -> bool:
    return plan.status != "infeasible"


@given(questions(most=5))
def test_the_optimum_is_that_of_brute_force(instance: Instance) -> None:
    """No order of no subset is shorter; where none exists the plan says infeasible."""
    instance = replace(instance, calendar=replace(instance.calendar, deadline=None))
    plan = make_plan(instance)
    least = best(instance)
    if least is None:
        assert plan.status == "infeasible"
    else:
        assert plan.status in ("optimal", "nothing-to-learn")
        assert plan.proof is not None
        assert round(plan.proof.objective * 60) == least[0]


@given(questions())
def test_greedy_is_never_below_the_bound_and_the_optimum_lies_between(instance: Instance) -> None:
    """bound <= optimum <= greedy."""
    network = prepare(replace(instance, budget=None))
    found = greedy(network)
    assume(found is not None and not network.unreachable)
    low, high = minutes_bound(network, lower_bound(network)), network.minutes(found.chosen)
    free = replace(instance, budget=None, calendar=replace(instance.calendar, deadline=None))
    plan = make_plan(free)
    assert plan.proof is not None
    assert low <= round(plan.proof.objective * 60) <= high


@given(questions(limited=False), st.sampled_from((1, 3, 8.5, 30, 60, 168)), st.sampled_from((0, 0.5, 7, 25)))
def test_more_hours_a_week_never_make_it_later(instance: Instance, weekly: float, more: float) -> None:
    """At more hours a week the end, early end and late end are the same day or before."""
    slow = replace(instance, calendar=with_weekly_hours(instance.calendar, weekly))
    fast = replace(instance, calendar=with_weekly_hours(instance.calendar, min(168, weekly + more)))
    slow_plan, fast_plan = make_plan(slow), make_plan(fast)
    assume(solved(slow_plan) and slow_plan.steps)
    assert solved(fast_plan)
    assert fast_plan.end <= slow_plan.end
    assert fast_plan.end_early <= slow_plan.end_early
    assert fast_plan.end_late <= slow_plan.end_late


@given(questions())
def test_dropping_a_target_never_lengthens(instance: Instance) -> None:
    """Fewer targets, at most the same hours, and what fitted still fits."""
    plan = make_plan(instance)
    assume(solved(plan))
    for place in range(len(instance.targets)):
        fewer = make_plan(replace(instance, targets=instance.targets[:place] + instance.targets[place + 1 :]))
        assert solved(fewer)
        assert fewer.learn_hours.likely <= plan.learn_hours.likely + 1 / 60 * len(plan.steps)


@given(questions())
def test_infeasible_has_a_reason_and_reliefs_that_help(instance: Instance) -> None:
    """Every relief, applied alone, leads to a plan."""
    plan = make_plan(instance)
    assume(not solved(plan))
    assert plan.unreachable or plan.shortfall_hours or plan.shortfall_money or plan.left_out
    assert plan.reliefs or _entry_alone_does_not_fit(instance)
    for relief in plan.reliefs:
        assert solved(make_plan(relieved(instance, relief))), relief


def relieved(instance: Instance, relief: Relief) -> Instance:
    """The question with the one change a relief proposes."""
    calendar = instance.calendar
    if relief.change == "hours-per-week":
        return replace(instance, calendar=with_weekly_hours(calendar, relief.amount))
    if relief.change == "deadline":
        return replace(instance, calendar=replace(calendar, deadline=relief.until))
    if relief.change == "budget":
        return replace(instance, budget=relief.amount)
    return without(instance, relief.skills)


def _entry_alone_does_not_fit(instance: Instance) -> bool:
    return not solved(make_plan(replace(instance, targets=())))


@given(questions())
def test_the_cheapest_relief_is_not_more_than_needed(instance: Instance) -> None:
    """A tenth of an hour less a week, a day earlier, a cent less: still infeasible."""
    plan = make_plan(instance)
    for relief in plan.reliefs:
        less = relief
        if relief.change == "hours-per-week" and relief.amount - 0.1 > instance.calendar.weekly_hours:
            less = replace(relief, amount=relief.amount - 0.1)
        elif relief.change == "deadline":
            less = replace(relief, until=relief.until - dt.timedelta(days=1))
        elif relief.change == "budget":
            less = replace(relief, amount=relief.amount - 0.01)
        if less is not relief:
            assert not solved(make_plan(relieved(instance, less))), relief


@given(questions(), st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3)))
def test_what_is_offered_at_levels_near_is_what_would_be_offered_anew(asked: Instance, moved: dict[str, int]) -> None:
    """Offers kept from other levels are those that would have been made, also where a choice has changed."""
    kept = Offers(asked.choices, asked.levels)
    first, *rest = asked.choices
    other = replace(asked, levels={**asked.levels, **moved}, choices=(*rest, replace(first, needs=(("d", 2),))))
    assert prepare(other, kept) == prepare(other)
