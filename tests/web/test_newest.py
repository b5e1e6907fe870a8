"""Five quick moves of a slider: the plan of the first and of the last is worked out, none of those between."""

import threading
from typing import Any

import pytest

from headway.app import route
from headway.web.newest import Newest
from tests.waiting import PATIENCE, comes_true
from tests.web.conftest import Ask
from tests.web.test_pages import give_cv


def has_come(newest: Newest, number: int) -> None:
    """Wait until so many questions have come, whether they had their turn or wait for it."""
    comes_true(lambda: newest._last == number)


def test_only_the_newest_of_those_that_wait_gets_its_turn() -> None:
    """The one that is under way ends; a lone question always has its turn."""
    newest, begun, go, told = Newest(), threading.Event(), threading.Event(), {}

    def first() -> None:
        with newest.turn() as mine:
            begun.set()
            go.wait(PATIENCE)
            told[0] = mine

    def later(number: int) -> None:
        with newest.turn() as mine:
            told[number] = mine

    threads = [threading.Thread(target=first)]
    threads[0].start()
    begun.wait(PATIENCE)
    for number in range(1, 5):
        threads.append(threading.Thread(target=later, args=(number,)))
        threads[-1].start()
        has_come(newest, number + 1)
    go.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert told == {0: True, 1: False, 2: False, 3: False, 4: True}
    with newest.turn() as mine:
        assert mine


def test_plans_do_not_pile_up_behind_a_slider(person: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five positions while the first is worked out: two plans are made, three answers say that one moved on."""
    give_cv(person)
    begun, go, made = threading.Event(), threading.Event(), []
    found: list[Newest] = []
    real, turn = route.route, Newest.turn

    def seen(self: Newest) -> Any:
        found[:] = [self]
        return turn(self)

    def slow(*args: Any, **more: Any) -> Any:
        made.append(args[2].hours)
        begun.set()
        go.wait(PATIENCE)
        return real(*args, **more)

    monkeypatch.setattr(route, "route", slow)
    monkeypatch.setattr(Newest, "turn", seen)
    codes: dict[int, int] = {}

    def move(hours: int) -> None:
        address = f"/plan?asked=yes&role=data-analyst&hours={hours}&quick=yes"
        codes[hours] = person("GET", address).status_code

    threads = [threading.Thread(target=move, args=(hours,)) for hours in range(5, 10)]
    threads[0].start()
    begun.wait(PATIENCE)
    (newest,) = found
    for number, thread in enumerate(threads[1:], start=2):
        thread.start()
        has_come(newest, number)
    go.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert made == [5.0, 9.0]
    assert codes == {5: 200, 6: 429, 7: 429, 8: 429, 9: 200}
