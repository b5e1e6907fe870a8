"""Progress kept from the terminal: a journey, and what can go wrong on it."""

import datetime as dt
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import Context
from headway.app.plan import PlanQuestion, plan
from headway.app.plan_json import plan_json
from headway.app.save_plan import save_plan
from headway.cli.show_workspace import kept
from tests.cli.conftest import EXAMPLE, Headway

START = ("--today", "2026-11-02")
LATER = ("--today", "2026-11-27")


KEPT: dict[str, bytes] = {}
"""The workspace after the first plan, made once and copied: a plan takes seconds."""


@pytest.fixture
def begun(headway: Headway, home: Path) -> Headway:
    """A person without a CV, with a small plan kept on 2 November."""
    file = home / "profiles" / "default" / "workspace.sqlite3"
    if KEPT:
        file.parent.mkdir(parents=True)
        file.write_bytes(KEPT["file"])
        return headway
    ran = headway("plan", "--know", "python=2", "--know", "sql=2", "--role", "data-analyst", "--save", *START)
    assert ran.code == 0, ran.err
    assert "Kept in your workspace" in ran.err
    KEPT["file"] = file.read_bytes()
    return headway


def _ok(headway: Headway, *arguments: str) -> Any:
    ran = headway(*arguments, "--json")
    assert ran.code == 0, ran.err
    return ran.json


def test_before_anything_is_kept_it_says_how_to_begin(headway: Headway, home: Path) -> None:
    """The answer is empty, not wrong: code 1, one line, and no file is made by looking."""
    for command in (["status"], ["plans"], ["log"], ["undo"], ["replan"], ["export", "x"], ["backup", "x"], ["forget"]):
        ran = headway(*command)
        assert (ran.code, ran.out) == (1, ""), command
        assert "headway plan CV --save" in ran.err
    assert headway("log", "hours", "2", "1").code == 2
    assert not (home / "profiles").exists()


