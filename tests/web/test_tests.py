"""A test in the browser: question, answer, skip, pause, go on, result."""

import datetime as dt
import re

import pytest

from headway.app.context import open_context
from headway.app.workspace_room import open_workspace
from headway.learner.model import Evidence
from headway.workspace.model import Shown
from tests.web.conftest import Ask


def begin(person: Ask, **asked: str) -> str:
    """The address of a new test."""
    answer = person("POST", "/tests", data={"about": "python", **asked})
    assert answer.status_code == 303
    found: str = answer.headers["location"]
    return found


def number(page: str) -> str:
    """Which question a page asks."""
    found = re.search(r'name="number" value="(\d+)"', page)
    assert found is not None
    return found[1]


def test_a_test_is_answered_paused_gone_on_with_and_ends_in_a_result(person: Ask) -> None:
    """Each answer is kept at once; what cannot be read is asked again; the result has every question."""
    address = begin(person, questions="4")
    assert number(person("GET", address).text) == "1"
    again = person("POST", address, data={"number": "1", "answer": ""})
    assert again.status_code == 200
    assert "could not be read" in again.text
    person("POST", address, data={"number": "1", "answer": "1"})
    assert "paused: go on" in person("GET", "/tests").text
    assert number(person("GET", address).text) == "2"
    person("POST", address, data={"number": "2", "instead": "dont-know"})
    person("POST", address, data={"number": "2", "instead": "dont-know"})  # sent twice: counts once
    assert number(person("GET", address).text) == "3"
    person("POST", address, data={"number": "3", "instead": "skip"})
    person("POST", address, data={"number": "4", "instead": "dont-know"})
    page = person("GET", address).text
    assert "4 questions" in page
    assert "1 skipped" in page
    assert page.count("<h3>") == 4
    assert "standard error" in page
    assert "What it showed counts" in page
    assert person("GET", address).text == page
    assert "Python" in person("GET", "/tests").text


def test_the_result_is_proof_in_the_log_once(person: Ask) -> None:
    """Ended early: what was answered counts, and only once however often its page is looked at."""
    address = begin(person)
    person("POST", address, data={"number": "1", "answer": "1"})
    person("POST", address, data={"number": "2", "instead": "end"})
    person("POST", address, data={"number": "2", "instead": "end"})
    assert "You ended it" in person("GET", address).text
    entries = person("GET", "/api/log").json()["entries"]
    assert [entry["kind"] for entry in entries] == ["evidence"]


def test_the_result_shows_what_it_moved_and_still_does_later(person: Ask) -> None:
    """Belief, fit and what is not there yet: a plan, postings. It is measured once, when the test ends."""
    begun = person("POST", "/tests", data={"about": "sql"}).headers["location"]
    for number in range(1, 21):
        person("POST", begun, data={"number": str(number), "answer": "?"})
    for _ in range(2):
        page = person("GET", begun).text
        assert "What this test moved" in page
        assert ">SQL</a>: chance of level " in page
        assert "No plan is kept yet" in page
        assert "No postings are here yet" in page


def test_a_result_that_was_taken_back_says_so_and_moved_nothing(person: Ask) -> None:
    """No page may say that an answer counts which the log does not count any more."""
    address = begin(person, questions="2")
    for number in ("1", "2"):
        person("POST", address, data={"number": number, "answer": "?"})
    assert "What it showed counts" in person("GET", address).text
    assert "What they showed together" in person("GET", "/tests").text
    (entry,) = person("GET", "/api/log").json()["entries"]
    assert entry["text"] == "Test, 0 of 2 answers right: Python"
    person("POST", "/progress/undo", data={"entry": entry["id"]})
    page = person("GET", address).text
    assert "This result does not count" in page
    assert "What it showed counts" not in page
    assert "What this test moved" not in page
    assert "What they showed together" not in person("GET", "/tests").text
    undoing = person("GET", "/api/log").json()["entries"][-1]
    assert f"what entry {undoing['number']} undid" in person("GET", "/progress").text
    done = person("POST", "/progress/undo", data={"entry": undoing["id"], "back": "yes"})
    assert "It counts again" in person("GET", done.headers["location"]).text
    assert "What it showed counts" in person("GET", address).text


def test_the_role_that_was_tested_is_first_of_what_moved_and_the_way_goes_to_its_plan(person: Ask) -> None:
    """Others may move more, but that is the one which was asked about."""
    address = begin(person, about="data-analyst", questions="1")
    person("POST", address, data={"number": "1", "answer": "?"})
    page = person("GET", address).text
    assert re.findall(r'Fit: <a href="/roles/([a-z-]+)"', page)[0] == "data-analyst"
    assert 'href="/plan?role=data-analyst"' in page


def test_a_query_that_cannot_be_run_is_told_of_the_question_before(person: Ask) -> None:
    """It stands above the next question, so it says which answer it means."""
    address = begin(person, about="sql", questions="20")
    for number in range(1, 21):
        page = person("GET", address).text
        if "one SELECT query" in page:
            break
        person("POST", address, data={"number": str(number), "answer": "?"})
    assert "empty line" not in page  # how the terminal ends a query
    after = person("POST", address, data={"number": str(number), "answer": "SELEC 1"}).text
    assert "Your last answer counts as wrong. The query cannot be run" in after


