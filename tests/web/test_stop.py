"""A plan that takes long: it has a page that shows it, a button that stops it, and its answer when it comes."""

import random
import re
import threading
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import open_context
from headway.app.log import LogQuestion, log
from headway.app.work import Works
from headway.app.work_model import Asked
from headway.app.work_piece import Work
from headway.app.workspace_room import state_of
from headway.planning import search
from headway.planning import solve as solving
from headway.planning.stopping import look
from headway.web.pages import work
from tests.waiting import PATIENCE
from tests.web.conftest import TODAY, Ask
from tests.web.test_pages import give_cv
from tests.web.test_work import wait_for, work_of

ANALYST = {"asked": "yes", "role": "data-analyst", "hours": "5"}


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A question that the search does not finish until the event is set; it hears the wish to stop as all do."""
    go = threading.Event()
    real = search.greedy

    def slow(*args: Any, **more: Any) -> Any:
        while not go.wait(0.02):
            look()
        return real(*args, **more)

    monkeypatch.setattr(search, "greedy", slow)
    search.fastest.cache_clear()
    return go


@pytest.fixture
def slow(person: Ask, endless: threading.Event, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """A person whose plan takes long."""
    give_cv(person)
    monkeypatch.setattr(work, "SOON", 0.3)
    return person


def test_a_plan_that_takes_long_is_shown_and_comes(slow: Ask, endless: threading.Event) -> None:
    """How far it is, a link from every page, one search however often it is asked for; then the plan itself."""
    sent = slow("GET", "/plan", params=ANALYST)
    assert re.fullmatch(r"/tasks/[\w-]{20,}", sent.headers["location"])
    task = sent.headers["location"]
    page = slow("GET", task).text
    assert "Working out the plan" in page
    assert f'action="{task}/stop"' in page
    assert f'href="{task}"' in slow("GET", "/roles").text
    assert slow("GET", "/plan", params=ANALYST).headers["location"] == task
    assert slow("GET", "/plan", params=ANALYST | {"quick": "yes"}).headers["location"] == task
    endless.set()
    wait_for(slow, "done")
    then = slow("GET", task).headers["location"]
    assert then.startswith("/plan?asked=yes&")
    assert "Keep this plan" in slow("GET", then).text
    assert [each["kind"] for each in slow("GET", "/api/tasks").json()["works"]].count("plan") == 1


def test_it_can_be_stopped_and_nothing_is_kept(slow: Ask) -> None:
    """At once, of a plan that is shown and of one that is being kept; the same question begins anew."""
    for method, how in (("GET", "params"), ("POST", "data")):
        task = slow(method, "/plan", **{how: ANALYST}).headers["location"]
        assert slow("POST", f"{task}/stop").status_code == 303
        assert wait_for(slow, "stopped", "done")["state"] == "stopped"
        page = slow("GET", task).text
        assert "Stopped. Nothing was changed." in page
        assert 'href="/plan">Back' in page
        assert slow(method, "/plan", **{how: ANALYST}).headers["location"] != task
        slow("POST", f"/tasks/{work_of(slow)['id']}/stop")
        wait_for(slow, "stopped")
    assert state_of(open_context(TODAY), None).plan is None
    assert "plan" not in [row["kind"] for row in log(open_context(TODAY), None, LogQuestion())["entries"]]


def test_a_plan_that_was_kept_slowly_is_kept_once(slow: Ask, endless: threading.Event) -> None:
    """The button pressed twice while it is under way is one plan."""
    first = slow("POST", "/plan", data=ANALYST).headers["location"]
    assert slow("POST", "/plan", data=ANALYST).headers["location"] == first
    endless.set()
    wait_for(slow, "done")
    assert slow("GET", first).headers["location"] == "/plan?done=kept"
    assert len([r for r in log(open_context(TODAY), None, LogQuestion())["entries"] if r["kind"] == "plan"]) == 1


def test_the_same_question_asked_twice_at_once_is_answered_once(home: Path) -> None:
    """A button pressed twice before the first answer is there: what is under way serves both, listed or not."""
    works, begun, go = Works(lambda: open_context(TODAY)), threading.Event(), threading.Event()

    def keep() -> dict[str, Any]:
        begun.set()
        go.wait(PATIENCE)
        return {"kept": True}

    asked, other = (Asked(kind="keep-plan", title="Keeping", fields={"hours": hours}) for hours in (5, 6))
    first: list[Work] = []
    thread = threading.Thread(target=lambda: first.append(works.here(asked, keep, PATIENCE)))
    thread.start()
    begun.wait(PATIENCE)
    second = works.here(asked, lambda: pytest.fail("it was begun twice"), 0.0)
    third = works.here(other, lambda: {"kept": False}, PATIENCE)
    go.set()
    thread.join(PATIENCE)
    assert first == [second]
    assert second.result == {"kept": True}
    assert third.result == {"kept": False}
    assert works.all() == [second]  # it was looked for before it was over
    works.close()


def test_the_quick_plan_of_a_slider_is_never_shown_as_the_whole_one(slow: Ask, endless: threading.Event) -> None:
    """Where it took long, the page it leads to also says what the plan leans on."""
    task = slow("GET", "/plan", params=ANALYST | {"quick": "yes"}).headers["location"]
    endless.set()
    wait_for(slow, "done")
    page = slow("GET", slow("GET", task).headers["location"])
    while page.status_code == 303:
        wait_for(slow, "done")
        page = slow("GET", slow("GET", page.headers["location"]).headers["location"])
    assert "What the plan leans on" in page.text


def test_nobody_else_stops_it(slow: Ask, stranger: Ask) -> None:
    """Not without the key, not from another site."""
    task = slow("GET", "/plan", params=ANALYST).headers["location"]
    assert stranger("POST", f"{task}/stop").status_code == 401
    assert slow("POST", f"{task}/stop", headers={"origin": "http://evil.example"}).status_code == 403
    assert work_of(slow)["state"] == "working"
    slow("POST", f"{task}/stop")
    wait_for(slow, "stopped")


def test_too_many_that_wait_are_refused(slow: Ask) -> None:
    """In one line, so that forgotten windows do not take the machine."""
    codes = [slow("GET", "/plan", params=ANALYST | {"hours": str(n)}).status_code for n in range(2, 13)]
    assert codes[:9] == [303] * 9
    assert codes[-1] == 400
    for each in slow("GET", "/api/tasks").json()["works"]:
        slow("POST", f"/tasks/{each['id']}/stop")
    wait_for(slow, "stopped")


def test_a_fault_of_ours_is_told_as_one(slow: Ask, endless: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it shows only later; the page after it says that it did not work."""

    def broken(*_: Any, **__: Any) -> Any:
        raise ZeroDivisionError

    task = slow("GET", "/plan", params=ANALYST).headers["location"]
    monkeypatch.setattr("headway.planning.plan.laid_out", broken)
    endless.set()
    wait_for(slow, "failed")
    with pytest.raises(ZeroDivisionError):
        slow("GET", task)
    assert "Headway failed unexpectedly (ZeroDivisionError)" in slow("GET", task).text