def test_the_same_plan_is_kept_once(begun: Headway, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Asked for again, or by two commands at the same moment, of which both made it before either kept it. With
    something in the log since, it is a new decision.
    """
    context = Context(dt.date(2026, 11, 2), home)
    result = plan(context, PlanQuestion(know=("python=2", "sql=2"), role="data-analyst"))
    again = save_plan(result, None)
    assert (again.fits, again.same) == (True, (2, context.today))
    assert len(_ok(begun, "plans", *START)["plans"]) == 1
    assert plan_json(result, again)["kept"] == {"added": False, "entry": 2, "date": START[1]}
    kept(again.fits, False, again.same)
    assert "The same plan is kept already: entry 2 of your log, 2026-11-02." in capfd.readouterr().err

    _ok(begun, "log", "hours", "2", *START)
    then = save_plan(result, None)
    assert plan_json(result, then)["kept"] == {"added": True, "entry": None, "date": None}
    assert (plan_json(result)["kept"], save_plan(result, None).same) == (None, (4, context.today))
    assert len(_ok(begun, "plans", *START)["plans"]) == 2


def test_a_journey(begun: Headway) -> None:
    """Plan, log, look, finish, look again."""
    first = _ok(begun, "status", *START)
    assert (first["steps"]["done"], first["hours"]["logged"]) == (0, 0)
    total, next_ = first["steps"]["total"], first["next"]["id"]
    _ok(begun, "log", "hours", "3", next_, "--date", "2026-11-03", *LATER)
    _ok(begun, "log", "hours", "2,5", "1", "--date", "2026-11-11", *LATER)
    _ok(begun, "log", "hours", "1", "--date", "2026-11-26", *LATER)
    middle = _ok(begun, "status", *LATER)
    assert middle["hours"] | {"left": 0} == {"since": "2026-11-02", "logged": 6.5, "planned": 38.0, "left": 0}
    assert middle["week"] == {"first": "2026-11-23", "logged": 1.0, "planned": 10.0}
    assert middle["begun"][0]["logged"] == 5.5
    assert middle["forecast"]["pace"] < 0.6
    assert middle["forecast"]["early"] < middle["forecast"]["middle"] < middle["forecast"]["late"]
    assert middle["streak"] == 1, "the week of 16 November had plan but no study"
    _ok(begun, "log", "finished", next_, "--hours", "6", *LATER)
    last = _ok(begun, "status", *LATER)
    assert (last["steps"]["done"], last["steps"]["total"]) == (1, total)
    assert last["next"]["id"] != next_
    assert last["hours"]["left"] < middle["hours"]["left"]


def test_undo_brings_the_status_back_byte_for_byte(begun: Headway) -> None:
    """Whatever was logged last."""
    steps = (["hours", "2", "1"], ["finished", "1"], ["lack", "sql"], ["paused"], ["dropped", "2"])
    for step in steps:
        before = begun("status", *LATER, "--json").out
        _ok(begun, "log", *step, *LATER)
        assert begun("status", *LATER, "--json").out != before or step[0] == "lack"
        _ok(begun, "undo", *LATER)
        assert begun("status", *LATER, "--json").out == before, step
    rows = _ok(begun, "log")["entries"]
    assert sum(row["undone"] for row in rows) == len(steps), "taken back, not taken out"


def test_export_and_import_give_the_same_belief_and_the_same_bytes(begun: Headway, tmp_path: Path) -> None:
    """Into an empty profile, by folder, zip, lines and backup: status and belief agree byte for byte."""
    _ok(begun, "log", "hours", "3", "1", *LATER)
    _ok(begun, "log", "lack", "docker", *LATER)

    def seen(profile: str) -> tuple[str, str]:
        end = ("--profile", profile, *LATER, "--json")
        return begun("status", *end).out, begun("why", "docker", *end).out

    before = seen("default")
    assert all(before)
    _ok(begun, "backup", str(tmp_path / "b.sqlite3"))
    for target in ("folder", "all.zip"):
        _ok(begun, "export", str(tmp_path / target))
    (tmp_path / "lines.jsonl").write_text(begun("export", "-").out)
    for number, source in enumerate(("folder", "all.zip", "lines.jsonl", "b.sqlite3")):
        profile = f"p{number}"
        first = _ok(begun, "import", str(tmp_path / source), "--profile", profile)
        assert first["added"] == first["entries"] > 0
        assert _ok(begun, "import", str(tmp_path / source), "--profile", profile)["added"] == 0
        assert seen(profile) == before, source


def test_replan_keeps_what_is_begun_and_says_why(begun: Headway, home: Path) -> None:
    """Two steps are touched: one begun, one dropped. The first stays in front, the second is gone with its reason."""
    steps = _ok(begun, "plans")["steps"]
    learn = [s["id"] for s in steps if s["kind"] == "learn"]
    _ok(begun, "log", "hours", "2", learn[1], *LATER)
    _ok(begun, "log", "dropped", learn[0], *LATER)
    result = _ok(begun, "replan", "--ics", str(home / "plan.ics"), *LATER)
    assert result["kept"]
    assert (home / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") >= len(result["steps"])
    assert result["steps"][0]["id"] == learn[1]
    gone = [c for c in result["changes"] if c["what"] == "removed"]
    assert [c["why"] for c in gone if c["id"] == learn[0]] == ["you dropped it"]
    assert any("planned hours" in line for line in result["why"])
    assert result["end"] > result["end_before"]
    first, second = _ok(begun, "plans")["plans"]
    assert first["speed"] == 1.0 != second["speed"]
    told = " ".join(begun("plans").out.split())
    assert f"done by {first['end']} at {first['hours_per_week']:g} h a week." in told
    slow = f"{second['hours_per_week'] * second['speed']:.1f}"
    assert f"done by {second['end']} at {slow} h a week, the pace of your log (you said 10)." in told
    again = _ok(begun, "replan", *LATER)
    assert (again["changed"], again["kept"]) == (False, False)
    assert len(_ok(begun, "plans")["plans"]) == 2
    _ok(begun, "undo")
    assert len(_ok(begun, "plans")["plans"]) == 1


def test_replan_on_the_first_day_changes_nothing(begun: Headway) -> None:
    """No noise: a plan is not made again for its own sake."""
    result = _ok(begun, "replan", *START)
    assert (result["changed"], result["changes"], result["extra_hours"]) == (False, [], 0)


def test_a_plan_that_starts_later_is_not_late_already(headway: Headway, home: Path) -> None:
    """Days before its start ask for nothing, and tell nothing of the pace; the forecast begins there."""
    ran = headway("plan", "--know", "python=2", "--role", "data-analyst", "--start", "2027-01-04", "--save", *START)
    assert ran.code == 0, ran.err
    found = _ok(headway, "status", *LATER)
    assert (found["hours"]["planned"], found["forecast"]["pace"], found["forecast"]["weeks"]) == (0, 1, 0)
    assert found["forecast"]["early"] > "2027-01-04"
    again = _ok(headway, "replan", *LATER)
    assert (again["changed"], again["changes"]) == (False, [])


def test_a_plan_does_not_begin_in_the_past(headway: Headway) -> None:
    """Nobody can study last year: it is refused with what to do instead, and today is no past."""
    refused = headway("plan", "--know", "python=2", "--start", "2019-01-01", *START)
    assert refused.code == 2
    assert "The start 2019-01-01 is past. Leave it out" in refused.err
    assert headway("plan", "--know", "python=2", "--start", START[1], *START).code == 0


def test_a_deadline_is_judged_and_what_would_keep_it_is_said(begun: Headway) -> None:
    """A late plan is no failure; the hours a week for even odds are more than those stated."""
    result = _ok(begun, "replan", "--deadline", "2027-06-30", "--dry-run", *LATER)
    assert result["status"] in ("optimal", "feasible")
    assert result["forecast"]["in_time"] < 0.5
    assert result["hours_for_deadline"] > result["hours_per_week"]
    enough = _ok(
        begun, "replan", "--deadline", "2027-06-30", "--hours", str(result["hours_for_deadline"]), "--dry-run", *LATER
    )
    assert enough["forecast"]["in_time"] > result["forecast"]["in_time"]
    _ok(begun, "log", "hours", "1", "1", *LATER)
    slow = _ok(begun, "replan", "--deadline", "2027-06-30", "--dry-run", *LATER)
    assert slow["hours_for_deadline"] == pytest.approx(result["hours_for_deadline"], abs=1), "to study, not to state"


def test_a_finished_course_counts_until_the_person_says_otherwise(begun: Headway) -> None:
    """It is out of the plan; when they do not have what it teaches after all, something else teaches it."""
    steps = _ok(begun, "plans")["steps"]
    first = next(s for s in steps if {skill for skill, _, _ in s["raises"]} & set(s["serves"]))
    skill = next(skill for skill, _, _ in first["raises"] if skill in first["serves"])
    _ok(begun, "log", "finished", first["id"], *START)
    after = _ok(begun, "replan", "--dry-run", *START)
    assert first["id"] not in [s["id"] for s in after["steps"]]
    _ok(begun, "log", "lack", skill, *START)
    then = _ok(begun, "replan", "--dry-run", *START)
    assert first["id"] not in [s["id"] for s in then["steps"]]

    def starts(plan: Any) -> int:
        """From where the plan teaches the skill; 9: it is not taught."""
        return min((low for s in plan["steps"] for each, low, _ in s["raises"] if each == skill), default=9)

    assert starts(then) == 0 < starts(after)
    said = [piece for piece in _ok(begun, "why", "python")["evidence"] if piece["kind"] == "self-report"]
    assert [piece["note"] for piece in said] == ["You said working."], "one word is told once"


def test_pauses_and_streaks_do_not_nag(begun: Headway) -> None:
    """Two weeks with study, one paused, one with study: three in a row; the text never speaks of missing days."""
    for day in ("2026-11-03", "2026-11-10", "2026-11-24"):
        _ok(begun, "log", "hours", "2", "--date", day, *LATER)
    _ok(begun, "log", "paused", "--until", "2026-11-22", "--date", "2026-11-16", *LATER)
    ran = begun("status", *LATER)
    assert "3 weeks in a row" in ran.out
    assert not re.search(r"miss|behind|fail|only", ran.out)
    assert _ok(begun, "status", *LATER)["hours"]["planned"] == 28


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["log", "hours"], "How many hours"),
        (["log", "hours", "many"], "no number"),
        (["log", "hours", "25"], "cannot be logged"),
        (["log", "hours", "nan"], "cannot be logged"),
        (["log", "hours", "2", "no such course"], "There is no resource"),
        (["log", "finished", "99"], "no step 99"),
        (["log", "fly"], "nothing that can be logged"),
        (["log", "know", "python"], "skill=level"),
        (["log", "lack"], "Which skill or file"),
        (["log", "hours", "2", "--date", "2027-01-01"], "still to come"),
        (["log", "paused", "--until", "2026-11-01"], "ends before it begins"),
        (["undo", "77"], "no entry '77'"),
        (["plans", "9"], "no plan 9"),
        (["replan", "--hours", "0"], "0"),
        (["replan", "--seniority", "chief"], "no seniority"),
        (["replan", "--free-only", "--any-price"], "say the opposite"),
        (["replan", "--drop", "computer-vision"], "does not ask for Computer vision"),
        (["replan", "--drop", "power-bi"], "To give up all of them: --drop tableau"),
        (["status", "--profile", "../../etc"], "--profile"),
        (["import", "no-such-file"], "cannot be read"),
        (["forget", "44", "--yes"], "no entry '44'"),
        (["export", "."], "there already"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(begun: Headway, arguments: list[str], told: str) -> None:
    """Code 2, what is wrong and what to do; the log is as it was."""
    before = begun("log").out
    ran = begun(*arguments, *(LATER if "--today" not in arguments else ()))
    assert ran.code == 2, ran.out
    assert told in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert begun("log").out == before


def test_a_plan_that_does_not_fit_is_not_kept(headway: Headway, home: Path) -> None:
    """It is shown with what would help; nothing is half-kept."""
    ran = headway("plan", "--know", "python=1", "--deadline", "2026-11-20", "--save", *START)
    assert ran.code == 1
    assert "Nothing was kept" in ran.err
    assert not (home / "profiles").exists() or headway("log").code == 1


def test_other_questions_speak_of_the_person_of_the_workspace(begun: Headway) -> None:
    """Without a CV: fit, why and plan know what was said and finished; with one, or in no workspace, they do not."""
    _ok(begun, "log", "know", "docker=3", *LATER)
    assert _ok(begun, "why", "docker", *LATER)["belief"]["level"] == 3
    assert _ok(begun, "why", "docker", "--know", "sql=1", *LATER)["belief"]["level"] < 3
    known = {s["skill"]: s["level"] for s in _ok(begun, "plan", "--role", "data-analyst", *LATER)["profile"]["skills"]}
    assert known == {"docker": 3, "python": 2, "sql": 2}
    assert begun("fit", "--profile", "nobody").code == 2


def test_profiles_are_apart(begun: Headway, monkeypatch: pytest.MonkeyPatch) -> None:
    """By option or variable; capitals do not matter."""
    _ok(begun, "log", "know", "python=3", "--profile", "Ben", *LATER)
    assert len(_ok(begun, "log", "--profile", "ben")["entries"]) == 1
    monkeypatch.setenv("HEADWAY_PROFILE", "ben")
    assert len(_ok(begun, "log")["entries"]) == 1
    assert _ok(begun, "forget", "--yes")["profile"] == "ben"
    monkeypatch.delenv("HEADWAY_PROFILE")
    assert _ok(begun, "log")["entries"]


def test_nothing_of_the_person_is_outside_the_workspace_and_forgetting_leaves_no_byte(
    headway: Headway, home: Path, tmp_path: Path
) -> None:
    """A CV with a marked name is planned, kept, logged, exported and forgotten; every file is searched."""
    cv = tmp_path / "cv.txt"
    cv.write_text(
        "Zebulon Quartzfeld\nBerlin, Germany\n\nExperience\nData Analyst, Example Ltd, Jan 2020 - Dec 2024\n"
        "- Reports in SQL and Python\n\nSkills\nPython, SQL, pandas\n"
    )

    def holding() -> list[str]:
        """Files of the user's folder that hold the name."""
        found = [Path(folder) / name for folder, _, names in os.walk(home, followlinks=True) for name in names]
        return [str(f.relative_to(home)) for f in found if b"Quartzfeld" in f.read_bytes()]

    assert headway("plan", cv, "--role", "data-analyst", *START).code == 0
    assert holding() == []
    assert headway("plan", cv, "--role", "data-analyst", "--save", *START).code == 0
    _ok(headway, "log", "hours", "2", "--note", "with Quartzfeld senior", *START)
    assert {name.split("/")[0] for name in holding()} == {"profiles"}
    _ok(headway, "export", str(tmp_path / "export"))
    test = home / "profiles" / "default" / "tests" / "one.json"
    test.parent.mkdir()
    test.write_text('{"name": "Quartzfeld"}')
    test.with_suffix(".moved").write_text('{"label": "Quartzfeld"}')  # what a finished test moved
    shown = _ok(headway, "forget")
    assert (shown["erased"], len(shown["entries"])) == (False, 4)
    assert holding()
    gone = _ok(headway, "forget", "--yes")
    assert (gone["entries_erased"], gone["attachments_erased"], gone["file_gone"]) == (4, 1, True)
    assert gone["copies_elsewhere"] == [{"path": str(tmp_path / "export"), "there": True, "what": "export"}]
    assert str(test) in gone["files"]
    assert holding() == []
    assert headway("status").code == 1


def test_a_damaged_workspace_has_a_way_out(begun: Headway, home: Path, tmp_path: Path) -> None:
    """The line names rescue and import; followed, they bring back all but the damaged entry."""
    _ok(begun, "log", "hours", "2", "--note", "good words", *LATER)
    _ok(begun, "log", "hours", "3", "--note", "bad words", *LATER)
    path = home / "profiles" / "default" / "workspace.sqlite3"
    path.write_bytes(path.read_bytes().replace(b"bad words", b"bad wards"))
    ran = begun("status", *LATER)
    assert ran.code == 2
    assert "--rescue" in ran.err
    assert "--replace-damaged" in ran.err
    saved = _ok(begun, "export", str(tmp_path / "saved"), "--rescue")
    assert saved["lost"] == 1
    back = _ok(begun, "import", str(tmp_path / "saved"), "--replace-damaged")
    assert back["damaged_file"]
    text = json.dumps(_ok(begun, "log"))
    assert "good words" in text
    assert "bad w" not in text
    assert begun("import", tmp_path / "saved", "--replace-damaged").code == 2, "refused: it is not damaged"
    assert _ok(begun, "forget", "--yes")["files"][1].endswith("damaged-1")
    assert not path.parent.exists()


def test_the_example_cv_is_kept_with_its_file(headway: Headway, home: Path, tmp_path: Path) -> None:
    """The export holds the PDF byte for byte."""
    assert headway("plan", EXAMPLE, "--role", "data-analyst", "--save", *START).code == 0
    result = _ok(headway, "export", str(tmp_path / "out"))
    digest = result["attachments"][0]["digest"]
    assert (tmp_path / "out" / "attachments" / digest).read_bytes() == EXAMPLE.read_bytes()
    assert "sections" in (tmp_path / "out" / "log.jsonl").read_text()


def test_a_plan_made_again_tells_what_it_leans_on_and_may_teach_for_nothing(begun: Headway) -> None:
    """As the first plan does, of the same beliefs; in words and as JSON."""
    first = _ok(begun, "plan", "--role", "data-analyst", *START)["plan"]
    again = _ok(begun, "replan", "--hours", "12", "--dry-run", *START)
    for key, hours in (("leans_on", "extra_hours"), ("may_know", "spares_hours")):
        assert first[key], key
        told = [{k: row[k] for k in ("skill", "level", "probability", hours)} for row in again[key]]
        assert told == [{k: row[k] for k in ("skill", "level", "probability", hours)} for row in first[key]]
        assert {row["skill"] for row in again[key]} <= set(again["labels"])
    text = begun("replan", "--hours", "12", "--dry-run", *START).out
    assert "You may have some of this already" in text
    assert "headway log know SKILL=LEVEL" in text
