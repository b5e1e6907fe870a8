"""Postings marked in the elements of a page: microdata and RDFa. All pages are invented."""

import datetime as dt

import pytest

from headway.errors import UnreadableFile
from headway.market.feeds.marked import marked_items
from headway.market.model import Advert
from tests.market.feeds import one, read

MICRODATA = """<!doctype html><html><body><div itemscope itemtype="https://schema.org/JobPosting">
<h1 itemprop="title">ML <b>Engineer</b></h1><meta itemprop="datePosted" content="2026-05-02">
<a itemprop="url" href="https://acme.example/jobs/1">Link</a>
<div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><a itemprop="name"
 href="https://acme.example">Acme &amp; Co</a></div>
<span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address" itemscope
 itemtype="http://schema.org/PostalAddress"><span itemprop="addressLocality">Berlin</span>,
 <span itemprop="addressCountry">DE</span></span></span>
<span itemprop="baseSalary" itemscope itemtype="http://schema.org/MonetaryAmount"><meta itemprop="currency"
 content="EUR"><span itemprop="value" itemscope itemtype="http://schema.org/QuantitativeValue"><meta
 itemprop="minValue" content="70000"><meta itemprop="maxValue" content="90000">
 <meta itemprop="unitText" content="YEAR"></span></span>
<link itemprop="employmentType" href="http://schema.org/FULL_TIME">
<div itemprop="description"><p>We rank.</p><ul><li>Python</li><li>SQL</li></ul></div>
</div></body></html>"""

RDFA = """<html><body vocab="http://schema.org/"><article typeof="JobPosting" resource="https://acme.example/jobs/1">
<h1 property="title">ML Engineer</h1><time property="datePosted" datetime="2026-05-02">2 May</time>
<p property="hiringOrganization" typeof="Organization"><span property="name">Acme &amp; Co</span></p>
<p property="jobLocation" typeof="Place"><span property="address" typeof="PostalAddress"><span
 property="addressLocality">Berlin</span><span property="addressCountry" content="DE">Germany</span></span></p>
<p property="baseSalary" typeof="MonetaryAmount"><span property="currency" content="EUR">€</span><span property="value"
 typeof="QuantitativeValue"><span property="minValue" content="70000">70k</span><span property="maxValue"
 content="90000">90k</span><span property="unitText">YEAR</span></span></p>
<span property="employmentType">FULL_TIME</span>
<div property="description"><p>We rank.</p><ul><li>Python</li><li>SQL</li></ul></div></article></body></html>"""


@pytest.mark.parametrize(
    "page",
    [
        MICRODATA,
        RDFA,
        RDFA.replace(' vocab="http://schema.org/"', ' prefix="schema: http://schema.org/"')
        .replace('property="', 'property="schema:')
        .replace('typeof="', 'typeof="schema:'),
    ],
    ids=["microdata", "RDFa", "RDFa with a prefix"],
)
def test_a_marked_page_is_read_like_json_ld(page: str) -> None:
    """Every field that JSON-LD would give; lists of the description stay lists."""
    found = one(page, name="page.html")
    assert (found.title, found.company, found.url) == ("ML Engineer", "Acme & Co", "https://acme.example/jobs/1")
    assert (found.posted, found.country, found.locations) == (dt.date(2026, 5, 2), "DE", ("Berlin, DE",))
    assert found.pay is not None
    assert (found.pay.min, found.pay.max, found.pay.currency, found.pay.period) == (70_000, 90_000, "EUR", "year")
    assert found.employment == "full-time"
    assert "<li>Python</li>" in found.text


def test_demands_marked_one_by_one_stay_apart() -> None:
    """Repeated prose goes on; what stands inside the description is not told twice."""
    page = MICRODATA.replace(
        "<li>Python</li><li>SQL</li>", '<li itemprop="skills">Python</li><li itemprop="skills">SQL</li>'
    )
    assert one(page, name="page.html").text.count("Python") == 1
    apart = MICRODATA.replace(
        "</div></body>", '<ul><li itemprop="skills">Go</li><li itemprop="skills">Rust</li></ul></div></body>'
    )
    assert 'Skills</h3>\n<li itemprop="skills">Go</li>\n' in one(apart, name="page.html").text


def test_what_stands_elsewhere_on_the_page_belongs_where_it_is_said_to() -> None:
    """`itemref`; one that leads round in a ring ends."""
    page = MICRODATA.replace(
        'itemscope itemtype="https://schema.org/JobPosting"',
        'id="a" itemscope itemref="more a" itemtype="https://schema.org/JobPosting"',
    )
    page = page.replace("</body>", '<p id="more"><span itemprop="industry">Shops</span></p></body>')
    assert one(page, name="page.html").department == "Shops"


def test_a_page_with_both_is_read_once() -> None:
    """JSON-LD goes before what is marked in the elements: they say the same."""
    posting = '{"@type": "JobPosting", "title": "ML Engineer", "description": "We rank."}'
    script = f'<script type="application/ld+json">{posting}</script>'
    assert one(MICRODATA.replace("<body>", f"<body>{script}"), name="page.html").text == "We rank."


def test_several_postings_of_one_page() -> None:
    """A list of jobs."""
    inner = MICRODATA[MICRODATA.index("<div itemscope") : MICRODATA.index("</body>")]
    page = f"<html><body>{inner}{inner.replace('jobs/1', 'jobs/2').replace('ML <b>', 'Data <b>')}</body></html>"
    found = read(page, name="page.html")
    assert [each.title for each in found if isinstance(each, Advert)] == ["ML Engineer", "Data Engineer"]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p itemprop='title'>ML Engineer</p></body></html>",
        '<html><body><div itemscope itemtype="https://schema.org/Person"><b itemprop="name">A</b></div></body></html>',
        '<html><body><div typeof="Article">JobPosting</div></body></html>',
    ],
)
def test_other_marks_are_no_posting(page: str) -> None:
    """The page is refused as one without a posting."""
    with pytest.raises(UnreadableFile, match="without a job posting"):
        read(page, name="page.html")


def test_marks_without_end_take_no_time() -> None:
    """Prose inside prose is not copied without bounds."""
    deep = "<div itemprop='description'>" * 1500 + "x" * 20_000
    found = marked_items(f'<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">A</b>{deep}')
    assert len(str(found)) < 40_000_000
