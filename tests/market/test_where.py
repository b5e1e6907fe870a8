"""The country of a place as feeds write it."""

import json
from pathlib import Path

import pytest

from headway.app.market_demand import Question, market_demand
from headway.app.market_import import import_postings
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_keep import reread
from headway.app.market_scope import Wishes
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.market.feeds.where import countries_in, country_in
from tests.market.feeds import one
from tests.market.room import empty

TEXT = "We rank with Python and PyTorch, and look for somebody who likes to measure what the ranking does."


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Berlin, Germany", "DE"),
        ("San Francisco, CA", "US"),
        ("Presidio, CA", "US"),
        ("Austin, TX 78701", "US"),
        ("Cambridge, MA", "US"),
        ("Athens, GA", "US"),
        ("Palermo, Italy", "IT"),
        ("Palermo", "IT"),
        ("Palermo (Buenos Aires)", "AR"),
        ("Palermo Soho, Buenos Aires", "AR"),
        ("London, Ontario", "CA"),
        ("London, ON", "CA"),
        ("Paris, Texas", "US"),
        ("Albuquerque, New Mexico", "US"),
        ("Atlanta, Georgia", "US"),
        ("US Remote", "US"),
        ("Remote - Canada", "CA"),
        ("Remote (UK)", "GB"),
        ("India-Bangalore", "IN"),
        ("Pune, IN", "IN"),
        ("Acme Germany", "DE"),
        ("London, UK; Remote", "GB"),
        ("Berlin, Munich", "DE"),
        ("Dubai, UAE", "AE"),
    ],
)
def test_one_country_is_named(place: str, country: str) -> None:
    """By its name, by a state or province, or by a large city."""
    assert country_in(place) == country


@pytest.mark.parametrize(
    "place",
    ["Remote", "EMEA", "Springfield", "Buxtehude, DE", "Wilmington, DE", "Tbilisi, Georgia", "Hybrid", "", None],
)
def test_no_country_is_sure(place: str | None) -> None:
    """A code that a state and a country share tells nothing behind a town that is not known."""
    assert country_in(place) is None


@pytest.mark.parametrize(
    "place",
    [
        "San Francisco, CA; London, United Kingdom",
        "Toronto, Canada | Berlin, Germany",
        "Dublin, Ireland or London, UK",
        "New York, London",
        "EU & US",
        "Remote - US, Canada",
    ],
)
def test_of_several_countries_none_is_taken(place: str) -> None:
    """Neither the first nor the last."""
    assert len(countries_in(place)) > 1
    assert country_in(place) is None


def test_a_posting_of_several_countries_names_each() -> None:
    """One place for all is none; every country that the feed states is kept."""
    two = [{"location": "London", "address": {"postalAddress": {"addressCountry": "United Kingdom"}}}]
    job = {"id": "1", "jobUrl": "https://jobs.ashbyhq.com/acme/1", "title": "ML Engineer", "descriptionPlain": TEXT}
    found = one({"jobs": [job | {"location": "New York", "secondaryLocations": two}]})
    assert (found.country, found.countries) == ("US", ("GB", "US"))
    row = one([{"title": "ML Engineer", "description": TEXT, "location": "Toronto, Canada; Oslo, Norway"}])
    assert (row.country, row.countries) == (None, ("CA", "NO"))


def test_a_posting_is_found_in_every_country_it_names(tmp_path: Path, run_home: Path) -> None:
    """In counts and in the ranking, with a copy in one of them; the country that its text seems to say is not added."""
    made = empty(tmp_path, run_home)
    places = {"a": "Toronto, Canada; Oslo, Norway", "b": "Oslo, Norway"}
    text = f"Location: Berlin. {TEXT}\n\nRequirements\n- Python"
    rows = [
        {
            "id": key,
            "title": "ML Engineer",
            "company": "Acme",
            "location": place,
            "text": text,
        }
        for key, place in places.items()
    ]
    rows.append({"id": "c", "title": "Data Engineer", "company": "Other", "location": "Oslo", "text": "SQL " * 30})
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    import_postings(made, (str(path),))

    def told(country: str) -> tuple[int, int]:
        counted = market_demand(made, Wishes(country=country), Question())["counted"]
        return counted["postings"], counted["folded"]

    assert [told(country) for country in ("CA", "NO", "DE")] == [(1, 0), (2, 1), (0, 0)]
    assert reread(made)["reread"] == 0
    wish = JobsQuestion(wish=JobsWish(country="CA"))
    (shown,) = market_jobs(made, PersonQuestion(know=("python=2",)), wish)["jobs"]
    assert (shown["copies"], shown["copies_elsewhere"]) == (1, 1)


def test_a_greenhouse_job_without_a_country_takes_that_of_its_offices() -> None:
    """Only where its own place names none, and they name one."""
    job = {
        "absolute_url": "https://boards.greenhouse.io/acme/jobs/1",
        "id": 1,
        "title": "Vault Designer &amp; Builder",
        "content": f"&lt;p&gt;{TEXT}&lt;/p&gt;",
        "location": {"name": "East Coast"},
        "offices": [{"name": "East", "location": "United States"}, {"name": "New York, NY", "location": None}],
    }
    assert one({"jobs": [job]}).country == "US"
    assert one({"jobs": [job | {"location": {"name": "London or Paris"}}]}).country is None
    assert one({"jobs": [job]}).title == "Vault Designer & Builder"


@pytest.mark.parametrize(
    ("place", "offices", "locations"),
    [
        ("Hybrid, Oslo", ["Oslo, Norway"], ("Oslo, Norway",)),
        ("Remote, Italy", ["Italy"], ("Remote, Italy",)),
        ("Oslo; Bergen", ["Oslo, Norway", "Remote"], ("Bergen", "Oslo, Norway", "Remote")),
    ],
)
def test_a_greenhouse_job_names_each_place_once(place: str, offices: list[str], locations: tuple[str, ...]) -> None:
    """A place told again by an office, with the way of working or less exactly, is not a second place."""
    job = {
        "absolute_url": "https://boards.greenhouse.io/acme/jobs/1",
        "id": 1,
        "title": "Vault Designer",
        "content": f"&lt;p&gt;{TEXT}&lt;/p&gt;",
        "location": {"name": place},
        "offices": [{"name": name} for name in offices],
    }
    assert one({"jobs": [job]}).locations == locations