def test_no_question_gives_its_answer_away(person: Ask) -> None:
    """Over /api neither; what is typed is shown as text."""
    told = person("POST", "/api/tests", json={"about": "python", "questions": 1}).json()
    assert {"answer", "slips", "values"} & set(told["turn"]["question"]) == set()
    address = f"/tests/{told['session']}"
    person("POST", address, data={"number": "1", "answer": "<script>alert(1)</script>"})
    page = person("GET", address).text
    assert "<script>alert" not in page


@pytest.mark.parametrize("word", ["2026-11-20-9", "..%2F..%2Fworkspace", "2026-11-20-1.json", "x", "%00"])
def test_a_tests_name_is_no_path(person: Ask, word: str) -> None:
    """Only the tests of this person."""
    begin(person)
    assert person("GET", f"/tests/{word}").status_code == 404
    assert person("POST", f"/tests/{word}", data={"number": "1", "answer": "x"}).status_code == 404


def test_what_cannot_be_tested_is_said(person: Ask) -> None:
    """One line, and nothing is begun."""
    assert person("POST", "/tests", data={"about": "no such skill"}).status_code == 404
    assert person("POST", "/tests", data={"about": "plan"}).status_code == 400
    assert "None yet" in person("GET", "/tests").text


def test_several_tests_are_told_together(person: Ask) -> None:
    """Each skill once, with its answers of all tests and the level before the first and after the last."""
    assert "What they showed together" not in person("GET", "/tests").text
    for about in ("sql", "python"):
        begun = person("POST", "/tests", data={"about": about, "questions": "2"}).headers["location"]
        for number in ("1", "2"):
            person("POST", begun, data={"number": number, "answer": "?"})
        person("GET", begun)
    page = person("GET", "/tests").text
    assert "2 skills asked about in 2 finished tests." in page
    found = person("GET", "/api/tests").json()["so_far"]
    assert (found["finished"], found["plan_hours"]) == (2, None)
    assert {row["skill"]: row["questions"] for row in found["skills"]} == {"sql": 2, "python": 2}
    assert all(row["level_before"] >= row["level_after"] for row in found["skills"])


def test_what_was_shown_long_ago_is_due_for_another_look(person: Ask) -> None:
    """On the tests and on the progress page, without a plan too, with the test of it one press away."""
    pytest.importorskip("fsrs")
    assert "Before it fades" not in person("GET", "/tests").text
    day = dt.date(2026, 3, 2)
    answer = Evidence(id="one", skill="sql", kind="test-answer", source="test", level=2, holds=True, date=day)
    with open_workspace(open_context("2026-11-20"), None) as store:
        store.append(day, [Shown(pieces=(answer,))])
    for address in ("/tests", "/progress"):
        page = person("GET", address).text
        assert "Before it fades" in page
        assert "last shown or asked 2026-03-02" in page
        assert '<input type="hidden" name="about" value="sql">' in page


def test_code_within_a_question_is_shown_as_code_and_lines_are_numbered_once(person: Ask) -> None:
    """No backtick is left; what is no code is escaped. A question for a wrong line counts its lines once."""
    from headway.web.render import coded

    assert coded("a `b<c` & d") == "a <code>b&lt;c</code> &amp; d"
    assert coded("a ` b") == "a ` b"
    address = begin(person, about="model-training")
    for number in range(1, 12):
        page = person("GET", address).text
        assert "`" not in page
        if "Which line is wrong?" in page:
            break
        person("POST", address, data={"number": str(number), "instead": "dont-know"})
    assert re.search(r"<code> 1  def \w+", page)


def test_the_result_of_an_order_shows_what_its_numbers_stand_for(person: Ask) -> None:
    """The steps as they were shown, so that the right order can be read."""
    address, orders = begin(person, about="incident-response"), 0
    for number in range(1, 9):
        page = person("GET", address).text
        orders += "put what is done" in page.lower()
        person("POST", address, data={"number": str(number), "instead": "dont-know"})
    person("POST", address, data={"number": "9", "instead": "end"})
    assert orders
    assert "<li>The cause is found and mended for good</li>" in person("GET", address).text


def test_a_typed_q_is_an_answer_and_ends_no_test(person: Ask) -> None:
    """It ends a test in a terminal only; here a button does, and over /api an address of its own."""
    address = begin(person)
    person("POST", address, data={"number": "1", "answer": "q"})
    assert number(person("GET", address).text) in ("1", "2")
    told = person("POST", f"/api{address}", json={"number": 1, "answer": "Q"}).json()
    assert told["result"] is None


def test_a_test_that_is_not_over_counts_nowhere_yet(person: Ask) -> None:
    """Nothing was measured, so no skill is told of; the page says why."""
    address = begin(person)
    person("POST", address, data={"number": "1", "instead": "dont-know"})
    page = person("GET", "/tests").text
    assert "not measured" not in page
    assert "What they showed together" not in page
    assert "A paused test counts once it is over" in page
    begun = begin(person, about="sql")
    person("POST", begun, data={"number": "1", "instead": "dont-know"})
    person("POST", begun, data={"number": "2", "instead": "end"})
    assert "1 skill asked about in 1 finished test." in person("GET", "/tests").text
