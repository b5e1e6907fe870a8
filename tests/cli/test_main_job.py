"""The main job, end to end, on the bundled CV of an invented person."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from headway.cli.output import safe
from tests.cli.conftest import TODAY, Headway


def _plan(headway: Headway, *arguments: object) -> dict:  # type: ignore[type-arg]
    ran = headway("plan", *[str(a) for a in arguments], "--today", TODAY, "--json")
    assert ran.code in (0, 1), ran.err
    return ran.json  # type: ignore[no-any-return]


def test_the_example_gets_a_proven_plan(headway: Headway, example: Path) -> None:
    """CV in; profile, fits, gap, pay and an optimal dated plan out."""
    answer = _plan(headway, example, "--role", "machine-learning-engineer", "--hours", "10")
    assert answer["profile"]["name"] == "Mara Lindqvist"
    assert answer["profile"]["country"] == "DE"
    assert [j["title"] for j in answer["profile"]["jobs"]][:2] == ["Senior Data Analyst", "Data Analyst"]
    assert answer["reachable"] is None
    plan = answer["plan"]
    assert plan["status"] == "optimal"
    assert plan["gap"] == 0
    assert plan["bound"] <= plan["objective"]
    assert plan["objective"] == pytest.approx(plan["learn_hours"]["likely"], abs=0.5)
    starts = [s["start"] for s in plan["steps"]]
    assert starts == sorted(starts)
    assert starts[0] >= TODAY
    assert {s["kind"] for s in plan["steps"]} == {"learn", "entry"}
    assert all(s["why"] for s in plan["steps"])


def test_every_skill_on_the_profile_is_quoted_from_the_cv(headway: Headway, example: Path) -> None:
    """Nothing about the person is invented: each skill has a line that stands in the document."""
    text = headway("read", example, "--json").json["text"]
    answer = _plan(headway, example)
    assert len(answer["profile"]["skills"]) > 20
    for skill in answer["profile"]["skills"]:
        assert skill["mentions"], skill
        for quote in skill["mentions"]:
            assert quote["text"].strip() in text
            assert quote["page"] == 1


def test_a_cv_alone_proves_nothing(headway: Headway, example: Path) -> None:
    """Claims and proof are told apart."""
    skills = _plan(headway, example)["profile"]["skills"]
    assert {s["proof_level"] for s in skills} == {0}
    assert max(s["claim_level"] for s in skills) >= 2


def test_pay_carries_sources_and_conflicts(headway: Headway, example: Path) -> None:
    """The two guides that disagree on an engineer's pay are both shown; pay from elsewhere is labelled."""
    pay = _plan(headway, example, "--role", "machine-learning-engineer", "--seniority", "mid")["pay"]
    assert {"s0", "s3"} <= {f["row"]["source"] for f in pay["figures"]}
    said = ("AI and Machine Learning Career Guide 2026” says USD 120,000-180,000", "says USD 110,000-180,000")
    assert any(all(each in conflict for each in said) for conflict in pay["conflicts"])
    assert all(f["scope"] != "country" for f in pay["figures"])
    assert "DE" in pay["note"]


