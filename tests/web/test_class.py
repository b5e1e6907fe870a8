"""The Class page: a learner's file out, a coach's class in; of the files of others nothing stays. All are invented."""

import datetime as dt

import msgspec
import pytest

from headway.app import class_files
from headway.app.share import bytes_of
from tests.cohort.people import plan_state, share
from tests.web.conftest import Ask

DAY = dt.date(2026, 11, 19)
Files = list[tuple[str, tuple[str, bytes]]]


def _files(named: int, unnamed: int) -> Files:
    """A class; the first calls himself something that looks like markup."""
    names = [f"<b>Person {n}</b>" for n in range(named)] + [None] * unnamed
    made = [
        share(n, {"sql": n % 3, "python": 2}, name=name, date=DAY, plan=plan_state()) for n, name in enumerate(names)
    ]
    return [("files", (f"{n}.json", bytes_of(each))) for n, each in enumerate(made)]


def test_a_class_is_put_together_and_nothing_of_it_is_kept(person: Ask) -> None:
    """Figures, the plan for all, names as text; a file that is none is set aside with its reason."""
    files = [*_files(5, 5), ("files", ("<i>notes</i>.txt", b"bring chairs"))]
    page = person("POST", "/class", files=files, data={"hours": "6", "percent": "60"})
    assert page.status_code == 200
    assert "10 of 10 people aim at it; 5 gave a name" in page.text
    assert "What at least" not in page.text
    assert "For what at least 60 % lack" in page.text
    assert "at 6 h a week" in page.text
    assert "&lt;b&gt;Person 0&lt;/b&gt;" in page.text
    assert "<b>Person" not in page.text
    assert "No skill is found in it: it may be no CV." in page.text
    assert "<i>notes" not in page.text
    assert "Person" not in person("GET", "/class").text
    assert person("GET", "/progress").text.count("Nothing is written yet") == 1


def test_the_page_to_keep_is_whole_by_itself(person: Ask) -> None:
    """One file without scripts and without anything from elsewhere."""
    kept = person("POST", "/class", files=_files(5, 5), data={"to_keep": "yes"})
    assert kept.headers["content-disposition"] == 'attachment; filename="headway-class.html"'
    assert "default-src 'none'" in kept.text
    assert "<script" not in kept.text
    assert "&lt;b&gt;Person 4&lt;/b&gt;" in kept.text


def test_four_people_are_told_that_they_are_too_few(person: Ask) -> None:
    """No figures, and the reason."""
    page = person("POST", "/class", files=_files(0, 4)).text
    assert "Figures about fewer than 5 people are not told" in page
    assert "One plan for all" not in page


@pytest.mark.parametrize("files", [[], [("files", ("a.json", b"{}"))], [("files", ("", b""))]])
def test_no_readable_file_is_said(person: Ask, files: Files) -> None:
    """One sentence on a page, not an error of ours."""
    answer = person("POST", "/class", files=files)
    assert answer.status_code in (400, 422)
    assert "Headway failed" not in answer.text


def test_a_learner_reads_the_file_before_taking_it_away(person: Ask) -> None:
    """First the words, then the same content as a file; the log says that a copy was taken."""
    assert "Give a CV or answer" in person("GET", "/class").text
    person("POST", "/start/level", data={"skill": "python", "level": "2"})
    asked = {"role": "data-analyst", "name": " Ana  Ruiz "}
    page = person("POST", "/class/mine", data=asked).text
    assert "It says that you are Ana Ruiz" in page
    assert "Not in it: your CV" in page
    answer = person("POST", "/class/mine/file", data=asked)
    assert answer.headers["content-disposition"] == 'attachment; filename="headway-share.json"'
    made = msgspec.json.decode(answer.content)
    assert (made["name"], made["role"]) == ("Ana Ruiz", "data-analyst")
    assert "Share to downloaded in the browser" in person("GET", "/progress").text


def _cv(n: int) -> tuple[str, tuple[str, bytes]]:
    text = f"Person {n}\n\nExperience\nData Analyst, Acme, Jan 2019 - Dec 2023\n- SQL and Python reports, {n} of them\n"
    return "files", (f"../cv-{n}.txt", text.encode())


def test_cvs_among_the_files_count_for_the_role_in_view(person: Ask) -> None:
    """As `headway class` reads CVs that are named one by one: no name, no progress, nothing kept. One that cannot be
    read is set aside under its bare name."""
    broken = ("files", ("../../secret/x.pdf", b"%PDF-1.7 nothing"))
    page = person("POST", "/class", files=[*_files(0, 5), _cv(1), _cv(2), _cv(2), broken])
    assert page.status_code == 200
    assert "7 of 7 people aim at it, 2 of them from a CV; 0 gave a name" in page.text
    assert "<li>x.pdf: " in page.text
    assert "secret" not in page.text
    assert person("GET", "/progress").text.count("Nothing is written yet") == 1


def test_a_table_is_nobodys_cv(person: Ask) -> None:
    """Postings in a table name skills as well; they would count as one more person."""
    table = ("files", ("Postings.CSV", b'title,text\nAnalyst,"SQL, Python and Excel"\n'))
    page = person("POST", "/class", files=[*_files(0, 5), table]).text
    assert "5 of 5 people aim at it" in page
    assert "It is a table, neither a share file nor a CV." in page


def test_cvs_alone_need_a_role_in_view(person: Ask) -> None:
    """They do not say one; with it they make a class."""
    cvs = [_cv(n) for n in range(5)]
    refused = person("POST", "/class", files=cvs)
    assert refused.status_code == 400
    assert "Choose the role in view" in refused.text
    page = person("POST", "/class", files=cvs, data={"role": "data-analyst"})
    assert "5 of 5 people aim at it" in page.text


def test_a_page_reads_so_many_cvs_and_no_more(person: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are set aside with the command that reads them."""
    monkeypatch.setattr(class_files, "MOST_CVS", 5)
    page = person("POST", "/class", files=[_cv(n) for n in range(7)], data={"role": "data-analyst"}).text
    assert "5 of 5 people aim at it" in page
    assert page.count("A page reads 5 CVs at a time.") == 2
