"""docs/reference/findings.md lists every finding that the program can make."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "findings.md"
SEVERITIES = {"error", "warning", "note"}


def _made(path: Path) -> dict[str, set[str]]:
    """Codes of the findings that a source file makes, with their severities where they are written out."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "Finding":
            continue
        given = {k.arg: k.value for k in node.keywords} | dict(zip(("code", "severity"), node.args, strict=False))
        code, severity = given.get("code"), given.get("severity")
        assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: a code that is not written out"
        fixed = {str(severity.value)} if isinstance(severity, ast.Constant) else set()
        found.setdefault(str(code.value), set()).update(fixed)
    return found


def _all_made() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "src" / "headway").rglob("*.py")):
        if "data" not in path.relative_to(ROOT / "src" / "headway").parts[:1]:
            for code, severities in _made(path).items():
                found.setdefault(code, set()).update(severities)
    return found


def _described() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `([\w-]+)` \| ([a-z, ]+) \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len({code for code, _ in rows}) == len(rows), "a code is described twice"
    return {code: set(severities.split(", ")) for code, severities in rows}


def test_every_code_is_described_and_no_other() -> None:
    """A new finding comes with its row; one that is gone takes its row along."""
    assert sorted(_described()) == sorted(_all_made())


def test_severities_are_those_of_the_source() -> None:
    """Where the source writes the severity out, the page says the same."""
    described = _described()
    assert set().union(*described.values()) <= SEVERITIES
    wrong = {code: sorted(s) for code, s in _all_made().items() if not s <= described.get(code, set())}
    assert wrong == {}
