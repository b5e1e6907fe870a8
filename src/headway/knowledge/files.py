"""Read authored YAML: strict keys, plain scalars, and errors that name file and line."""

import re
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import yaml

from headway.knowledge.root import data_root
from headway.values import Finding

__all__ = ["convert", "data_root", "line_of", "parse", "read"]
T = TypeVar("T")
Keys = tuple[str | int, ...]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML without surprises: `NO` stays a country and a date stays text; a key may stand only once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise yaml.constructor.ConstructorError(None, None, f"'{key}' stands twice", _mark(line))
            seen.add(key)
        return cast("dict[Any, Any]", super().construct_mapping(node, deep))


def _mark(line: int) -> yaml.Mark:
    return yaml.Mark("", 0, line - 1, 0, None, 0)


_DROPPED = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _DROPPED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def parse(text: str) -> Any:
    """The plain value of a YAML text. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer tags


def read(path: Path, type_: type[T], name: str) -> tuple[T | None, list[Finding]]:
    """One file as `type_`, or what is wrong with it. `name` is how messages call the file."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = parse(text)
    except (OSError, UnicodeDecodeError) as error:
        return None, [Finding("unreadable", "error", name, str(error))]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error)
        return None, [Finding("bad-yaml", "error", f"{name}:{line}", str(problem))]
    return convert(raw, text, type_, name)


def convert(raw: Any, text: str, type_: type[T], name: str) -> tuple[T | None, list[Finding]]:
    """A parsed YAML value as `type_`; the finding names the line and the nearest allowed key."""
    try:
        return msgspec.convert(raw, type_, strict=True), []
    except msgspec.ValidationError as error:
        message = str(error)
        keys, problem = _split(message)
        unknown = re.search(r"unknown field `(.+?)`", problem)
        hint = ""
        if unknown:
            hint = _nearest_key(unknown.group(1), type_)
            keys = (*keys, unknown.group(1))
        return None, [Finding("bad-field", "error", f"{name}:{line_of(text, keys)}", _plain(problem), hint)]


def _split(message: str) -> tuple[Keys, str]:
    """msgspec writes `problem - at `$.needs[0].level``; give the path as keys, and the problem."""
    problem, _, at = message.partition(" - at `")
    parts: list[str | int] = []
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", at):
        parts.append(name if name else int(index))
    return tuple(parts), problem


def _plain(problem: str) -> str:
    return problem.replace("Object contains unknown field", "unknown key").replace(
        "Object missing required field", "missing key"
    )


def _nearest_key(key: str, type_: Any) -> str:
    from rapidfuzz import process

    allowed = sorted(_keys_below(type_, set()))
    best = process.extractOne(key, allowed, score_cutoff=60)
    return f"Did you mean '{best[0]}'?" if best else f"Allowed keys: {', '.join(allowed)}."


def _keys_below(type_: Any, seen: set[Any]) -> set[str]:
    """Every key of a struct and of the structs inside it."""
    if hasattr(type_, "__args__"):
        return set().union(*(_keys_below(a, seen) for a in type_.__args__))
    if not hasattr(type_, "__struct_fields__") or type_ in seen:
        return set()
    seen.add(type_)
    info = msgspec.structs.fields(type_)
    return {f.encode_name for f in info}.union(*(_keys_below(f.type, seen) for f in info))


def line_of(text: str, keys: Keys) -> int:
    """The 1-based line on which the value at `keys` stands (its nearest parent where it is missing)."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return 1
    line = 1
    for key in keys:
        child, child_line = _child(node, key)
        if child is None:
            return line
        node, line = child, child_line
    return line


def _child(node: Any, key: str | int) -> tuple[Any, int]:
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if key_node.value == str(key):
                return value, key_node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark.line + 1
    return None, 1
