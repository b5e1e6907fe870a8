"""The bundled postings: enough of them, invented, spread wide, and never mixed up with real ones."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path

import pytest

from headway.app.context import Context
from headway.app.market_examples import example_adverts
from headway.app.market_import import import_postings
from headway.app.market_room import open_store
from headway.market.model import Advert
from headway.postings.model import RoleFamily
from tests.market.room import TODAY, filled


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The invented market."""
    return filled(tmp_path_factory.mktemp("market"))


@pytest.fixture(scope="module")
def adverts(context: Context) -> tuple[Advert, ...]:
    """As they go in."""
    return example_adverts(context)


def test_there_are_sixty_at_least_and_each_says_that_it_is_invented(adverts: tuple[Advert, ...]) -> None:
    """In the field, in the source, and in the employer's name for whoever sees only that."""
    assert len(adverts) >= 60
    assert all(advert.invented and advert.source == "invented" for advert in adverts)
    assert all(advert.url is None for advert in adverts)


def test_they_spread_over_a_year_many_countries_and_copies(adverts: tuple[Advert, ...]) -> None:
    """Months, countries, the same text in several places, the same text on several days."""
    assert len({(a.posted.year, a.posted.month) for a in adverts if a.posted}) == 12
    assert {"DE", "US", "GB", "IN", None} <= {a.country for a in adverts}
    texts = Counter((a.company, a.title, a.text) for a in adverts)
    assert sum(n > 1 for n in texts.values()) >= 8


def test_what_is_understood_of_them_is_spread_too(context: Context) -> None:
    """Every role family with a few kinds of seniority, workplace and degree, pay stated or not."""
    table = open_store(context).ask("listing")
    families = set(RoleFamily.__args__)  # type: ignore[attr-defined]
    assert set(table["role"].to_pylist()) == families
    assert len(set(table["seniority"].to_pylist())) >= 7
    assert set(table["workplace"].to_pylist()) == {"remote", "hybrid", "onsite", "unstated"}
    assert {"none", "bachelor", "master", "phd", "unstated"} == set(table["degree"].to_pylist())
    assert 5 <= table["pay_year_max"].null_count <= len(table) // 2


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    """The same postings are kept once."""
    context = filled(tmp_path)
    again = import_postings(context, (), example=True)
    assert again["adverts"] == 92
    assert 60 <= again["postings"] == again["invented"] == len(open_store(context).ask("listing")) < 92


def test_they_step_back_as_soon_as_a_real_posting_is_there(tmp_path: Path) -> None:
    """Counts are never made over a mixture of invented and real postings."""
    context = filled(tmp_path / "home")
    row = {"id": "1", "title": "Data analyst", "posted": "2026-11-02", "description": "Requirements\n- SQL\n"}
    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps(row), encoding="utf-8")
    summary = import_postings(context, (str(own),))
    assert (summary["postings"], summary["invented"]) == (1, 0)


def test_no_date_lies_after_the_day_they_were_made(adverts: tuple[Advert, ...]) -> None:
    """A posting from the future would be a mistake of ours."""
    days = [advert.posted for advert in adverts if advert.posted]
    assert dt.date(2025, 11, 27) <= min(days)
    assert max(days) <= TODAY
