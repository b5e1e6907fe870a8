"""`headway test` from end to end: asked, marked, kept, resumed, counted."""

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pytest

from headway.app.context import open_context
from headway.app.workspace_room import open_workspace
from headway.learner.model import Evidence
from headway.workspace.model import Shown
from tests.cli.conftest import Headway

TODAY = ("--today", "2026-11-20")


def _all(text: str, tmp_path: Path) -> str:
    path = tmp_path / "answers.txt"
    path.write_text("\n".join([text] * 60), encoding="utf-8")
    return str(path)


def test_knowing_nothing_ends_soon_and_says_so(headway: Headway, tmp_path: Path) -> None:
    """All answers unknown: the known level is 0, and the test does not run to its limit."""
    done = headway("test", "sql", "--answers", _all("?", tmp_path), "--json", *TODAY)
    result = json.loads(done.out)
    assert done.code == 0
    assert result["ended"] in ("settled", "error")
    assert result["questions"] < 20
    assert result["skills"][0]["level"] == 0
    assert result["dont_know"] == result["questions"] == len(result["evidence"])


def test_what_a_test_moved_is_said_at_once(headway: Headway, tmp_path: Path) -> None:
    """The chance of what was asked, the fits, the hours of the plan: before and after, measured when it is kept."""
    assert headway("plan", "--know", "sql=3", "--save", *TODAY).code == 0
    result = json.loads(headway("test", "sql", "--answers", _all("?", tmp_path), "--json", *TODAY).out)
    moved = result["moved"]
    (sql,) = (row for row in moved["skills"] if row["skill"] == "sql")
    assert sql["level_before"] == 3
    assert sql["level_after"] < 3
    assert sql["after"] < sql["before"]
    assert any(row["after"] < row["before"] for row in moved["fits"])
    assert moved["plan_after"]["hours"] > moved["plan_before"]["hours"]
    again = headway("test", "sql", "--answers", _all("?", tmp_path), "--no-keep", "--json", *TODAY)
    assert json.loads(again.out)["moved"] is None


def test_right_answers_show_a_level_that_plan_fit_and_why_count(headway: Headway, tmp_path: Path) -> None:
    """The whole way: an oracle answers, the proof is written to a file, and the belief moves by it."""
    oracle, proof = tmp_path / "oracle.json", tmp_path / "proof.json"
    oracle.write_text("{}", encoding="utf-8")
    for _ in range(12):  # each round learns the right answers of the questions that came up
        found = json.loads(headway("test", "sql", "--answers", str(oracle), "--no-keep", "--json", *TODAY).out)
        known = json.loads(oracle.read_text(encoding="utf-8"))
        new = {row["item"]: _typed(row) for row in found["items"] if row["verdict"] != "right"}
        if not new:
            break
        oracle.write_text(json.dumps(known | new), encoding="utf-8")
    done = headway("test", "sql", "--answers", str(oracle), "--no-keep", "--out", str(proof), "--json", *TODAY)
    result = json.loads(done.out)
    assert result["right"] == result["questions"]
    assert result["skills"][0]["proof_level"] >= 2
    why = json.loads(headway("why", "sql", "--test-result", str(proof), "--json", *TODAY).out)
    assert why["belief"]["basis"] == "proof"
    assert why["belief"]["level"] == result["skills"][0]["level"]
    plan = json.loads(headway("plan", "--test-result", str(proof), "--role", "data-analyst", "--json", *TODAY).out)
    without = json.loads(headway("plan", "--know", "excel=1", "--role", "data-analyst", "--json", *TODAY).out)
    assert plan["plan"]["objective"] < without["plan"]["objective"]


def _typed(row: dict[str, object]) -> str:
    """The right answer of a question as it would be typed."""
    answer = str(row["right_answer"])
    if row["kind"] == "choice":
        return str(list(row["options"]).index(answer) + 1)  # type: ignore[call-overload]
    if row["kind"] == "bug":
        return answer.split(":")[0].removeprefix("line ")
    return answer


