"""The country of a place as feeds write it."""

import pytest

from headway.market.feeds.where import countries_in, country_in
from tests.market.feeds import one

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
    ["Remote", "EMEA", "Springfield", "Heilbronn, DE", "Wilmington, DE", "Tbilisi, Georgia", "Hybrid", "", None],
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
