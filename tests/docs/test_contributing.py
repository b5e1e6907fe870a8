"""The examples of CONTRIBUTING.md pass the check, and the check says what the page says."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from headway.knowledge.check import check
from headway.knowledge.files import data_root
from headway.values import Finding

PAGE = (Path(__file__).parent.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
SKILL = "skills/data-analysis/narwhals.yaml"


def _examples() -> dict[str, str]:
    """File under data/ to the block of YAML that follows its name."""
    found = re.findall(r"`src/headway/data/([\w/.-]+\.yaml)`\n\n *```yaml\n(.*?)\n *```", PAGE, flags=re.DOTALL)
    return {file: textwrap.dedent(block) + "\n" for file, block in found}


def _said(finding: Finding) -> str:
    """As the terminal shows it."""
    return f"✗ {finding.where}: {finding.what} {finding.hint}".rstrip()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the knowledge base."""
    return Path(shutil.copytree(data_root(), tmp_path / "data"))


def _about_examples(data: Path) -> list[str]:
    """What the check says of the examples' files and ids."""
    words = [Path(file).stem for file in _examples() if file != "sources.yaml"] + ["example-survey-2026"]
    return [_said(f) for f in check(data) if any(word in f"{f.where} {f.what}" for word in words)]


def test_there_is_an_example_of_each_kind() -> None:
    """A skill, a resource, a role and a source."""
    assert sorted(file.split("/")[0] for file in _examples()) == ["resources", "roles", "skills", "sources.yaml"]


def test_the_examples_pass_the_check(data: Path) -> None:
    """Written where the page says, all together."""
    for file, text in _examples().items():
        path = data / file
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")
    assert _about_examples(data) == []


def test_a_skill_alone_serves_nothing_and_a_typing_mistake_is_named(data: Path) -> None:
    """Both lines that the page quotes."""
    text = _examples()[SKILL]
    (data / SKILL).write_text(text, encoding="utf-8")
    said = _about_examples(data)
    (data / SKILL).write_text(text.replace("skill: python", "skill: pyhton"), encoding="utf-8")
    said += [line for line in _about_examples(data) if line not in said]
    quoted = [line.strip() for line in re.findall(r"^ *✗ .*$", PAGE, flags=re.MULTILINE)]
    assert sorted(said) == sorted(quoted)
