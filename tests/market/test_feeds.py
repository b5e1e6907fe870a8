"""What boards and pages state becomes the fields of an advert; what they do not state stays empty."""

import contextlib
import datetime as dt
import html
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.errors import HeadwayError
from headway.market.feeds.fields import country_in, country_of, date_of, number_of, workplace_of
from headway.market.feeds.lines import LongLine, lines_of
from headway.market.feeds.model import Bad
from headway.market.feeds.pay import pay_of, written_pay
from headway.market.feeds.read import Feed, How
from headway.market.feeds.table import guess
from headway.market.model import Advert
from headway.market.understand import advert_of, content_of, understand
from headway.postings.model import Pay

TODAY = dt.date(2026, 11, 27)


def read(content: str | bytes, name: str = "board.json", **how: Any) -> list[Advert | Bad]:
    """Every row of a feed."""
    data = content.encode() if isinstance(content, str) else content
    return list(Feed(io.BytesIO(data), name, How(today=TODAY, board="mine", limit=10_000_000, **how)).rows())


def one(content: Any, **how: Any) -> Advert:
    """The only advert of a feed."""
    (found,) = read(content if isinstance(content, str | bytes) else json.dumps(content), **how)
    assert isinstance(found, Advert), found
    return found


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
        ({"workplaceType": "OnSite"}, "workplace", "onsite"),
        ({"address": None}, "country", None),
        ({"address": {"postalAddress": {"addressCountry": "European Union"}}}, "country", None),
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


@pytest.mark.parametrize("wrap", ["<!--\n{}\n-->", "//<![CDATA[\n{}\n//]]>", "{};", "\n{}\n"])
def test_json_ld_as_pages_write_it(wrap: str) -> None:
    """Comment marks around it, and a line break inside a string."""
    script = wrap.format(json.dumps(posting()).replace("We rank.", "We\nrank."))
    assert one(page(script), name="page.html").title == "ML Engineer"


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
        ("competitive", None),
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


def test_json_lines_of_a_feed() -> None:
    """Each line as that feed's, also mixed; a line that is none is set aside."""
    lines = [ASHBY, GREENHOUSE, LEVER, posting(), {"jobUrl": "x"}]
    found = read("\n".join(json.dumps(each) for each in lines), "a.jsonl")
    assert [each.source if isinstance(each, Advert) else "bad" for each in found] == [
        *("ashby", "greenhouse", "lever", "json-ld", "bad"),
    ]


def test_columns_are_guessed_from_names_and_contents() -> None:
    """Usual names in any spelling, inner objects, a long text without a telling name; more text columns are joined."""
    rows = [
        {"Job Title": "a", "company.name": "b", "Blurb X": "long " * 60, "Requirements": "Python", "datePosted": "d"}
    ]
    assert guess(rows) == {
        "title": ("Job Title",),
        "text": ("Blurb X", "Requirements"),
        "company": ("company.name",),
        "posted": ("datePosted",),
    }


def test_lines_that_end_in_a_carriage_return() -> None:
    """As old spreadsheets write them, and inside quotes."""
    text = 'title,description\rAnalyst,Python\rEngineer,"SQL\rRust"'
    assert [each.text for each in read(text, "a.csv") if isinstance(each, Advert)] == ["Python", "SQL\nRust"]


def test_a_table_in_one_file() -> None:
    """Semicolons, a decimal comma's thousand sign, pay in words, a place that says remote."""
    text = "Titel;Firma;Ort;Beschreibung;Gehalt\n"
    row = 'Analyst;"Müller, Söhne";Remote, Germany;"Wir nutzen Python\nund SQL";x\n'
    found = one(text + row, name="a.csv")
    assert (found.title, found.company, found.workplace, found.country) == ("Analyst", "Müller, Söhne", "remote", "DE")
    assert found.text == "Wir nutzen Python\nund SQL"
    assert found.board == "mine/Müller, Söhne"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2026-03-04", dt.date(2026, 3, 4)),
        ("2026-03-04T23:59:00Z", dt.date(2026, 3, 4)),
        (1779223091267, dt.date(2026, 5, 19)),
        ("1779223091", dt.date(2026, 5, 19)),
        ("25/04/2026", dt.date(2026, 4, 25)),
        ("04/25/2026", dt.date(2026, 4, 25)),
        ("03/04/2026", None),
        ("Sep 25, 2026", dt.date(2026, 9, 25)),
        ("25th September 2026", dt.date(2026, 9, 25)),
        ("Fri, 25 Sep 2026 10:00:00 GMT", dt.date(2026, 9, 25)),
        ("2026-13-45", None),
        ("30 days ago", None),
        (True, None),
        (12, None),
    ],
)
def test_dates(said: object, date: dt.date | None) -> None:
    """As feeds and tables write them; what may be two days is none."""
    assert date_of(said) == date


def test_small_values() -> None:
    """Countries, numbers, workplaces and written pay, as far as they are sure."""
    assert [country_of(each) for each in ("USA", "UK", "DE", "Deutschland", "Georgia, US", "", None)] == [
        *("US", "GB", "DE", "DE", None, None, None),
    ]
    assert [country_in(each) for each in ("San Francisco, CA", "Remote - Canada", "London", "Remote, US")] == [
        *(None, "CA", None, "US"),
    ]
    assert [number_of(each) for each in ("1,200.5", "$90k", "90-120", -1, "", "nan", "1'000")] == [
        *(1200.5, 90000, None, None, None, None, 1000),
    ]
    assert [workplace_of(each) for each in (True, False, "On-site", "fully remote", "0", "Home office")] == [
        *("remote", "unstated", "onsite", "remote", "unstated", "remote"),
    ]
    assert written_pay("$120K - $150K") == Pay(120000, 150000, "USD", "year")
    assert written_pay("competitive") is None
    assert pay_of(None, None, "USD", "YEAR") is None


@given(st.lists(st.binary(max_size=40).map(lambda b: b.replace(b"\n", b" ").replace(b"\r", b" ")), max_size=30))
@settings(deadline=None, max_examples=60)
def test_lines_come_out_as_they_went_in(lines: list[bytes]) -> None:
    """Whatever the blocks; a line over the limit comes as its size and beginning."""
    found = dict(lines_of(io.BytesIO(b"\n".join(lines)), 20))
    for number, line in enumerate(lines, 1):
        if len(line) > 20:
            assert found[number] == LongLine(len(line), line)
        elif number < len(lines) or line:
            assert found[number] == line


HEADS = [b"", b"{", b"[", b"<", b"\x1f\x8b\x08", b"PAR1", b"title,description\n", b'{"jobs": [', b"\xff\xfe"]


@given(st.sampled_from(HEADS).flatmap(lambda head: st.binary(max_size=200).map(lambda rest: head + rest)))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Never an error that is not ours."""
    for name in ("a.json", "a.csv", "a.jsonl", "a.html"):
        with contextlib.suppress(HeadwayError):
            assert all(isinstance(each, Advert | Bad) for each in read(data, name))


def test_a_row_gives_its_advert_back(one_reader: Any) -> None:
    """So that it can be read again: nothing of the feed is lost, and its digest stays the same."""
    for content, name in (
        (json.dumps({"jobs": [ASHBY]}), "b.json"),
        (json.dumps([LEVER]), "b.json"),
        (page(posting()), "p.html"),
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
