"""What counts are made over: one posting for each group of copies, which tells what its copies say."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import Context
from headway.app.market_import import import_postings
from headway.app.market_keep import forget
from headway.app.market_room import open_store
from tests.market.room import TODAY

TEXT = "We build maps for ships. " + " ".join(f"You will chart sea {number} with Python." for number in range(40))
OTHER = "We sell maps. " + " ".join(f"You call port {number} and sell it a chart." for number in range(40))


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """An empty market."""
    return Context(TODAY, tmp_path)


def keep(context: Context, name: str, *rows: dict[str, Any]) -> dict[str, Any]:
    """Import rows; what the command says."""
    file = context.home / f"{name}.jsonl"
    plain = {"title": "Data Engineer", "company": "Acme", "description": TEXT, "location": "Berlin", "country": "DE"}
    file.write_text("".join(json.dumps({**plain, "id": f"{name}{at}", **row}) + "\n" for at, row in enumerate(rows)))
    return import_postings(context, (str(file),))


def postings(context: Context) -> list[dict[str, Any]]:
    """The postings, each with what its copies tell."""
    store = open_store(context)
    with store._connection() as connection:
        return connection.sql("SELECT * FROM posting ORDER BY id").to_arrow_table().to_pylist()


def test_copies_count_once_and_the_import_says_how_many_there_are(context: Context) -> None:
    """Three adverts of one job, one of another: two postings, four adverts."""
    said = keep(
        context,
        "a",
        {"posted": "2026-05-01"},
        {"posted": "2026-05-02", "location": "Paris", "country": "FR"},
        {"posted": "2026-07-01"},
        {"title": "Sales Manager", "description": OTHER},
    )
    assert (said["postings"], said["adverts"], said["in_several_places"], said["reposted"]) == (2, 4, 1, 1)
    (found,) = (each for each in postings(context) if each["title"] == "Data Engineer")
    assert (found["copies"], found["places"], found["countries"]) == (3, ["Berlin", "Paris"], ["DE", "FR"])
    assert (found["first_posted"], found["last_posted"]) == (dt.date(2026, 5, 1), dt.date(2026, 7, 1))
    assert (found["reposts"], found["age_days"]) == (1, (TODAY - dt.date(2026, 5, 1)).days)


def test_a_later_import_extends_the_groups_and_the_same_again_changes_no_file(context: Context) -> None:
    """The repost that comes in another file, months later, is a copy of what was there."""
    keep(context, "a", {"posted": "2026-05-01"})
    assert [each["copies"] for each in postings(context)] == [1]
    keep(context, "b", {"posted": "2026-09-01"})
    (found,) = postings(context)
    assert (found["copies"], found["reposts"], found["posted"]) == (2, 1, dt.date(2026, 5, 1))
    files = sorted((context.home / "market").glob("*.parquet"))
    keep(context, "b", {"posted": "2026-09-01"})
    assert sorted((context.home / "market").glob("*.parquet")) == files


def test_a_posting_is_found_in_every_country_of_its_copies(context: Context) -> None:
    """Though one country only stands at the advert that stands for it."""
    keep(context, "a", {}, {"location": "Paris", "country": "FR"})
    wishes = dict.fromkeys(("role", "seniority", "workplace", "since", "before"))
    for country, count in (("DE", 1), ("FR", 1), ("US", 0), (None, 1)):
        (row,) = open_store(context).ask_counts("scope", {**wishes, "country": country}).to_pylist()
        assert row["postings"] == count, country


def test_when_what_stood_for_a_group_is_taken_out_another_does(context: Context) -> None:
    """Nothing is lost with it."""
    keep(context, "a", {"posted": "2026-05-01"})
    keep(context, "b", {"posted": "2026-06-01"}, {"posted": "2026-06-20", "location": "Paris"})
    forget(context, "a", None, None, invented=False)
    (found,) = postings(context)
    assert (found["copies"], found["posted"]) == (2, dt.date(2026, 6, 1))


def test_without_the_table_of_copies_every_advert_stands_for_itself(context: Context) -> None:
    """As in the moments between a kill and the next import."""
    keep(context, "a", {}, {"location": "Paris"})
    manifest = context.home / "market" / "manifest.json"
    state = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**state, "copies": None}))
    assert [each["copies"] for each in postings(context)] == [1, 1]
