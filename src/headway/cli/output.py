"""How results reach the screen: JSON as it is, text through rich with control characters made harmless."""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, wraps
from typing import Any

import msgspec

WIDTH = 110
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark."""


def print_json(value: Any) -> None:
    """Stable, indented JSON on standard output."""
    sys.stdout.flush()
    _write_bytes(msgspec.json.format(_encoded(value), indent=2))


def print_jsonl(value: Any) -> None:
    """One JSON object on one line of standard output."""
    _write_bytes(_encoded(value))


def _encoded(value: Any) -> bytes:
    """A word typed in bytes that are no text (half characters) is repeated with marks in their place."""
    try:
        return msgspec.json.encode(value, order="deterministic")
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole_characters(msgspec.to_builtins(value)), order="deterministic")


def _whole_characters(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list | tuple):
        return [_whole_characters(each) for each in value]
    if isinstance(value, dict):
        return {_whole_characters(key): _whole_characters(each) for key, each in value.items()}
    return value


def _write_bytes(content: bytes) -> None:
    """JSON is UTF-8 wherever it is written to; only text bends to the terminal."""
    sys.stdout.buffer.write(content + b"\n")


def safe(text: object) -> str:
    """Text from a file, fit for a terminal: control characters (escape sequences) become visible marks."""
    return "".join(map(_harmless, str(text)))


@cache
def _harmless(char: str) -> str:
    """Blanks of any width are blanks, marks of where a word may break are nothing; what a terminal obeys is seen."""
    if char.isprintable() or char == "\n":
        return char
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    return "" if char in UNSEEN else "�"


def say(text: str = "") -> None:
    """A line of result on standard output."""
    sys.stdout.write(safe(text) + "\n")


def note(text: str) -> None:
    """Progress or a warning: standard error."""
    sys.stderr.write(safe(text) + "\n")


def heading(text: str) -> None:
    """A blank line and a heading."""
    say()
    wrapped(text)
    say("─" * min(len(text), _width()))


def wrapped(text: str, indent: str = "", hang: str = "") -> None:
    """A paragraph within the page width, or the terminal's where it is narrower. hang: more indent after its line."""
    import textwrap

    for line in textwrap.wrap(
        safe(text), max(_width(), len(indent) + 20), initial_indent=indent, subsequent_indent=indent + hang
    ):
        say(line)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[int] = ()) -> None:
    """A plain table. right: indices of columns to align right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for index, name in enumerate(columns):
        grid.add_column(name, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(safe(cell)) for cell in row))
    console = Console(file=sys.stdout, highlight=False, width=_width())
    console.print(grid)


def _width() -> int:
    """Terminal width up to our page width; a pipe gets the page width, so files are the same everywhere."""
    if not sys.stdout.isatty():
        return WIDTH
    import shutil

    return min(shutil.get_terminal_size().columns, WIDTH)


def findings(items: Iterable[Any]) -> None:
    """Findings, one a paragraph, worst first."""
    marks = {"error": "✗", "warning": "!", "note": "·"}
    order = list(marks)
    for item in sorted(items, key=lambda f: order.index(f.severity)):
        what = item.what if item.what.endswith((".", "!", "?")) else f"{item.what}."
        wrapped(f"{marks[item.severity]} {item.where}: {what} {item.hint}".rstrip())


def findings_of(rows: Iterable[dict[str, Any]]) -> None:
    """The same for findings that came as plain values."""
    from headway.values import Finding

    findings(msgspec.convert(list(rows), list[Finding]))


def or_json(show: Callable[[Any], None]) -> Callable[..., None]:
    """A result as text, or as JSON when asked for."""

    @wraps(show)
    def either(result: Any, *, as_json: bool) -> None:
        if as_json:
            print_json(result)
        else:
            show(result)

    return either
