"""Everything the four guides name has its place in the knowledge base, and the figures are the guides' own."""

import os
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "src/headway/data"
LISTS = {
    "claims": "claim",
    "topics": "topic",
    "actions": "action",
    "glossary": "term",
    "faq": "faq",
    "sources": "source",
}
FOLDERS = {"skills": "skill", "roles": "role", "resources": "resource", "routes": "route", "stages": "roadmap"}
SMALL_WORDS = {"the", "and", "are", "for", "have", "with", "its", "also", "adds", "all", "spec", "unv"}
Row = tuple[str, str]


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def coverage() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(DATA / "coverage.yaml")
    return found


@pytest.fixture(scope="module")
def pay() -> dict[str, Any]:
    return {row["id"]: row for row in load(DATA / "pay/guides.yaml")}


def known_ids() -> set[str]:
    """Every id there is, as `kind:id`."""
    ids = {f"{kind}:{path.stem}" for folder, kind in FOLDERS.items() for path in (DATA / folder).rglob("*.yaml")}
    ids |= {f"{kind}:{entry['id']}" for name, kind in LISTS.items() for entry in load(DATA / f"{name}.yaml")}
    ids |= {f"source:{entry['id']}" for entry in load(DATA / "sources.yaml")}
    ids |= {f"stage:{stage['id']}" for path in (DATA / "stages").glob("*.yaml") for stage in load(path)["stages"]}
    return ids | {f"pay:{row['id']}" for path in (DATA / "pay").glob("*.yaml") for row in load(path)}


def checklist_rows(text: str) -> dict[Row, str]:
    """The checklist's rows: (section, head) to the row's text, the head included."""
    rows: dict[Row, str] = {}
    for section in re.split(r"(?m)^## ", text)[1:]:
        number = section.split()[0]
        for line in section.splitlines()[1:]:
            for head, body in row_heads(number, line.strip()):
                rows[number, head] = body
    return rows


def row_heads(section: str, line: str) -> list[tuple[str, str]]:
    """The rows that one line holds: a table row, bold or plain heads of a bullet, or `S0:` in a paragraph."""
    if not line or line.startswith(("|---", "| Role |")):
        return []
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        return [(cells[0], f"{cells[0]}: {cells[-1]}")]
    if "**" in line:
        parts = re.split(r"\*\*(.+?)\*\*", line)[1:]
        return list(zip(parts[::2], parts[1::2], strict=True))
    if line.startswith("- "):
        parts = re.split(r"(?:^|(?<=\. ))([A-Z][a-z ]+(?: \(S\d\))?): ", line[2:])[1:]
        return list(zip(parts[::2], parts[1::2], strict=True))
    parts = re.split(r"(?:^|(?<=\. ))(S[0-3]): ", line)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True)) or [(re.split(r"[;,]", line)[0], line)]


def words(text: str) -> set[str]:
    """What a row must not lose: names, numbers and words of three letters or more; singular, lower case."""
    plain = re.sub(r"\bS[0-3]\b", " ", re.sub(r"[`*\[\]“”\"]", " ", text))
    found = re.findall(r"[A-Za-zÀ-ÿ][\wÀ-ÿ]*[+#]*|\d+", plain)
    long = {w for w in found if len(w) > 2 or w[0].isupper() or w.isdigit()}
    return {w.lower().removesuffix("s") for w in long if w.lower() not in SMALL_WORDS}


def gaps(rows: dict[Row, str], coverage: list[dict[str, Any]]) -> dict[Row, set[str]]:
    """Words of the checklist that no item of their row holds, row by row."""
    said: dict[Row, set[str]] = defaultdict(set)
    for entry in coverage:
        said[entry["section"], entry["row"]] |= words(f"{entry['item']} {entry.get('note', '')}")
    return {row: missing for row, text in rows.items() if (missing := words(text) - said[row])}


