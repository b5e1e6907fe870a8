"""A tracker of applications from the terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Headway

TODAY = ("--today", "2026-11-27")
POSTING = """Senior Machine Learning Engineer
Berlin, hybrid

Requirements
- 5+ years of experience with Python
- Docker or Kubernetes
- Master's degree in computer science or equivalent

Nice to have
- Airflow
"""


@pytest.fixture
def said(headway: Headway, tmp_path: Path, home: Path) -> Headway:
    """A person who owns Python and has no Docker."""
    (tmp_path / "posting.txt").write_text(POSTING)
    assert headway("log", "know", "python=3", "docker=0", "kubernetes=0", "airflow=0", *TODAY).code == 0
    return headway


def _ok(headway: Headway, *arguments: str | Path) -> Any:
    ran = headway(*arguments, *TODAY, "--json")
    assert ran.code == 0, ran.err
    return ran.json


def test_what_to_show_and_what_to_learn(said: Headway, tmp_path: Path) -> None:
    """A requirement that is met brings the person's own words; one that is not brings something that teaches it."""
    shown = _ok(said, "apply", "save", tmp_path / "posting.txt", "--company", "Example Ltd")["application"]
    assert (shown["title"], shown["company"]) == ("Senior Machine Learning Engineer", "Example Ltd")
    rows = {row["label"]: row for row in shown["prepare"]["requirements"]}
    assert rows["Python"]["have"] >= rows["Python"]["wanted"]
    assert rows["Python"]["show"] == ["You said proficient."]
    assert rows["Python"]["basis"] == "claim"
    missing = next(row for label, row in rows.items() if label in ("Docker", "Kubernetes"))
    assert (missing["have"], missing["show"], len(missing["others"])) == (0, [], 1)
    assert missing["learn"]["hours"] > 0
    assert missing["learn"]["step"] is None, "there is no plan yet"
    assert shown["prepare"]["degree"]["outcome"] == "short"
    assert [r["need"] for r in shown["prepare"]["requirements"]][-1] == "preferred"


def test_the_plans_step_is_named_where_there_is_a_plan(said: Headway, tmp_path: Path) -> None:
    """What is in the plan need not be looked for elsewhere."""
    ran = said("plan", "--know", "python=3", "--role", "mlops-engineer", "--seniority", "junior", "--save", *TODAY)
    assert ran.code == 0, ran.err
    shown = _ok(said, "apply", "save", tmp_path / "posting.txt")["application"]
    steps = _ok(said, "plans")["steps"]
    learn = [row["learn"] for row in shown["prepare"]["requirements"] if row["learn"] and row["learn"]["step"]]
    assert learn
    assert all(steps[row["step"] - 1]["id"] == row["id"] for row in learn)


def test_it_moves_through_its_stages_and_undo_takes_a_move_back(said: Headway) -> None:
    """With dates, notes and a day to be ready for; closed ones leave the status."""
    _ok(said, "apply", "save", "--title", "Data analyst", "--date", "2026-11-19")
    _ok(said, "apply", "applied", "1", "--date", "2026-11-20")
    assert said("apply", "applied", "1", "--date", "2026-11-18", *TODAY).code == 2, "before it was saved"
    moved = _ok(said, "apply", "interview", "--next", "2026-12-03", "--note", "two people")["application"]
    assert (moved["stage"], moved["next"]) == ("interview", "2026-12-03")
    assert [e["stage"] for e in moved["history"]] == ["saved", "applied", "interview"]
    _ok(said, "undo")
    assert _ok(said, "apply", "show", "1")["application"]["stage"] == "applied"
    closed = _ok(said, "apply", "closed", "1", "--outcome", "they were full")["application"]
    assert (closed["stage"], closed["outcome"]) == ("closed", "they were full")


def test_a_number_that_was_undone_is_not_used_again(said: Headway) -> None:
    """Else bringing the entry back would mix two applications."""
    _ok(said, "apply", "save", "--title", "One")
    _ok(said, "undo")
    assert _ok(said, "apply", "save", "--title", "Two")["application"]["number"] == 2