def test_the_same_question_gives_the_same_bytes(example: Path, tmp_path: Path) -> None:
    """Two processes with different hash seeds: JSON, page and calendar agree byte for byte."""
    outputs = []
    command = ["-m", "headway", "plan", str(example), "--today", TODAY, "--json"]
    for seed in ("1", "2"):
        html, ics = tmp_path / f"{seed}.html", tmp_path / f"{seed}.ics"
        done = subprocess.run(
            [sys.executable, *command, "--html", str(html), "--ics", str(ics)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        outputs.append((done.stdout, html.read_bytes(), ics.read_bytes()))
    assert outputs[0] == outputs[1]


def test_the_page_is_self_contained_and_runs_no_script(headway: Headway, example: Path, tmp_path: Path) -> None:
    """One file: no script, nothing fetched, the drawings inside; links lead to resources and only when followed."""
    page_file = tmp_path / "plan.html"
    assert headway("plan", example, "--today", TODAY, "--html", page_file).code == 0
    page = page_file.read_text(encoding="utf-8")
    assert "<script" not in page
    without_links = re.sub(r'<a href="https?://[^"]+" rel="noreferrer">', "", page)
    assert re.findall(r"(?:src|href)=[\"'](?!#)", without_links) == []
    assert re.findall(r"url\((?!#)", page) == []  # patterns of the drawing itself
    assert page.count("<svg") == 3
    assert "{{" not in page


def test_text_from_a_cv_cannot_become_markup(headway: Headway, tmp_path: Path) -> None:
    """A name or an employer with tags is shown as text."""
    cv = tmp_path / "cv.txt"
    cv.write_text(
        "Eve <script>alert(1)</script> Example\n\nExperience\nData Analyst, <img src=x onerror=alert(1)> Ltd, "
        "Jan 2020 - Dec 2023\n- Python <b>and</b> SQL\n",
        encoding="utf-8",
    )
    page_file = tmp_path / "plan.html"
    assert headway("plan", cv, "--today", TODAY, "--html", page_file).code == 0
    page = page_file.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page


def test_terminal_text_carries_no_control_characters(headway: Headway, tmp_path: Path) -> None:
    """An escape sequence on a CV does not reach the terminal."""
    cv = tmp_path / "cv.txt"
    cv.write_text(
        "Eve\n\nExperience\nData Analyst\x1b[31m, Red Ltd, Jan 2020 - Dec 2023\n- Python, SQL\n", encoding="utf-8"
    )
    for command in ("plan", "read", "skills", "fit"):
        assert "\x1b" not in headway(command, cv).out


def test_the_calendar_file_has_each_step_on_its_days(headway: Headway, example: Path, tmp_path: Path) -> None:
    """An all-day entry a step, ending the day after its last."""
    from icalendar import Calendar

    ics = tmp_path / "plan.ics"
    answer = _plan(headway, example, "--ics", ics)
    events = {str(e["uid"]): e for e in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")}
    for step in answer["plan"]["steps"]:
        event = events[f"{step['kind']}-{step['id']}@headway.invalid"]
        assert event["dtstart"].dt.isoformat() == step["start"]
        assert event["dtend"].dt.isoformat() > step["end"]


def test_without_a_cv_stated_skills_are_enough(headway: Headway) -> None:
    """--know is a claim, and it moves the level to what was said."""
    answer = _plan(headway, "--know", "python=3", "--know", "sql=2", "--know", "docker=0")
    levels = {s["skill"]: s["level"] for s in answer["profile"]["skills"]}
    assert (levels["python"], levels["sql"], levels["docker"]) == (3, 2, 0)
    assert answer["profile"]["document"] is None


def test_saying_more_never_makes_the_plan_longer(headway: Headway, example: Path) -> None:
    """Correcting a missing skill shortens the plan or leaves it."""
    before = _plan(headway, example)["plan"]["learn_hours"]["likely"]
    after = _plan(headway, example, "--know", "pytorch=3", "--know", "deep learning=3")["plan"]["learn_hours"]["likely"]
    assert after < before


def test_more_hours_are_never_later(headway: Headway, example: Path) -> None:
    """The same steps, sooner."""
    ends = [_plan(headway, example, "--hours", h)["plan"]["end"] for h in (5, 10, 20, 40)]
    assert ends == sorted(ends, reverse=True)


def test_a_deadline_that_cannot_be_kept_says_by_how_much_and_what_would_help(headway: Headway, example: Path) -> None:
    """Infeasible is an answer: exit code 1, shortfall, single changes that fix it."""
    ran = headway("plan", example, "--today", TODAY, "--deadline", "2026-12-31", "--hours", "5", "--json")
    assert ran.code == 1
    plan = ran.json["plan"]
    assert plan["status"] == "infeasible"
    assert plan["shortfall_hours"] > 0
    changes = {r["change"]: r for r in plan["reliefs"]}
    assert "deadline" in changes
    fixed = headway(
        "plan", example, "--today", TODAY, "--hours", "5", "--deadline", changes["deadline"]["until"], "--json"
    )
    assert fixed.code == 0, fixed.out[:300]


def test_free_only_costs_nothing(headway: Headway, example: Path) -> None:
    """And says how many resources of unknown price were left out."""
    plan = _plan(headway, example, "--free-only")["plan"]
    assert plan["cost"]["amount"] == 0
    assert plan["unpriced_steps"] == 0
    assert {s["cost"] for s in plan["steps"] if s["kind"] == "learn"} == {0}


def test_a_finished_or_refused_resource_never_appears(headway: Headway, example: Path) -> None:
    """--done and --skip are kept."""
    steps = [s["id"] for s in _plan(headway, example)["plan"]["steps"] if s["kind"] == "learn"]
    again = _plan(headway, example, "--done", steps[0], "--skip", steps[1])["plan"]["steps"]
    assert not {steps[0], steps[1]} & {s["id"] for s in again}


def test_someone_who_has_everything_is_told_what_to_prove(headway: Headway) -> None:
    """Nothing to learn is a status of its own, and the job-entry steps remain."""
    role = headway("role", "machine-learning-engineer", "--json").json["role"]
    know = [f"{need['any_of'][0]}=4" for need in role["needs"]]
    arguments = [part for pair in know for part in ("--know", pair)]
    plan = _plan(headway, *arguments, "--role", "machine-learning-engineer", "--seniority", "mid")["plan"]
    assert plan["status"] == "nothing-to-learn"
    assert {s["kind"] for s in plan["steps"]} == {"entry"}


@pytest.mark.long
def test_every_role_can_be_reached_from_nothing(headway: Headway) -> None:
    """The whole command, with money and without, for a junior or a role's lowest grade; the planner alone is asked in
    each run (tests/planning/test_real_knowledge.py)."""
    for row in headway("roles", "--json").json["roles"]:
        lowest = "junior" if "junior" in row["seniorities"] else row["seniorities"][0]
        for extra in ([], ["--free-only"]):
            asked = ["--know", "python=0", "--role", row["id"], "--seniority", lowest, *extra]
            assert _plan(headway, *asked)["plan"]["status"] in ("optimal", "feasible"), asked


def test_standard_input_is_read_for_a_dash(example: Path) -> None:
    """A pipe works as a file does."""
    done = subprocess.run(
        [sys.executable, "-m", "headway", "read", "-", "--json"],
        input=example.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["person"] == "Mara Lindqvist"


def test_each_step_says_where_to_find_it(headway: Headway, example: Path, tmp_path: Path) -> None:
    """A title alone is a search; the knowledge base knows whose course it is and often its address."""
    page = tmp_path / "plan.html"
    steps = [s for s in _plan(headway, example, "--html", page)["plan"]["steps"] if s["kind"] == "learn"]
    assert all(s["provider"] and s["resource_kind"] for s in steps)
    assert all(s["about"] and s["offered"] for s in steps)
    assert all("nobody grades it" in s["offered"] for s in steps if s["provider"] == "Headway" and not s["url"])
    linked = [s["url"] for s in steps if s["url"]]
    assert len(linked) >= 3
    text = headway("plan", example, "--today", TODAY).out
    assert all(url in text for url in linked)
    assert all(f'href="{url}"' in page.read_text("utf-8") for url in linked)


def test_the_answer_in_short_stands_on_top_and_what_to_do_now_at_the_end(headway: Headway, example: Path) -> None:
    """Whoever reads no further knows how far, until when, what first; the last lines say how to go on."""
    text = headway("plan", str(example), "--today", "2026-11-20").out
    plan = headway("plan", str(example), "--today", "2026-11-20", "--json").json["plan"]
    short = " ".join(text.split("\n\n")[0].split())
    assert short.startswith("In short, for Machine learning engineer, mid:")
    assert f"done by {plan['end']}" in short
    assert f"{plan['steps'][0]['hours']['likely']:.0f} h" in short
    end = " ".join(text.split("\n\n")[-1].split())
    assert "--save" in end
    assert "Another goal: --role ROLE" in end
    assert "headway serve" in end


def test_levels_are_said_in_words_or_numbers_and_days_off_with_colon_or_dots(headway: Headway) -> None:
    """Both give the same plan; what is neither is refused with both ways to write it."""
    same = [
        headway("plan", "--know", f"sql={level}", "--role", "data-analyst", "--off", days, "--today", "2026-11-20").out
        for level, days in (("3", "2026-12-20:2027-01-03"), ("Proficient", "2026-12-20..2027-01-03"))
    ]
    assert same[0] == same[1]
    refused = headway("plan", "--know", "sql=good")
    assert refused.code == 2
    assert "sql=good" in refused.err
    assert "working, proficient" in refused.err
    assert "2026-12-20:2027-01-03" in headway("plan", "--know", "sql=1", "--off", "christmas").err


def test_blanks_of_any_kind_are_blanks_and_what_a_terminal_obeys_is_seen() -> None:
    """Text of web pages is full of non-breaking blanks and of marks for breaking words."""
    assert (
        safe("AWS,\u00a0Azure\u2009or\tGCP; data\u200bbase, soft\u00adhyphen\ufeff")
        == "AWS, Azure or GCP; database, softhyphen"
    )
    assert safe("\x1b[31mred\u202e") == "�[31mred�"