@pytest.fixture(scope="module")
def rows() -> dict[Row, str]:
    default = Path(__file__).resolve().parents[3] / "shared"
    checklist = Path(os.environ.get("HEADWAY_SHARED", default)) / "sources/inventory.md"
    if not checklist.is_file():
        pytest.skip("the checklist of the guides (HEADWAY_SHARED) is not here")
    return checklist_rows(checklist.read_text(encoding="utf-8"))


def test_every_item_points_at_things_that_exist(coverage: list[dict[str, Any]]) -> None:
    """No item is without a place, and no place is a dead end."""
    known = known_ids()
    dead = {id_ for entry in coverage for id_ in entry["ids"] if id_ not in known}
    assert dead == set()
    assert [entry["item"] for entry in coverage if not entry["ids"]] == []


def test_no_item_stands_twice(coverage: list[dict[str, Any]]) -> None:
    """An item has one line."""
    keys = [(entry["section"], entry["row"], entry["item"]) for entry in coverage]
    assert sorted(k for k in set(keys) if keys.count(k) > 1) == []


def test_every_row_of_the_checklist_is_covered_word_for_word(
    rows: dict[Row, str], coverage: list[dict[str, Any]]
) -> None:
    """Each name, number and term of each row appears in an item of that row."""
    assert len(rows) >= 50
    assert gaps(rows, coverage) == {}


def test_no_item_claims_a_row_that_the_checklist_does_not_have(
    rows: dict[Row, str], coverage: list[dict[str, Any]]
) -> None:
    """Rows are named as the checklist names them."""
    assert {(entry["section"], entry["row"]) for entry in coverage} - set(rows) == set()


@pytest.mark.parametrize("row", [("3", "Libraries/frameworks"), ("1", "AI Engineer"), ("9", "75 % growth/3 yrs")])
def test_a_row_left_out_is_noticed(row: Row, rows: dict[Row, str], coverage: list[dict[str, Any]]) -> None:
    """Without its items a row is reported."""
    kept = [entry for entry in coverage if (entry["section"], entry["row"]) != row]
    assert row in gaps(rows, kept)


def test_any_single_tool_left_out_is_noticed(rows: dict[Row, str], coverage: list[dict[str, Any]]) -> None:
    """Dropping any one language, library, tool or site is reported."""
    named = ("Languages", "Libraries/frameworks", "Deploy/ops", "BI/visual", "Code hosting", "Sites")
    tools = [entry for entry in coverage if entry["section"] == "3" and entry["row"] in named]
    unnoticed = [tool["item"] for tool in tools if not gaps(rows, [entry for entry in coverage if entry is not tool])]
    assert unnoticed == []


def test_pay_items_carry_the_figures_of_their_rows(coverage: list[dict[str, Any]], pay: dict[str, Any]) -> None:
    """The range in an item is the low and high of each pay row it points at, a plus meaning open-ended."""
    checked = 0
    for entry in coverage:
        found = re.search(r"(\d+)–(\d+)(?: k)?(\+?)", entry["item"]) if entry["section"] == "2" else None
        for id_ in entry["ids"] if found else ():
            row = pay[id_.removeprefix("pay:")]
            assert found is not None
            figures = (row["low"] / 1000, row["high"] / 1000, row.get("open_ended", False))
            assert figures == (float(found[1]), float(found[2]), bool(found[3])), entry["item"]
            checked += 1
    assert checked == len(pay)


def test_the_first_guides_courses_carry_its_durations(coverage: list[dict[str, Any]]) -> None:
    """Seven courses in the guide's order, each with the months or weeks and hours a week that the guide states."""
    courses = [c["stated"] | {"resource": c["resource"]} for c in load(DATA / "stages/s0.yaml")["courses"]]
    items = [e for e in coverage if e["row"] == "S0 courses" and "@" in e["item"]]
    assert [e["ids"][0].removeprefix("resource:") for e in items] == [c["resource"] for c in courses]
    for item, course in zip(items, courses, strict=True):
        unit = "weeks" if "weeks" in course else "months"
        expected = f"{_range(course[unit])} {unit} @{_range(course['hours_per_week'])}"
        assert expected in item["item"]


def _range(bounds: list[int]) -> str:
    return str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]}–{bounds[1]}"
