"""Pages lead somewhere, stay short, and name what is there."""

import re
import tomllib
from pathlib import Path

import pytest

from headway.cli.main import app

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
README_LIMIT = 150


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _prose(page: Path) -> str:
    """Without blocks and spans of code: what stands there is not a link."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", _text(page), flags=re.M | re.S))


def _links(page: Path) -> list[str]:
    """Targets inside the repository."""
    found = re.findall(r"\]\(([^)\s]+)[^)]*\)", _prose(page)) + re.findall(r"^\[[^\]]+\]:\s+(\S+)", _prose(page), re.M)
    return [target for target in found if not re.match(r"[a-z][a-z+.-]*:", target)]


def _anchors(page: Path) -> set[str]:
    """The names that GitHub gives the headings of a page; a second heading of the same name gets `-1`."""
    anchors: dict[str, int] = {}
    text = re.sub(r"^```.*?^```", "", _text(page), flags=re.M | re.S)
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", text, flags=re.M):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        anchors[slug] = anchors.get(slug, -1) + 1
    named = {slug if again == 0 else f"{slug}-{again}" for slug, last in anchors.items() for again in range(last + 1)}
    return named | set(re.findall(r'<a (?:id|name)="([^"]+)"', text))


def _trouble(page: Path, target: str) -> str | None:
    path, _, anchor = target.partition("#")
    goal = (page.parent / path).resolve() if path else page
    if not goal.exists():
        return f"{target}: no such file"
    if anchor and goal.suffix == ".md" and anchor not in _anchors(goal):
        return f"{target}: no such heading"
    return None


def test_there_are_links_to_check() -> None:
    """The tests below would pass on nothing."""
    assert sum(len(_links(page)) for page in PAGES) > 10


@pytest.mark.parametrize("page", PAGES, ids=[p.relative_to(ROOT).as_posix() for p in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file of the repository, and to a heading where one is named."""
    assert [trouble for target in _links(page) if (trouble := _trouble(page, target))] == []


def test_a_link_to_nowhere_is_seen(tmp_path: Path) -> None:
    """The check itself: a missing file, a missing heading, and none in code."""
    page = tmp_path / "page.md"
    page.write_text("# A `b` c\n[x](none.md) [y](#a-b-c) [z](#d) `[c](no.md)`\n\n```\n[d](no.md)\n```\n")
    assert [_trouble(page, target) for target in _links(page)] == ["none.md: no such file", None, "#d: no such heading"]


def test_the_readme_is_short() -> None:
    """What does not fit belongs in docs."""
    assert len(_text(ROOT / "README.md").splitlines()) < README_LIMIT


def _commands() -> list[str]:
    return [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]


def test_every_command_is_in_the_list_of_commands() -> None:
    """docs/reference/commands.md has a heading for each."""
    page = _text(DOCS / "reference" / "commands.md")
    assert [name for name in _commands() if f"\n### headway {name}\n" not in page] == []


def test_every_command_is_introduced_outside_the_list() -> None:
    """README or another page names it in code, so that a reader meets it before the reference."""
    reference = DOCS / "reference"
    code = " ".join(
        span for page in PAGES if reference not in page.parents for span in re.findall(r"`([^`\n]+)`", _text(page))
    )
    named = set(re.findall(r"[\w-]+", code))
    assert [name for name in _commands() if name not in named] == []


def test_every_room_is_on_the_tour() -> None:
    """docs/how-it-works.md names each package under src/headway, in code."""
    page = _text(DOCS / "how-it-works.md")
    rooms = sorted(p.parent.name for p in (ROOT / "src" / "headway").glob("*/__init__.py"))
    assert [room for room in rooms if not re.search(rf"`{room}/?`", page)] == []


def test_every_core_dependency_has_its_reason() -> None:
    """docs/dependencies.md names each package that a plain installation brings."""
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    page = _text(DOCS / "dependencies.md")
    packages = [re.split(r"[<>=~!\[; ]", line)[0] for line in project["dependencies"]]
    assert [name for name in packages if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)] == []
