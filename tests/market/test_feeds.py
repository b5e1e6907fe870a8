"""What boards state becomes the fields of an advert; what they do not state stays empty."""

import datetime as dt
import html
import json
from pathlib import Path
from typing import Any

import pytest

from headway.market.feeds.model import Bad
from headway.market.model import Advert
from headway.market.understand import advert_of, content_of, understand
from headway.postings.model import Pay
from tests.market.feeds import TODAY, one, read

ASHBY = {
    "id": "d3bc1ced",
    "title": "ML Engineer",
    "department": "Product",
    "team": "Search",
    "employmentType": "FullTime",
    "location": "Berlin Office",
    "secondaryLocations": [{"location": "Paris"}, {"location": "Berlin Office"}],
    "publishedAt": "2026-04-27T20:13:45.158+00:00",
    "isListed": True,
    "isRemote": False,
    "workplaceType": "Hybrid",
    "address": {"postalAddress": {"addressCountry": "Germany", "addressLocality": "Berlin"}},
    "jobUrl": "https://jobs.ashbyhq.com/acme%20labs/d3bc1ced",
    "descriptionHtml": "<p>We rank.</p>",
    "descriptionPlain": "We rank.",
    "compensation": {
        "compensationTiers": [],
        "summaryComponents": [
            {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 1, "maxValue": 2},
            {
                "compensationType": "Salary",
                "interval": "1 YEAR",
                "currencyCode": "EUR",
                "minValue": 7e4,
                "maxValue": 9e4,
            },
            {
                "compensationType": "Bonus",
                "interval": "1 YEAR",
                "currencyCode": "EUR",
                "minValue": 5e3,
                "maxValue": 5e3,
            },
        ],
    },
}


def test_ashby() -> None:
    """Salary without equity and bonus; places once each; the board's name stands for the company."""
    assert one({"apiVersion": "1", "jobs": [ASHBY]}) == Advert(
        source="ashby",
        board="acme labs",
        source_id="d3bc1ced",
        title="ML Engineer",
        text="We rank.",
        company="acme labs",
        url="https://jobs.ashbyhq.com/acme%20labs/d3bc1ced",
        locations=("Berlin Office", "Paris"),
        posted=dt.date(2026, 4, 27),
        workplace="hybrid",
        country="DE",
        countries=("DE", "FR"),
        pay=Pay(70000, 90000, "EUR", "year", "base"),
        employment="full-time",
        department="Product",
        notes=("little-text",),
    )


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"workplaceType": None, "isRemote": True}, "workplace", "remote"),
        ({"workplaceType": None, "isRemote": False}, "workplace", "unstated"),
        ({"workplaceType": None, "isRemote": None, "location": "Remote - Canada"}, "workplace", "remote"),
        ({"workplaceType": None, "isRemote": None, "location": "Onsite Berlin"}, "workplace", "onsite"),
        ({"workplaceType": None, "isRemote": None, "location": "Hybrid"}, "workplace", "hybrid"),
        ({"workplaceType": None, "isRemote": None, "location": "Lyon (on-site)"}, "workplace", "onsite"),
        ({"workplaceType": None, "isRemote": None, "location": "Berlin or onsite"}, "workplace", "unstated"),
        ({"workplaceType": "OnSite"}, "workplace", "onsite"),
        ({"address": None}, "country", "DE"),
        ({"address": None, "location": "Springfield"}, "country", None),
        ({"address": {"postalAddress": {"addressCountry": "European Union"}}, "location": "EU"}, "country", None),
        ({"address": {"postalAddress": {"addressCountry": "U.S.A"}}}, "country", "US"),
        ({"compensation": None}, "pay", None),
        ({"descriptionPlain": ""}, "text", "<p>We rank.</p>"),
        ({"publishedAt": None}, "posted", None),
        ({"employmentType": "Intern"}, "employment", "internship"),
        ({"jobUrl": None}, "board", "mine"),
    ],
)
def test_ashby_field_by_field(change: dict[str, Any], field: str, value: object) -> None:
    """Only what is said."""
    assert getattr(one({"apiVersion": "1", "jobs": [ASHBY | {"isListed": True} | change]}), field) == value