def test_the_same_answers_make_the_same_test(headway: Headway, tmp_path: Path) -> None:
    """Same seed, same day, nothing kept: the same bytes."""
    line = ("test", "python", "--answers", _all("?", tmp_path), "--no-keep", "--seed", "5", "--json", *TODAY)
    assert headway(*line).out == headway(*line).out


def test_a_pause_is_kept_and_gone_on_with(headway: Headway, tmp_path: Path) -> None:
    """Paused after two questions; resumed, it has them and goes on with new ones."""
    answers = tmp_path / "two.txt"
    answers.write_text("?\n?\np\n", encoding="utf-8")
    first = json.loads(headway("test", "probability", "--answers", str(answers), "--json", *TODAY).out)
    assert (first["status"], first["questions"]) == ("paused", 2)
    more = _all("?", tmp_path)
    second = json.loads(headway("test", "--resume", first["file"], "--answers", more, "--json", *TODAY).out)
    assert second["status"] == "done"
    assert [i["item"] for i in second["items"][:2]] == [i["item"] for i in first["items"]]
    again = headway("test", "--resume", first["file"], *TODAY)
    assert again.code == 2
    assert "over" in again.err


def test_a_damaged_test_is_not_written_over_and_its_answers_stay_proof(headway: Headway, tmp_path: Path) -> None:
    """Neither the file nor what the log has of it: a new test of the same day gets a number of its own."""
    two = ("--questions", "2", "--answers", _all("?", tmp_path), "--json", *TODAY)
    path = Path(json.loads(headway("test", "sql", *two).out)["file"])
    path.write_text("{", encoding="utf-8")
    second = json.loads(headway("test", "python", *two).out)
    assert path.read_text(encoding="utf-8") == "{"
    path.unlink()
    Path(second["file"]).unlink()
    third = json.loads(headway("test", "statistics", *two).out)
    assert [Path(second["file"]).stem[-2:], third["session"][-2:]] == ["-2", "-3"]
    why = json.loads(headway("why", "sql", "--json", *TODAY).out)
    assert why["belief"]["basis"] == "proof"


def test_a_retake_asks_other_questions(headway: Headway, tmp_path: Path) -> None:
    """What was asked today is not asked again today."""
    answers = _all("?", tmp_path)
    first = json.loads(headway("test", "python", "--answers", answers, "--json", *TODAY).out)
    second = json.loads(headway("test", "python", "--answers", answers, "--json", *TODAY).out)
    assert not {i["item"] for i in first["items"]} & {i["item"] for i in second["items"]}


def test_the_result_is_in_the_workspace_and_forgotten_with_it(headway: Headway, tmp_path: Path, home: Path) -> None:
    """Kept by itself; `why` counts it without a file; `forget` takes the test's file along."""
    headway("test", "sql", "--answers", _all("?", tmp_path), *TODAY)
    why = json.loads(headway("why", "sql", "--json", *TODAY).out)
    assert why["belief"]["basis"] == "proof"
    assert list(home.rglob("tests/*.json"))
    assert headway("forget", "--yes", *TODAY).code == 0
    assert not list(home.rglob("tests/*.json"))


def test_a_placement_asks_over_the_map(headway: Headway, tmp_path: Path) -> None:
    """A role: three questions a skill at most, the error told before and after; who knows nothing is done soon."""
    result = json.loads(headway("test", "data-analyst", "--answers", _all("?", tmp_path), "--json", *TODAY).out)
    asked = [row["skill"] for row in result["items"]]
    assert len(asked) <= 15
    assert max(asked.count(s) for s in asked) <= 3
    assert len(set(asked)) > 3
    assert 0 <= result["error"]["wrong_share"] < result["error"]["wrong_share_before"]


def test_a_plan_is_tested_where_it_leans(headway: Headway, tmp_path: Path) -> None:
    """`test plan` needs something to plan from, and then asks about what the plan holds."""
    refused = headway("test", "plan", *TODAY)
    assert refused.code == 2
    assert "--cv" in refused.err
    line = ("test", "plan", "--know", "python=2", "--role", "data-analyst", "--answers", _all("?", tmp_path), "--json")
    result = json.loads(headway(*line, *TODAY).out)
    assert result["about"] == "plan"
    assert result["skills"][0]["weight"] > 0


