"""Where a country is asked for, only the copies of a posting in that country are counted and shown."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from headway.app.context import Context
from headway.app.market_demand import Question, market_demand
from headway.app.market_import import import_postings
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_room import folder_of
from headway.app.market_scope import Wishes
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.cli import show_jobs
from headway.market.manifest import read_manifest
from tests.market.room import empty

TEXT = "We build ranking models for shops.\n\nRequirements\n- 3+ years of Python\n- SQL\n- Experience with PyTorch"
PLACES = ("Vienna, Austria", "Munich, Germany", "Berlin, Germany", "Paris, France", "Lyon, France", "Nice, France")
Json = dict[str, Any]


@pytest.fixture
def context(tmp_path: Path, run_home: Path) -> Context:
    """One job in six cities of three countries, each an advert of its own."""
    made = empty(tmp_path, run_home)
    rows = [
        {"id": place, "title": "Data Scientist", "company": "Example Ltd", "location": place, "description": TEXT}
        for place in PLACES
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    import_postings(made, (str(path),))
    return made


def job(context: Context, **wish: Any) -> Json:
    """The only posting."""
    found = market_jobs(context, PersonQuestion(know=("python=2",)), JobsQuestion(wish=JobsWish(**wish)))
    (only,) = found["jobs"]
    return dict(only)


def folded(context: Context, country: str | None) -> int:
    """Duplicates counted once."""
    result = market_demand(context, Wishes(country=country), Question())
    assert result["counted"]["postings"] == 1
    return int(result["counted"]["folded"])


@pytest.mark.parametrize(("country", "cities"), [("DE", 2), ("AT", 1), ("FR", 3), (None, 6)])
def test_only_copies_in_the_country_asked_for_count(context: Context, country: str | None, cities: int) -> None:
    """In what demand says was folded, and in what jobs shows of the posting; those elsewhere are told apart."""
    shown = job(context, country=country)

    assert folded(context, country) == cities - 1
    assert (shown["copies"], shown["copies_elsewhere"]) == (cities, 6 - cities)
    assert len(shown["locations"]) == cities
    assert shown["countries"] == ([country] if country else ["AT", "DE", "FR"])


def test_dates_and_reposts_are_those_of_the_country(tmp_path: Path, run_home: Path) -> None:
    """What was put up again in France does not make the German advert look older or put up again."""
    made = empty(tmp_path, run_home)
    adverts = [("Paris, France", "2026-01-05"), ("Paris, France", "2026-03-05"), ("Berlin, Germany", "2026-05-05")]
    rows = [
        {"id": n, "title": "Data Scientist", "company": "Example Ltd", "location": place, "date": date, "text": TEXT}
        for n, (place, date) in enumerate(adverts)
    ]
    path = tmp_path / "again.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    import_postings(made, (str(path),))

    def told(country: str | None) -> tuple[str, str, int]:
        shown = job(made, country=country)
        return shown["first_posted"], shown["posted"], shown["reposts"]

    assert told("DE") == ("2026-05-05", "2026-05-05", 0)
    assert told("FR") == ("2026-01-05", "2026-03-05", 1)
    assert told(None) == ("2026-01-05", "2026-05-05", 1)


@pytest.fixture
def again(tmp_path: Path, run_home: Path) -> Context:
    """One job put up in France in January and in March, in Germany in May, in Austria without a date."""
    made = empty(tmp_path, run_home)
    adverts = [("Paris", "FR", "2026-01-05"), ("Paris", "FR", "2026-03-05"), ("Berlin", "DE", "2026-05-05")]
    rows = [
        {
            "id": n,
            "title": "Data Scientist",
            "company": "Example Ltd",
            "location": place,
            "country": country,
            "text": TEXT,
        }
        | ({"date": date} if date else {})
        for n, (place, country, date) in enumerate([*adverts, ("Vienna", "AT", None)])
    ]
    path = tmp_path / "again.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    import_postings(made, (str(path),))
    return made


@pytest.mark.parametrize(
    ("country", "since", "found"),
    [
        ("FR", "2026-04-01", 0),
        ("FR", "2026-02-01", 1),
        ("DE", "2026-04-01", 1),
        ("AT", "2026-01-01", 0),
        (None, "2026-04-01", 1),
    ],
)
def test_jobs_since_a_day_are_those_put_up_in_the_country(
    again: Context, country: str | None, since: str, found: int
) -> None:
    """What was put up lately in Germany is not new in France."""
    wish = JobsQuestion(wish=JobsWish(country=country, since=since))
    assert len(market_jobs(again, PersonQuestion(know=("python=2",)), wish)["jobs"]) == found


@pytest.mark.parametrize(
    ("country", "before", "found"),
    [("DE", "2026-02-01", 0), ("FR", "2026-02-01", 1), (None, "2026-02-01", 1), ("AT", "2026-12-01", 0)],
)
def test_demand_counts_by_the_dates_of_the_country(
    again: Context, country: str | None, before: str, found: int
) -> None:
    """A job put up in France in January was not yet there in Germany in that month; of Austria no day is known."""
    counted = market_demand(again, Wishes(country=country, before=before), Question())["counted"]
    assert counted["postings"] == found


def test_the_cities_shown_are_those_of_the_country(context: Context, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever advert stands for all of them; the screen says that there are more elsewhere."""
    wish = JobsQuestion(wish=JobsWish(country="DE"))
    show_jobs.jobs(market_jobs(context, PersonQuestion(know=("python=2",)), wish), as_json=False)

    said = capsys.readouterr().out
    assert sorted(job(context, country="DE")["locations"]) == ["Berlin, Germany", "Munich, Germany"]
    assert "2 copies, 4 more in other countries" in said
    assert "France" not in said


def test_copies_grouped_by_an_older_version_are_still_read(context: Context) -> None:
    """Their file does not say which copy is where: all are told, as before, until the next import groups them anew."""
    manifest = read_manifest(folder_of(context))
    path = folder_of(context) / str(manifest.copies)
    pq.write_table(pq.read_table(path).drop_columns(["parts"]), path)

    assert (job(context, country="DE")["copies"], folded(context, "DE")) == (6, 5)
