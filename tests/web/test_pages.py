"""The pages as a person meets them, without a browser: what is given comes back, can be put right, and is only text."""

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest

from headway.web.render import PAGES
from tests.web.conftest import Ask, settled

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "mara-lindqvist.pdf"
CV = b"""Ana Ruiz
Berlin, Germany

Experience
Data Analyst, Example Ltd, Jan 2022 - Dec 2024
- Reports in SQL and Python <script>alert(1)</script>

Skills
Python, SQL, Docker
"""


def give_cv(person: Ask, content: bytes = CV, name: str = "ana.txt") -> None:
    assert settled(person, person("POST", "/start/cv", files={"cv": (name, content)})) == "/?done=read"


@pytest.mark.parametrize("address", [address for address, _ in PAGES])
def test_every_page_stands_before_anything_is_known(person: Ask, address: str) -> None:
    """A newcomer may look everywhere; each page has one heading, its place in the menu, and labels for its fields."""
    answer = person("GET", address)
    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    assert answer.text.count('aria-current="page"') == 1
    fields = re.findall(r"<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]*\bid=\"([\w-]+)\"", answer.text)
    assert [field for field in fields if f'for="{field}"' not in answer.text] == []
    assert "style=" not in answer.text
    assert not re.search(r"\son\w+=", answer.text)


def test_a_cv_comes_back_as_skills_with_their_lines_and_only_as_text(person: Ask) -> None:
    """What was read is shown for correction; what looks like markup is shown as it was written."""
    give_cv(person)
    page = person("GET", "/").text
    assert "Ana Ruiz" in page
    assert "Reports in SQL and Python &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_the_cv_stands_beside_what_was_read_as_it_looks(person: Ask) -> None:
    """A PDF's pages as pictures, painted apart; a page that is not there and a CV without pages are said."""
    assert person("GET", "/start/page/1").status_code == 409
    give_cv(person)
    assert person("GET", "/start/page/1").status_code == 409
    give_cv(person, EXAMPLE.read_bytes(), "mara.pdf")
    assert '<img src="/start/page/1"' in person("GET", "/").text
    picture = person("GET", "/start/page/1")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert len(picture.content) > 10_000
    assert person("GET", "/start/page/150").status_code == 400
    assert person("GET", "/start/page/0").status_code == 404


def test_a_wrong_skill_goes_with_one_click_and_comes_back_with_another(person: Ask) -> None:
    """The correction is an entry of the log: it counts at once, is shown as such, and can be taken back."""
    give_cv(person)
    gone = person("POST", "/start/level", data={"skill": "docker", "level": "0"})
    assert gone.headers["location"] == "/?done=removed"
    page = person("GET", "/").text
    assert '<span class="gone">Docker</span>' in page
    assert "read from the CV by mistake" in person("GET", "/progress").text
    entry = re.search(r'name="entry" value="([^"]+)"', page)
    assert entry is not None
    assert person("POST", "/start/undo", data={"entry": entry[1]}).status_code == 303
    assert '<span class="gone">' not in person("GET", "/").text


def test_answers_alone_are_enough_for_a_plan(person: Ask) -> None:
    """Without a CV."""
    asked = person("GET", "/questions?role=data-analyst").text
    first = re.findall(r'value="([\w-]+)=2"', asked)[0]
    sent = person("POST", "/start/answers", data={"answer": [f"{first}=2", ""], "role": "data-analyst"})
    assert sent.status_code == 303
    assert 'href="/plan?role=data-analyst"' in person("GET", sent.headers["location"]).text
    assert '<ol class="steps">' in person("GET", "/plan?role=data-analyst").text


def test_a_plan_shows_pay_today_and_at_the_target_as_a_range(person: Ask) -> None:
    """In words, with every range it could lean on; where no one source knows both, that is said."""
    give_cv(person)
    page = person("GET", "/plan?asked=yes&role=data-scientist&seniority=senior").text
    told = page[page.index("Pay today and at the target") :]
    assert "so the difference is not known" in told
    assert "<b>Data scientist, senior</b>: " in told


