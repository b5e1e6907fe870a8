"""`headway posting`: job postings understood, from files or from the rows of a JSON-lines file."""

from collections.abc import Iterator
from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.files import open_rows, read_input
from headway.app.skills import RowFields, text_fields
from headway.errors import UnreadableFile
from headway.mentions.find import Finder
from headway.postings.model import Posting
from headway.postings.plain import document_text, is_markup, plain_text
from headway.postings.read import read_posting, whole_text
from headway.postings.titles import Titles
from headway.values import Json


def posting_in_files(context: Context, names: tuple[str, ...]) -> Json:
    """A posting for each file. Positions count in `text` where the file is not plain text, else in the file."""
    finder, titles = context.finder, Titles(context.knowledge.roles)
    documents = []
    for name in names:
        document = read_input(name)
        text = document_text(document)
        body, _ = plain_text(text, document.name)
        posting = read_posting(None, body, finder, titles)
        row: Json = {"name": document.name, **posting_json(posting)}
        row["findings"] = _findings(document.findings, posting.findings)
        if document.format != "text" or body is not text:
            row["text"] = body
        documents.append(row)
    result: Json = {"schema": "headway.posting/1", "documents": documents}
    if len(documents) == 1:
        result |= documents[0]
    return result


def _findings(of_file: tuple[Any, ...], of_posting: tuple[Any, ...]) -> list[Json]:
    """What was noticed in the file and in the posting; orders to machines are noticed by both and said once."""
    kept = [each for each in of_file if each.code != "instructions-to-machine"] if of_posting else of_file
    found: list[Json] = msgspec.to_builtins([*kept, *of_posting])
    return found


def postings_in_rows(context: Context, name: str, fields: RowFields) -> Iterator[Json]:
    """One result a row, in order; a row that cannot be read gives its error in its place."""
    finder, titles = context.finder, Titles(context.knowledge.roles)
    decoder = msgspec.json.Decoder()
    with open_rows(name) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _of_line(line, number, fields, decoder, (finder, titles))


def _of_line(
    line: bytes, number: int, fields: RowFields, decoder: msgspec.json.Decoder[Any], readers: tuple[Finder, Titles]
) -> Json:
    try:
        row = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return {"id": number, "error": f"line {number} is not JSON: {error}"}
    if not isinstance(row, dict):
        return {"id": number, "error": f"line {number} is not a JSON object"}
    id_, title, text = row.get(fields.id or "id", number), row.get(fields.title), row.get(fields.text)
    if not isinstance(text, str):
        return {"id": id_, "error": f"line {number} has no text in '{fields.text}'; its fields: {text_fields(row)}"}
    try:
        return {"id": id_, **row_json(title if isinstance(title, str) and title else None, text, *readers)}
    except UnreadableFile as error:
        return {"id": id_, "error": str(error)}


def row_json(title: str | None, text: str, finder: Finder, titles: Titles) -> Json:
    """A posting as JSON values; with `text`, in which positions count, where the text was HTML."""
    result = posting_json(read_posting(title, text, finder, titles))
    if is_markup(text):
        result["text"] = whole_text(title, plain_text(text)[0])
    return result


def posting_json(posting: Posting) -> Json:
    """The keys of docs/method/postings.md."""
    result: Json = msgspec.to_builtins(posting)
    told: Json = result.pop("told")
    result["quotes"] = {
        name: {**(each["quote"] or {}), "confidence": each["confidence"]} for name, each in told.items()
    }
    return result
