"""What a job title says of skills that the text under it does not name."""

import datetime as dt

import msgspec
import pytest

from headway.documents.read import read_bytes
from headway.evidence.cv import read_cv
from headway.knowledge.model import Knowledge, RoleNeed, Skill
from headway.learner.model import Evidence
from tests.evidence.readings import TODAY, finder, knowledge

NOTE = "what people with this title do"


def _base() -> Knowledge:
    """A data analyst needs SQL, talks, and uses Tableau or Excel; Docker helps. A research scientist is a role too."""
    needs = (
        RoleNeed(any_of=("sql",), levels={"intern": 1, "junior": 2, "mid": 3}, weight=10),
        RoleNeed(any_of=("machine-learning",), levels={"junior": 1, "mid": 2}, weight=6),
        RoleNeed(any_of=("communication",), levels={"junior": 2}, weight=8),
        RoleNeed(any_of=("tableau", "excel"), levels={"junior": 2}, weight=8),
        RoleNeed(any_of=("docker",), levels={"junior": 2}, weight=5),
    )
    base = knowledge()
    analyst = msgspec.structs.replace(base.roles["data-analyst"], needs=needs, aliases=("research scientist",))
    human = Skill(id="communication", label="Communication", kind="human", area="people", summary="")
    return msgspec.structs.replace(base, roles={**base.roles, analyst.id: analyst}, skills={human.id: human})


def _by_title(job: str, text: str = "") -> list[Evidence]:
    document = read_bytes(f"Jo Sample\n\nEXPERIENCE\n\n{job}\n{text}".encode(), "cv.txt")
    return [e for e in read_cv(document, finder(), _base(), TODAY).evidence if e.note == NOTE]


def _levels(job: str, text: str = "") -> dict[str, int]:
    return {piece.skill: piece.level for piece in _by_title(job, text)}


@pytest.mark.parametrize(
    ("job", "levels"),
    [
        ("Data Analyst, Acme Ltd\tJan 2020 - Dec 2022", {"sql": 2, "machine-learning": 2, "communication": 1}),
        ("Data Analyst, Acme Ltd\tJan 2022 - Dec 2022", {"sql": 2, "machine-learning": 1, "communication": 1}),
        ("Senior Data Analyst, Acme Ltd\tJan 2022 - Dec 2022", {"sql": 2, "machine-learning": 2, "communication": 1}),
        ("Data Analyst Intern, Acme Ltd\tJan 2022 - Dec 2022", {"sql": 1}),
        ("Working Student Data Analyst, Acme Ltd\tJan 2020 - Dec 2022", {"sql": 1}),
        ("Data Analyst, Acme Ltd\tJan 2022 - Apr 2022", {}),
        ("Data Analyst, Acme Ltd", {}),
        ("Baker, Acme Ltd\tJan 2020 - Dec 2022", {}),
        ("Research Scientist, Acme Ltd\tJan 2020 - Dec 2022", {}),
        ("Data Analyst Recruiter, Acme Ltd\tJan 2020 - Dec 2022", {}),
        ("Machine Learning Engineer, Acme Ltd\tJan 2020 - Dec 2022", {}),
    ],
)
def test_a_title_claims_the_core_of_its_role(job: str, levels: dict[str, int]) -> None:
    """At the rank it states or its months make, working at most; nothing in short jobs or for names of other trades."""
    assert _levels(job) == levels


def test_a_skill_that_the_job_names_is_not_counted_twice() -> None:
    """The title's piece is left out where the text, or the title itself, names the skill."""
    assert set(_levels("Data Analyst, Acme Ltd\tJan 2020 - Dec 2022", "- Queries in SQL")) == {
        "machine-learning",
        "communication",
    }
    assert "communication" not in _levels("Data Analyst, Acme Ltd\tJan 2020 - Dec 2022", "- Communication with clients")


def test_it_is_weaker_than_a_name_in_the_text_and_quotes_the_title() -> None:
    """Months and end are the job's, the quotation is the line of the title."""
    piece = _by_title("Acme Ltd, Berlin\nData Analyst\nJan 2020 - Dec 2022", "- Coffee")[0]
    assert (piece.kind, piece.months, piece.last_used) == ("cv-use", 36.0, dt.date(2022, 12, 31))
    assert [quote.text for quote in piece.quotes] == ["Data Analyst"]
    named = read_cv(
        read_bytes(b"EXPERIENCE\nData Analyst, Acme\tJan 2020 - Dec 2022\n- SQL", "cv.txt"), finder(), _base(), TODAY
    )
    assert piece.strength < next(e.strength for e in named.evidence if e.skill == "sql") / 2


def test_unpaid_work_and_studies_have_no_title_to_go_by() -> None:
    """Only jobs of the experience section count."""
    text = b"VOLUNTEERING\nData Analyst, Food Bank\tJan 2020 - Dec 2022\n- Coffee"
    assert read_cv(read_bytes(text, "cv.txt"), finder(), _base(), TODAY).evidence == ()
