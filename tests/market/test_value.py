"""The value of the next hour: what is opened, in how many hours, as a set, and in stated pay."""

from typing import Any

import pytest

from headway.app.context import Context
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_value import ValueQuestion, market_value
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.errors import BadOption
from tests.market.room import filled

KNOWN = ("sql=3", "python=3", "pandas=2", "git=2", "tableau=2", "statistics=2", "machine-learning=1")
ANALYST = PersonQuestion(know=KNOWN)
Json = dict[str, Any]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The invented market."""
    return filled(tmp_path_factory.mktemp("market"))


@pytest.fixture(scope="module")
def found(context: Context) -> Json:
    """The analyst's answer."""
    return market_value(context, ANALYST, ValueQuestion(limit=50))


def test_rows_are_sorted_by_postings_for_each_hour(found: Json) -> None:
    """And each says what it takes."""
    for name in ("skills", "resources"):
        rates = [row["opens_per_hour"] for row in found[name]]
        assert rates == sorted(rates, reverse=True)
        for row in found[name]:
            assert row["opens"] > 0
            assert row["hours"] == pytest.approx(sum(step["hours"] for step in row["steps"]))
            assert row["low"] <= row["opens"] <= row["high"]


def test_each_skill_stands_once_and_a_resource_last_of_its_steps_or_before(found: Json) -> None:
    """A bundle for a resource holds the resource."""
    skills = [row["skill"] for row in found["skills"]]
    assert len(set(skills)) == len(skills)
    assert all(row["resource"] in {step["resource"] for step in row["steps"]} for row in found["resources"])


def test_the_set_counts_no_posting_and_no_resource_twice(found: Json) -> None:
    """What the steps add makes up the whole."""
    steps = found["set"]
    assert steps
    taken = [step["resource"] for row in steps for step in row["steps"]]
    assert len(set(taken)) == len(taken)
    total = hours = 0
    for row in steps:
        total, hours = total + row["opens"], hours + row["hours"]
        assert (row["opens_together"], row["hours_together"]) == (total, pytest.approx(hours))


def test_the_first_step_of_the_set_is_the_best_row(found: Json) -> None:
    """With nothing chosen, marginal and alone are the same."""
    best = max(row["opens_per_hour"] for name in ("skills", "resources") for row in found[name])
    assert found["set"][0]["opens_per_hour"] == best


def test_who_learns_what_a_row_teaches_reaches_as_many_more(context: Context, found: Json) -> None:
    """The count is what the ranking says afterwards, for a skill whose bundle is one resource."""
    row = next(row for row in found["skills"] if len(row["steps"]) == 1)
    known = dict(pair.split("=") for pair in KNOWN) | {row["skill"]: str(row["level"])}
    more = PersonQuestion(know=tuple(f"{skill}={level}" for skill, level in known.items()))
    before = market_jobs(context, ANALYST, JobsQuestion())["reachable"]
    assert before == found["now"]["reachable"]
    assert market_jobs(context, more, JobsQuestion())["reachable"] > before


def test_pay_is_one_currency_with_n_and_too_few_figures_tell_no_difference(context: Context) -> None:
    """In yen one posting states pay: no difference is told."""
    found = market_value(context, ANALYST, ValueQuestion(wish=JobsWish(currency="JPY")))
    assert found["pay_now"]["currency"] == "JPY"
    assert all(row["pay_added"] is None for row in found["skills"])


def test_today_says_n_interval_and_that_it_is_invented(found: Json) -> None:
    """No bare share."""
    now = found["now"]
    assert now["low"] < now["share"] < now["high"]
    assert now["invented"]
    assert now["postings"] >= 60


def test_a_narrow_filter_is_called_a_small_sample(context: Context) -> None:
    """Two postings are no market."""
    now = market_value(context, ANALYST, ValueQuestion(wish=JobsWish(country="JP")))["now"]
    assert now["small_sample"]
    assert now["postings"] < 30


def test_limits_make_sense(context: Context) -> None:
    """One clear line."""
    with pytest.raises(BadOption, match="--steps"):
        market_value(context, ANALYST, ValueQuestion(steps=0))
