"""`headway market jobs` and `value` on the screen: what a person reads, and the exit code."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Headway

KNOWS = ("--know", "sql=3", "--know", "python=3", "--know", "pandas=2", "--know", "tableau=2")


@pytest.fixture
def market(headway: Headway, market_home: Path) -> Headway:
    """With the invented postings."""
    return headway


def test_jobs_are_marked_invented_and_tell_what_is_met_and_what_is_missing(market: Headway) -> None:
    """The line of the posting stands beside each requirement."""
    ran = market("market", "jobs", *KNOWS, "--limit", "3", "--today", TODAY)
    assert ran.code == 0
    assert "These postings are INVENTED" in ran.out
    assert ran.out.count("INVENTED  ") == 3
    assert "(claimed)" in ran.out
    assert "“" in ran.out
    assert "One skill away" in ran.out


def test_a_filter_says_what_it_left_out_and_an_empty_answer_has_its_own_exit_code(market: Headway) -> None:
    """Nothing pays a million; those that state no pay are counted."""
    ran = market("market", "jobs", *KNOWS, "--pay-floor", "9000000", "--currency", "EUR", "--today", TODAY)
    assert ran.code == 1
    assert "do not say" in ran.out
    assert "in another currency" in ran.out


def test_value_tells_hours_and_postings_and_a_set(market: Headway) -> None:
    """As a person reads it."""
    ran = market("market", "value", *KNOWS, "--limit", "3", "--today", TODAY)
    assert ran.code == 0
    assert "Within reach today:" in ran.out
    assert "nothing counted twice" in ran.out


def test_a_wrong_word_is_one_line_and_exit_code_two(market: Headway) -> None:
    """What is wrong, and what to write."""
    ran = market("market", "jobs", *KNOWS, "--workplace", "moon", "--today", TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert "remote, hybrid, onsite" in ran.err


def test_years_of_other_work_meet_no_posting(market: Headway, tmp_path: Path) -> None:
    """Ten years as a nurse are none of those that an advert for an engineer asks for, and the screen says so."""
    cv = "EXPERIENCE\nStaff Nurse, Example Hospital, May 2016 - present\n- Cared for patients\n\nSKILLS\nPython\n"
    (tmp_path / "cv.txt").write_text(cv)
    ran = market("market", "jobs", tmp_path / "cv.txt", "--limit", "60", "--today", TODAY)
    assert "None of your 10.6 dated years of work is in data, software or machine learning" in " ".join(ran.out.split())
    assert " asked, short" in ran.out
    assert not re.search(r"years [2-9][\d.]* asked, met", ran.out)
    role = market(
        "fit", tmp_path / "cv.txt", "--role", "data-analyst", "--seniority", "mid", "--json", "--today", TODAY
    )
    assert json.loads(role.out)["roles"][0]["years_note"].endswith("0.0 of such work are dated.")
