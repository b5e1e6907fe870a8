"""schema.org JobPosting as pages write it."""

import datetime as dt
import html
import json
from typing import Any

import pytest

from headway.market.model import Advert
from tests.market.feeds import one, read


def posting(**more: Any) -> dict[str, Any]:
    """A JobPosting."""
    return {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "ML Engineer",
        "description": "<p>We rank.</p>",
        "datePosted": "2026-05-02",
        "hiringOrganization": {"@type": "Organization", "name": "Acme &amp; Co"},
        "url": "https://acme.example/jobs/1",
    } | more


def page(value: Any, kind: str = "application/ld+json") -> str:
    """A page with it."""
    script = value if isinstance(value, str) else json.dumps(value)
    return f'<!doctype html><html><body><script>var x;</script><script type="{kind}">{script}</script></body></html>'


SHAPES = {
    "one object": posting(),
    "a list": [{"@type": "WebSite"}, posting()],
    "a graph": {"@context": "https://schema.org", "@graph": [{"@type": "Organization"}, posting()]},
    "a graph in a list": [{"@graph": [posting()]}],
    "items of a list": {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": posting()}]},
    "several types": posting(**{"@type": ["Thing", "JobPosting"]}),
    "a type as an address": posting(**{"@type": "http://schema.org/JobPosting"}),
    "a main entity": {"@type": "WebPage", "mainEntity": posting()},
    "what a page is about": {"@type": "WebPage", "about": [{"@graph": [posting()]}]},
    "an employer elsewhere in the graph": [
        {"@type": "Organization", "@id": "#us", "name": "Acme & Co"},
        posting(hiringOrganization={"@id": "#us"}),
    ],
    "names with a prefix": {
        name if name.startswith("@") else f"schema:{name}": {"@value": value} if name == "title" else value
        for name, value in posting(**{"@type": "schema:JobPosting"}).items()
    },
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "kind", ["application/ld+json", "application/ld&#x2B;json", "application/ld+json; charset=utf-8"]
)
def test_json_ld_in_every_shape(shape: str, kind: str) -> None:
    """And with the type of the script written with an entity."""
    found = one(page(SHAPES[shape], kind), name="page.html")
    assert (found.source, found.title, found.text, found.company) == (
        "json-ld",
        "ML Engineer",
        "<p>We rank.</p>",
        "Acme & Co",
    )
    assert (found.posted, found.url) == (dt.date(2026, 5, 2), "https://acme.example/jobs/1")


@pytest.mark.parametrize("times", [1, 2])
def test_json_ld_with_escaped_html(times: int) -> None:
    """Escaped once or twice, it is HTML again."""
    text = "<p>We use C++ &amp; Python</p>"
    escaped = text
    for _ in range(times):
        escaped = html.escape(escaped)
    assert one(page(posting(description=escaped)), name="page.html").text == text


@pytest.mark.parametrize(
    "wrap", ["<!--\n{}\n-->", "//<![CDATA[\n{}\n//]]>", "/* <![CDATA[ */{}/* ]]> */", "{};", "\n{}\n"]
)
def test_json_ld_as_pages_write_it(wrap: str) -> None:
    """Comment marks around it, and a line break inside a string."""
    script = wrap.format(json.dumps(posting()).replace("We rank.", "We\nrank."))
    assert one(page(script), name="page.html").title == "ML Engineer"
    assert one(page(script.replace('"url":', '"x": [1,], "url":')), name="page.html").title == "ML Engineer"


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"jobLocationType": "TELECOMMUTE"}, "workplace", "remote"),
        (
            {"jobLocation": {"address": {"addressLocality": "Berlin", "addressCountry": "DE"}}},
            "locations",
            ("Berlin, DE",),
        ),
        ({"jobLocation": [{"address": {"addressCountry": {"@type": "Country", "name": "Germany"}}}]}, "country", "DE"),
        ({"jobLocation": [{"address": {"addressCountry": c}} for c in ("DE", "FR")]}, "country", None),
        ({"applicantLocationRequirements": {"@type": "Country", "name": "Canada"}}, "country", "CA"),
        ({"applicantLocationRequirements": {"@type": "State", "name": "CA"}}, "country", None),
        ({"jobLocation": {"address": "Lisbon, Portugal"}}, "country", "PT"),
        ({"employmentType": ["FULL_TIME", "CONTRACTOR"]}, "employment", "full-time"),
        ({"identifier": {"@type": "PropertyValue", "value": "R-7"}}, "source_id", "R-7"),
        ({"datePosted": "yesterday"}, "posted", None),
        ({"title": "<b>R&amp;amp;D Lead</b>"}, "title", "R&D Lead"),
        ({"hiringOrganization": {"legalName": "Acme GmbH"}}, "company", "Acme GmbH"),
        ({"hiringOrganization": "confidential"}, "company", None),
        (
            {"jobLocation": {"address": [{"addressLocality": "Rome", "addressCountry": c} for c in ("IT", ["IT"])]}},
            "locations",
            ("Rome, IT",),
        ),
        ({"jobLocation": {"address": [{"addressLocality": each} for each in ("Rome", "Milan")]}}, "country", "IT"),
        (
            {
                "applicantLocationRequirements": [
                    {"@type": "State", "name": f"{each}, USA"} for each in ("Ohio", "Iowa")
                ]
            },
            "country",
            "US",
        ),
        (
            {"qualifications": "3 years of Python"},
            "text",
            "<p>We rank.</p>\n\n<h3>Qualifications</h3>\n3 years of Python",
        ),
    ],
)
def test_json_ld_field_by_field(more: dict[str, Any], field: str, value: object) -> None:
    """In the ways they are written."""
    assert getattr(one(page(posting(**more)), name="page.html"), field) == value


