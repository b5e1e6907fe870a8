"""The checker finds every kind of broken promise. Each plan here was right before one thing was changed."""

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from headway.planning.model import EntryStep, Instance, Plan
from headway.planning.plan import make_plan
from headway.planning.verify import verify
from headway.values import Money, Span
from tests.planning.small import question

ASKED = question(
    ["py 20h: python 0-2 | costs 15", "ml 30h: ml 0-2 | needs python 1", "ml-long 90h: ml 0-2"],
    ["ml 2", "python 2"],
    weekly=5,
    deadline=dt.date(2027, 6, 1),
    budget=20.0,
    entry_steps=(EntryStep(id="cv", label="CV", text="", hours=Span(1, 2, 3)),),
)
GOOD = make_plan(ASKED)


def step(plan: Plan, place: int, **changes: object) -> Plan:
    steps = list(plan.steps)
    steps[place] = replace(steps[place], **changes)
    return replace(plan, steps=tuple(steps))


def test_a_plan_as_made_is_right() -> None:
    """Nothing to complain about."""
    assert [s.id for s in GOOD.steps] == ["py", "ml", "cv"]
    assert verify(ASKED, GOOD) == ()


DAY = dt.timedelta(days=1)
BROKEN: list[tuple[str, Callable[[Plan], Plan]]] = [
    ("needs python 1", lambda p: replace(p, steps=(p.steps[1], p.steps[0], p.steps[2]))),
    ("is not reached", lambda p: replace(p, steps=(p.steps[0], p.steps[2]))),
    ("is not among the choices", lambda p: step(p, 0, id="other")),
    ("comes 2 times", lambda p: replace(p, steps=(p.steps[0], *p.steps))),
    ("entry steps", lambda p: replace(p, steps=p.steps[:2])),
    ("claims", lambda p: step(p, 0, raises=(("python", 0, 3),))),
    ("other hours", lambda p: step(p, 0, hours=Span(10, 19, 40))),
    ("hours to learn do not add up", lambda p: replace(p, learn_hours=Span(25, 49, 100))),
    ("hours to entry do not add up", lambda p: replace(p, entry_hours=Span(0, 0, 0))),
    ("cost does not add up", lambda p: replace(p, cost=Money(14, "USD"))),
    ("the cost is in EUR", lambda p: replace(p, cost=Money(15, "EUR"))),
    ("miscounted", lambda p: replace(p, unpriced_steps=1)),
    ("before the steps ahead", lambda p: step(p, 1, start=p.steps[1].start - 7 * DAY)),
    ("later than it could", lambda p: step(p, 1, start=p.steps[1].start + 2 * DAY)),
    ("a day without hours", lambda p: step(p, 1, start=p.steps[1].start - 2 * DAY)),
    ("when only", lambda p: step(p, 0, end=p.steps[0].end - DAY)),
    ("could have ended before", lambda p: step(p, 0, end=p.steps[0].end + 2 * DAY)),
    ("the end", lambda p: replace(p, end=p.end and p.end - DAY)),
    ("late end", lambda p: replace(p, end_late=p.end)),
    ("early end", lambda p: replace(p, end_early=p.end)),
    ("not start when asked", lambda p: replace(p, start=p.start - DAY)),
    ("no proof", lambda p: replace(p, proof=None)),
    ("not the hours of the steps", lambda p: replace(p, proof=replace(p.proof, objective=51.0, bound=51.0))),
    ("bound lies above", lambda p: replace(p, proof=replace(p.proof, bound=51.0))),
    ("called optimal", lambda p: replace(p, proof=replace(p.proof, bound=40.0, gap=0.2))),
    ("the gap is", lambda p: replace(p, proof=replace(p.proof, bound=40.0))),
    ("not in order", lambda p: replace(p, checkpoints=p.checkpoints[::-1])),
    ("miscounted", lambda p: replace(p, checkpoints=(replace(p.checkpoints[0], targets_met=2),))),
    ("weight met", lambda p: replace(p, checkpoints=(replace(p.checkpoints[0], weight_met=0.7),))),
    ("hours done", lambda p: replace(p, checkpoints=(replace(p.checkpoints[0], hours_done=0.7),))),
    ("without a reason", lambda p: replace(p, status="infeasible")),
    ("nothing to learn", lambda p: replace(p, status="nothing-to-learn")),
]


@pytest.mark.parametrize(("complaint", "breaking"), BROKEN)
def test_a_broken_promise_is_named(complaint: str, breaking: Callable[[Plan], Plan]) -> None:
    """One change, and the checker says which promise it breaks."""
    assert any(complaint in problem for problem in verify(ASKED, breaking(GOOD))), verify(ASKED, breaking(GOOD))


@pytest.mark.parametrize(
    ("complaint", "asked"),
    [
        ("after the deadline", replace(ASKED, calendar=replace(ASKED.calendar, deadline=dt.date(2026, 12, 1)))),
        ("costs 15.00 of 10.00", replace(ASKED, budget=10.0)),
        ("done or refused", replace(ASKED, done=("py",))),
        ("done or refused", replace(ASKED, skipped=("ml",))),
    ],
)
def test_a_plan_for_another_question_is_refused(complaint: str, asked: Instance) -> None:
    """The same plan is wrong where the question is stricter."""
    assert any(complaint in problem for problem in verify(asked, GOOD))
