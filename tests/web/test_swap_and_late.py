"""Swapping a step with its cost shown first and nothing half done; a plan that ends late is kept, and says so."""

import re
from typing import Any

import pytest

from headway.app.context import open_context
from headway.app.log import LogQuestion, log
from headway.app.route import Wish, route
from headway.app.swap import swap
from headway.errors import UnknownName, WorkspaceUnusable
from headway.workspace.store import Store
from tests.web.conftest import TODAY, Ask
from tests.web.test_pages import give_cv

ANALYST = {"asked": "yes", "role": "data-analyst", "hours": "5"}


def _first_swap() -> tuple[Any, str, str]:
    plan = route(open_context(TODAY), None, Wish())
    step = next(s for s in plan["steps"] if plan["swaps"].get(s["id"]))
    return plan, step["id"], plan["swaps"][step["id"]][0]["id"]


def test_the_cost_of_each_alternative_stands_there_and_is_what_comes(planned: Ask) -> None:
    """Hours, money and end are shown beside the button; one click writes one entry and the plan that follows."""
    person = planned
    plan, step, instead = _first_swap()
    row = plan["swaps"][step][0]
    page = person("GET", "/plan").text
    assert re.search(r"(same price|price unknown|[+-]\d+ USD), (same end|\d+ days (later|sooner))", page)
    sent = person("POST", "/plan/step", data={"step": step, "what": "swap", "instead": instead})
    assert sent.headers["location"] == "/plan?done=swapped"
    after = route(open_context(TODAY), None, Wish())
    steps = [s["id"] for s in after["steps"]]
    assert instead in steps
    assert step not in steps
    assert len(steps) == len(plan["steps"]) - len(row["spares"])
    hours = after["learn_hours"]["likely"] - plan["learn_hours"]["likely"]
    assert hours == pytest.approx(row["more_hours"], abs=0.1)
    entries = log(open_context(TODAY), None, LogQuestion())["entries"]
    assert [e["kind"] for e in entries[-2:]] == ["swapped", "plan"]
    # It stays chosen, though another might be shorter.
    assert instead in [s["id"] for s in route(open_context(TODAY), None, Wish(), renew=True)["steps"]]


def test_a_swap_that_fails_while_it_is_written_leaves_nothing(person: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second row is refused: the first one is not there either."""
    give_cv(person)
    person("POST", "/plan", data=ANALYST)
    _, step, instead = _first_swap()
    context = open_context(TODAY)
    before = log(context, None, LogQuestion())["entries"]
    write = Store._write

    def half(self: Store, sealed: Any, attached: Any) -> None:
        write(self, list(sealed)[:1], attached)
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "_write", half)
    with pytest.raises(KeyboardInterrupt):
        swap(context, None, step, instead)
    monkeypatch.undo()
    assert log(context, None, LogQuestion())["entries"] == before


def test_two_windows_swap_the_same_step_at_once_and_one_is_told(planned: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have read the log before either writes: the second is worked out again, and finds the step gone."""
    _, step, instead = _first_swap()
    context = open_context(TODAY)
    write, meanwhile = Store.append_to, [instead]

    def late(self: Store, seen: Any, date: Any, bodies: Any) -> bool:
        if meanwhile:
            swap(context, None, step, meanwhile.pop())
        return write(self, seen, date, bodies)

    monkeypatch.setattr(Store, "append_to", late)
    with pytest.raises(UnknownName, match="no open step"):
        swap(context, None, step, instead)
    kinds = [e["kind"] for e in log(context, None, LogQuestion())["entries"]]
    assert kinds.count("swapped") == 1


def test_a_log_that_never_stands_still_is_told_in_one_line(planned: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some attempts nothing is kept, and the person is told so."""
    _, step, instead = _first_swap()
    context = open_context(TODAY)
    before = log(context, None, LogQuestion())["entries"]
    monkeypatch.setattr(Store, "append_to", lambda *_: False)
    with pytest.raises(WorkspaceUnusable, match="Nothing was kept"):
        swap(context, None, step, instead)
    assert log(context, None, LogQuestion())["entries"] == before


def test_what_is_no_step_or_no_resource_is_refused(planned: Ask) -> None:
    """In one line, with nothing written."""
    _, step, instead = _first_swap()
    context = open_context(TODAY)
    with pytest.raises(UnknownName, match="no open step"):
        swap(context, None, "nowhere", instead)
    with pytest.raises(UnknownName, match="no resource"):
        swap(context, None, step, "nowhere")
    assert swap(context, None, step, instead, dry=True)["kept"] is False
    assert "swapped" not in [e["kind"] for e in log(context, None, LogQuestion())["entries"]]


def test_a_plan_that_ends_late_is_kept_and_marked(person: Ask) -> None:
    """Only when asked for; the deadline stays what one aims at."""
    give_cv(person)
    late = ANALYST | {"hours": "2", "deadline": "2026-12-24"}
    assert "Keep it all the same" in person("GET", "/plan", params=late).text
    assert person("POST", "/plan", data=late).status_code == 400
    assert person("POST", "/plan", data=late | {"late": "yes"}).headers["location"] == "/plan?done=kept"
    page = person("GET", "/plan").text
    assert re.search(r"ends \d+ days after the 2026-12-24", page)
    plan = route(open_context(TODAY), None, Wish())
    assert plan["days_late"] > 0
    assert plan["wish"]["deadline"] == "2026-12-24"
    nearer = person("GET", "/plan", params={"asked": "yes", "hours": "2", "deadline": "2027-12-24"}).text
    offered = re.search(r"hours=([\d.]+)&amp;deadline=2027-12-24", nearer)
    assert offered is not None
    enough = route(open_context(TODAY), None, Wish(hours=float(offered[1]), deadline="2027-12-24"))
    assert enough["forecast"]["in_time"] == pytest.approx(0.5, abs=0.08)


def test_a_change_of_what_may_cost_is_told_in_words(person: Ask) -> None:
    """Free only, and no limit of money any more: each has its sentence."""
    give_cv(person)
    person("POST", "/plan", data=ANALYST | {"budget": "400"})
    context = open_context(TODAY)
    assert "Only what is free counts now." in route(context, None, Wish(free_only=True))["why"]
    assert "Money is no limit any more." in route(context, None, Wish(budget=-1.0))["why"]
    told = " ".join(route(context, None, Wish(role="data-scientist"))["why"])
    assert "The target is Data scientist, mid now, not Data analyst" in told


def test_a_kept_plan_tells_pay_and_the_pace_that_its_dates_take(person: Ask) -> None:
    """As before it was kept: pay today and at the target. Where the log made it quicker, the page says so."""
    give_cv(person)
    new = route(open_context(TODAY), None, Wish(role="data-analyst", hours=5))
    person("POST", "/plan", data=ANALYST)
    kept = route(open_context(TODAY), None, Wish())
    assert (kept["pay_change"], kept["speed"]) == (new["pay_change"], 1.0)
    assert new["pay_change"]["words"] in person("GET", "/plan").text
    step = kept["steps"][0]
    told = LogQuestion(what="finished", values=(step["id"],), hours=step["hours"]["likely"] / 3)
    log(open_context(TODAY), None, told)
    page = person("GET", "/plan?renew=yes").text
    assert re.search(r"The dates take [\d.]+ hours of the plan a week: you said 5, and your log says more\.", page)
