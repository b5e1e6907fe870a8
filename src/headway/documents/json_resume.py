"""JSON Resume (the open JSON schema for CVs): readable text in a fixed order, and the parsed content kept."""

import json
import re
from collections.abc import Iterator
from typing import Final

from headway.documents.building import Piece, joined
from headway.documents.charset import decode
from headway.documents.model import Document, Link
from headway.errors import UnreadableFile

# Section of the schema -> heading in the text. The order is that of a CV.
_SECTIONS: Final = (
    ("work", "Experience"),
    ("volunteer", "Volunteering"),
    ("projects", "Projects"),
    ("education", "Education"),
    ("skills", "Skills"),
    ("certificates", "Certificates"),
    ("awards", "Awards"),
    ("publications", "Publications"),
    ("languages", "Languages"),
    ("interests", "Interests"),
    ("references", "References"),
)
_KEYS: Final = frozenset({"basics"} | {key for key, _ in _SECTIONS})
_TITLE: Final = ("position", "studyType", "area", "title", "name", "organization", "institution", "company", "entity")
_TITLE_LATER: Final = ("location", "issuer", "awarder", "publisher", "language", "fluency", "score")
_LISTS: Final = ("keywords", "highlights", "courses", "roles")
_PROSE: Final = ("summary", "description", "reference")
_HALF: Final = re.compile("[\ud800-\udfff]")
_DEEPEST: Final = 40


def read_json_resume(data: bytes, name: str) -> Document:
    """Read JSON Resume. UnreadableFile when the JSON is broken or holds something else."""
    structured = _parsed(decode(data, name).text, name)
    text, blocks = joined(_pieces(structured))
    return Document(name, "json-resume", text, blocks, (), links=tuple(_links(structured)), structured=structured)


def _parsed(text: str, name: str) -> dict[str, object]:
    try:
        content = json.loads(text, parse_constant=lambda _: None)
        _check_depth(content, name)
        content = _without_halves(content)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"{name} is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
            "Correct that place, or export the CV again.",
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableFile(f"{name} is not a CV: its JSON is nested too deeply or has absurd numbers.") from None
    if not isinstance(content, dict) or not _KEYS & content.keys():
        raise UnreadableFile(
            f"{name} is JSON, but not JSON Resume: none of its keys is basics, work, education or skills.",
            "See jsonresume.org for the schema.",
        )
    return content


def _check_depth(content: object, name: str) -> None:
    level = [content]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return
    raise UnreadableFile(f"{name} is not a CV: its JSON is nested more than {_DEEPEST} deep.")


def _without_halves(value: object) -> object:
    """JSON can spell halves of characters, which no file or terminal takes; each becomes U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode() if _HALF.search(value) else value
    if isinstance(value, list):
        return [_without_halves(each) for each in value]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(each) for key, each in value.items()}
    return value


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _word(value: object) -> str:
    """Text or a number as text on one line; nothing for what is not a plain value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def _words(record: dict[str, object], keys: tuple[str, ...]) -> list[str]:
    return [text for key in keys if (text := _word(record.get(key)))]


def _records(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        return []
    return [each if isinstance(each, dict) else {"name": each} for each in value]


def _pieces(content: dict[str, object]) -> Iterator[Piece]:
    for basics in _records(content.get("basics"))[:1]:
        yield from _basics(basics)
    for key, heading in _SECTIONS:
        pieces = [piece for record in _records(content.get(key)) for piece in _record(record) if piece.text]
        if pieces:
            yield Piece(heading, "heading")
            yield from pieces


def _basics(basics: dict[str, object]) -> Iterator[Piece]:
    yield Piece(_word(basics.get("name")), "heading")
    yield Piece(_word(basics.get("label")))
    contact = _words(basics, ("email", "phone", "url", "website"))
    for place in _records(basics.get("location"))[:1]:
        contact += _words(place, ("address", "postalCode", "city", "region", "countryCode", "name"))
    yield Piece(" · ".join(contact))
    yield Piece(_word(basics.get("summary")))


def _record(record: dict[str, object]) -> Iterator[Piece]:
    """One job, school, skill ...: a line with title and dates, its prose, its points."""
    title = ", ".join(dict.fromkeys(_words(record, _TITLE) + _words(record, _TITLE_LATER)))
    dates = _dates(record)
    level = "".join(_words(record, ("level",)))
    if level and title:
        yield from _rated(f"{title} ({level})", record)
        return
    yield Piece("\t".join(part for part in (title or level, dates) if part))
    for prose in _words(record, _PROSE):
        yield Piece(prose)
    for key in _LISTS:
        value = record.get(key)
        points = [text for each in value if (text := _word(each))] if isinstance(value, list) else []
        if key == "keywords" and points:
            yield Piece(", ".join(points), "item")
        else:
            yield from (Piece(point, "item") for point in points)


def _rated(name: str, record: dict[str, object]) -> Iterator[Piece]:
    """A skill with the person's own rating, on one line with the keywords that the rating is for too."""
    keywords = record.get("keywords")
    points = [text for each in keywords if (text := _word(each))] if isinstance(keywords, list) else []
    yield Piece(f"{name}: {', '.join(points)}" if points else name)


def _dates(record: dict[str, object]) -> str:
    start = _word(record.get("startDate"))
    end = _word(record.get("endDate"))
    if start:
        return f"{start} – {end or 'present'}"
    return end or ", ".join(_words(record, ("date", "releaseDate")))


def _links(content: object) -> Iterator[Link]:
    level = [content]
    while level:
        for each in level:
            if isinstance(each, dict):
                for key in ("url", "website"):
                    address = _word(each.get(key))
                    if address.startswith(("http://", "https://")):
                        yield Link(address, _word(each.get("name")))
        level = [inner for each in level for inner in _inside(each)]
