"""Names that the skill map lacks, found in lists."""

import shutil
from pathlib import Path

import pytest

from headway.app.context import Context
from headway.app.market_scope import Wishes
from headway.app.market_terms import Acceptance, Search, market_terms, write_new
from headway.errors import BadOption, UnknownName
from headway.knowledge.check import check
from headway.knowledge.files import data_root, read
from headway.knowledge.load import load_lexicon
from headway.knowledge.model import Lexicon, Skill
from headway.market.drafts import draft_of, id_of
from headway.market.names import Forms, names_in
from headway.market.terms import Example, NewTerm, Text, new_terms
from tests.market.room import TODAY
from tests.market.rows import row, store_of


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def named(text: str, lexicon: Lexicon) -> set[str]:
    """What the lists of a text name that is not known."""
    return {found.name for found in names_in(f"Requirements\n{text}", Forms(lexicon))}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- BI tools (e.g. Tableau, Zorkly, Looker)", {"Zorkly"}),
        ("- Experience with Python, Zorkly or pandas", {"Zorkly"}),
        ("- Familiarity with tools like dbt/Zorkly", {"Zorkly"}),
        ("- Python, zorkly, pandas", {"zorkly"}),
        ("- CI/CD, Weights & Biases and A/B testing", set()),
        ("- Python scripting, AWS services, PyTorch 2.1", set()),
        ("- BSc or MSc degree in Physics, Zorkly or Mathematics", set()),
        ("- Work from Berlin, London, Python", set()),
        ("- Zorkly is where you will work", set()),
        ("- Cats, dogs, horses", set()),
    ],
)
def test_names_are_taken_from_lists(line: str, names: set[str], lexicon: Lexicon) -> None:
    """Unknown names in a list count; known ones, fields of study, places and prose do not."""
    assert named(line, lexicon) - {"Cats"} == names


def test_what_the_company_says_of_itself_is_no_list_of_skills(lexicon: Lexicon) -> None:
    """Investors and benefits stand in lists too."""
    text = "About us\nBacked by Zorkly, Python Fund, and others.\n\nBenefits\n- Zorkly, Python courses, gym"
    assert list(names_in(text, Forms(lexicon))) == []


def test_terms_are_ranked_by_companies_and_quoted(lexicon: Lexicon) -> None:
    """Two companies before one that says it three times; an ordinary word with a capital is none; nor the company."""
    texts = [
        Text("1", "a", "Requirements\n- Python, Zorkly, SQL\n- Strong Spirit, Python"),
        Text("2", "b", "Requirements\n- SQL, Zorkly, spirit"),
        *(Text(f"3{i}", "c", "Requirements\n- Docker, Quuxer, strong spirit\n- c, Python") for i in range(3)),
        Text("4", "Quuxer", "Requirements\n- Docker, Quuxer"),
    ]

    first, second = new_terms(texts, lexicon)

    assert (first.term, first.companies, first.postings, first.beside) == ("Zorkly", 2, 2, 2)
    assert first.neighbours[0] == "sql"
    assert [each.quote for each in first.examples] == ["Python, Zorkly, SQL", "SQL, Zorkly, spirit"]
    assert (second.term, second.companies, second.postings) == ("Quuxer", 1, 3)


TERM = NewTerm(
    term="Zorkly",
    companies=3,
    postings=4,
    beside=2,
    neighbours=("dbt",),
    also=("ZORKLY",),
    examples=(Example("1", "a", "Python, Zorkly:\x1b[31m 'x' # no comment\nid: stolen"),),
)


def test_a_draft_passes_the_check_of_the_knowledge_base(tmp_path: Path) -> None:
    """Put into the skill map as it stands, it is read; only that nothing needs it yet is said."""
    root = tmp_path / "data"
    shutil.copytree(data_root(), root)
    (root / "skills" / "data-engineering" / "zorkly.yaml").write_text(
        draft_of(TERM, "data-engineering", "tech", ("dbt",)), encoding="utf-8"
    )

    mine = [finding.code for finding in check(root) if "zorkly" in f"{finding.where} {finding.what}"]
    assert mine == ["unused-skill"]


def test_what_a_posting_says_stays_a_comment(tmp_path: Path) -> None:
    """A quote with a line break or an escape sequence cannot write a key of its own."""
    path = tmp_path / "zorkly.yaml"
    path.write_text(draft_of(TERM, "data-engineering", "tech", ()), encoding="utf-8")

    skill, findings = read(path, Skill, "zorkly.yaml")

    assert findings == []
    assert skill is not None
    assert skill.id == "zorkly"
    assert skill.label_is_ambiguous
    assert "\x1b" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("term", "id_"),
    [("Google Workspace", "google-workspace"), ("C++20", "c-plus-plus-20"), ("tRPC", "trpc"), ("日", "")],
)
def test_ids_are_kebab_case(term: str, id_: str) -> None:
    """Whatever the term is written with."""
    assert id_of(term) == id_


@pytest.fixture
def market(tmp_path: Path) -> Context:
    """Two postings that list Zorkly."""
    store_of(tmp_path, [row(i, text="Requirements\n- Python, Zorkly, dbt", company=f"c{i}") for i in range(2)])
    return Context(TODAY, tmp_path)


def test_a_draft_is_written_once_and_never_over_another(market: Context, tmp_path: Path) -> None:
    """Where the user said, under its area; the second time it stays as the user may have changed it."""
    accept = Acceptance(term="zorkly", area="data-engineering", folder=tmp_path / "mine")

    result = market_terms(market, Wishes(), Search(), accept)
    path = tmp_path / "mine" / "data-engineering" / "zorkly.yaml"
    assert path.read_text(encoding="utf-8") == result["accepted"]["yaml"]
    path.write_text("changed", encoding="utf-8")

    with pytest.raises(BadOption, match="there already"):
        market_terms(market, Wishes(), Search(), accept)
    assert path.read_text(encoding="utf-8") == "changed"
    assert [each.name for each in path.parent.iterdir()] == ["zorkly.yaml"]


def test_what_cannot_be_accepted_is_refused_with_the_reason(market: Context) -> None:
    """A known skill, a term nobody names, an area that is not there, the installed package."""
    cases: list[tuple[Acceptance, type[Exception], str]] = [
        (Acceptance(term="Python", area="data-engineering"), BadOption, "known"),
        (Acceptance(term="Zorkl", area="data-engineering"), UnknownName, "Did you mean Zorkly"),
        (Acceptance(term="Zorkly", area="nowhere"), UnknownName, "Choose one of"),
        (Acceptance(term="Zorkly"), UnknownName, "needs --area"),
        (Acceptance(term="Zorkly", area="llm", kind="thing"), UnknownName, "Choose one of"),
        (Acceptance(term="Zorkly", area="llm", folder=data_root() / "skills"), BadOption, "inside the installed"),
    ]
    for accept, error, said in cases:
        with pytest.raises(error, match=said):
            market_terms(market, Wishes(), Search(), accept)


def test_a_place_that_cannot_be_written_to_is_one_line(tmp_path: Path) -> None:
    """A file where a folder should be."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(BadOption, match="cannot be written"):
        write_new(tmp_path / "file" / "x.yaml", b"x")
