"""Renew src/headway/mcp_server/schemas.json: `python tools/make_schemas.py [--check]`.

The answers of the MCP tools are those of the commands with --json. What docs/reference/json.md says of them in tables
(and the tests prove of every answer) becomes a JSON Schema for each answer here, so that no type is written down twice.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "json.md"
TARGET = ROOT / "src" / "headway" / "mcp_server" / "schemas.json"
Json = dict[str, Any]
Rows = dict[str, tuple[str, str]]
PLAIN: dict[str, Json] = {
    "string": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "level": {"type": "integer", "minimum": 0, "maximum": 4},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    "month": {"type": "string", "pattern": r"^\d{4}(-\d\d)?$"},
    "any": {},
}


def tables(page: str) -> dict[str, Rows]:
    """Every heading with a table of keys: key to its type and meaning."""
    found: dict[str, Rows] = {}
    heading = ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        row = re.match(r"\| `(.+?)` \| (.+?) \| (.*) \|$", line)
        if row:
            key, type_, meaning = row.groups()
            plain = re.sub(r"\[(\w+)\]\([^)]*\)", r"\1", type_)
            found.setdefault(heading, {})[key] = (plain, re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", meaning))
    return found


class Maker:
    """Schemas of answers, each with the shapes it names."""

    def __init__(self, shapes: dict[str, Rows]) -> None:
        self._shapes = shapes
        self._named: set[str] = set()

    def answer(self, heading: str) -> Json:
        """The schema of one answer, whole in itself. Only the answer's own keys are explained: the rest is types."""
        self._named = set()
        top = self._object(heading, told=True)
        if "schema" in self._shapes[heading]:
            top["required"] = ["schema"]
        done: dict[str, Json] = {}
        while waiting := sorted(self._named - done.keys()):
            for name in waiting:
                done[name] = self._object(name, told=False)
        return top | ({"$defs": dict(sorted(done.items()))} if done else {})

    def _object(self, shape: str, *, told: bool) -> Json:
        return {"type": "object", "properties": dict(self._properties(shape, told))}

    def _properties(self, shape: str, told: bool) -> Json:
        found: Json = {}
        for key, (type_, meaning) in self._shapes[shape].items():
            if key == "...":
                found = self._properties(type_, told) | found
            else:
                found[key] = self._type(type_) | ({"description": meaning} if told else {})
        return found

    def _type(self, type_: str) -> Json:
        options = _split(type_, " or ")
        if len(options) > 1:
            return {"anyOf": [self._type(option) for option in options]}
        if type_.startswith("list of "):
            return {"type": "array", "items": self._type(type_.removeprefix("list of "))}
        if type_.startswith("map of "):
            return {"type": "object", "additionalProperties": self._type(type_.removeprefix("map of "))}
        if type_.startswith("("):
            parts = [self._type(part) for part in _split(type_[1:-1], ", ")]
            return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
        if type_ in self._shapes:
            self._named.add(type_)
            return {"$ref": f"#/$defs/{type_}"}
        return PLAIN[type_]


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


def made() -> str:
    """What the file should hold."""
    shapes = tables(PAGE.read_text(encoding="utf-8"))
    maker = Maker(shapes)
    schemas = {heading: maker.answer(heading) for heading in sorted(shapes) if heading.startswith("headway ")}
    return (
        json.dumps(schemas, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace(
            '},"headway', '},\n"headway'
        )
        + "\n"
    )


def main() -> int:
    """Write, or with --check only compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    content = made()
    if parser.parse_args().check:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != content)
    TARGET.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
