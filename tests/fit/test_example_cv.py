"""The example CV, read and compared: a working senior data analyst."""

from pathlib import Path

import pytest

from headway.app.context import Context
from headway.app.fit import fit
from headway.app.past import past_of
from headway.app.person import Person, PersonQuestion
from tests.market.room import TODAY

CV = str(Path(__file__).parent.parent.parent / "examples" / "mara-lindqvist.pdf")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return Context(TODAY, tmp_path_factory.mktemp("home"))


def test_a_senior_data_analyst_is_within_reach_of_what_she_is(context: Context) -> None:
    """Silence on communication or data cleaning does not make her a stranger to her own job."""
    rows = {row["role"]: row for row in fit(context, PersonQuestion(cv=CV))["roles"]}
    assert (rows["data-analyst"]["reachable_now"], rows["data-analyst"]["reachable_because"]) == ("senior", "held")
    assert rows["machine-learning-engineer"]["reachable_now"] is None


def test_the_highest_rank_of_a_role_in_dated_jobs_counts(context: Context) -> None:
    """Data analyst for 31 months, then senior data analyst."""
    assert past_of(Person(context, PersonQuestion(cv=CV))).held["data-analyst"] == "senior"


def test_one_skill_named_is_mostly_what_is_assumed_of_anyone(context: Context) -> None:
    """The answer says how much."""
    best = fit(context, PersonQuestion(know=("python=2",)))["roles"][0]
    assert 0 < best["score"] - best["assumed"] < 0.15
