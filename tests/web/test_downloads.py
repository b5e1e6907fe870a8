"""Files to take away: closed to strangers, attachments that hold what the page shows, one line where a part lacks."""

import io
import json
import re
import sys

import pypdfium2
import pytest

from headway.app.context import open_context
from headway.app.log import LogQuestion, log
from tests.web.conftest import TODAY, Ask, settled
from tests.web.test_pages import give_cv

ANALYST = {"asked": "yes", "role": "data-analyst", "hours": "10"}
STARTS = {
    "/plan.pdf": b"%PDF",
    "/plan.pdf?asked=yes&role=data-analyst&hours=5": b"%PDF",
    "/plan.pdf?renew=yes": b"%PDF",
    "/progress.pdf": b"%PDF",
    "/data/profile.docx": b"PK",
    "/data/profile.json": b"{",
}
PLANS = ("plan.pdf", "plan.html")


def text_of(content: bytes) -> str:
    """The text of a PDF, in one line."""
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.mark.parametrize("address", [*STARTS, "/tasks/any/plan.pdf", "/tasks/any/plan.html"])
def test_a_stranger_gets_no_file(stranger: Ask, address: str) -> None:
    """Nothing goes out without the key."""
    assert stranger("GET", address).status_code == 401


@pytest.mark.parametrize("address", STARTS)
def test_with_nothing_kept_the_page_says_what_to_do_on_the_page(person: Ask, address: str) -> None:
    """No option, no command: a CV goes on the Start page."""
    answer = person("GET", address)
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert "headway " not in answer.text
    assert "--" not in answer.text.partition('role="alert"')[2].partition("</p>")[0]
    assert re.search("Start page|Plan page", answer.text)


def test_each_file_comes_as_an_attachment_that_no_program_keeps(planned: Ask) -> None:
    """The pages name them; each begins as its kind does."""
    person = planned
    assert 'href="/plan.pdf"' in person("GET", "/plan").text
    assert 'href="/plan.pdf?renew=yes"' in person("GET", "/plan?renew=yes").text
    assert 'href="/progress.pdf"' in person("GET", "/progress").text
    assert 'href="/data/profile.docx"' in person("GET", "/data").text
    for address, start in STARTS.items():
        answer = person("GET", address)
        assert answer.status_code == 200, answer.text
        assert answer.content.startswith(start)
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["cache-control"] == "no-store"


def test_the_plan_on_paper_is_the_plan_on_the_page(person: Ask) -> None:
    """Before one is kept, once it is, and with other hours: the same end and the same first step."""
    give_cv(person)

    def both(query: str) -> tuple[str, str]:
        page = person("GET", f"/plan{query}").text
        link = re.search(r'href="(/plan\.pdf[^"]*)"', page)
        assert link is not None
        return page, text_of(person("GET", link[1].replace("&amp;", "&")).content)

    for query, kept in (("?asked=yes&role=data-analyst&hours=10", True), ("", False), ("?asked=yes&hours=4", False)):
        page, paper = both(query)
        end = re.findall(r"<b>(\d{4}-\d\d-\d\d)</b>", page)[0]
        assert end in paper
        assert "Data analyst" in paper
        if kept:
            person("POST", "/plan", data=ANALYST)
    assert "would come now" in both("?asked=yes&hours=4")[1]


def test_the_profile_opens_as_a_document_with_evidence_in_each_line(person: Ask) -> None:
    """python-docx reads it; the skill of the CV stands there with the quoted line."""
    docx = pytest.importorskip("docx", reason="the extra 'export' is not installed")
    give_cv(person)
    document = docx.Document(io.BytesIO(person("GET", "/data/profile.docx").content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(p.text for p in document.paragraphs), *cells])
    assert "Ana Ruiz" in text
    assert "Reports in SQL and Python" in text
    resume = json.loads(person("GET", "/data/profile.json").content)
    assert resume["basics"]["name"] == "Ana Ruiz"
    assert "Python" in [skill["name"] for skill in resume["skills"]]


@pytest.mark.parametrize(
    ("address", "package"),
    [("/plan.pdf", "typst"), ("/progress.pdf", "typst"), ("/data/profile.docx", "docx")],
)
def test_a_missing_package_is_one_line_that_installs_it(
    planned: Ask, monkeypatch: pytest.MonkeyPatch, address: str, package: str
) -> None:
    """501, and nothing else on the page is broken."""
    monkeypatch.setitem(sys.modules, package, None)
    answer = planned("GET", address)
    assert answer.status_code == 501
    assert answer.text.count("pip install &#39;headway[export]&#39;") == 1
    assert planned("GET", "/plan").status_code == 200


def test_a_market_plan_is_taken_away_as_paper_and_as_a_page(person: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was searched for; other work holds none; without the typesetter the line that installs it."""
    pytest.importorskip("duckdb", reason="the extra 'market' is not installed")
    give_cv(person)
    settled(person, person("POST", "/market/examples"))
    found = settled(person, person("POST", "/market/plan", data={"seconds": "1", "hours": "10"}))
    page = person("GET", found).text
    for name in PLANS:
        assert f'href="{found}/{name}"' in page
    paper = text_of(person("GET", f"{found}/plan.pdf").content)
    assert "Opening the market" in paper
    assert "INVENTED" in paper
    report = person("GET", f"{found}/plan.html")
    assert report.content.startswith(b"<!doctype html>")
    assert report.headers["content-disposition"].startswith("attachment")
    other = re.findall(r'href="(/tasks/[\w-]+)"', person("GET", "/tasks").text)
    wrong = [a for a in other if a != found]
    assert {person("GET", f"{address}/plan.pdf").status_code for address in wrong} == {404}
    assert person("GET", "/tasks/nothing/plan.pdf").status_code == 404
    monkeypatch.setitem(sys.modules, "typst", None)
    missing = person("GET", f"{found}/plan.pdf")
    assert missing.status_code == 501
    assert "pip install" in missing.text


def test_a_week_without_planned_hours_is_told_as_one(planned: Ask) -> None:
    """On page and paper as in the terminal: "of 0 planned" would be something to fall short of."""
    assert re.search("this week, of [1-9]", planned("GET", "/progress").text)
    log(open_context(TODAY), None, LogQuestion(what="paused", until="2026-11-30"))
    assert "this week, none planned" in planned("GET", "/progress").text
    assert "this week, none planned" in text_of(planned("GET", "/progress.pdf").content)
