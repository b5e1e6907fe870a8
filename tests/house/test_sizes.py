"""Small rooms: files and functions stay short; the list of exceptions may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILE_LIMIT = 400
FUNCTION_LIMIT = 60
EXCEPTIONS: dict[str, int] = {}
"""`path` or `path::function` to its allowed number of lines. Empty is the aim."""


def _python_files() -> Iterator[Path]:
    for folder in ("src/headway", "tests", "tools", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "headway/data/" not in path.as_posix():
                yield path


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            yield node.name, (node.end_lineno or 0) - (first.lineno if _is_door(path) else node.lineno) + 1


def _is_door(path: Path) -> bool:
    """Signatures of terminal commands are declarations: only their bodies count."""
    return "headway/cli/" in path.as_posix()


def test_no_file_is_longer_than_the_limit() -> None:
    """A file that wants to grow past the limit wants another design."""
    long = {}
    for path in _python_files():
        name = path.relative_to(ROOT).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > EXCEPTIONS.get(name, FILE_LIMIT):
            long[name] = lines
    assert long == {}


def test_no_function_is_longer_than_the_limit() -> None:
    """The same for functions."""
    long = {}
    for path in _python_files():
        for function, lines in _functions(path):
            name = f"{path.relative_to(ROOT).as_posix()}::{function}"
            if lines > EXCEPTIONS.get(name, FUNCTION_LIMIT):
                long[name] = lines
    assert long == {}


def test_exceptions_are_not_looser_than_their_files() -> None:
    """An exception that is no longer needed, or larger than its file, must go or tighten."""
    actual = {}
    for path in _python_files():
        name = path.relative_to(ROOT).as_posix()
        actual[name] = len(path.read_text(encoding="utf-8").splitlines())
        actual.update({f"{name}::{function}": lines for function, lines in _functions(path)})
    assert {name: actual.get(name) for name in EXCEPTIONS} == EXCEPTIONS
