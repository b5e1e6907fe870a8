"""What counts as required, preferred or context; groups of which any one will do."""

import pytest

from tests.postings.reading import needs, read

HEADINGS = [
    ("Requirements", "required"),
    ("WHAT YOU'LL BRING", "required"),
    ("What we're looking for:", "required"),
    ("You might be a great fit if you have...", "required"),
    ("⭐️ Is this you?", "required"),
    ("### Minimum qualifications", "required"),
    ("**Must-haves**", "required"),
    ("In addition to a sense of humour, you should have:", "required"),
    ("任职要求", "required"),
    ("Dein Profil", "required"),
    ("加分项", "preferred"),
    ("Nice to have", "preferred"),
    ("Preferred Qualifications:", "preferred"),
    ("BONUS POINTS", "preferred"),
    ("Not required, but it's a plus if you also have:", "preferred"),
    ("You will stand out if", "preferred"),
    ("What you'll do", "context"),
    ("About us", "context"),
    ("Our tech stack", "context"),
    ("Benefits & perks", "context"),
]


@pytest.mark.parametrize(("heading", "need"), HEADINGS)
def test_the_heading_gives_the_need(heading: str, need: str) -> None:
    """Headings come in many words, marks and cases."""
    text = f"About the company\n\nWe build.\n\nQualifications\n - SQL\n\n{heading}\n - Kubernetes\n - Terraform\n"
    assert needs(text)["kubernetes"] == need
    assert needs(text)["sql"] == "required"


SENTENCES = [
    ("Kubernetes is a plus", "preferred"),
    ("Experience with Kubernetes preferred", "preferred"),
    ("Familiarity with Kubernetes would be a big plus.", "preferred"),
    ("Ideally you know Kubernetes", "preferred"),
    ("Bonus: Kubernetes", "preferred"),
    ("Nice to have: Kubernetes", "preferred"),
    ("Cloud services (Kubernetes preferred)", "preferred"),
    ("Strong Go skills, Kubernetes a plus", "preferred"),
    ("Kubernetes is not required", "preferred"),
    ("Kubernetes in production", "required"),
    ("At least one orchestrator (Kubernetes preferred)", "required"),
    ("Experience with our tools is a plus: Terraform, Kubernetes", "preferred"),
    ("Product sense, preferably in retail with at least a year of Kubernetes", "required"),
    ("Kubernetes, ideally in a start-up", "required"),
    ("Kubernetes. Terraform is a plus.", "required"),
]


@pytest.mark.parametrize(("line", "need"), SENTENCES)
def test_a_phrase_in_the_sentence_weakens_it(line: str, need: str) -> None:
    """The phrase reaches to the ends of its sentence or brackets, no further."""
    assert needs(f"Requirements:\n - Python\n - {line}\n")["kubernetes"] == need


def test_a_must_lifts_a_wish() -> None:
    """Insisting words win over the section."""
    text = "Requirements\n - Python\n\nNice to have\n - Kubernetes is required for this team\n - Terraform\n"
    found = needs(text)
    assert (found["kubernetes"], found["terraform"]) == ("required", "preferred")


def test_without_a_section_of_requirements_sentences_that_ask_count() -> None:
    """A posting in prose is read by what its sentences ask."""
    text = "We run Kubernetes.\n\nYou have experience with Python and solid knowledge of Terraform.\n"
    found = needs(text)
    assert (found["kubernetes"], found["python"], found["terraform"]) == ("context", "required", "required")


def test_a_wish_list_alone_is_the_list_of_requirements() -> None:
    """`Desired experience` beside requirements is a wish; alone it is what they ask for."""
    alone = "Desired experience\n - Kubernetes\n"
    beside = f"Requirements\n - Python\n\n{alone}"
    assert needs(alone)["kubernetes"] == "required"
    assert needs(beside)["kubernetes"] == "preferred"


def test_the_strongest_need_of_a_skill_wins() -> None:
    """Named in the duties, the wishes and the requirements: required."""
    text = "What you'll do\n - Kubernetes\n\nBonus points\n - Kubernetes\n\nRequirements\n - Kubernetes\n"
    posting = read(text)
    assert [s.need for s in posting.skills if s.skill == "kubernetes"] == ["required"]
    assert [m.need for m in posting.mentions if m.skill == "kubernetes"] == ["context", "preferred", "required"]


def test_a_list_inside_a_list_may_be_of_wishes() -> None:
    """`- Bonus` heads the items that stand deeper."""
    text = "Requirements\n - Python\n - Bonus\n   - Kubernetes\n - Terraform\n"
    found = needs(text)
    assert (found["kubernetes"], found["terraform"]) == ("preferred", "required")