@pytest.mark.parametrize(
    ("salary", "pay"),
    [
        (
            {"currency": "USD", "value": {"minValue": 90000, "maxValue": 120000, "unitText": "YEAR"}},
            (90000, 120000, "year"),
        ),
        ({"currency": "USD", "value": {"value": "45.50", "unitText": "HOUR"}}, (45.5, 45.5, "hour")),
        ({"currency": "USD", "value": 120000}, (120000, 120000, "year")),
        ({"currency": "USD", "minValue": "90,000", "maxValue": "$120k", "unitText": "YEAR"}, (90000, 120000, "year")),
        ({"currency": "USD", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}, None),
        ({"value": {"minValue": 90000, "unitText": "YEAR"}}, None),
        ({"price": "30", "priceCurrency": "USD", "unitText": "HOUR"}, (30, 30, "hour")),
        ("competitive", None),
        ("$90,000 - $120,000 a year", (90000, 120000, "year")),
        ({"currency": "EUR", "value": {"value": "60.000 - 75.000", "unitText": "YEAR"}}, (60000, 75000, "year")),
        ({"currency": "EUR", "value": {"value": "45,50", "unitText": "HOUR"}}, (45.5, 45.5, "hour")),
        (
            [{"currency": "USD", "value": {"value": each, "unitText": "YEAR"}} for each in (90000, 120000)],
            (90000, 120000, "year"),
        ),
        (
            [{"currency": each, "value": {"value": 90000, "unitText": "YEAR"}} for each in ("USD", "EUR")],
            None,
        ),
    ],
)
def test_json_ld_pay(salary: Any, pay: tuple[float, float, str] | None) -> None:
    """baseSalary in the forms that pages use; without a currency it is none."""
    found = one(page(posting(baseSalary=salary)), name="page.html").pay
    assert (found and (found.min, found.max, found.period)) == pay


def test_json_ld_alone_in_a_file_and_two_on_a_page() -> None:
    """Not only in pages; and a page may list several."""
    assert one(posting()).source == "json-ld"
    two = [posting(title=title, url=None, identifier=title) for title in "ab"]
    assert [each.title for each in read(page(two), "page.html") if isinstance(each, Advert)] == ["a", "b"]


def test_what_cannot_be_read_does_not_hold_up_the_other_scripts() -> None:
    """A script that speaks of a posting is set aside with its reason; one that does not is nobody's loss."""
    scripts = ['{"@type": "JobPosting", "title": "x" "y"}', "{no json", json.dumps(posting())]
    rows = read("".join(page(each) for each in scripts), "page.html")
    assert [type(each).__name__ for each in rows] == ["Bad", "Advert"]
