"""Skill mentions in files or in many rows of a JSON-lines file."""

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from headway.app.context import Context
from headway.app.files import open_rows, read_input
from headway.mentions.find import Finder
from headway.values import Json


def _finder(context: Context, thorough: bool) -> Finder:
    """The reader of mentions. thorough: the slower one, which also marks names that the skill map lacks."""
    return Finder(context.lexicon, "skillspan", cache=context.cache) if thorough else context.finder


def _mentions(finder: Finder, text: str) -> list[Json]:
    """Mentions as plain values; a name that the skill map lacks has skill null."""
    return [msgspec.to_builtins(m) | {"skill": m.skill or None} for m in finder.find(text)]


class RowFields(msgspec.Struct, frozen=True, kw_only=True):
    """Which fields of a JSON row hold what. id None: `id`, else the line number."""

    id: str | None = None
    title: str = "title"
    text: str = "description"


def skills_in_files(context: Context, names: tuple[str, ...], *, thorough: bool = False) -> Json:
    """Mentions for each file; offsets count in `text` where the file is not plain text, else in the file."""
    finder = _finder(context, thorough)
    documents = []
    for name in names:
        document = read_input(name)
        row: Json = {
            "name": document.name,
            "mentions": _mentions(finder, document.text),
            "findings": msgspec.to_builtins(document.findings),
        }
        if document.format != "text":
            row["text"] = document.text
        documents.append(row)
    result: Json = {"schema": "headway.skills/1", "documents": documents}
    if len(documents) == 1:
        result |= documents[0]
    return result


def skills_in_rows(context: Context, name: str, fields: RowFields, *, thorough: bool = False) -> Iterator[Json]:
    """One result a row, in order; a row that cannot be read gives its error in its place."""
    finder = _finder(context, thorough)
    for id_, text, error in rows_of(name, fields):
        if error is not None:
            yield {"id": id_, "error": error}
        else:
            yield {"id": id_, "mentions": _mentions(finder, text)}


def rows_of(name: str, fields: RowFields) -> Iterator[tuple[Any, str, str | None]]:
    """(id, text, error) of each line of a JSON-lines file; blank lines are passed over."""
    with open_rows(name) as lines:
        yield from _rows(lines, fields)


def _rows(lines: IO[bytes], fields: RowFields) -> Iterator[tuple[Any, str, str | None]]:
    decoder = msgspec.json.Decoder()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield number, "", f"line {number} is not JSON: {error}"
            continue
        yield _row(row, number, fields)


def text_fields(row: dict[str, Any]) -> str:
    """The first few fields that hold text, for a message."""
    names = [repr(name)[:40] for name, value in row.items() if isinstance(value, str)]
    return ", ".join(names[:8]) or "none holds text"


def _row(row: Any, number: int, fields: RowFields) -> tuple[Any, str, str | None]:
    if not isinstance(row, dict):
        return number, "", f"line {number} is not a JSON object"
    id_ = row.get(fields.id or "id", number)
    title, text = row.get(fields.title), row.get(fields.text)
    if not isinstance(text, str):
        return id_, "", f"line {number} has no text in '{fields.text}'; its fields: {text_fields(row)}"
    whole = f"{title}\n\n{text}" if isinstance(title, str) and title else text
    return id_, whole, None
