"""How progress is told in the terminal: one of a thing, several, and nothing; only what a command has room for."""

from typing import Any

import pytest

from headway.cli import show_applications, show_workspace
from headway.values import listed, source_words
from tests.cli.conftest import Headway

FORECAST: dict[str, Any] = {
    "early": "2027-01-01", "middle": "2027-02-01", "late": "2027-03-01", "in_time": None, "pace": 1.0, "pace_low": 0.5,
    "pace_high": 1.5, "effort": 1.0, "effort_low": 0.7, "effort_high": 1.4, "weeks": 1.0, "finished": 0,
}  # fmt: skip


def _moved(days: int) -> dict[str, Any]:
    return {"what": "moved", "id": "a", "label": "A", "why": "", "hours": 1, "days": days}


def test_one_week_one_step_and_one_day_are_no_plurals(capsys: pytest.CaptureFixture[str]) -> None:
    """`1 weeks of log` is no English."""
    show_workspace.forecast_lines(FORECAST, None)
    show_workspace.forecast_lines(FORECAST | {"weeks": 2.0}, None)
    show_workspace.change_lines([_moved(1)])
    show_workspace.change_lines([_moved(-1), _moved(-3)])
    told = capsys.readouterr().out
    assert "It rests on 1 week of log:" in told
    assert "It rests on 2 weeks of log:" in told
    assert "1 step moves by 1 day later." in told
    assert "2 steps move, by up to 3 days earlier." in told


def test_names_are_listed_as_people_list_them() -> None:
    """With commas, and one `and` before the last."""
    assert [listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]


def test_whose_word_it_is_has_no_id() -> None:
    """The source of what a person says of themselves is called `self`; a reader is told in words."""
    assert source_words("self") == "what you say of yourself"
    assert source_words("cv:mara.pdf") == "the CV mara.pdf"


def test_what_takes_several_steps_is_not_called_untaught(capsys: pytest.CaptureFixture[str]) -> None:
    """No one course leads from none to proficient in Python, but several do."""
    row = {
        "need": "required", "basis": "none", "others": [], "count": 1, "label": "Python", "wanted": 3, "have": 0,
        "show": [], "learn": None, "best": "python",
    }  # fmt: skip
    show_applications._requirement(row)
    assert "Nothing that Headway knows teaches it from none to proficient in one step" in capsys.readouterr().out


def _replanned(*, kept: bool) -> dict[str, Any]:
    steps = [
        {"number": n, "start": "2027-01-01", "end": "2027-01-02", "label": f"Step {n}", "hours": {"likely": 1.0}}
        for n in range(1, 13)
    ]
    return {
        "target": {"label": "Data analyst", "seniority": "junior"}, "status": "optimal", "changed": True, "kept": kept,
        "why": [], "changes": [], "end": "2027-03-01", "end_before": "2027-03-01", "forecast": FORECAST,
        "deadline": None, "hours_for_deadline": None, "extra_hours": 0, "steps": steps, "labels": {}, "leans_on": [],
        "may_know": [],
    }  # fmt: skip


def test_a_plan_that_was_not_kept_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """`headway plans` has only what was kept, so a dry run does not send there for the rest of its steps."""
    show_workspace.replan(_replanned(kept=False), as_json=False)
    dry = capsys.readouterr().out
    assert "Step 12" in dry
    assert "headway plans" not in dry
    show_workspace.replan(_replanned(kept=True), as_json=False)
    kept = capsys.readouterr().out
    assert "Step 9" not in kept
    assert "... and 4 more with: headway plans" in kept


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["paused", "2026-12-20"], "Give the last day with --until"),
        (["resumed", "3"], "'resumed' takes no '3'"),
        (["hours", "2", "--hours", "5"], "--hours says nothing about 'hours'"),
        (["hours", "2", "--until", "2027-01-01"], "--until says nothing about 'hours'"),
        (["started", "sqlbolt", "--note", "at last"], "'started' keeps no note"),
    ],
)
def test_what_an_entry_has_no_room_for_is_refused(headway: Headway, arguments: list[str], told: str) -> None:
    """A pause that was meant to end on a day does not go on for ever because the day was left out in silence."""
    ran = headway("log", *arguments, "--today", "2026-11-27")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