def test_a_plan_is_shown_changed_kept_worked_off_and_renewed(person: Ask) -> None:
    """Without a script: the controls are a form, each answer is a page."""
    give_cv(person)
    wish = "asked=yes&role=data-analyst&hours=5"
    slow, fast = person("GET", f"/plan?{wish}").text, person("GET", f"/plan?{wish}5").text
    assert "Proof." in slow
    assert _end(slow) > _end(fast)
    kept = person("POST", "/plan", data={"asked": "yes", "role": "data-analyst", "hours": "5"})
    assert kept.headers["location"] == "/plan?done=kept"
    page = person("GET", "/plan").text
    assert "Nothing of this is kept yet" not in page
    step = re.findall(r'name="step" value="([\w.-]+)"', page)[0]
    assert person("POST", "/plan/step", data={"step": step, "what": "finished"}).status_code == 303
    assert '<li class="done"' in person("GET", "/plan").text
    assert person("POST", "/progress/hours", data={"hours": "3", "date": "2026-11-20"}).status_code == 303
    progress = person("GET", "/progress").text
    assert "1 of" in progress
    assert "<b>3 h</b>" in progress
    assert "This would change" in person("GET", "/plan?renew=yes").text
    calendar = person("GET", "/plan.ics")
    assert calendar.text.startswith("BEGIN:VCALENDAR")


def test_sources_tell_their_age(person: Ask) -> None:
    """When a source was published and how long ago; facts that nobody has checked are counted as such."""
    page = person("GET", "/sources").text
    assert "2 years 4 months ago" in page
    assert "no date printed" in page
    assert "nobody has checked" in page


def _end(page: str) -> str:
    found = re.search(r"<b>(\d{4}-\d\d-\d\d)</b>", page)
    assert found is not None
    return found[1]


def test_what_does_not_fit_says_what_would(person: Ask) -> None:
    """With links that ask again; it cannot be kept."""
    give_cv(person)
    page = person("GET", "/plan?asked=yes&role=data-analyst&hours=2&deadline=2026-12-24").text
    assert "What would make it fit" in page
    link = re.search(r'href="(/plan\?[^"]*hours=[^"]+)"', page)
    assert link is not None
    assert "This does not fit" not in person("GET", link[1].replace("&amp;", "&")).text
    sent = {"asked": "yes", "role": "data-analyst", "hours": "2", "deadline": "2026-12-24"}
    assert person("POST", "/plan", data=sent).status_code == 400


@pytest.mark.parametrize(
    "query",
    ["hours=abc", "hours=-1", "hours=nan", "deadline=soon", "budget=inf", "role=none", "seniority=king", "hours=1e9"],
)
def test_a_senseless_wish_is_one_clear_line(person: Ask, query: str) -> None:
    """The same sentence as in the terminal; never a trace of our code."""
    give_cv(person)
    answer = person("GET", f"/plan?asked=yes&{query}")
    assert answer.status_code in (400, 404)
    assert 'role="alert"' in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x\\cv.txt", "\x00", "a" * 900, "<b>.txt", "", "ü.txt"])
def test_a_files_name_is_only_a_label(person: Ask, name: str) -> None:
    """Whatever it says, nothing is written by it."""
    give_cv(person, name=name or "x")
    shown = person("GET", "/").text
    assert "etc/passwd," not in shown
    assert "<b>.txt" not in shown


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"\x00" * 50])
def test_a_file_that_is_no_cv_is_said_and_nothing_is_kept(person: Ask, content: bytes) -> None:
    """One line, and the start is as it was."""
    answer = person("POST", "/start/cv", files={"cv": ("cv.pdf", content)})
    shown = answer if answer.status_code == 400 else person("GET", settled(person, answer))
    assert 'role="alert"' in shown.text
    assert "Find your way" in person("GET", "/").text


def test_everything_goes_out_and_everything_goes_away(person: Ask) -> None:
    """The zip holds the log and the CV; erasing needs the box; afterwards nothing is known."""
    give_cv(person)
    zipped = person("POST", "/data/export")
    assert any(zipfile.ZipFile(io.BytesIO(zipped.content)).read(n) == CV for n in _names(zipped.content))
    assert "downloaded in the browser" in person("GET", "/data").text
    assert person("POST", "/data/forget").status_code == 400
    assert person("POST", "/data/forget", data={"sure": "yes"}).status_code == 303
    assert "Nothing is kept about you" in person("GET", "/data").text
    assert "Find your way" in person("GET", "/").text


