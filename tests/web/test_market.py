"""The market in the browser: what is asked for, trends, jobs, one posting, the tracker."""

import datetime as dt
import re
import shutil
import stat
from pathlib import Path

import pytest

from headway.app.calendar_feed import feed_key, market_file
from headway.app.context import open_context
from tests.web.conftest import TODAY, Ask, settled
from tests.web.test_work import send, wait_for

pytest.importorskip("duckdb", reason="the extra 'market' is not installed")


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A market folder with the invented postings, made once."""
    from headway.app.context import Context
    from headway.app.market_import import import_postings
    from headway.app.market_room import folder_of

    context = Context(dt.date.fromisoformat(TODAY), tmp_path_factory.mktemp("market"))
    import_postings(context, (), example=True)
    return folder_of(context)


@pytest.fixture
def market(person: Ask, imported: Path) -> Ask:
    """A person who knows a little and has the invented postings."""
    from headway.app.market_room import folder_of

    shutil.copytree(imported, folder_of(open_context()))
    levels = {"python": 2, "sql": 2, "statistics": 1, "data-visualization": 2}
    assert person("POST", "/api/person/levels", json={"levels": levels}).status_code == 200
    return person


def test_the_market_begins_with_invented_postings_that_say_so(person: Ask) -> None:
    """An empty market offers them; then demand stands there with intervals, marked, before anybody is known."""
    assert "Use the invented postings" in person("GET", "/market").text
    settled(person, person("POST", "/market/examples"))
    page = person("GET", "/market").text
    assert "INVENTED" in page
    assert page.count('<svg class="range"') >= 20
    assert "95 % interval" in page
    assert "Give a CV" in person("GET", "/market/jobs").text
    assert "Give a CV" in person("GET", "/market/hours").text
    assert "postings name it" in person("GET", "/skills/python").text


def test_each_page_of_the_market_has_a_title_of_its_own(person: Ask) -> None:
    """Before anything is imported too: a tab or a bookmark can be told from the others."""
    pages = ("/market", "/market/trends", "/market/jobs", "/market/hours", "/market/import", "/applications")
    titles = [re.search(r"<title>(.*?)</title>", person("GET", page).text) for page in pages]
    said = [found[1] for found in titles if found]
    assert len(set(said)) == len(pages), said


def test_what_is_asked_for_most_stands_first(market: Ask) -> None:
    """What companies only mention, as where they say what they do, is told beside it and moves nothing up."""
    page = market("GET", "/market").text
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page.partition("Asked for together")[0], re.DOTALL)
    shares = [[int(cell) for cell in re.findall(r'<td class="num[^"]*">(\d+) %</td>', row)] for row in rows]
    assert len(shares) >= 20
    asked, required, named = zip(*shares, strict=True)
    assert list(asked) == sorted(asked, reverse=True)
    assert all(need <= ask <= name for need, ask, name in zip(required, asked, named, strict=True))
    assert list(named) != sorted(named, reverse=True)


def test_jobs_are_ranked_with_reasons_filtered_and_one_is_prepared_for(market: Ask) -> None:
    """Each leads to its page, which says what to show and what to learn; from there into the tracker, once."""
    page = market("GET", "/market/jobs").text
    assert page.count('<span class="tag invented">') >= 5
    assert "within reach" in page
    assert "One skill away" in page
    few = market("GET", "/market/jobs?role=data-analyst&workplace=remote").text
    assert few.count('<li class="card">') < page.count('<li class="card">')
    assert market("GET", "/market/jobs?pay_floor=60000").status_code == 400
    assert market("GET", "/market/jobs?pay_floor=much&currency=EUR").status_code == 400
    address = re.findall(r'href="(/market/jobs/[^"]+)"', page)[0]
    one = market("GET", address).text
    assert "What to prepare" in one
    assert "requirements that are called required" in one
    assert "invented" in one
    saved = market("POST", "/applications", data={"posting": address.rpartition("/")[2]})
    assert saved.headers["location"] == "/applications/1?done=saved"
    assert "In your applications" in market("GET", address).text
    again = market("POST", "/applications", data={"posting": address.rpartition("/")[2]})
    assert again.headers["location"] == "/applications/1?done=there"


def test_a_posting_copied_from_elsewhere_is_compared_with_the_person(person: Ask) -> None:
    """Its text, as text or as HTML, is enough: title, what is met, what is not. A text without a title asks for one."""
    assert person("POST", "/api/person/levels", json={"levels": {"python": 3}}).status_code == 200
    for text in (
        "Data analyst\n\nRequirements:\n- Python\n- Tableau\n",
        "<h1>Data analyst</h1><h2>Requirements</h2><ul><li>Python<li>Tableau</ul>",
    ):
        saved = person("POST", "/applications", data={"text": text})
        assert saved.status_code == 303, saved.text
        page = person("GET", saved.headers["location"]).text
        assert "<h1>Data analyst</h1>" in page
        assert "You meet <b>1 of 2</b>" in page
        assert "Tableau" in page
        again = person("POST", "/applications", data={"text": f" {text}\n"})
        assert again.headers["location"] == saved.headers["location"].replace("saved", "there")
    assert person("POST", "/applications", data={"text": "Zzz. " * 30}).status_code == 400
    assert person("POST", "/applications", data={"text": " "}).status_code == 400


def test_an_application_is_followed_to_its_end(market: Ask) -> None:
    """Applied, interview, offer, closed, each with its day and note; a day to come is refused."""
    market("POST", "/applications", data={"title": "Data <b>engineer</b>", "company": "Example"})
    for what in ("applied", "interview", "offer", "closed"):
        sent = {"what": what, "date": "2026-11-19" if what == "applied" else "", "note": f"note on {what}"}
        assert market("POST", "/applications/1", data=sent).status_code == (400 if what == "applied" else 303)
    page = market("GET", "/applications/1").text
    assert "Data &lt;b&gt;engineer" in page
    assert "note on offer" in page
    assert '<span class="tag">closed</span>' in market("GET", "/applications").text
    assert market("POST", "/applications/1", data={"what": "applied", "date": "2031-01-01"}).status_code == 400
    assert market("POST", "/applications/1", data={"what": "hired"}).status_code == 400
    assert market("GET", "/applications/77").status_code == 404


@pytest.mark.parametrize("word", ["/etc/passwd", "../cv.txt", "no-such-id", "' OR 1=1 --"])
def test_an_application_names_no_file(market: Ask, word: str) -> None:
    """`headway apply save FILE` reads a file; a form never does."""
    assert market("POST", "/applications", data={"posting": word}).status_code == 404
    assert market("POST", "/api/applications", json={"posting": word}).status_code == 404
    assert market("GET", f"/market/jobs/{word.replace('/', '%2F')}").status_code == 404


def test_what_an_advert_says_is_text_and_its_address_is_of_the_web(person: Ask) -> None:
    """Markup in a posting is shown as it was written; an address that is a script is no link."""
    row = (
        b'{"id": "x1", "title": "Engineer <script>alert(1)</script>", "company": "<i>Evil</i>", '
        b'"description": "Requirements\\n- Python\\n- SQL\\n- Docker\\n<img src=x onerror=alert(1)>", '
        b'"url": "javascript:alert(1)"}\n'
    )
    send(person, row)
    wait_for(person, "done")
    person("POST", "/api/person/levels", json={"levels": {"python": 2}})
    page = person("GET", "/market/jobs").text
    address = re.findall(r'href="(/market/jobs/[^"]+)"', page)[0]
    for shown in (page, person("GET", address).text):
        assert "<script>alert" not in shown
        assert "<i>Evil" not in shown
        assert "javascript:" not in shown


def test_trends_say_where_there_is_too_little(market: Ask) -> None:
    """Intervals where months are full enough, else a sentence; the months with their counts either way."""
    page = market("GET", "/market/trends").text
    assert "Postings of each month" in page
    assert "95 % interval" in page or "Too little to speak of a trend" in page
    alone = market("GET", "/market/trends?role=data-analyst&country=IN").text
    assert "Too little to speak of a trend" in alone


def test_the_next_hours_are_worth_postings_and_a_plan_is_searched_for(market: Ask) -> None:
    """By skill, by what teaches it, as a set; and the search as long work, with its proof at the end."""
    page = market("GET", "/market/hours").text
    assert "The best next steps" in page
    assert "By skill" in page
    answer = market("POST", "/market/plan", data={"seconds": "1", "hours": "10"})
    found = wait_for(market, "done", "failed")
    assert found["state"] == "done", found["error"]
    shown = market("GET", f"/tasks/{found['id']}").text
    assert answer.headers["location"].startswith("/tasks/")
    assert "no plan can have more than" in shown
    assert market("POST", "/market/plan", data={"seconds": "100000"}).status_code == 422
    _goes_into_the_calendar(market, f"/tasks/{found['id']}")


def _goes_into_the_calendar(market: Ask, task: str) -> None:
    """As a file, and under an address that a calendar program reads without a cookie, until it is taken out."""
    file = market("GET", f"{task}/plan.ics")
    assert file.headers["content-type"].startswith("text/calendar")
    assert "SUMMARY:Checkpoint" in file.text
    assert f'action="{task}/calendar"' in market("GET", task).text
    assert market("POST", f"{task}/calendar").headers["location"] == "/plan/calendar?done=market"
    key = feed_key(open_context(TODAY), None)
    address = f"/calendar/{key}.market.ics"
    assert address in market("GET", "/plan/calendar").text
    assert market("GET", address, headers={"cookie": ""}).status_code == 404  # this app's door knows no key
    path = market_file(open_context(TODAY), None)
    assert path.read_bytes() == file.content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    market("POST", "/plan/calendar/market/close")
    assert not path.exists()
    assert address not in market("GET", "/plan/calendar").text
