"""What a plan says to somebody who is neither an engineer nor at a terminal."""

import html
from pathlib import Path

import pytest

from headway.values import KNOWN_FROM, PART, found_by
from tests.cli.conftest import TODAY, Headway

JARGON = (
    "CP-SAT",
    "deterministic",
    "infeasible",
    "optimal",
    "iterations;",
    "greedy",
    "s0-",
    "s1-",
    "s2-",
    "ai-jobs-salaries",
    "basis",
    "proven none",
)


def test_a_plan_says_in_words_how_it_was_found(headway: Headway, example: Path, tmp_path: Path) -> None:
    """No name of a solver, no id of a stage or a source; the exact words stay in the JSON."""
    report = tmp_path / "plan.html"
    asked = ("plan", example, "--role", "machine-learning-engineer", "--country", "US", "--today", TODAY)
    text = headway(*asked, "--html", report).out
    page = report.read_text("utf-8").partition("<h2>Sources")[0]
    for said in (text, page):
        assert [word for word in JARGON if word in said] == []
        assert KNOWN_FROM["inferred"] in said
    assert "In a guide: " in text
    assert "(a stage of “" in text
    assert "CP-SAT" in headway(*asked, "--json").json["plan"]["proof"]["method"]


def test_why_says_in_words_what_a_level_rests_on(headway: Headway) -> None:
    """The words of the reports and pages; the key of the JSON stays."""
    asked = ("why", "python", "--know", "python=2", "--today", TODAY)
    told = headway(*asked).out
    assert told.splitlines()[1 if not told.splitlines()[0] else 0].endswith(f": working ({KNOWN_FROM['claim']})")
    assert "basis" not in told
    assert headway(*asked, "--json").json["belief"]["basis"] == "claim"


@pytest.mark.parametrize(
    ("method", "work", "said"),
    [
        ("CP-SAT, proven", "0.01 deterministic seconds", "proved by a solver"),
        ("CP-SAT", "10 deterministic seconds", "had no time to rule out"),
        (
            "CP-SAT, proven",
            "9 deterministic seconds; ties not all tried",
            "Not every plan of equal hours was compared.",
        ),
        (
            "least change: a new step counts as 4 h more; greedy meets its bound",
            "",
            "Your old plan was changed as little as possible",
        ),
        ("something new", "", "Something new."),
    ],
)
def test_only_what_is_proven_is_called_proved(method: str, work: str, said: str) -> None:
    """A search that ran out of time says so; what has no words yet is shown as it is."""
    told = found_by({"method": method, "work": work})
    assert said in told
    assert "counts as" not in told
    assert ("proved" in told) == ("proven" in method)


def test_a_part_of_a_plan_is_not_taken_for_the_plan(headway: Headway, example: Path, tmp_path: Path) -> None:
    """Steps under a plan that does not fit are announced as a part; nothing says that it reaches the role."""
    report = tmp_path / "plan.html"
    limits = ("--hours", "5", "--deadline", "2027-12-31", "--today", TODAY)
    text = headway("plan", example, *limits, "--html", report).out
    page = report.read_text("utf-8")
    assert PART in " ".join(text.split())
    assert PART in page
    assert "\nThis part is done by" in text
    assert "\nDone by" not in text
    assert "<b>does not fit</b>within what you allow" in page
    assert "of learning in the part that fits" in page


def test_the_report_asks_for_nothing_that_only_a_terminal_can_do(
    headway: Headway, example: Path, tmp_path: Path
) -> None:
    """Whoever reads it in a browser is sent to a page."""
    report = tmp_path / "plan.html"
    headway("plan", example, "--role", "data-scientist", "--today", TODAY, "--html", report)
    page = report.read_text("utf-8")
    assert "--know" not in page
    assert "on the skill's page in Headway" in html.unescape(page)


def test_the_report_draws_the_target_as_it_is_planned(headway: Headway, example: Path, tmp_path: Path) -> None:
    """One figure for the target: that of the seniority planned for; whose word is trusted is told in words."""
    report = tmp_path / "plan.html"
    answer = headway("plan", example, "--role", "data-engineer", "--today", TODAY, "--html", report, "--json").json
    page = report.read_text("utf-8")
    chart = page.partition("How far each role is")[2].partition("</svg>")[0]
    target = f"Data engineer ({answer['target']['seniority']})"
    assert chart.count("Data engineer (") == chart.count(target) >= 1
    assert f"{100 * answer['target_fit']['score']:.0f} %" in chart
    assert "Trust in the CV mara-lindqvist.pdf:" in page
    assert "(none; claimed none" not in page


def test_a_plan_that_was_just_kept_does_not_ask_to_be_kept(headway: Headway, example: Path) -> None:
    """The next step is said once."""
    kept = headway("plan", example, "--today", TODAY, "--save")
    assert "--save" not in kept.out
    assert "Kept in your workspace. Next:" in kept.err
    assert "--save" in headway("plan", example, "--today", TODAY).out
