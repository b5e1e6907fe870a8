"""The page about roadmap files: its example runs, its tables name every key, its findings are the audit's."""

import re
from pathlib import Path

import pytest

from headway.knowledge.fact import Need, Stated, Teaches
from headway.knowledge.guides import Roadmap, Stage, StageCourse
from tests.cli.conftest import Headway

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reference" / "roadmap-file.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.M | re.S)
    assert len(found) == 1, f"{len(found)} blocks of {language}"
    return str(found[0])


def _section(heading: str) -> str:
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `([\w-]+)` \|", text, flags=re.M)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The file that the page shows."""
    path = tmp_path / "evenings.yaml"
    path.write_text(_block("yaml"), encoding="utf-8")
    return path


def test_the_example_gives_what_the_page_prints(headway: Headway, example: Path) -> None:
    """The page shows the command's own words, and the exit code it names."""
    ran = headway("audit", example)
    printed = "\n".join(line.rstrip() for line in ran.out.splitlines())
    assert printed.strip() == _block("text").strip(), "put the new output into docs/reference/roadmap-file.md"
    assert ran.code == 1


def test_every_finding_of_the_example_is_explained(headway: Headway, example: Path) -> None:
    """Codes and severities as in the page's table."""
    rows = re.findall(r"^\| `([\w-]+)` \| (error|warning|note) \|", _section("What the audit looks for"), flags=re.M)
    found = {(f["code"], f["severity"]) for f in headway("audit", example, "--json").json["findings"]}
    assert found == set(rows) - {("stage-open", "warning")}


def test_every_code_of_the_audit_is_on_the_page() -> None:
    """Read from the source, so that a new check cannot be forgotten."""
    source = (ROOT / "src" / "headway" / "knowledge" / "audit.py").read_text(encoding="utf-8")
    codes = re.findall(r'Finding\(\s*"([\w-]+)"', source)
    assert sorted(set(codes)) == sorted(_first_cells(_section("What the audit looks for")))


@pytest.mark.parametrize(
    ("heading", "struct"),
    [("The roadmap", Roadmap), ("A course", StageCourse), ("A duration", Stated), ("A stage", Stage)],
)
def test_tables_name_the_keys_that_are_read(heading: str, struct: type[Roadmap]) -> None:
    """No key more, no key less."""
    assert sorted(_first_cells(_section(heading))) == sorted(struct.__struct_encode_fields__)


@pytest.mark.parametrize("struct", [Teaches, Need])
def test_small_mappings_are_named_with_all_their_keys(struct: type[Need]) -> None:
    """`{skill, from, to}` and `{skill, level}` are the whole of them."""
    shown = [sorted(keys.split(", ")) for keys in re.findall(r"`\{([a-z, ]+)\}`", PAGE)]
    assert sorted(struct.__struct_encode_fields__) in shown


def test_a_wrong_key_is_refused_with_its_line(headway: Headway, example: Path) -> None:
    """As the page says: the line, and the nearest right word."""
    example.write_text(_block("yaml").replace("promised_months", "promissed_months"), encoding="utf-8")
    ran = headway("audit", example)
    assert ran.code == 2
    assert f"{example}:3" in ran.err
    assert "promised_months" in ran.err