def test_ashby_salaries_in_two_currencies_are_none() -> None:
    """Which one is this job's cannot be told from the fields."""
    parts = [
        {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": code, "minValue": 1e5, "maxValue": 2e5}
        for code in ("USD", "CAD")
    ]
    assert one({"jobs": [ASHBY | {"compensation": {"summaryComponents": parts}}]}).pay is None


GREENHOUSE = {
    "absolute_url": "https://job-boards.greenhouse.io/acme/jobs/42",
    "location": {"name": "Remote, Italy"},
    "metadata": [{"name": "Employment Type", "value": "Full-time"}, {"name": "Workplace Type", "value": None}],
    "id": 42,
    "updated_at": "2026-07-17T08:48:22-04:00",
    "first_published": "2026-04-17T05:58:03-04:00",
    "title": "ML Engineer",
    "company_name": "Acme",
    "content": html.escape("<p>We rank &amp; sort.</p><ul><li>Python</li></ul>"),
    "departments": [{"name": "Engineering"}],
    "offices": [{"name": "Milan"}, {"name": "No Office"}],
}


def test_greenhouse() -> None:
    """The escaped text is HTML again; the place's words say country and workplace."""
    found = one({"jobs": [GREENHOUSE], "meta": {"total": 1}})
    assert found.text == "<p>We rank &amp; sort.</p><ul><li>Python</li></ul>"
    assert (found.source, found.board, found.source_id, found.company) == ("greenhouse", "acme", "42", "Acme")
    assert (found.posted, found.updated) == (dt.date(2026, 4, 17), dt.date(2026, 7, 17))
    assert (found.workplace, found.country, found.locations) == ("remote", "IT", ("Remote, Italy", "Milan"))
    assert (found.employment, found.department, found.pay) == ("full-time", "Engineering", None)
    assert one(GREENHOUSE) == found, "one job alone, as its own endpoint answers"


@pytest.mark.parametrize(
    ("ranges", "pay"),
    [
        ([("Annual Salary", 10_000_000, 15_000_000, "USD")], Pay(100000, 150000, "USD", "year")),
        (
            [("Zone 1", 10_000_000, 15_000_000, "USD"), ("Zone 2", 9_000_000, 12_000_000, "USD")],
            Pay(9e4, 15e4, "USD", "year"),
        ),
        ([("Hourly rate", 4_500, 6_000, "USD")], Pay(45, 60, "USD", "hour")),
        ([("Pay", 4_500, 6_000, "USD")], Pay(45, 60, "USD", "hour")),
        ([("Monthly", 500_000, 600_000, "EUR")], Pay(5000, 6000, "EUR", "month")),
        ([("Pay", 500_000, 600_000, "EUR")], None),
        ([("Pay", 2_500_000, 3_000_000, "PLN")], None),
        ([("US", 10_000_000, 15_000_000, "USD"), ("CA", 10_000_000, 15_000_000, "CAD")], None),
        ([("Pay", 0, 0, "USD")], None),
        ([("Pay", None, "x", None)], None),
    ],
)
def test_greenhouse_pay(ranges: list[tuple[str, Any, Any, Any]], pay: Pay | None) -> None:
    """Cents become whole units; a period that is not said is taken only where the amount leaves no doubt."""
    rows = [
        {"title": title, "min_cents": low, "max_cents": high, "currency_type": currency, "blurb": "<p>x</p>"}
        for title, low, high, currency in ranges
    ]
    assert one({"jobs": [GREENHOUSE | {"pay_input_ranges": rows}]}).pay == pay


def test_greenhouse_without_texts_says_how_to_ask_for_them() -> None:
    """The plain list of a board leaves the descriptions out."""
    (found,) = read(json.dumps({"jobs": [{key: value for key, value in GREENHOUSE.items() if key != "content"}]}))
    assert isinstance(found, Bad)
    assert "content=true" in found.reason


LEVER = {
    "id": "3414ba28",
    "text": "ML Engineer",
    "hostedUrl": "https://jobs.lever.co/acme/3414ba28",
    "categories": {"commitment": "Full-time", "team": "Core", "location": "Seoul", "allLocations": ["Seoul", "Busan"]},
    "createdAt": 1779223091267,
    "country": "KR",
    "workplaceType": "on-site",
    "description": "<div>We rank.</div>",
    "descriptionPlain": "We rank.",
    "lists": [{"text": "What we look for", "content": "<li>Python</li><li>SQL</li>"}],
    "additional": "<div>Perks</div>",
    "salaryRange": {"min": 150000, "max": 180000, "currency": "USD", "interval": "per-year-salary"},
}


def test_lever() -> None:
    """The text holds the lists under their headings, which the plain description leaves out."""
    found = one([LEVER])
    assert found.text == (
        "<div>We rank.</div>\n<h3>What we look for</h3>\n<ul><li>Python</li><li>SQL</li></ul>\n<div>Perks</div>"
    )
    assert (found.source, found.board, found.locations) == ("lever", "acme", ("Seoul", "Busan"))
    assert (found.posted, found.country, found.workplace) == (dt.date(2026, 5, 19), "KR", "onsite")
    assert (found.pay, found.employment, found.department) == (Pay(150000, 180000, "USD", "year"), "full-time", "Core")


@pytest.mark.parametrize(
    ("interval", "pay"),
    [
        ("per-hour-wage", Pay(40, 60, "USD", "hour")),
        ("per-day-wage", Pay(40, 60, "USD", "day")),
        ("per-month-salary", Pay(40, 60, "USD", "month")),
        ("semi-month-salary", Pay(80, 120, "USD", "month")),
        ("per-week-salary", Pay(2080, 3120, "USD", "year")),
        ("one-time", None),
    ],
)
def test_lever_intervals(interval: str, pay: Pay | None) -> None:
    """Each period that can be kept; what is paid once is no pay."""
    said = {"min": 60, "max": 40, "currency": "usd", "interval": interval}
    assert one([LEVER | {"salaryRange": said}]).pay == pay


def test_json_lines_of_a_feed() -> None:
    """Each line as that feed's, also mixed; a line that is none is set aside."""
    lines = [ASHBY, GREENHOUSE, LEVER, POSTING, {"jobUrl": "x"}]
    found = read("\n".join(json.dumps(each) for each in lines), "a.jsonl")
    assert [each.source if isinstance(each, Advert) else "bad" for each in found] == [
        *("ashby", "greenhouse", "lever", "json-ld", "bad"),
    ]


POSTING = {"@type": "JobPosting", "title": "ML Engineer", "description": "We rank."}


def test_a_row_gives_its_advert_back(one_reader: Any) -> None:
    """So that it can be read again: nothing of the feed is lost, and its digest stays the same."""
    for content, name in (
        (json.dumps({"jobs": [ASHBY]}), "b.json"),
        (json.dumps([LEVER]), "b.json"),
        (json.dumps(POSTING), "p.json"),
    ):
        advert = one(content, name=name)
        row = understand(advert, one_reader, TODAY)
        columns = {field: getattr(row, field) for field in row.__struct_fields__}
        assert advert_of(columns) == advert
        assert content_of(advert) == row.content


def test_real_boards(shared: Path) -> None:
    """Every posting of 133 boards is taken; places, dates and pay as often as the boards state them."""
    taken: list[Advert] = []
    stated = 0
    for path in sorted((shared / "data" / "ats").rglob("*.json")):
        rows = read(path.read_bytes(), path.name)
        assert not [row for row in rows if isinstance(row, Bad)], path.name
        taken += [row for row in rows if isinstance(row, Advert)]
        for job in json.loads(path.read_bytes()).get("jobs", []) if path.name != "lever.json" else []:
            parts = (job.get("compensation") or {}).get("summaryComponents") or []
            stated += any(each["compensationType"] == "Salary" and each["interval"] != "1 TIME" for each in parts)
    assert len(taken) == 2377
    assert all(each.company and each.url and each.posted for each in taken)
    assert 0 <= stated - sum(each.pay is not None and each.source == "ashby" for each in taken) <= 25
