"""The lint tells what is wrong, where, and the nearest right word."""

from pathlib import Path

import pytest

from headway.knowledge.check import check
from headway.values import Finding
from tests.knowledge.small import FILES, write


def _found(root: Path, changes: dict[str, str] | None = None) -> list[Finding]:
    return check(write(root, changes))


def _one(findings: list[Finding], code: str) -> Finding:
    matching = [f for f in findings if f.code == code]
    assert len(matching) == 1, findings
    return matching[0]


def _edit(file: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[file]
    return {file: FILES[file].replace(old, new)}


def test_a_sound_knowledge_base_has_no_findings(tmp_path: Path) -> None:
    """The small base the other tests break is itself clean."""
    assert _found(tmp_path) == []


def test_a_misspelt_key_names_file_line_and_the_nearest_key(tmp_path: Path) -> None:
    """`alias:` for `aliases:` is refused with its line and the right word."""
    finding = _one(_found(tmp_path, _edit("skills/tools/pytorch.yaml", "aliases:", "alias:")), "bad-field")
    assert finding.where == "data/skills/tools/pytorch.yaml:6"
    assert finding.hint == "Did you mean 'aliases'?"


def test_a_dangling_prerequisite_names_its_line_and_the_nearest_skill(tmp_path: Path) -> None:
    """A skill that does not exist is found where it stands."""
    finding = _one(_found(tmp_path, _edit("skills/tools/pytorch.yaml", "skill: python", "skill: pythom")), "dangling")
    assert finding.where == "data/skills/tools/pytorch.yaml:8"
    assert finding.hint == "Did you mean 'python'?"


def test_a_circle_of_prerequisites_is_an_error(tmp_path: Path) -> None:
    """Python cannot need PyTorch, which needs Python."""
    circle = {
        "skills/languages/python.yaml": FILES["skills/languages/python.yaml"] + "needs: [{skill: pytorch, level: 1}]\n"
    }
    assert "python -> pytorch -> python" in _one(_found(tmp_path, circle), "cycle").what


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    """YAML would silently take the last; we do not."""
    twice = {"skills/languages/python.yaml": FILES["skills/languages/python.yaml"] + "label: Snake\n"}
    assert "stands twice" in next(f for f in _found(tmp_path, twice) if f.code == "bad-yaml").what


def test_an_id_that_differs_from_the_file_name_is_an_error(tmp_path: Path) -> None:
    """The stem is the id."""
    changes = _edit("resources/course/learn-python.yaml", "id: learn-python", "id: learn-snake")
    assert any(f.code == "id-not-stem" for f in _found(tmp_path, changes))


def test_one_alias_for_two_skills_needs_a_deciding_rule(tmp_path: Path) -> None:
    """`torch` for two skills is an error, and none once cues decide."""
    plain = _edit("skills/tools/pytorch.yaml", "aliases: [py torch]", "aliases: [Python]")
    assert _one(_found(tmp_path, plain), "alias-twice").severity == "error"
    ruled = "aliases: [{text: Python, ambiguous: true, cues: [neural]}]"
    assert not any(
        f.code == "alias-twice"
        for f in _found(tmp_path, _edit("skills/tools/pytorch.yaml", "aliases: [py torch]", ruled))
    )


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("level-taught", "resources/book/pytorch-book.yaml", "from: 0, to: 2", "from: 0, to: 3"),
        (
            "teaches-below-need",
            "resources/book/pytorch-book.yaml",
            "level: 2}]",
            "level: 2}, {skill: pytorch, level: 2}]",
        ),
        ("hours-order", "resources/book/pytorch-book.yaml", "low: 20, likely: 40", "low: 50, likely: 40"),
        ("editorial-why", "resources/book/pytorch-book.yaml", ", why: typical", ""),
        ("nobody-teaches", "roles/engineer.yaml", "levels: {junior: 2}", "levels: {junior: 3}"),
        ("too-few-teachers", "resources/course/learn-pytorch.yaml", "kind: free", "kind: unknown"),
        ("need-not-taught", "resources/book/pytorch-book.yaml", "skill: python, level: 2", "skill: python, level: 3"),
        ("role-levels", "roles/engineer.yaml", "weight: 5", "weight: 50"),
        ("pay-figures", "pay/guides.yaml", "high: 2000", "high: 200"),
        ("wrong-folder", "skills/tools/pytorch.yaml", "area: tools", "area: languages"),
        ("unknown-area", "skills/tools/pytorch.yaml", "area: tools", "area: gadgets"),
        ("price", "resources/book/pytorch-book.yaml", "kind: unknown", "kind: paid"),
        ("price", "resources/book/pytorch-book.yaml", "kind: unknown", "kind: paid, amount: -5, currency: USD"),
        ("price", "resources/book/pytorch-book.yaml", "kind: unknown", "kind: paid, amount: .nan, currency: USD"),
        ("hours-order", "resources/book/pytorch-book.yaml", "high: 60", "high: .inf"),
        ("role-levels", "roles/engineer.yaml", "levels: {junior: 2}", "levels: {}"),
    ],
)
def test_each_rule_finds_what_it_is_for(tmp_path: Path, code: str, file: str, old: str, new: str) -> None:
    """One planted fault, one named finding that points at the file."""
    findings = [f for f in _found(tmp_path, _edit(file, old, new)) if f.code == code]
    assert findings, _found(tmp_path, _edit(file, old, new))
    assert code == "nobody-teaches" or f"data/{file}" in findings[0].where or code == "too-few-teachers"


