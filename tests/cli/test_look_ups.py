"""Commands that look into the knowledge base."""

from pathlib import Path

import pytest

from tests.cli.conftest import Headway


@pytest.mark.parametrize(
    "arguments",
    [
        ["roles"],
        ["role", "ML engineer"],
        ["skill", "k8s"],
        ["resources", "--skill", "pytorch", "--free-only"],
        ["glossary", "overfitting"],
        ["sources"],
        ["compare", "degree", "bootcamp", "self-taught"],
        ["path", "data-analyst", "machine-learning-engineer"],
        ["pay", "data-scientist", "--seniority", "senior"],
        ["check"],
    ],
)
def test_each_look_up_answers_as_text_and_as_json(headway: Headway, arguments: list[str]) -> None:
    """Exit code 0, something to read, and the same as JSON."""
    text, data = headway(*arguments), headway(*arguments, "--json")
    assert (text.code, data.code) == (0, 0), text.err + data.err
    assert text.out.strip()
    assert data.json is not None


def test_a_path_names_time_and_pay_on_each_leg(headway: Headway) -> None:
    """Analyst to engineer goes over a role in between, each leg with hours and pay."""
    found = headway("path", "data-analyst", "machine-learning-engineer", "--json").json
    assert len(found["legs"]) >= 2
    assert found["legs"][0]["from"] == "data-analyst"
    assert found["legs"][-1]["to"] == "machine-learning-engineer"
    for leg in found["legs"]:
        assert leg["hours"]["likely"] > 0
        assert leg["months"] == pytest.approx(leg["hours"]["likely"] / 10 / (52 / 12))
        assert len(leg["pay"]) == 2


def test_guides_that_disagree_on_entry_pay_are_both_shown(headway: Headway) -> None:
    """Junior pay: one guide says 70-110, another 80-120 thousand."""
    found = headway("pay", "machine-learning-engineer", "--seniority", "junior", "--json").json
    assert any("70,000-110,000" in c and "80,000-120,000" in c for c in found["conflicts"])


def test_the_audit_of_the_first_guide_fails_with_its_own_figures(headway: Headway) -> None:
    """Exit code 1, 18.8-19.8 months, and the pace that would keep the promise."""
    ran = headway("audit", "s0")
    assert ran.code == 1
    assert "18.8-19.8 months" in ran.out
    assert "14.6-16.5 hours a week" in ran.out


def test_an_own_roadmap_is_audited_by_the_same_rules(headway: Headway, tmp_path: Path) -> None:
    """Order, promise and skills taught nowhere, from a small file."""
    roadmap = tmp_path / "mine.yaml"
    roadmap.write_text(
        """
id: mine
title: My year
promised_months: [2, 2]
hours_per_week: [10, 10]
courses:
  - label: Deep learning
    stated: {source: user, months: [3, 3]}
    needs: [{skill: python, level: 2}]
    teaches: [{skill: deep-learning, to: 2}]
  - label: Python
    stated: {source: user, hours: [60, 80]}
    teaches: [{skill: python, to: 2}]
stages:
  - {id: mine-1, label: Deploy, skills: [{skill: docker, level: 1}]}
""",
        encoding="utf-8",
    )
    found = headway("audit", roadmap, "--json")
    assert found.code == 1
    assert {f["code"] for f in found.json["findings"]} == {"promise-too-short", "out-of-order", "taught-nowhere"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id: a\ntitle: A\ncourse: []\n", ["mine.yaml:3", "courses"]),
        ("id: a\ntitle: A\nstages: [{id: a1, label: L, skills: [{skill: pyhton, level: 1}]}]\n", ["python"]),
        ("id: [\n", ["mine.yaml"]),
        ("id: a\ntitle: A\ncourses: [{resource: no-such}]\n", ["no-such"]),
    ],
)
def test_a_broken_own_roadmap_says_where(headway: Headway, tmp_path: Path, text: str, words: list[str]) -> None:
    """File, line and the nearest right word."""
    roadmap = tmp_path / "mine.yaml"
    roadmap.write_text(text, encoding="utf-8")
    ran = headway("audit", roadmap)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    for word in words:
        assert word in ran.err


def test_nothing_found_is_exit_code_one(headway: Headway) -> None:
    """A valid question with an empty answer."""
    assert headway("resources", "--skill", "pytorch", "--kind", "degree", "--json").code in (0, 1)
    assert headway("glossary", "zzz").code == 2


def test_one_resource_in_full(headway: Headway) -> None:
    """Work of one's own has no page elsewhere: its text is told, and that nobody grades it; found by id or by name."""
    told = " ".join(headway("resources", "lab-game-search").out.split())
    assert "Write minimax with alpha-beta" in told
    assert "nobody grades it" in told
    assert "Reinforcement learning none to aware" in told
    assert "Book, O'Reilly" in headway("resources", "software engineering at google").out
    assert headway("resources", "lab-game-serch").code == 2
    assert headway("resources", "lab-game-search", "--free-only").code == 2


def test_no_arguments_show_the_help(headway: Headway) -> None:
    """A newcomer sees the commands."""
    assert "plan" in headway("--help").out


def test_pay_of_a_role_goes_from_junior_up(headway: Headway) -> None:
    """Source by source; in each the grades in their order, those over several grades last, the newest year first."""
    rows = headway("role", "data-scientist", "--json").json["pay"]
    assert len(rows) > 10
    grades = ["intern", "junior", "mid", "senior", "staff", "principal", "manager"]
    for source in {row["source"] for row in rows}:
        single = [row for row in rows if row["source"] == source and len(row["seniority"]) == 1]
        ranks = [(grades.index(row["seniority"][0]), row.get("country") or "", -row["year"]) for row in single]
        assert ranks == sorted(ranks)
        own = [row for row in rows if row["source"] == source]
        assert own[: len(single)] == single