def _names(content: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_the_map_shows_a_route_an_area_and_a_skills_surroundings(person: Ask) -> None:
    """Each as a drawing whose skills are links, and the same as a list."""
    for address in ("/map", "/map?area=programming", "/map?skill=PyTorch", "/map?role=data-analyst", "/map?whole=yes"):
        page = person("GET", address).text
        assert page.count('<a href="/skills/') >= 2 * 5, address
        assert len(gzip.compress(page.encode())) < 300_000
        assert len(page) < 1_500_000
    assert person("GET", "/map?area=nowhere").status_code == 404
    assert person("GET", "/map?skill=%3Cb%3E").status_code == 404


def test_two_roles_stand_side_by_side_with_the_way_between(person: Ask) -> None:
    """Needs at one seniority, what the person has of them, pay with its sources, and the legs of the path."""
    give_cv(person)
    page = person("GET", "/compare?one=data-analyst&other=machine-learning-engineer&seniority=junior").text
    assert "Data analyst and Machine learning engineer" in page
    assert '<th scope="row"><a href="/skills/python">Python</a></th>' in page
    assert "h of study" in page
    assert "of what it asks for is covered" in person("GET", "/roles/data-analyst").text
    assert "of it is covered" in person("GET", "/roles").text
    assert person("GET", "/compare?one=nobody").status_code == 404


def test_every_role_and_a_skill_of_each_kind_can_be_drawn(person: Ask) -> None:
    """No role lacks what its page shows."""
    roles = re.findall(r'href="/roles/([\w-]+)"', person("GET", "/roles").text)
    assert len(set(roles)) >= 20
    for role in sorted(set(roles)):
        assert person("GET", f"/roles/{role}").status_code == 200, role
    assert "What is believed of you" not in person("GET", "/skills/python").text
    for skill in ("python", "communication", "machine-learning"):
        assert person("GET", f"/skills/{skill}").status_code == 200


def test_every_fact_is_on_a_page_with_its_source_and_age(person: Ask) -> None:
    """Found by words, kind and source; an empty field asks for nothing; a kind that is none is said."""
    page = person("GET", "/sources/facts?words=junior&kind=pay&source=&older=").text
    assert "USD 110,000 to 180,000 a year" in page
    assert "Figure of 2026." in page
    assert "Against it: USD 80,000 to 120,000 a year" in page
    assert "Nobody has checked it since." in page
    assert "<script>x" not in person("GET", "/sources/facts?words=%3Cscript%3Ex").text
    assert person("GET", "/sources/facts?kind=pays").status_code == 404
    assert person("GET", "/api/facts?kind=pay&conflicts=true").json()["count"] > 0


def test_roles_are_called_by_their_names_and_sources_are_spelt_out(person: Ask) -> None:
    """The page of a skill names roles as the page of roles does; a short name of a source leads to its title."""
    assert ">NLP engineer</a>" in person("GET", "/skills/python").text
    for address in ("/roles/machine-learning-engineer", "/compare?one=data-scientist&other=machine-learning-engineer"):
        page = person("GET", address).text
        led_to = set(re.findall(r'href="#(source-[^"]+)"', page))
        assert led_to
        assert led_to == set(re.findall(r'<dt id="(source-[^"]+)"', page))
        assert "AI and Machine Learning Career Guide 2026</dd>" in page


def test_pay_beside_two_roles_is_for_the_persons_country(person: Ask) -> None:
    """The country that the CV names is known here too."""
    address = "/compare?one=data-scientist&other=machine-learning-engineer"
    assert "Your country is not known" in person("GET", address).text
    give_cv(person)
    page = person("GET", address).text
    assert "Your country is not known" not in page
    assert "No sourced figure for DE" in page


@pytest.mark.parametrize("address", ["/", "/plan", "/market", "/market/jobs", "/market/hours", "/compare", "/tests"])
def test_no_page_asks_for_an_option_of_the_terminal(person: Ask, address: str) -> None:
    """Whoever reads a page has no command line at hand."""
    empty = person("GET", address).text
    give_cv(person)
    for text in (empty, person("GET", address).text):
        assert not re.search(r"\s--[a-z]", text)
        assert "headway market" not in text


def test_a_quoted_line_stands_without_the_mark_of_its_list(person: Ask) -> None:
    """A bullet and wide gaps say nothing about the person."""
    give_cv(
        person, b"Ana\n\nExperience\nData Analyst, Example Ltd, Jan 2022 - Dec 2024\n\xe2\x80\xa2 Reports     in SQL\n"
    )
    assert "<blockquote>Reports in SQL</blockquote>" in person("GET", "/").text


def test_a_role_and_a_skill_lead_to_who_says_so(person: Ask) -> None:
    """Each link from a role's or a skill's page answers with facts about just that."""
    for page in ("/roles/data-scientist", "/skills/python"):
        links = re.findall(r'href="(/sources/facts\?about=[^"]+)"', person("GET", page).text)
        assert links
        for link in links[:3]:
            shown = person("GET", link.replace("&amp;", "&")).text
            assert "only about <b>" in shown
            assert "Says who: " in shown


def test_facts_lead_on_and_say_what_has_no_date(person: Ask) -> None:
    """Our own judgement is called that; what cannot be dated is counted; each fact leads to all of its subject."""
    page = person("GET", "/sources/facts?kind=prerequisite&older=2").text
    assert "more have no date: their age is not known." in page
    edges = person("GET", "/sources/facts?kind=prerequisite").text
    assert "Says who: our own judgement." in edges
    assert "The source prints no date" not in edges
    link = re.search(r'href="(/sources/facts\?about=[^"]+)"', edges)
    assert link is not None
    assert "only about <b>" in person("GET", link[1]).text


def test_a_page_below_another_is_marked_in_the_menu_where_it_belongs(person: Ask) -> None:
    """Applications are of the market, a comparison of the roles, a skill of the map, questions of the start."""
    for address, tab in (
        ("/applications", "Market"), ("/market/import", "Market"), ("/compare", "Roles"),
        ("/skills/python", "Map"), ("/questions", "Start"), ("/sources/facts", "Sources"),
    ):  # fmt: skip
        assert f'aria-current="page">{tab}</a>' in person("GET", address).text, address


def test_a_single_fact_can_be_linked_to(person: Ask) -> None:
    """Each has an address that shows it alone; one that is no more is said."""
    link = re.search(r'href="(/sources/facts\?one=[^"]+)"', person("GET", "/sources/facts?about=python").text)
    assert link is not None
    alone = person("GET", link[1]).text
    assert alone.count('<li class="card" id="python.') == 1
    assert "1 fact: the one that was linked to" in alone
    assert person("GET", "/sources/facts?one=python.0").status_code == 404


def test_a_skill_that_no_line_names_can_be_added_and_set_on_its_own_page(person: Ask) -> None:
    """By any of its names; a name that is none leads back to where it was typed, never to another site."""
    give_cv(person)
    assert person("POST", "/start/add", data={"skill": "pandas", "level": "2"}).headers["location"] == "/?done=level"
    assert "you said working" in person("GET", "/").text
    sent = person("POST", "/start/add?then=skill", data={"skill": "sklearn", "level": "1"})
    assert sent.headers["location"] == "/skills/scikit-learn?done=level"
    assert "Your log holds the correction" in person("GET", sent.headers["location"]).text
    for before, back in (("http://127.0.0.1:8731/", "/"), ("http://127.0.0.1:8731//evil.example/x", "/evil.example/x")):
        wrong = person("POST", "/start/add", data={"skill": "qqqq", "level": "2"}, headers={"referer": before})
        assert wrong.status_code == 404
        assert f'<a class="button" href="{back}" data-back>Back</a>' in wrong.text
        assert "the same command" not in wrong.text
    far = person("GET", "/skills/qqqq", headers={"referer": "https://evil.example/"}).text
    assert ">Back<" not in far