def test_the_tools_at_work_are_no_demand_in_prose() -> None:
    """Unless the sentence asks for them."""
    text = "About you\nYou are curious.\nOur tech stack includes Python and Go. You have experience with Docker.\n"
    found = needs(text)
    assert (found["python"], found["go"], found["docker"]) == ("context", "context", "required")
    asked = needs("About you\nOur stack includes Python, and you have experience with Go.\n")
    assert asked["go"] == "required"


GROUPS = [
    ("PyTorch or TensorFlow", [("pytorch", "tensorflow")]),
    ("PyTorch/TensorFlow", [("pytorch", "tensorflow")]),
    ("Python and SQL", [("python",), ("sql",)]),
    ("Python, SQL, and Docker", [("python",), ("sql",), ("docker",)]),
    ("one or more of: Python, Java, Scala", [("python", "java", "scala")]),
    ("at least one of Python, Java and Scala", [("python", "java", "scala")]),
    ("tools such as Docker, Terraform, and Helm", [("docker", "terraform", "helm")]),
    ("libraries (e.g., PyTorch, TensorFlow)", [("pytorch", "tensorflow")]),
    ("Python and PyTorch or TensorFlow", [("python",), ("pytorch", "tensorflow")]),
    ("Airflow, Dagster or similar", [("airflow", "dagster")]),
]


@pytest.mark.parametrize(("line", "groups"), GROUPS)
def test_any_of_a_group_will_do(line: str, groups: list[tuple[str, ...]]) -> None:
    """Or, slashes, `one of` and examples make a group; `and` does not."""
    named = {skill for group in groups for skill in group}
    found = read(f"Requirements:\n - {line}\n").requirements
    assert [each.any_of for each in found if named & set(each.any_of)] == groups


def test_a_paragraph_may_announce_the_list_below_it() -> None:
    """The heading is the last sentence of the paragraph above."""
    intro = (
        "You will build the data platform of a bank that has a hundred years of history and a hundred of systems. " * 2
    )
    assert needs(f"{intro}You might be a fit if you...\n\n - have run Kubernetes\n")["kubernetes"] == "required"


def test_a_list_item_that_asks_is_a_requirement_under_any_heading() -> None:
    """Duties begin with what one does; `Experience with ...` is a demand that strayed there."""
    found = needs("What you'll do\n - Run Kubernetes\n - Experience with Terraform\n\nRequirements\n - SQL\n")
    assert (found["kubernetes"], found["terraform"]) == ("context", "required")


def test_what_the_ideal_candidate_brings_is_required_wherever_it_stands() -> None:
    """Summaries state demands too."""
    text = "Job summary\n\nWe run Docker. The ideal candidate brings expertise in Kubernetes.\n\nRequirements\n - SQL\n"
    found = needs(text)
    assert (found["docker"], found["kubernetes"]) == ("context", "required")


def test_a_wish_behind_a_list_holds_for_all_of_it() -> None:
    """`A, B and C is a plus` wishes for all three; after a firm demand only for what follows it."""
    assert set(needs("Requirements:\n - Experience with Looker, Snowflake and dbt is a plus\n").values()) == {
        "preferred"
    }
    found = needs("Requirements:\n - Strong Python, Go a plus\n")
    assert (found["python"], found["go"]) == ("required", "preferred")


def test_an_indented_line_belongs_to_the_item_above_it() -> None:
    """It is no prose behind the list, however long."""
    more = "Strong problem-solving skills, able to dig into data issues and to deliver clean and reliable outcomes."
    assert needs(f"Requirements:\n - Python\n - SQL\n   {more}\n")["problem-solving"] == "required"
    assert needs(f"Requirements:\n - Python\n - SQL\n\n{more}\n")["problem-solving"] == "context"


@pytest.mark.parametrize(
    "lead",
    [
        "These aren't required, but they help:",
        "Experience with these isn't required but helpful:",
        "You don't need all of these, but some will help you:",
        "Not mandatory, but helpful:",
    ],
)
def test_a_list_that_is_not_required_is_wished_for(lead: str) -> None:
    """Whatever the form of the no, also with a curly mark."""
    text = f"Data Engineer\n\nRequirements\n- Python\n\n{lead}\n- Kafka\n- SQL\n"
    for each in (text, text.replace("'", "\u2019")):
        assert needs(each) == {"python": "required", "kafka": "preferred", "sql": "preferred"}
