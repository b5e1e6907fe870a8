"""`headway market jobs` and `value` on the screen: what a person reads, and the exit code."""

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
