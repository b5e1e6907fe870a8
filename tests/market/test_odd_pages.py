"""Odd but plausible pages with a schema.org JobPosting: read where one thing can be meant, else refused in one line."""

import json
from typing import Any

import pytest

from headway.errors import UnreadableFile
from headway.market.feeds.model import Bad
from tests.market.feeds import one, read
from tests.market.test_json_ld import page, posting

SAID = json.dumps(posting())
FLIGHT = json.dumps("5:" + json.dumps({"job": posting()}))


@pytest.mark.parametrize(
    "content",
    [
        f"<html><script type=application/ld+json>{SAID}</script></html>",
        f'<HTML><SCRIPT TYPE="APPLICATION/LD+JSON">{SAID}</SCRIPT></HTML>',
        f'<html><noscript><script type="application/ld+json">{SAID}</script></noscript></html>',
        f'<html><script id="data" type="application/json">{{"props": {{"job": {SAID}}}}}</script></html>',
        f"<html><script>var s = document.createElement('script'); s.text = JSON.stringify({SAID});</script></html>",
        f"<html><script>self.next.push([1, {FLIGHT}])</script></html>",
        page(json.dumps(SAID)),
        page(posting(**{"@type": " jobPosting"})),
        page({"@type": "WebPage", "mainEntityOfPage": posting()}),
        page({"@included": [posting()]}),
        page(posting(description="<![CDATA[<p>We rank.</p>]]>")),
        page(posting(description={"@value": "<p>We rank.</p>", "@type": "rdf:HTML"})),
        "\ufeff" + page(posting()),
    ],
)
def test_wherever_and_however_it_stands(content: str) -> None:
    """In scripts of another kind too: the page's own data, and code that writes it."""
    found = one(content, name="page.html")
    assert (found.title, found.text, found.company) == ("ML Engineer", "<p>We rank.</p>", "Acme & Co")


def test_a_script_with_more_postings_than_are_looked_for_says_how_many_are_left() -> None:
    """Fifty of one script are read, for the sake of pages that mean harm; the rest is set aside in one line."""
    jobs = [posting(title=f"Engineer {n}", url=f"https://acme.example/jobs/{n}") for n in range(53)]
    found = read(f'<html><script type="application/json">{json.dumps({"jobs": jobs})}</script></html>', "page.html")
    assert len(found) == 51
    left = found[-1]
    assert isinstance(left, Bad)
    assert left.reason.startswith("3 more postings stand in a script of it")


def test_json_ld_written_out_in_full() -> None:
    """Whole addresses for names, lists of values for values."""
    address = "http://schema.org/"
    full = {
        "@type": [f"{address}JobPosting"],
        **{f"{address}{name}": [{"@value": text}] for name, text in (("title", "ML Engineer"), ("description", "We."))},
    }
    assert one([full]).title == "ML Engineer"


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"jobLocationType": "https://schema.org/TELECOMMUTE"}, "workplace", "remote"),
        ({"jobLocationType": ["TELECOMMUTE"]}, "workplace", "remote"),
        ({"jobLocationType": "Remote - US"}, "workplace", "remote"),
        ({"employmentType": "https://schema.org/FULL_TIME"}, "employment", "full-time"),
        ({"employmentType": "FULL_TIME, CONTRACTOR"}, "employment", "full-time"),
        ({"hiringOrganization": [{"name": "Acme"}, {"name": "Beta"}]}, "company", "Acme"),
        ({"hiringOrganization": {"name": ["Acme", "Acme Inc"]}}, "company", "Acme"),
        ({"hiringOrganization": {"parentOrganization": {"name": "Acme"}}}, "company", "Acme"),
        ({"description": ["<p>a</p>", "<p>b</p>"]}, "text", "<p>a</p>\n<p>b</p>"),
        ({"jobLocation": ["Berlin, Germany", "Paris, France"]}, "countries", ("DE", "FR")),
        ({"jobLocation": {"geo": {"latitude": 1}}}, "locations", ()),
        (
            {"experienceRequirements": {"monthsOfExperience": 36}},
            "text",
            "<p>We rank.</p>\n\n<h3>Experience</h3>\nAt least 36 months of experience",
        ),
        (
            {
                "educationRequirements": {"credentialCategory": "bachelor degree"},
                "experienceInPlaceOfEducation": True,
            },
            "text",
            "<p>We rank.</p>\n\n<h3>Education</h3>\nbachelor degree or equivalent experience",
        ),
    ],
)
def test_fields_as_their_makers_document_them(more: dict[str, Any], field: str, value: object) -> None:
    """Values as addresses, several in one text, months of experience as a number."""
    assert getattr(one(page(posting(**more)), name="page.html"), field) == value


@pytest.mark.parametrize(
    ("salary", "pay"),
    [
        ({"currency": "USD", "value": {"minValue": 50, "maxValue": 60, "unitCode": "HUR"}}, (50, 60, "hour")),
        ({"currency": "USD", "minValue": 9e4, "maxValue": 12e4, "duration": "P1Y"}, (90_000, 120_000, "year")),
        ({"priceCurrency": "EUR", "minPrice": 5e4, "maxPrice": 6e4, "unitText": "YEAR"}, (50_000, 60_000, "year")),
        (
            {"currency": "EUR", "value": [{"minValue": 4e3, "maxValue": 5e3, "unitText": "Monat"}]},
            (4000, 5000, "month"),
        ),
        ("€60.000 - €75.000 pro Jahr", (60_000, 75_000, "year")),
    ],
)
def test_pay_in_more_shapes(salary: Any, pay: tuple[float, float, str]) -> None:
    """Codes of units, lengths of time, prices, and text."""
    found = one(page(posting(baseSalary=salary)), name="page.html").pay
    assert found is not None
    assert (found.min, found.max, found.period) == pay


@pytest.mark.parametrize(
    "script",
    [
        SAID[:-40],
        SAID.replace('", "title"', '" "title"'),
        SAID.replace("We rank", 'We "rank" things'),
        "{'@type': 'JobPosting', 'title': 'ML'}",
        SAID.replace('"title"', '"jobTitle"'),
    ],
)
def test_what_could_mean_anything_is_set_aside_with_its_reason(script: str) -> None:
    """One line each."""
    (row,) = read(page(script), name="page.html")
    assert isinstance(row, Bad)
    assert row.reason
    assert "\n" not in row.reason


@pytest.mark.parametrize(
    "content",
    [
        f'<html><!-- <script type="application/ld+json">{SAID}</script> --></html>',
        page({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "url": "https://acme.example/1"}]}),
        "<html><script>" + '{"@type": "JobPosting", "x": ' + "[" * 50_000 + "</script></html>",
    ],
)
def test_a_page_that_shows_no_posting_is_refused(content: str) -> None:
    """What is commented out, a list of links, and what never ends."""
    with pytest.raises(UnreadableFile, match="without a job posting"):
        read(content, name="page.html")