def test_an_imported_posting_is_saved_once(said: Headway, tmp_path: Path) -> None:
    """By its id, with title, company and text."""
    row = {"id": "x1", "title": "ML engineer", "company": "Example Ltd", "posted": "2026-11-02", "description": POSTING}
    (tmp_path / "postings.jsonl").write_text(json.dumps(row) + "\n")
    pytest.importorskip("duckdb")
    _ok(said, "market", "import", tmp_path / "postings.jsonl")
    id_ = _ok(said, "market", "jobs")["jobs"][0]["id"]
    shown = _ok(said, "apply", "save", id_)["application"]
    assert (shown["title"], shown["company"], shown["market"]) == ("ML engineer", "Example Ltd", id_)
    assert shown["prepare"]["requirements"]
    again = said("apply", "save", id_, *TODAY)
    assert again.code == 2
    assert "application 1 already" in again.err


def test_the_same_posting_is_not_saved_twice(said: Headway, tmp_path: Path) -> None:
    """By its words or its address, and of titles alone by title and company; another company is another posting."""
    (tmp_path / "copy.txt").write_text(POSTING.replace("\n", "\n\n"))
    _ok(said, "apply", "save", tmp_path / "posting.txt", "--company", "Acme")
    _ok(said, "apply", "save", "--title", "Analyst", "--company", "Acme", "--url", "https://acme.example/1")
    _ok(said, "apply", "save", "--title", "Analyst")
    for number, again in (
        (1, (tmp_path / "copy.txt", "--company", "ACME")),
        (2, ("--title", "Analyst II", "--company", "Acme", "--url", "https://acme.example/1")),
        (3, ("--title", "analyst")),
    ):
        ran = said("apply", "save", *again, *TODAY)
        assert (ran.code, ran.out) == (2, "")
        assert f"This posting is application {number} already" in ran.err
        assert f"headway apply show {number}" in ran.err
    _ok(said, "apply", "save", tmp_path / "posting.txt", "--company", "Other")
    _ok(said, "apply", "save", "--title", "Analyst", "--company", "Other")
    assert len(_ok(said, "apply")["applications"]) == 5


def test_the_text_of_a_posting_that_was_only_named_comes_to_its_application(said: Headway, tmp_path: Path) -> None:
    """As the command advises that keeps a title alone; its stage and history stay."""
    named = ("--title", "Data analyst", "--company", "Acme")
    assert "headway apply save FILE --title" in said("apply", "save", *named, *TODAY).out
    _ok(said, "apply", "applied", "1")
    found = _ok(said, "apply", "save", tmp_path / "posting.txt", *named)
    assert [row["number"] for row in found["applications"]] == [1]
    assert found["application"]["stage"] == "applied"
    assert found["application"]["prepare"]["requirements"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["apply", "dance"], 2, "Say one of"),
        (["apply", "save"], 2, "Which posting"),
        (["apply", "applied"], 2, "Which application"),
        (["apply", "offer", "7"], 2, "no application 7"),
        (["apply", "offer", "²"], 2, "no application ²"),
        (["undo", "²"], 2, "no entry '²'"),
        (["forget", "²"], 2, "no entry '²'"),
        (["log", "started", "²"], 2, "no resource '²'"),
        (["apply", "save", "Data scientist at Foo"], 2, "no postings are imported. To keep only a title: --title"),
        (["apply", "save", "--title", "x", "--next", "soon"], 2, "not a date"),
        (["apply", "save", "--title", "x", "--date", "2027-01-01"], 2, "still to come"),
    ],
)
def test_bad_input_is_one_line(said: Headway, arguments: list[str], code: int, told: str) -> None:
    """What is wrong, and what to do."""
    ran = said(*arguments, *TODAY)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_years_of_other_work_are_told_apart(headway: Headway, tmp_path: Path) -> None:
    """Ten years as a nurse are ten dated years, and none of them is close to engineering."""
    cv = "EXPERIENCE\nStaff Nurse, Example Hospital, May 2016 - present\n- Cared for patients\n\nSKILLS\nPython\n"
    (tmp_path / "cv.txt").write_text(cv)
    (tmp_path / "posting.txt").write_text(POSTING)
    assert headway("plan", tmp_path / "cv.txt", "--role", "data-analyst", "--save", *TODAY).code == 0
    shown = headway("apply", "save", tmp_path / "posting.txt", *TODAY)
    assert "your dated jobs come to 10.6 (short), none of them in work close to this" in " ".join(shown.out.split())