def test_hours_must_agree_with_the_stated_duration(tmp_path: Path) -> None:
    """A provider's two months at ten hours a week is not 500 hours."""
    stated = "stated: {source: g, months: [2, 2], hours_per_week: [10, 10]}\nhours: {low: 30, likely: 500, high: 800"
    changes = _edit("resources/course/learn-python.yaml", "hours: {low: 30, likely: 50, high: 80", stated)
    assert "87-87 are stated" in _one(_found(tmp_path, changes), "hours-against-stated").what


def test_a_skill_nobody_asks_for_is_an_error(tmp_path: Path) -> None:
    """Every skill must serve a role or another skill."""
    lonely = "id: cobol\nlabel: COBOL\nkind: tech\narea: languages\nsummary: A language.\n"
    assert "cobol" in _one(_found(tmp_path, {"skills/languages/cobol.yaml": lonely}), "unused-skill").what


def test_an_accepted_finding_is_hidden_and_a_stale_exception_is_an_error(tmp_path: Path) -> None:
    """Exceptions are named with a reason, and must go when they no longer apply."""
    lonely = "id: cobol\nlabel: COBOL\nkind: tech\narea: languages\nsummary: A language.\n"
    exception = "- {code: unused-skill, where: cobol, why: kept for old CVs}\n"
    accepted = {"skills/languages/cobol.yaml": lonely, "exceptions.yaml": exception}
    assert _found(tmp_path / "a", accepted) == []
    assert _one(_found(tmp_path / "b", {"exceptions.yaml": exception}), "stale-exception").severity == "error"


def test_country_codes_and_dates_stay_text(tmp_path: Path) -> None:
    """YAML 1.1 would read NO as false and 2025-01-01 as a date."""
    changes = _edit("pay/guides.yaml", "country: null", "country: NO")
    changes |= _edit(
        "resources/book/pytorch-book.yaml", "price:", "url: https://example.org\nchecked: 2025-01-01\nprice:"
    )
    assert _found(tmp_path, changes) == []


def test_every_problem_is_told_not_only_the_first(tmp_path: Path) -> None:
    """Two broken files give two findings."""
    changes = _edit("skills/tools/pytorch.yaml", "kind: tech", "kind: gadget")
    changes |= _edit("roles/engineer.yaml", "weight: 5", "wait: 5")
    assert sum(f.code == "bad-field" for f in _found(tmp_path, changes)) == 2


INVENTED = """
- id: a
  title: Data analyst
  company: Nosuch Bakery
  location: Berlin
  country: DE
  posted: 2026-11-02
  text: Invented.
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("company: Nosuch Bakery", "company: Bakery", "not-plainly-invented", 3),
        ("posted: 2026-11-02", "posted: 2026-13-02", "example-date", 6),
        ("country: DE", "country: Germany", "example-country", 5),
    ],
)
def test_an_invented_posting_must_be_plainly_so_and_sound(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    """An employer that could be taken for a real one, a day or a country that is none."""
    assert _found(tmp_path / "sound", {"market/postings.yaml": INVENTED}) == []
    finding = _one(_found(tmp_path / "broken", {"market/postings.yaml": INVENTED.replace(old, new)}), code)
    assert finding.where == f"data/market/postings.yaml:{line}"


def test_an_invented_posting_stands_once(tmp_path: Path) -> None:
    """Ids are what tells postings apart."""
    twice = {"market/one.yaml": INVENTED, "market/two.yaml": INVENTED}
    assert _one(_found(tmp_path, twice), "example-id-twice").where == "data/market/two.yaml:1"


def test_a_course_of_no_hours_is_told_and_does_not_stop_the_check(tmp_path: Path) -> None:
    """Hours of 0 are one finding: they divide nothing, neither for the modules nor for the others of the kind."""
    file = "resources/book/pytorch-book.yaml"
    none = FILES[file].replace("low: 20, likely: 40, high: 60", "low: 0, likely: 0, high: 0")
    assert none != FILES[file]
    modules = "modules: [{title: One, hours: 1, teaches: []}]\n"
    codes = [finding.code for finding in _found(tmp_path, {file: none + modules})]
    assert codes == ["hours-order"]