def test_a_person_at_the_keyboard_is_led_through(headway: Headway, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read is asked again; q ends; the question is on standard error, the result on standard output."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n?\nq\n"))
    done = headway("test", "probability", *TODAY)
    assert done.code == 0
    assert "Question 1 of at most 20 ·" in done.err
    assert "q  enough" in done.err
    assert "Please answer with" in done.err
    assert "1 question about Probability: 0 right" in done.out
    assert "where 0 is the middle of people" in " ".join(done.out.split())
    assert "give or take" in done.err
    assert "You ended it." in done.out


def test_a_placement_says_when_most_end(headway: Headway, monkeypatch: pytest.MonkeyPatch) -> None:
    """A role: at most 40, most end by 25; with a limit of one's own only that."""
    for more, said in (((), "Question 1 of at most 40 (most end by 25) ·"), (("--questions", "12"), "of at most 12 ·")):
        monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
        assert said in headway("test", "data-analyst", "--no-keep", *more, *TODAY).err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["test", "pythn"], "python"),
        (["test", "haskell"], "no questions about Haskell"),
        (["test", "python", "--questions", "0"], "--questions"),
        (["test", "python", "--answers", "nowhere.txt"], "nowhere.txt"),
        (["test", "--resume", "nowhere.json"], "nowhere.json"),
        (["test", "python", "--resume", "x.json"], "--resume FILE alone"),
        (["test", "data-analyst", "--seniority", "king"], "king"),
        (["test", "python", "--cv", "-"], "standard input"),
        (["why", "python", "--test-result", "nowhere.json"], "nowhere.json"),
    ],
)
def test_bad_input_is_one_line_and_code_2(headway: Headway, line: list[str], said: str) -> None:
    """What, where, what next; no traceback."""
    done = headway(*line, *TODAY)
    assert done.code == 2
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"evidence": 3}', '{"evidence": [{"id": "x"}]}', "\x00"],
)
def test_a_made_up_proof_is_refused(headway: Headway, tmp_path: Path, content: str) -> None:
    """Nothing but sound test answers is taken from a file."""
    path = tmp_path / "proof.json"
    path.write_text(content, encoding="utf-8")
    done = headway("why", "python", "--test-result", str(path), *TODAY)
    assert done.code == 2
    assert "proof.json" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "lab"},
        {"response": None},
        {"level": 9},
        {"response": {"a": -1.0}},
        {"response": {"a": 1.0, "guess": 2.0}},
    ],
)
def test_a_proof_with_impossible_values_is_refused(headway: Headway, tmp_path: Path, change: dict[str, object]) -> None:
    """A level, kind or parameter that no question has."""
    piece = {"id": "x", "skill": "sql", "kind": "test-answer", "source": "test", "level": 1, "response": {"a": 1.0}}
    path = tmp_path / "proof.json"
    path.write_text(json.dumps({"evidence": [piece | change]}), encoding="utf-8")
    done = headway("why", "sql", "--test-result", str(path), *TODAY)
    assert done.code == 2
    assert "proof.json" in done.err


def test_status_says_what_fades_without_a_plan_too(headway: Headway) -> None:
    """What was shown long ago is named with its day, then the line that nothing is kept; as JSON the error alone."""
    pytest.importorskip("fsrs")
    day = dt.date(2026, 3, 2)
    answer = Evidence(id="one", skill="sql", kind="test-answer", source="test", level=2, holds=True, date=day)
    with open_workspace(open_context("2026-11-20"), None) as store:
        store.append(day, [Shown(pieces=(answer,))])
    told = headway("status", *TODAY)
    assert "Due for review since 2026-" in told.out
    assert "headway test sql" in told.out
    assert told.err.count("\n") <= 2
    assert not headway("status", "--json", *TODAY).out
