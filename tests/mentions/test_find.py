"""What a careful reader marks in a sentence, and what others get wrong."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headway.knowledge.model import Lexicon, LexiconEntry
from headway.mentions.find import Finder
from headway.mentions.model import TextBlock
from headway.values import Kind
from tests.mentions.lexicon import small_lexicon

FINDER = Finder(small_lexicon())

SENTENCES = [
    # names with signs
    ("Experience with C++, C# and .NET.", ["C++", "C#", ".NET"]),
    ("Strong C++17 and embedded C.", ["C++", "C"]),
    ("Node.js, NodeJS or Node JS.", ["Node.js", "NodeJS", "Node JS"]),
    ("We use CI/CD pipelines.", ["CI/CD"]),
    ("k-means, K means and K-Means", ["k-means", "K means", "K-Means"]),
    (
        "scikit learn, Scikit-Learn, scikit_learn and sklearn",
        ["scikit learn", "Scikit-Learn", "scikit_learn", "sklearn"],
    ),
    ("non-breaking: machine\u00a0learning, machine\u2011learning", ["machine\u00a0learning", "machine\u2011learning"]),
    # word boundaries
    ("JavaScript, not Java.", ["JavaScript", "Java"]),
    ("PostgreSQL is not SQL/NoSQL.", ["PostgreSQL", "SQL", "NoSQL"]),
    ("NoSQL and PostgreSQL experience", ["NoSQL", "PostgreSQL"]),
    ("See https://python.org/docker or mail java@sql.com", []),
    ("Dockerised Pythonistas", []),
    # lists and heads
    ("PyTorch/TensorFlow", ["PyTorch", "TensorFlow"]),
    ("Knowledge of supervised and unsupervised learning", ["supervised", "unsupervised learning"]),
    ("supervised, deep and unsupervised learning", ["supervised", "deep", "unsupervised learning"]),
    ("Experience in deep, supervised learning", ["supervised learning"]),
    ("A/B and multivariate testing", ["A/B", "multivariate testing"]),
    ("machine learning and deep learning models", ["machine learning", "deep learning"]),
    ("large language models (LLMs)", ["large language models", "LLMs"]),
    ("Experience building REST API(s)", ["REST API"]),
    ("fine-tuned LLM's", ["LLM"]),
    ("Google Cloud Platform and Apache Spark", ["Google Cloud Platform", "Apache Spark"]),
    ("natural\nlanguage processing", ["natural\nlanguage processing"]),
    ("machine-\nlearning systems", ["machine-\nlearning"]),
    ("worked with machine.\n\nLearning is fun", []),
    # words with other senses
    ("Python, R and SQL", ["Python", "R", "SQL"]),
    ("Lead our R&D department", []),
    ("Programming in Go or Rust", ["Go"]),
    ("Own the go to market plan. Go To Market is key.", []),
    ("Ready, set, Go", []),
    ("You will excel in this role. Excel at what you do.", []),
    ("Excel, PowerPoint and spreadsheet work", ["Excel"]),
    ("Ideas that spark joy", []),
    ("Hadoop, Kafka and Spark", ["Spark"]),
    ("HADOOP, KAFKA AND SPARK", ["SPARK"]),
    ("Jobs on Kafka and SPARK", ["SPARK"]),
    ("WE WANT PEOPLE WHO SPARK IDEAS", []),
    ("The SPARK fund supports young scientists", []),
    ("The rest of the team. REST of world.", []),
    ("REST and GraphQL API design", ["REST"]),
    ("Bring a hip flask", []),
    ("Python web services in Flask", ["Python", "Flask"]),
    ("Please send your CV to us", []),
    ("NLP and CV models", ["NLP", "CV"]),
    ("Maintain power transformers", []),
    ("BERT and other transformers", ["transformers"]),
    ("We raised a Series C", []),
    ("The mlops of html", []),
    # boilerplate
    ("We are an equal opportunity employer and value communication and Python.", []),
    ("Excellent communication skills", ["communication"]),
    ("Benefits\n\n- Leadership coaching and communication training\n- Dental", []),
]


@pytest.mark.parametrize(("sentence", "marked"), SENTENCES)
def test_a_sentence_is_read_as_a_careful_person_would(sentence: str, marked: list[str]) -> None:
    """Each name is marked with exactly its characters, and nothing else is."""
    assert [m.text for m in FINDER.find(sentence)] == marked


def test_the_first_half_of_a_shared_head_gets_the_full_skill() -> None:
    """`supervised and unsupervised learning` asks for two skills."""
    found = Finder(small_lexicon()).find("supervised and unsupervised learning")

    assert [m.skill for m in found] == ["supervised-learning", "unsupervised-learning"]


def test_a_job_title_in_the_text_is_not_a_skill_but_in_the_title_line_it_is() -> None:
    """The title line says what the work is about; a colleague's title does not."""
    posting = "Machine Learning Engineer\n\nAbout the role\n\nYou sit next to a machine learning engineer."

    assert [(m.start, m.text) for m in FINDER.find(posting)] == [(0, "Machine Learning")]


