"""Answers and exports of other sites: their columns, how they write nothing, lists where we do not know them."""

import datetime as dt
import json
from typing import Any

import pytest

from headway.market.feeds.model import Bad
from headway.market.model import Advert
from tests.market.feeds import one, read

TEXT = "We rank with Python and PyTorch, and look for somebody who likes to measure what the ranking does."
PLAIN = {"title": "ML Engineer", "description": TEXT}


def shown(advert: Advert, *names: str) -> dict[str, Any]:
    """Some fields."""
    return {name: getattr(advert, name) for name in names}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {
                "id": "4",
                "company": {"display_name": "Acme"},
                "location": {"display_name": "London, UK"},
                "created": "2026-02-03T10:00:00Z",
                "redirect_url": "https://acme.example/4",
                "contract_time": "full_time",
            },
            {
                "company": "Acme",
                "locations": ("London, UK",),
                "country": "GB",
                "url": "https://acme.example/4",
                "posted": dt.date(2026, 2, 3),
                "employment": "full-time",
            },
        ),
        (
            {"companyName": "Acme", "pubDate": 1769223091, "applicationLink": "https://acme.example/a", "guid": "g"},
            {"company": "Acme", "posted": dt.date(2026, 1, 24), "url": "https://acme.example/a", "source_id": "g"},
        ),
        (
            {"telecommuting": True, "published_on": "2026-02-02", "created_at": "2026-02-01", "country": "Greece"},
            {"workplace": "remote", "posted": dt.date(2026, 2, 2), "country": "GR"},
        ),
        (
            {"remote_allowed": "1.0", "listed_time": "1.713397508E12"},
            {"workplace": "remote", "posted": dt.date(2024, 4, 17)},
        ),
        ({"remote_ratio": 50}, {"workplace": "hybrid"}),
        ({"application_url": "", "job_posting_url": "https://acme.example/p"}, {"url": "https://acme.example/p"}),
        ({"Company Name": "Acme\n3.8", "Location": "-1"}, {"company": "Acme", "locations": ()}),
        ({"company": "Confidential"}, {"company": None}),
        ({"date": "2026/5/2"}, {"posted": dt.date(2026, 5, 2)}),
        (
            {"job": {"location": "Oslo", "url": "https://acme.example/w"}},
            {"country": "NO", "url": "https://acme.example/w"},
        ),
    ],
)
def test_the_columns_of_other_sites(row: dict[str, Any], said: dict[str, Any]) -> None:
    """Under their own names; of several the one that holds something."""
    assert shown(one([PLAIN | row]), *said) == said


@pytest.mark.parametrize(
    ("pay", "kept"),
    [
        ({"salary_min": 50000, "salary_max": 60000, "currency": "GBP", "salary_is_predicted": "0"}, True),
        ({"salary_min": 50000, "salary_max": 60000, "currency": "GBP", "salary_is_predicted": "1"}, False),
        ({"Salary Estimate": "$111K-$181K (Glassdoor est.)"}, False),
        ({"Salary Estimate": "$111K-$181K"}, False),
        ({"Salary Estimate": "Employer Provided Salary: $111K-$181K"}, True),
        ({"salary_min": "60.000", "salary_max": "75.000,50", "currency": "€", "salary_period": "year"}, True),
    ],
)
def test_pay_that_a_site_estimates_is_not_what_the_employer_states(pay: dict[str, Any], kept: bool) -> None:
    """It is left out, and counted."""
    found = one([PLAIN | pay])
    assert ((found.pay is not None), "pay-estimated" in found.notes) == (kept, not kept)
    assert found.pay is None or (found.pay.min or 0) >= 50000


@pytest.mark.parametrize(
    "document",
    [
        {"offers": [PLAIN]},
        {"hits": {"hits": [{"_id": "1", "_source": PLAIN}]}},
        {"data": [{"id": "1", "type": "jobs", "attributes": PLAIN}]},
        {"props": {"pageProps": {"job": PLAIN}}},
        {"departments": [{"name": "A", "jobs": []}, {"name": "B", "jobs": [PLAIN]}]},
        {"offices": [{"name": "Here", "departments": [{"name": "A", "jobs": [PLAIN]}]}]},
        [{"title": "Search", "postings": [PLAIN]}],
    ],
)
def test_postings_are_found_where_an_answer_has_them(document: Any) -> None:
    """In its list, in a list of lists, or somewhere inside."""
    assert one(document).title == "ML Engineer"


def test_a_board_on_each_line() -> None:
    """As answers are collected; each posting has the number of its line."""
    lines = [json.dumps({"jobs": [PLAIN | {"id": n}, {"title": "No text"}]}) for n in range(3)]
    rows = read("\n".join(lines), name="boards.jsonl")
    assert [each.source_id for each in rows if isinstance(each, Advert)] == ["0", "1", "2"]
    assert [each.line for each in rows if isinstance(each, Bad)] == [1, 2, 3]


