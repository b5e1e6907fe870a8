"""A plan that ends later than it was wanted, from the terminal: shown and kept when asked for, and marked."""

from pathlib import Path

from tests.cli.conftest import Headway

START = ("--today", "2026-11-02")
SHORT = ("plan", "--know", "python=2", "--role", "data-analyst", "--hours", "2", "--deadline", "2026-12-24", *START)


def test_without_late_nothing_is_kept_and_the_way_is_named(headway: Headway, home: Path) -> None:
    """Code 1, what would make it fit, and the option that keeps it all the same."""
    ran = headway(*SHORT, "--save")
    assert ran.code == 1
    assert "add --late" in ran.err
    assert headway("status").code == 1


def test_late_keeps_it_with_the_wanted_day_and_says_how_late(headway: Headway, home: Path, tmp_path: Path) -> None:
    """The plan is whole, the day stays what is aimed at, and text, JSON and report say by how much it is missed."""
    report = tmp_path / "plan.html"
    ran = headway(*SHORT, "--late", "--save", "--html", report, "--json")
    assert ran.code == 0, ran.err
    assert "Kept in your workspace" in ran.err
    plan = ran.json["plan"]
    assert plan["status"] == "optimal"
    assert plan["deadline"] == "2026-12-24"
    assert plan["days_late"] > 0
    assert f"It ends {plan['days_late']} days after 2026-12-24" in report.read_text(encoding="utf-8")
    status = headway("status", "--json", *START).json
    assert status["deadline"] == "2026-12-24"
    assert status["plan"]["end"] == plan["end"] > "2026-12-24"
    shown = headway(*SHORT, "--late")
    assert f"Late: it ends {plan['days_late']} days after 2026-12-24" in shown.out


def test_late_changes_nothing_where_the_plan_is_in_time_or_something_else_is_short(
    headway: Headway, home: Path
) -> None:
    """The same bytes for a plan that fits; what time alone does not mend stays infeasible."""
    fits = ("plan", "--know", "python=2", "--role", "data-analyst", "--deadline", "2029-01-01", *START, "--json")
    assert headway(*fits, "--late").out == headway(*fits).out
    nothing = headway(*SHORT, "--format", "project", "--late", "--json")
    assert (nothing.code, nothing.json["plan"]["status"]) == (1, "infeasible")
    assert nothing.json["plan"]["days_late"] == 0


def test_late_is_for_plans_to_a_role(headway: Headway, home: Path) -> None:
    """The market's plan ends at its deadline, so it never ends late."""
    ran = headway("plan", "--know", "python=2", "--market", "--late", *START)
    assert ran.code == 2
    assert "--late" in ran.err