@pytest.mark.parametrize("odd", ["İİİ ", "ß", "ﬁ ﬁ ", "\u200b\u00ad ", "𝔘 ", "e\u0301 ", "使用", "\r\n"])
def test_characters_that_change_length_in_lower_case_do_not_move_positions(odd: str) -> None:
    """Offsets count code points of the text as given."""
    text = f"{odd} PyTorch"

    assert [(m.start, m.end) for m in FINDER.find(text)] == [(len(text) - 7, len(text))]


PIECES = st.sampled_from(
    ["Python", "R", "C++", "C", "Go", "machine learning", "supervised", "and", ",", "/", "\n", "\n\n", " - ", "  ", "İ",
     "LLMs", "(", ")", ".", "learning", "REST API", "Skills:", "About us", "@", "https://x", "natural language",
     "processing"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=30).map(" ".join) | st.text(max_size=80)


@given(TEXTS)
@example("a\n -  \n@")
def test_positions_are_exact_sorted_and_apart(text: str) -> None:
    """Whatever the text, a mention's characters are the text's own, and no two mentions overlap."""
    found = FINDER.find(text)

    assert all(text[m.start : m.end] == m.text and 0 <= m.confidence <= 1 for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS, st.integers(0, 1000))
def test_a_block_reads_as_its_text_moved_by_its_offset(text: str, offset: int) -> None:
    """One block is the same as its text; only the positions move."""
    plain = [(m.start + offset, m.end + offset, m.skill) for m in FINDER.find(text)]

    assert [(m.start, m.end, m.skill) for m in FINDER.find([TextBlock(text, None, offset)])] == plain


def test_a_block_in_a_skills_section_needs_less_support() -> None:
    """A bare `Go` counts where a heading says that these are skills, and not in a sentence."""
    assert FINDER.find([TextBlock("Go", None)]) == []
    assert [m.skill for m in FINDER.find([TextBlock("Go", "skills")])] == ["go"]


def test_a_finder_travels_to_another_process_before_and_after_use() -> None:
    """Pickling keeps the answers, whether or not the automaton was built."""
    text = "Python and PyTorch"
    fresh = pickle.loads(pickle.dumps(Finder(small_lexicon())))
    used = pickle.loads(pickle.dumps(FINDER))

    assert fresh.find(text) == used.find(text) == FINDER.find(text) != []


@pytest.mark.parametrize(
    "line",
    [
        "BSc in Statistics or a related field",
        "MSc/PhD in a quantitative field such as Statistics, Machine Learning, or equivalent experience",
        "Degree in a quantitative major (Statistics, Machine Learning)",
        "PhD in Machine Learning.",
    ],
)
def test_the_subject_of_a_degree_is_no_skill(line: str) -> None:
    """A degree in statistics is asked for as a degree; what follows it is read as usual."""
    assert [m.text for m in FINDER.find(f"Requirements\n\n- {line}\n- Python")] == ["Python"]


def test_the_employers_own_product_is_no_skill_of_the_candidate() -> None:
    """Who hires says its own name often; a posting of another company that asks for it is another matter."""
    assert FINDER.find("Engineer\n\nAbout Docker\n\nDocker helps developers.\n\nJoin Docker!") == []
    assert [m.text for m in FINDER.find("Requirements\n\n- Experience with Docker")] == ["Docker"]


def test_a_product_described_is_no_skill_asked_for() -> None:
    """Names of people's trades and hyphenated products do not ask for anything."""
    assert FINDER.find("Our team of machine learning engineers and statistics experts is great.") == []


def test_british_and_american_spelling_are_one() -> None:
    """Whichever way the map spells a name, both spellings are found."""
    entry = LexiconEntry("containerisation", "containers", "any", False, (), ())
    lexicon = Lexicon("test", (entry,), {"containers": "Containerisation"}, {"containers": "concept"})

    assert [m.text for m in Finder(lexicon).find("Knowledge of containerization")] == ["containerization"]


def test_the_shorter_established_name_wins_over_padding() -> None:
    """`deep learning models` names deep learning, as a reader would mark it."""
    entries = [LexiconEntry(name, "dl", "any", False, (), ()) for name in ("deep learning", "deep learning models")]
    lexicon = Lexicon("test", tuple(entries), {"dl": "Deep learning"}, {"dl": "concept"})

    assert [m.text for m in Finder(lexicon).find("Experience with deep learning models")] == ["deep learning"]


def test_a_page_heading_is_furniture() -> None:
    """A section's title that is a skill's name says nothing of the person."""
    entry = LexiconEntry("publications", "writing", "any", False, (), ())
    lexicon = Lexicon("test", (entry,), {"writing": "Writing"}, {"writing": "concept"})

    assert Finder(lexicon).find("Jo Doe\n\nPublications\n\nA paper, 2022") == []


def test_table_cells_and_initials_are_not_run_together() -> None:
    """A tab parts two cells; `C.` between authors is a first name."""
    assert [m.text for m in FINDER.find("Google\tCloud, Python\tSQL")] == ["Python", "SQL"]
    assert FINDER.find("Embedded C++ talk by Smith, J., Miller, C. & Brown, C., 2020")[0].text == "C++"
    assert len(FINDER.find("Embedded C++ talk by Smith, J., Miller, C. & Brown, C., 2020")) == 1


def test_two_names_joined_by_a_plus_are_two() -> None:
    """`ML+Docker` names both; `C++` stays one name."""
    assert [m.text for m in FINDER.find("Experience with ML+Docker and C++")] == ["ML", "Docker", "C++"]


def test_the_lightest_words_frame_a_name_of_whatever_skill() -> None:
    """`ML frameworks` is read as `ML`, even where the map knows the longer words as another skill."""
    names = {"ML": "ml", "ML frameworks": "frameworks", "applied ML": "applied", "Spark": "spark", "Spark ML": "mllib"}
    entries = [LexiconEntry(name, skill, "any", False, (), ()) for name, skill in names.items()]
    kinds: dict[str, Kind] = dict.fromkeys(names.values(), "concept")
    lexicon = Lexicon("test", tuple(entries), {skill: skill for skill in names.values()}, kinds)

    found = Finder(lexicon).find("Experience with ML frameworks, applied ML and Spark ML")

    assert [m.text for m in found] == ["ML", "ML", "Spark ML"]


def test_the_end_of_the_employers_name_is_no_skill() -> None:
    """A firm called Acme NLP does not ask for NLP by saying who it is."""
    posting = "Engineer - Acme NLP\n\nAbout Acme\n\nAcme NLP is a startup.\n\nRequirements\n\n- Knowledge of NLP"

    assert [m.start for m in FINDER.find(posting)] == [posting.rfind("NLP")]


def test_a_related_field_of_work_is_no_degree() -> None:
    """`Experience in X or a related field` asks for X; only a degree's subject is none."""
    line = "- Proven background in statistics, machine learning, or related fields"

    assert [m.text for m in FINDER.find(f"Requirements\n\n{line}")] == ["statistics", "machine learning"]


def test_a_paragraph_after_the_list_is_no_part_of_its_section() -> None:
    """What follows the list of requirements describes the firm again: a human skill there is not asked for."""
    wish = "Requirements\n\n- Knowledge of Python\n- Leadership"
    firm = "All official communication of our firm to those who apply for the post comes from one address, no other."

    assert [m.text for m in FINDER.find(f"{wish}\n\n{firm}")] == ["Python", "Leadership"]


def test_two_names_with_an_and_are_two_mentions() -> None:
    """An alias that joins two known names is split, as a careful reader splits a list."""
    names = ("metrics", "KPIs", "metrics and KPIs")
    lexicon = Lexicon(
        "test",
        tuple(LexiconEntry(name, "metrics", "any", False, (), ()) for name in names),
        {"metrics": "Metrics and KPIs"},
        {"metrics": "concept"},
    )

    assert [m.text for m in Finder(lexicon).find("Experience with metrics and KPIs")] == ["metrics", "KPIs"]
