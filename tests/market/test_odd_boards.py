"""Boards' payloads in the variants that their makers document and that exports leave: nulls, lists, objects, text."""

from typing import Any

import pytest

from headway.postings.model import Pay
from tests.market.feeds import one
from tests.market.test_feeds import ASHBY, GREENHOUSE, LEVER

YEAR = Pay(120_000, 150_000, "USD", "year")
SALARY = {
    "compensationType": "Salary",
    "interval": "1 YEAR",
    "currencyCode": "USD",
    "minValue": 120_000,
    "maxValue": "150,000",
}
CENTS = {"min_cents": "12000000", "max_cents": 15_000_000, "currency_type": "USD", "title": "Annual"}
RANGE = {"min": 120_000, "max": "150000", "currency": "USD", "interval": "per-year-salary"}


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"location": {"name": "Rome, Italy"}}, "locations", ("Rome, Italy", "Paris", "Berlin Office")),
        ({"location": ["Rome, Italy", "Paris"]}, "locations", ("Rome, Italy", "Paris", "Berlin Office")),
        ({"secondaryLocations": ["Paris, France", None, {"location": None}]}, "countries", ("DE", "FR")),
        (
            {"secondaryLocations": [{"location": "HQ", "address": {"addressCountry": "France"}}]},
            "countries",
            ("DE", "FR"),
        ),
        ({"secondaryLocations": None}, "locations", ("Berlin Office",)),
        ({"location": "HQ", "address": {"addressCountry": "France"}}, "country", "FR"),
        ({"department": None, "team": {"name": "Search"}}, "department", "Search"),
        ({"descriptionPlain": ["We rank.", "We measure."]}, "text", "We rank.\nWe measure."),
        ({"compensation": [SALARY]}, "pay", Pay(120_000, 150_000, "USD", "year", "base")),
        (
            {"compensation": {"summaryComponents": [], "compensationTiers": [{"components": [SALARY]}, None]}},
            "pay",
            Pay(120_000, 150_000, "USD", "year", "base"),
        ),
        ({"compensation": {"compensationTierSummary": "$120K – $150K • Offers Equity"}}, "pay", YEAR),
        ({"compensation": {"scrapeableCompensationSalarySummary": "$120K - $150K"}}, "pay", YEAR),
        ({"compensation": {"summaryComponents": [SALARY | {"compensationType": "Bonus"}]}}, "pay", None),
    ],
)
def test_ashby_variants(change: dict[str, Any], field: str, value: object) -> None:
    """Places as objects, lists and text; pay in tiers, in a list, in words; a bonus alone is no pay."""
    assert getattr(one({"apiVersion": "1", "jobs": [ASHBY | change]}), field) == value


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"location": [{"name": "Lisbon, Portugal"}]}, "country", "PT"),
        ({"location": None, "offices": ["Berlin"]}, "locations", ("Berlin",)),
        ({"departments": None}, "department", None),
        ({"content": ["&lt;p&gt;We rank.&lt;/p&gt;"]}, "text", "<p>We rank.</p>"),
        ({"metadata": {"Workplace Type": "Hybrid"}}, "workplace", "hybrid"),
        ({"pay_input_ranges": [CENTS]}, "pay", YEAR),
        ({"pay_input_ranges": CENTS}, "pay", YEAR),
        ({"pay_input_ranges": [CENTS | {"min_cents": 0, "max_cents": 0}]}, "pay", None),
        (
            {
                "pay_input_ranges": None,
                "metadata": [
                    {"name": "Bonus pay", "value": {"unit": "USD", "min_value": "1000.0", "max_value": "2000.0"}},
                    {
                        "name": "Salary range",
                        "value": {"unit": "USD", "min_value": "120000.0", "max_value": "150000.0"},
                    },
                ],
            },
            "pay",
            YEAR,
        ),
    ],
)
def test_greenhouse_variants(change: dict[str, Any], field: str, value: object) -> None:
    """Cents as text, one range alone, pay in a field of the company's own making."""
    assert getattr(one({"jobs": [GREENHOUSE | change]}), field) == value


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"salaryRange": [RANGE, RANGE | {"max": 140_000}]}, "pay", YEAR),
        ({"salaryRange": "$120K - $150K per year"}, "pay", YEAR),
        ({"salaryRange": RANGE | {"interval": "one-time"}}, "pay", None),
        ({"categories": {"location": ["Berlin", "Paris"]}}, "locations", ("Berlin", "Paris")),
        (
            {"categories": {"location": {"name": "Berlin"}, "allLocations": [{"name": "Paris"}, None]}},
            "locations",
            ("Berlin", "Paris"),
        ),
        ({"categories": None}, "locations", ()),
        ({"lists": ["R & D", "SQL"]}, "text", "<ul><li>R &amp; D</li></ul>\n<ul><li>SQL</li></ul>"),
        ({"lists": [{"text": "You", "content": ["<li>a</li>", "<li>b</li>"]}]}, "text", "<li>a</li>\n<li>b</li>"),
        (
            {"description": None, "descriptionPlain": None, "opening": "<p>Open</p>", "descriptionBody": "<p>Body</p>"},
            "text",
            "<p>Open</p>\n<p>Body</p>",
        ),
    ],
)
def test_lever_variants(change: dict[str, Any], field: str, value: object) -> None:
    """Ranges as lists and text, places as objects, lists of strings, the opening apart from the body."""
    found = getattr(one([LEVER | change]), field)
    assert value in found if isinstance(value, str) else found == value
