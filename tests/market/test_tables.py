"""Tables and single values: what is sure is taken, what may be two things is not."""

import contextlib
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.errors import HeadwayError
from headway.market.feeds.fields import country_of, date_of, number_of, workplace_of
from headway.market.feeds.lines import LongLine, lines_of
from headway.market.feeds.model import Bad
from headway.market.feeds.pay import pay_of, written_pay
from headway.market.feeds.table import guess
from headway.market.feeds.where import country_in
from headway.market.model import Advert
from headway.postings.model import Pay
from tests.market.feeds import one, read


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


def test_lists_deep_in_an_answer() -> None:
    """Other sites' answers: the list in an object in an object, places as objects with names."""
    job = {"name": "Dev", "contents": "A text of more than eight words about a job", "locations": [{"name": "Berlin"}]}
    found = one({"data": {"jobs": [job]}})
    assert (found.title, found.text, found.locations) == ("Dev", job["contents"], ("Berlin",))


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp"])
def test_a_japanese_table(encoding: str) -> None:
    """In the encodings of its country."""
    text = "title,description\nエンジニア,Pythonの経験がある方を募集しています\n"
    assert one(text.encode(encoding), name="a.csv").title == "エンジニア"


def test_a_long_table_in_another_encoding() -> None:
    """Longer than what is looked at first, which then ends inside a letter."""
    row = "エンジニア,Pythonの経験がある方を募集しています\n"
    rows = read(("title,description\n" + row * 16_000).encode("shift_jis"), "a.csv")
    assert all(isinstance(each, Advert) and each.title == "エンジニア" for each in rows)
    assert len(rows) == 16_000


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
        *("US", "CA", "GB", "US"),
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