def test_an_export_that_names_its_company_is_not_taken_for_a_board() -> None:
    """Other tools write addresses and texts under the words of Ashby."""
    row = {
        "jobUrl": "https://jobs.example/9",
        "title": "Data Scientist",
        "descriptionHtml": TEXT,
        "companyName": "Globex",
    }
    found = one(json.dumps(row), name="jobs.jsonl")
    assert (found.source, found.company) == ("file", "Globex")


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\ntitle;description\nDev;{}\n",
        "\n\ntitle,description\nDev,{}\n",
        "# exported in May\ntitle,description\nDev,{}\n",
        "title,description\nDev,{},\n",
        "\ufefftitle,description\nDev,{}\n",
    ],
)
def test_what_tools_write_around_a_table(table: str) -> None:
    """A line that names the delimiter, blank lines, a comment, a delimiter at the end, a byte order mark."""
    found = one(table.format(f'"{TEXT}"'), name="a.csv")
    assert (found.title, found.text) == ("Dev", TEXT)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_table_in_another_encoding(encoding: str) -> None:
    """Told by its mark, or guessed."""
    table = f"title,company,description\nDéveloppeur,Société,{TEXT.replace(',', '')}\n"
    found = one(table.encode(encoding), name="a.csv")
    assert (found.title, found.company) == ("Développeur", "Société")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_what_is_no_text_is_told_in_the_words_of_this_door(ending: str) -> None:
    """Nobody exports postings as a PDF."""
    from headway.errors import UnreadableFile

    with pytest.raises(UnreadableFile) as told:
        read(bytes(range(1, 256)) * 20, name=f"a.{ending}")
    assert "PDF" not in f"{told.value.message} {told.value.hint}"


@pytest.mark.parametrize(("name", "taken", "aside"), [("a.csv", 3, 1), ("a.jsonl", 3, 1), ("a.json", 4, 0)])
def test_a_stray_byte_does_not_turn_every_accent_into_two_letters(name: str, taken: int, aside: int) -> None:
    """UTF-8 with a byte that is not stays UTF-8: its row is set aside, or its letter is a mark."""
    rows = [{"title": "Développeur à Québec", "description": f"{TEXT.replace(',', '')} é{n}"} for n in range(4)]
    if name == "a.csv":
        said = "\n".join(["title,description", *(",".join(row.values()) for row in rows)])
    elif name == "a.jsonl":
        said = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        said = json.dumps(rows, ensure_ascii=False)
    found = read(said.encode().replace("é2".encode(), b"\x922"), name=name)
    titles = [each.title for each in found if isinstance(each, Advert)]
    assert titles == ["Développeur à Québec"] * taken
    assert sum(isinstance(each, Bad) for each in found) == aside


def test_a_date_inside_an_object_that_cannot_be_read_is_noted() -> None:
    """Like one in a column of its own."""
    assert "date-not-read" in one([PLAIN | {"job": {"posted": "3 days ago"}}]).notes


def test_quotes_with_a_backslash_before_them() -> None:
    """As databases export them, with delimiters and line breaks inside."""
    said = f'title,description\nDev,"{TEXT} say \\"hi, there\\", and\n\\"you\\" too"\nOps,"{TEXT}"\n'
    assert [each.text for each in read(said, name="a.csv") if isinstance(each, Advert)] == [
        f'{TEXT} say "hi, there", and\n"you" too',
        TEXT,
    ]


def test_doubled_quotes_stay_as_they_are() -> None:
    """A backslash among them is a backslash."""
    said = f'title,description\nDev,"{TEXT} say ""hi"" and ""you"" in C:\\dir\\"\n'
    assert one(said, name="a.csv").text == f'{TEXT} say "hi" and "you" in C:\\dir\\'


def test_tables_put_one_behind_the_other() -> None:
    """The second header is no posting."""
    rows = read(f"title,description\nDev,'{TEXT[:20]}'\n" * 2, name="a.csv")
    assert [each.reason for each in rows if isinstance(each, Bad)] == ["the header line once more"]
    assert len(rows) == 3


def test_an_id_that_different_rows_share_is_none_of_the_posting() -> None:
    """Else all but the first of an employer would be set aside as another word on the same posting."""
    rows = [PLAIN | {"id": 7, "title": f"Job {n}", "url": f"https://acme.example/{n}"} for n in range(5)]
    found = [each.source_id for each in read(json.dumps(rows)) if isinstance(each, Advert)]
    assert found == [f"https://acme.example/{n}" for n in range(5)]
    same = [PLAIN | {"id": 7, "url": "https://acme.example/1"}] * 2
    assert {each.source_id for each in read(json.dumps(same)) if isinstance(each, Advert)} == {"7"}
