"""House rules that a machine can keep."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "headway"
STRANGERS_CODE = SOURCE / "sandbox" / "untrusted" / "inside.py"
"""Runs what somebody else wrote: whatever that raises is its answer."""


def _below_app() -> list[Path]:
    doors = {"app", "cli"}
    return [
        p
        for p in sorted(SOURCE.rglob("*.py"))
        if p.relative_to(SOURCE).parts[0] not in doors and "data" not in p.relative_to(SOURCE).parts[:1]
    ]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("the clock", r"\b(?:date\.today|datetime\.now|datetime\.utcnow|time\.time)\("),
        ("global dice", r"\b(?:random\.(?:random|choice|shuffle|randint|seed)|np\.random\.(?:rand|randn|seed))\("),
        ("the home folder", r"Path\.home\(|expanduser\("),
        ("an error swallowed whole", r"except\s*:|except BaseException"),
    ],
)
def test_rooms_below_app_do_not_touch(what: str, pattern: str) -> None:
    """Clock, dice and folder come in as arguments; no failure becomes an ordinary value."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in _below_app()
        if (path, what) != (STRANGERS_CODE, "an error swallowed whole")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert found == [], f"{what} is used below app"


def test_no_room_has_a_junk_drawer() -> None:
    """Files are named after what they do."""
    forbidden = {"utils.py", "helpers.py", "manager.py", "common.py", "misc.py"}
    assert [p.name for p in SOURCE.rglob("*.py") if p.name in forbidden] == []


def test_no_file_names_a_machine_path_or_a_registry_host() -> None:
    """What is committed works anywhere."""
    hosts = "|".join(["python" + "hosted", "py" + r"pi\.org", "registry" + r"\.npmjs", "deb" + r"\.debian\.org"])
    pattern = re.compile(rf"{hosts}|(?<![\w.])/(?:work|root|farm)/")
    suffixes = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".html", ".svg"}
    folders = ("src", "tests", "tools", "benchmarks", "docs", "examples", ".ci")
    files = [p for f in folders for p in (ROOT / f).rglob("*") if p.suffix in suffixes]
    files += [p for p in ROOT.iterdir() if p.suffix in suffixes or p.name == "Makefile"]
    found = [str(p.relative_to(ROOT)) for p in files if pattern.search(p.read_text(encoding="utf-8"))]
    assert found == []
