"""What a page refuses, it refuses in the words of the pages."""

import pytest

from headway.errors import BadOption, MissingExtra, NothingKept
from headway.web.refusals import on_a_page
from tests.web.conftest import Ask
from tests.web.test_pages import give_cv


@pytest.mark.parametrize(
    ("hint", "told"),
    [
        ("'headway plans' shows the steps.", "The Plan page shows the steps."),
        ("Import some: headway market import FILE", "Import some on the Market page."),
        ("Add --title.", "Write its title."),
        ("Close it and run 'headway forget' again.", "In a terminal: Close it and run 'headway forget' again."),
        ("Use: headway market import FILE", "In a terminal: Use: headway market import FILE"),
        ("Leave --free-only out.", "Leave free only out."),
    ],
)
def test_advice_becomes_what_can_be_done_on_a_page(hint: str, told: str) -> None:
    """Where only a terminal helps, it says that it is for the terminal."""
    assert on_a_page(BadOption("No.", hint)) == ("No.", told)


def test_options_become_the_names_of_the_fields_and_install_lines_stay() -> None:
    """`--hours is` at the head of a line has a capital."""
    assert on_a_page(NothingKept("--hours is 0.", ""))[0] == "Hours is 0."
    line = "Install it: pip install 'headway[export]'"
    assert on_a_page(MissingExtra("A PDF needs it.", line))[1] == line


@pytest.mark.parametrize(
    ("address", "data", "told"),
    [
        ("/start/add", {"level": "2"}, "Skill: nothing was given. Fill it in"),
        (
            "/start/add",
            {"skill": "x" * 10_000, "level": "2"},
            "Skill: this is too long. It may have 120 characters at most.",
        ),
        ("/start/add", {"skill": "sql", "level": "much"}, "Level: this is no whole number."),
        ("/start/add", {"skill": "sql", "level": "9"}, "Level: this does not fit. Give a number of at most 4."),
        ("/progress/hours", {"hours": "many"}, "Hours: this is no number."),
        ("/progress/hours", {"hours": "1", "resource": "x" * 10_000}, f"no resource &#39;{'x' * 40} …&#39;"),
        ("/questions?role=%E2%80%AEabc", None, "There is no role &#39;�abc&#39;."),
        ("/applications/abc", None, "There is no such page."),
    ],
)
def test_a_wrong_field_is_told_in_plain_words(
    person: Ask, address: str, data: dict[str, str] | None, told: str
) -> None:
    """No word of the library that checks it; what was typed is cut where it is long and never turns the line around."""
    answer = person("POST", address, data=data) if data else person("GET", address)
    assert answer.status_code in (404, 422)
    assert told in answer.text
    assert len(answer.text) < 5_000


@pytest.mark.parametrize(
    ("method", "address", "data"),
    [
        ("GET", "/plan?asked=yes&hours=-1", None),
        ("GET", "/plan?asked=yes&budget=inf", None),
        ("GET", "/plan?asked=yes&deadline=soon", None),
        ("GET", "/plan?asked=yes&role=none", None),
        ("GET", "/plan?asked=yes&seniority=king", None),
        ("GET", "/roles/none", None),
        ("GET", "/skills/none", None),
        ("GET", "/market/jobs/none", None),
        ("GET", "/market?country=XXX", None),
        ("GET", "/market/jobs?seniority=king", None),
        ("GET", "/market/jobs?pay_floor=0&currency=EUR", None),
        ("GET", "/market/jobs?since=soon", None),
        ("GET", "/applications/7", None),
        ("GET", "/start/page/1", None),
        ("GET", "/plan.ics", None),
        ("POST", "/plan/step", {"step": "none", "what": "finished"}),
        ("POST", "/plan/step", {"step": "none", "what": "swap", "instead": "x"}),
        ("POST", "/progress/hours", {"hours": "0"}),
        ("POST", "/progress/hours", {"hours": "99"}),
        ("POST", "/progress/hours", {"hours": "1", "date": "2099-01-01"}),
        ("POST", "/progress/hours", {"hours": "1", "date": "soon"}),
        ("POST", "/progress/hours", {"hours": "1", "resource": "none"}),
        ("POST", "/progress/undo", {"entry": "none"}),
        ("POST", "/applications", {"posting": "none"}),
        ("POST", "/applications/7", {"what": "applied"}),
        ("POST", "/data/forget", {}),
    ],
)
def test_no_refusal_speaks_of_commands_or_options(person: Ask, method: str, address: str, data: object) -> None:
    """Whether something is kept or not."""
    for kept in (False, True):
        if kept:
            give_cv(person)
        answer = person(method, address, data=data)
        told = answer.text.partition('<p class="finding')[2].partition("</p>")[0]
        if 'role="alert"' in answer.text:
            assert "headway " not in told, told
            assert "--" not in told, told


def test_what_is_not_over_has_no_outcome(person: Ask) -> None:
    """It would stand beside 'saved' as if it were; a closed one has it."""
    saved = person("POST", "/applications", data={"title": "Data analyst"})
    address = saved.headers["location"].partition("?")[0]
    for what in ("note", "applied"):
        refused = person("POST", address, data={"what": what, "note": "n", "outcome": "they were full"})
        assert refused.status_code == 400
        assert "would not be over" in refused.text
    assert person("POST", address, data={"what": "closed", "outcome": "they were full"}).status_code == 303
    assert "they were full" in person("GET", address).text


def test_paper_has_no_heading_of_a_form_that_is_left_out(person: Ask) -> None:
    """Forms are not printed, so neither is what stands above them alone."""
    person("POST", "/applications", data={"title": "Data analyst"})
    above = {
        "/progress": "Write down what you did",
        "/applications": "Add a posting",
        "/applications/1": "What happened?",
    }
    for address, title in above.items():
        assert f'<h2 class="noprint">{title}</h2>' in person("GET", address).text
