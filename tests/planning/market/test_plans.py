"""What a market plan keeps, on questions that can be read at a glance; and that the checker sees what is wrong."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from headway.planning.market.model import MarketPlan
from headway.planning.market.plan import make_market_plan
from headway.planning.market.question import MarketQuestion, checkpoint_dates, minutes_until, months_after
from headway.planning.market.roadmaps import demand_order, walk
from headway.planning.market.verify import verify
from headway.planning.model import Calendar
from tests.planning.market.small import ask

CHOICES = ["intro 10h: x 0-1", "deep 20h: x 0-2 | needs x 1", "sql 12h: s 0-2", "both 25h: x 0-1, s 0-2 | costs 40"]
POSTINGS = ["x 2, s 2", "s 2", "x 1 or s 2", "x 2 | 6 years", "quantum 2", "s 1"]


def _plan(question: MarketQuestion, iterations: int = 20) -> MarketPlan:
    return make_market_plan(question, lambda made, _: made < iterations, limit=0.5)


def test_what_opens_most_for_its_hours_comes_first() -> None:
    """Twelve hours of sql open three postings at once; the rest follows."""
    plan = _plan(ask(CHOICES, POSTINGS))
    assert [step.id for step in plan.steps][:1] == ["sql"]
    assert plan.steps[0].opens == 3
    assert plan.curve[-1].reachable == 4


def test_postings_are_told_apart_by_what_stands_in_the_way() -> None:
    """Years, what nothing teaches and what the plan opens are counted, and add up."""
    blocked = _plan(ask(CHOICES, POSTINGS)).blocked
    assert (blocked.postings, blocked.opened, blocked.years, blocked.untaught) == (6, 4, 1, 1)


@pytest.mark.parametrize("limit", [{"done": ("sql",), "levels": {"s": 2}}, {"skipped": ("sql",)}])
def test_what_is_done_or_refused_never_comes_again(limit: dict[str, Any]) -> None:
    """The choices hold neither; the checker would refuse them too."""
    question = ask([line for line in CHOICES if not line.startswith("sql")], POSTINGS, **limit)
    plan = _plan(question)
    assert "sql" not in {step.id for step in plan.steps}
    with_sql = ask(CHOICES, POSTINGS, **limit)
    smuggled = msgspec.structs.replace(with_sql.instance, levels={})
    wrong = _plan(msgspec.structs.replace(with_sql, instance=msgspec.structs.replace(smuggled, done=(), skipped=())))
    assert any("done or refused" in problem for problem in verify(with_sql, wrong))


def test_money_is_kept() -> None:
    """What the budget does not allow is not used, nor what has no known price."""
    only = ["paid 5h: x 0-2 | costs 50", "unknown 5h: x 0-2 | costs unknown", "free 60h: x 0-2"]
    plan = _plan(ask(only, ["x 2"], budget=20.0))
    assert [step.id for step in plan.steps] == ["free"]


def test_days_off_move_the_steps() -> None:
    """Nothing is done in a month off, and the hours until a checkpoint know it."""
    off = (dt.date(2026, 11, 23), dt.date(2026, 12, 22))
    question = ask(CHOICES, POSTINGS)
    calendar = msgspec.structs.replace(question.instance.calendar, off=(off,))
    later = msgspec.structs.replace(question, instance=msgspec.structs.replace(question.instance, calendar=calendar))
    plan = _plan(later)
    assert plan.curve[0].hours == 0
    assert plan.curve[0].reachable == plan.today
    assert plan.steps[0].start > off[1]


def test_slow_is_never_more_and_fast_never_less_than_likely() -> None:
    """The curve at high hours lies below, at low hours above."""
    plan = _plan(ask(CHOICES, POSTINGS, weekly=3))
    assert all(point.slow <= point.reachable <= point.fast for point in plan.curve)
    assert any(point.slow < point.fast for point in plan.curve)


def test_nothing_to_gain_is_an_empty_plan_that_says_why() -> None:
    """No step is proposed for postings that no learning opens."""
    plan = _plan(ask(CHOICES, ["x 2 | 6 years", "quantum 2"]))
    assert plan.status == "empty"
    assert plan.steps == ()
    assert (plan.blocked.years, plan.blocked.untaught) == (1, 1)


def test_no_posting_at_all_is_an_empty_plan() -> None:
    """A filter that nothing passes does not end in an error."""
    assert _plan(ask(CHOICES, [])).status == "empty"


def test_a_step_that_carries_the_plan_is_worth_all_of_it() -> None:
    """Without the only course there is nothing left."""
    plan = _plan(ask(["only 10h: x 0-2"], ["x 2"]))
    assert plan.steps[0].lost_without == 1.0
    assert plan.status == "optimal"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"today": 5.0}, "today is wrong"),
        ({"horizon": dt.date(2026, 12, 1)}, "outside the plan's time"),
        ({"steps": "turned round"}, "before its hours"),
        ({"proof": {"objective": 99.0}}, "not the sum of the curve"),
        ({"proof": {"bound": 1.0}}, "below the objective"),
        ({"proof": {"greedy": 50.0}}, "worse than the greedy"),
        ({"blocked": {"opened": 6}}, "do not add up"),
        ({"curve": {"reachable": 9.0}}, "is not 9"),
        ({"curve": {"slow": 9.0}}, "slow pace"),
    ],
)
def test_the_checker_sees_what_is_wrong(change: dict[str, Any], complaint: str) -> None:
    """Each figure of a plan that is not what it should be is told in words."""
    question = ask(CHOICES, POSTINGS)
    plan = _plan(question)
    assert verify(question, plan) == ()
    (name, value), *_ = change.items()
    if value == "turned round":
        changed: Any = tuple(reversed(plan.steps))
    elif name == "curve":
        changed = (msgspec.structs.replace(plan.curve[0], **value), *plan.curve[1:])
    elif isinstance(value, dict):
        changed = msgspec.structs.replace(getattr(plan, name), **value)
    else:
        changed = value
    wrong = msgspec.structs.replace(plan, **{name: changed})
    assert any(complaint in problem for problem in verify(question, wrong))


def test_months_end_where_they_should() -> None:
    """A start on the 31st ends on the last day of shorter months; the deadline cuts the row."""
    assert months_after(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    calendar = Calendar(
        start=dt.date(2026, 11, 23), hours_by_weekday=(2, 2, 2, 2, 2, 0, 0), deadline=dt.date(2027, 1, 10)
    )
    dates = checkpoint_dates(calendar, 12)
    assert dates == (dt.date(2026, 12, 22), dt.date(2027, 1, 10))
    assert minutes_until(calendar, dates) == (44 * 60, 70 * 60)


def test_a_list_by_demand_takes_the_most_asked_first_and_what_it_needs() -> None:
    """Three postings ask for s, one only for x: sql comes before the way to x 2."""
    question = ask([*CHOICES, "late 95h: y 0-2"], ["s 2", "s 2", "s 2, x 2", "y 2"])
    assert demand_order(question)[:3] == ["sql", "intro", "deep"]
    walked = walk(question, demand_order(question))
    assert walked.curve[-1] == 3
    assert walked.hours == 42
