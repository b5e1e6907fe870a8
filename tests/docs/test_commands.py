"""The list of commands is that of the command line, and what it says of codes and errors is so."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from tools.make_reference import PAGE, commands, parameters, renewed

from headway import errors
from tests.cli.conftest import Headway

ROOT = Path(__file__).parent.parent.parent
RENEW = "stale: run `python tools/make_reference.py`"


def test_the_committed_page_is_up_to_date() -> None:
    """What the tool would write is what stands there."""
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page, RENEW


def test_the_tool_sees_every_option_that_help_shows(headway: Headway) -> None:
    """The page is made from signatures; `--help` is made by the library. Both name the same options."""
    for name, callback in commands().items():
        shown = set(re.findall(r"^  (--[\w-]+)", headway(*name.split(), "--help").out, flags=re.M)) - {"--help"}
        assert {p.name for p in parameters(callback) if p.is_option} == shown, name


def _errors() -> dict[str, str]:
    """Every error class with the first line of its docstring."""
    return {
        name: (inspect.getdoc(found) or "").splitlines()[0]
        for name, found in vars(errors).items()
        if isinstance(found, type) and issubclass(found, errors.HeadwayError)
    }


@pytest.mark.parametrize("name", sorted(_errors()))
def test_every_error_class_is_on_the_page(name: str) -> None:
    """With what its docstring says."""
    assert f"| `{name}` | {_errors()[name]} |" in PAGE.read_text(encoding="utf-8"), RENEW


def test_every_variable_that_is_read_is_on_the_page() -> None:
    """Environment variables named in the source or in the tests' own set-up."""
    files = [*(ROOT / "src" / "headway").rglob("*.py"), ROOT / "tests" / "conftest.py"]
    calls = [node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    texts = {node.value for node in calls if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    read = {text for text in texts if re.fullmatch(r"HEADWAY_[A-Z]+", text)}
    assert read == set(re.findall(r"^\| `(HEADWAY_[A-Z]+)` \|", PAGE.read_text(encoding="utf-8"), flags=re.M))


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["roles"]),
        (1, ["audit", "s0"]),
        (1, ["resources", "--skill", "python", "--kind", "bootcamp", "--free-only"]),
        (2, ["role", "no such role"]),
        (2, ["roles", "--no-such-option"]),
        (2, ["read", "no-such-file.pdf"]),
    ],
)
def test_codes_are_those_of_the_page(headway: Headway, code: int, arguments: list[str]) -> None:
    """Each code is listed, and the page's examples give it."""
    assert f"\n| {code} |" in PAGE.read_text(encoding="utf-8")
    ran = headway(*arguments)
    assert ran.code == code
    assert bool(ran.err) == (code == 2)
