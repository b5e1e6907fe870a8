"""How much of the market is within reach, in the plan and in the fit."""

import json
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import Context
from headway.app.fit import fit
from headway.app.market_import import import_postings
from headway.app.person import PersonQuestion
from headway.app.plan import PlanQuestion, plan
from headway.app.plan_json import plan_json
from headway.app.report import report_html
from tests.market.room import TODAY, filled

KNOWN = ("sql=3", "python=3", "pandas=2", "git=2", "tableau=2", "statistics=2")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The invented market."""
    return filled(tmp_path_factory.mktemp("market"))


def planned(context: Context, role: str = "machine-learning-engineer", **wish: Any) -> Json:
    return plan_json(plan(context, PlanQuestion(know=KNOWN, role=role, **wish)))


def test_without_a_market_the_share_is_not_known_and_no_zero(tmp_path: Path) -> None:
    """And the answer says why."""
    answer = planned(Context(TODAY, tmp_path), "data-analyst")
    assert (answer["reachable"], answer["market"], answer["reachable_note"]) == (None, None, "no market imported")


def test_the_plan_tells_the_share_today_and_at_its_end_with_n_and_interval(context: Context) -> None:
    """For the target role, of invented postings where they are; what the plan teaches does not lower it."""
    answer = planned(context)
    now, end = answer["market"]["now"], answer["market"]["at_end"]
    assert answer["reachable"] == now["share"]
    assert answer["market"]["role"] == "machine-learning-engineer"
    assert now["postings"] > 5
    assert now["low"] <= now["share"] <= now["high"]
    assert now["invented"]
    assert end["reachable"] >= now["reachable"]
    assert end["postings"] == now["postings"]


def test_country_filters_and_a_country_without_postings_falls_back_and_says_so(context: Context) -> None:
    """Germany has some; Iceland has none."""
    german, icelandic = planned(context, country="DE"), planned(context, country="IS")
    assert german["market"]["country"] == "DE"
    assert german["reachable_note"].endswith("in DE")
    assert icelandic["market"]["country"] is None
    assert "none is stated to be in IS" in icelandic["reachable_note"]


def test_the_page_marks_invented_postings_and_shows_the_share(context: Context) -> None:
    """As the screen does."""
    page = report_html(plan(context, PlanQuestion(know=KNOWN, role="data-analyst"))).decode()
    assert "INVENTED" in page
    assert "When the plan is done" in page


def test_fit_shows_the_best_postings_and_how_many_there_are(context: Context, tmp_path: Path) -> None:
    """Nothing imported is null, not an empty list."""
    found = fit(context, PersonQuestion(know=KNOWN))["postings"]
    assert len(found["best"]) == 3
    assert found["ranked"] > 60
    assert found["within_reach"]["invented"]
    assert fit(Context(TODAY, tmp_path), PersonQuestion(know=KNOWN))["postings"] is None


def test_a_real_market_is_not_called_invented(tmp_path: Path) -> None:
    """One posting that the person meets: all of it, and a small sample."""
    row = {"id": "1", "title": "Data analyst", "posted": "2026-11-02", "description": "Requirements\n- SQL\n- Python\n"}
    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps(row), encoding="utf-8")
    context = Context(TODAY, tmp_path / "home")
    import_postings(context, (str(own),))
    now = planned(context, "data-analyst")["market"]["now"]
    assert (now["reachable"], now["postings"], now["invented"], now["small_sample"]) == (1, 1, False, True)


def test_a_damaged_market_does_not_stop_the_plan(tmp_path: Path) -> None:
    """The main job always runs; the note says what is wrong."""
    (tmp_path / "market").mkdir()
    (tmp_path / "market" / "manifest.json").write_text("no manifest", encoding="utf-8")
    answer = planned(Context(TODAY, tmp_path), "data-analyst")
    assert answer["reachable"] is None
    assert "cannot be read" in answer["reachable_note"]