def test_the_solver_itself_hears_the_wish() -> None:
    """A question to CP-SAT that it would not settle in hours ends soon after it is not wanted any more."""
    from ortools.sat.python import cp_model

    from headway.planning.stopping import Stopped, stoppable

    model, dice = cp_model.CpModel(), random.Random(1)
    halves = [model.new_bool_var("") for _ in range(40)]
    for _ in range(5):  # a market split of 5 shops: far beyond what the solver settles in minutes
        sizes = [dice.randrange(100) for _ in halves]
        model.add(sum(size * half for size, half in zip(sizes, halves, strict=True)) == sum(sizes) // 2)
    unwanted = threading.Event()
    threading.Timer(0.5, unwanted.set).start()
    with stoppable(unwanted), pytest.raises(Stopped):
        solving.run(model.proto, 1000.0)


def test_a_test_of_a_plan_that_takes_long_can_be_stopped(slow: Ask) -> None:
    """What to test is chosen by a plan: the same page, the same button, and no test is begun."""
    task = slow("POST", "/tests", data={"about": "plan"}).headers["location"]
    assert "Choosing what to test" in slow("GET", task).text
    slow("POST", f"{task}/stop")
    assert wait_for(slow, "stopped", "done")["state"] == "stopped"
    assert slow("GET", "/api/tests").json()["tests"] == []
