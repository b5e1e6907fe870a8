"""What a careful reader marks in a sentence, and what others get wrong."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headway.mentions.find import Finder, find_mentions
from headway.mentions.model import TextBlock
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
    ("Excellent communication skills", ["communication skills"]),
    ("Benefits\n\n- Leadership coaching and communication training\n- Dental", []),
]


@pytest.mark.parametrize(("sentence", "marked"), SENTENCES)
def test_a_sentence_is_read_as_a_careful_person_would(sentence: str, marked: list[str]) -> None:
    """Each name is marked with exactly its characters, and nothing else is."""
    assert [m.text for m in FINDER.find(sentence)] == marked


def test_the_first_half_of_a_shared_head_gets_the_full_skill() -> None:
    """`supervised and unsupervised learning` asks for two skills."""
    found = find_mentions("supervised and unsupervised learning", small_lexicon())

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
