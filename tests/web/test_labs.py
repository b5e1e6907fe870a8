"""Labs in the browser."""

import datetime as dt

import pytest

from headway.knowledge.labs import load_labs
from headway.learner.model import Evidence
from headway.web.brief import as_html
from tests.web.conftest import Ask


def test_the_list_leads_to_each_lab_and_its_brief(person: Ask) -> None:
    """The task, what it proves, and that nothing was handed in yet."""
    shown = person("GET", "/labs")
    assert shown.status_code == 200
    assert '/labs/first-model"' in shown.text
    one = person("GET", "/labs/first-model")
    assert "fit_line" in one.text
    assert "not handed anything in yet" in one.text
    assert person("GET", "/labs/no-such-lab").status_code == 404


def test_the_last_result_is_shown_as_text(person: Ask) -> None:
    """Words that came from a person's own code are never markup."""
    from headway.app.context import open_context
    from headway.app.lab_files import LabState, keep_state

    kept = LabState(outcome="exception", words="<script>alert(1)</script>", checked="2026-11-20")
    keep_state(open_context("2026-11-20"), None, "first-model", kept)
    text = person("GET", "/labs/first-model").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_the_task_is_read_as_headings_lists_and_code(person: Ask) -> None:
    """Not as a block of marks; its own title is left out, since the page has it, and levels are words."""
    text = person("GET", "/labs/sql-questions").text
    assert "<table>" in text
    assert "<ol>" in text
    assert "<code>revenue_by_country</code>" in text
    assert "# " not in text.partition("The task")[2].partition("In the terminal")[0]
    assert "</a>: working" in text


def test_markup_in_a_task_is_text() -> None:
    """What stands in a brief runs nowhere, and a link that is none of the web is no link."""
    shown = as_html("# T\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))\n")
    assert "<img" not in shown
    assert "&lt;img" in shown
    assert "href" not in shown


def test_what_a_pass_moved_stays_on_the_page_of_the_lab(person: Ask) -> None:
    """Fit, plan and postings before and after, as they were measured when it passed."""
    from headway.app.context import open_context
    from headway.app.lab_files import LabState, keep_state

    skill = {"skill": "python", "label": "Python", "level": 1, "before": 0.5, "after": 0.9}
    moved = {
        "skills": [{**skill, "level_before": 0, "level_after": 1}],
        "fits": [],
        "plan_before": {"steps": 9, "hours": 120.0, "end": "2027-05-01"},
        "plan_after": {"steps": 8, "hours": 90.0, "end": "2027-04-01"},
        "reachable_before": 3,
        "reachable_after": 5,
        "postings": 40,
        "reachable_note": "",
    }
    keep_state(open_context("2026-11-20"), None, "first-model", LabState(outcome="pass", moved=moved))
    text = person("GET", "/labs/first-model").text
    assert "counts as aware, before: none" in text
    assert "done by 2027-04-01" in text
    assert "of 40" in text
    assert "not shown" not in text  # kept before other skills were listed

    other = {**skill, "skill": "numpy", "label": "NumPy", "level_before": 0, "level_after": 1, "basis": "inferred"}
    listed = {**moved, "others": [other], "others_in_all": 3}
    keep_state(open_context("2026-11-20"), None, "first-model", LabState(outcome="pass", moved=listed))
    text = person("GET", "/labs/first-model").text
    assert "inferred from other skills, not shown; counts as aware, before: none" in text
    assert "counting otherwise now: 2 more" in text


def test_a_pass_that_was_taken_back_is_none_any_more(person: Ask) -> None:
    """Neither in the list nor on the page of the lab, and what it moved is not told; undoing that brings it back."""
    from headway.app.context import open_context
    from headway.app.lab_files import LabState, keep_state
    from headway.app.workspace_room import open_workspace
    from headway.workspace.model import Shown, Undone

    context, day = open_context("2026-11-20"), dt.date(2026, 11, 20)
    piece = Evidence(id="lab:first-model:python", skill="python", kind="lab", source="lab", level=1, date=day)
    moved = {
        "skills": [], "fits": [], "plan_before": None, "plan_after": None, "postings": None, "reachable_before": None,
        "reachable_after": None, "reachable_note": "",
    }  # fmt: skip
    keep_state(context, None, "first-model", LabState(outcome="pass", passed="2026-11-20", moved=moved))
    with open_workspace(context, None) as store:
        (entry,) = store.append(day, [Shown(pieces=(piece,))])
    assert person("GET", "/api/log").json()["entries"][0]["text"] == "Lab passed: Python"
    assert "Passed on 2026-11-20" in person("GET", "/labs/first-model").text
    with open_workspace(context, None) as store:
        (undoing,) = store.append(day, [Undone(entry=entry.id)])
    page = person("GET", "/labs/first-model").text
    assert "Passed on" not in page
    assert "What your pass moved" not in page
    assert "It does not count as proof" in page
    assert "passed, but it does not count" in person("GET", "/labs").text
    with open_workspace(context, None) as store:
        store.append(day, [Undone(entry=undoing.id)])
    assert "Passed on 2026-11-20" in person("GET", "/labs/first-model").text


@pytest.mark.parametrize("lab", load_labs())
def test_every_lab_has_a_page_with_its_brief_and_what_it_proves(person: Ask, lab: str) -> None:
    """A new folder shows without a word of code."""
    shown = person("GET", f"/labs/{lab}")
    assert shown.status_code == 200
    authored = load_labs()[lab].authored
    assert authored.file in shown.text
    assert all(f"/skills/{part.skill}" in shown.text or part.skill in shown.text for part in authored.proves)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b'{"hints": "many"}'])
def test_one_damaged_file_hides_no_other_lab(person: Ask, content: bytes) -> None:
    """The list and the lab itself say which file and what to do; its state is not made up; hints are refused."""
    from headway.app.context import open_context
    from headway.app.lab_files import LabState, folder_of, keep_state

    context = open_context("2026-11-20")
    keep_state(context, None, "dirty-table", LabState(outcome="pass", passed="2026-11-20"))
    damaged = folder_of(context, None) / "first-model.json"
    damaged.write_bytes(content)
    page = person("GET", "/labs")
    assert page.status_code == 200
    assert "/labs/dirty-table" in page.text
    assert (page.text.count(str(damaged)), page.text.count("Delete this file")) == (1, 1)
    assert page.text.count(">not known<") == 1
    one = person("GET", "/labs/first-model")
    assert str(damaged) in one.text
    assert "fit_line" in one.text
    assert "not handed anything in" not in one.text
    told = person("GET", "/api/labs").json()
    assert [found["code"] for found in told["findings"]] == ["lab-file-broken"]
    damaged.unlink()
    assert person("GET", "/api/labs").json()["findings"] == []
