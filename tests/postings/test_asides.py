"""Pages as boards show them: what stands around a posting is no part of it. All are invented."""

import pytest

from headway.app.context import open_context
from headway.mentions.find import Finder
from headway.postings.by_line import LineReader
from headway.postings.titles import Titles
from tests.postings.reading import asked, needs, read

POSTING = "We build search for shops.\n\nYour profile:\n• 3+ years of experience with Python\n• PyTorch\n\n"
ASIDES = [
    "Similar jobs\nSenior Java Developer\nRemote, $200,000/yr - $250,000/yr\n",
    "People also viewed\nJava Developer, hybrid, $200,000/yr - $250,000/yr\n",
    "More jobs at Acme\nStaff Java Developer - fully remote - $200,000 a year - 9+ years of experience\n",
    "Apply for this job\nFirst name\nDo you have 9 years of experience with Java?\nEducation\nDegree\n",
]


@pytest.mark.parametrize("aside", ASIDES)
def test_other_jobs_and_the_form_are_not_read(aside: str) -> None:
    """Neither pay nor years nor skills nor workplace of what stands behind a posting are its own."""
    posting = read(POSTING + aside, "Machine Learning Engineer")
    assert posting.pay is None
    assert (posting.min_years, posting.workplace, posting.degree.level) == (3, "unstated", "unstated")
    assert {each.skill for each in posting.skills} == {"machine-learning", "python", "pytorch"}


def test_a_button_above_the_posting_hides_nothing() -> None:
    """`Apply for this job` often stands on top too, and between parts."""
    text = f"Apply for this job\n\n{POSTING}Apply for this job\n\nBenefits\n• Salary: €70,000 - €80,000 a year\n"
    posting = read(text, "Machine Learning Engineer")
    assert posting.pay is not None
    assert posting.min_years == 3


def test_an_import_leaves_it_out_as_well() -> None:
    """Such a text is read whole where lines are remembered."""
    context = open_context("2026-11-20")
    reader = LineReader(Finder(context.lexicon), Titles(context.knowledge.roles))
    assert reader.read("Machine Learning Engineer", POSTING + ASIDES[0]) is None
    assert reader.read("Machine Learning Engineer", POSTING) is not None


def test_the_facts_of_a_network_are_no_requirements() -> None:
    """What a network adds below a posting (industry, function) asks for nothing."""
    text = POSTING + "Employment type\nFull-time\nIndustries\nSoftware Development\n"
    assert needs(text).get("software-engineering", "context") == "context"


PLAIN = [
    ("Kubernetes is a plus", "preferred"),
    ("Experience with Kubernetes preferred", "preferred"),
    ("Erfahrung mit Kubernetes von Vorteil", "preferred"),
    ("Kubernetes experience is required", "required"),
]


@pytest.mark.parametrize(("line", "need"), PLAIN)
def test_a_wish_without_a_bullet_ends_with_its_line(line: str, need: str) -> None:
    """In a list without bullets such a line is no heading of those below it."""
    found = needs(f"Requirements\nStrong Python\n{line}\nSQL and Spark\n\nBenefits\nA gym\n")
    assert (found["python"], found["kubernetes"], found["sql"]) == ("required", need, "required")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Abgeschlossenes Studium der Informatik", "bachelor"),
        ("Bac+5 en informatique", "master"),
        ("Curiosity", "unstated"),
    ],
)
def test_degrees_of_other_countries(line: str, level: str) -> None:
    """A Studium is at least a bachelor's, bac+5 a master's."""
    assert asked(line).degree.level == level
