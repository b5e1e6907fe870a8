"""Read docs/reference/json.md: its sections and shapes as tables of keys with types, and check values against them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "json.md"
Fields = dict[str, str]
"""Key to type, as the table says. `...` stands for the keys of another shape."""

PLAIN: dict[str, Callable[[Any], bool]] = {
    "string": lambda v: isinstance(v, str),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "level": lambda v: isinstance(v, int) and not isinstance(v, bool) and 0 <= v <= 4,
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
    "date": lambda v: isinstance(v, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", v) is not None,
    "month": lambda v: isinstance(v, str) and re.fullmatch(r"\d{4}(-\d\d)?", v) is not None,
    "any": lambda v: True,
}


def sections(page: str) -> dict[str, Fields]:
    """Every heading that has a table of keys, with the table."""
    found: dict[str, Fields] = {}
    heading = ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        row = re.match(r"\| `(.+?)` \| (.+?) \|", line)
        if row:
            found.setdefault(heading, {})[row.group(1)] = re.sub(r"\[(\w+)\]\(#\w+\)", r"\1", row.group(2))
    return found


class Checker:
    """Walks values along the described types; gathers what does not fit and what was seen."""

    def __init__(self, shapes: dict[str, Fields]) -> None:
        self.shapes = shapes
        self.problems: set[str] = set()
        self.seen: set[tuple[str, str]] = set()

    def fields(self, shape: str) -> Iterator[tuple[str, str, str]]:
        """Key, type and the shape that describes it, borrowed keys included."""
        for key, type_ in self.shapes[shape].items():
            if key == "...":
                self.seen.add((shape, "..."))
                yield from self.fields(type_)
            else:
                yield key, type_, shape

    def shape(self, value: Any, shape: str, at: str) -> None:
        """An object, key by key."""
        if not isinstance(value, dict):
            self.problems.add(f"{at}: {value!r:.60} is no {shape}")
            return
        known = {key: (type_, owner) for key, type_, owner in reversed(list(self.fields(shape)))}
        for key, item in value.items():
            if key in known:
                self.seen.add((known[key][1], key))
                self.value(item, known[key][0], f"{at}.{key}")
            else:
                self.problems.add(f"{at}.{key} is not described ({shape})")

    def value(self, value: Any, type_: str, at: str) -> None:
        """Any value against a type as written in the table."""
        options = _split(type_, " or ")
        if len(options) > 1:
            self._either(value, options, at)
        elif type_.startswith("list of ") and isinstance(value, list):
            for item in value:
                self.value(item, type_.removeprefix("list of "), f"{at}[]")
        elif type_.startswith("map of ") and isinstance(value, dict):
            for item in value.values():
                self.value(item, type_.removeprefix("map of "), f"{at}{{}}")
        elif type_.startswith("(") and isinstance(value, list):
            self._row(value, _split(type_[1:-1], ", "), at)
        elif type_ in self.shapes:
            self.shape(value, type_, at)
        elif type_ not in PLAIN or not PLAIN[type_](value):
            self.problems.add(f"{at}: {value!r:.60} is no {type_}")

    def _either(self, value: Any, options: list[str], at: str) -> None:
        if value is None and "null" in options:
            return
        rest = [option for option in options if option != "null"]
        self.value(value, rest[0], at)

    def _row(self, value: list[Any], types: list[str], at: str) -> None:
        if len(value) != len(types):
            self.problems.add(f"{at}: {len(value)} values where {len(types)} are described")
        for item, type_ in zip(value, types, strict=False):
            self.value(item, type_, f"{at}()")


def _split(text: str, separator: str) -> list[str]:
    """Parts of a text, not cut inside brackets."""
    parts, depth = [""], 0
    for piece in re.split(rf"({re.escape(separator)}|[()])", text):
        depth += (piece == "(") - (piece == ")")
        if piece == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
