"""Name, country, languages and links. What is not sure stays None or out; nothing follows from a phone prefix."""

import re
from collections.abc import Iterable
from functools import cache

from headway.documents.model import Document
from headway.evidence.headings import is_document_title, phrase_opening
from headway.evidence.lines import Line
from headway.evidence.places import country_of, is_place, looks_like_place
from headway.evidence.sections import Part
from headway.evidence.titles import is_company, is_title
from headway.evidence.words import PersonWords, SectionWords, key, load, pattern

_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;)>\]]+|\b(?:linkedin\.com|github\.com|gitlab\.com|kaggle\.com|huggingface\.co)/[^\s|,;)>\]]+"
)
_NAME_LINES, _CONTACT_LINES, _TAGLINE_LINES = 12, 14, 2
_AGE = re.compile(r"\s*\([^()]*\)$")
_MARK = re.compile(r"\s+[—–|•·-]\s+")


def name_of(parts: list[Part]) -> str | None:
    """The name at the top: the largest line of the first page that reads like a name, or one after "Name:"."""
    lines = [line for part in parts for line in part.lines if line.page in (None, 1)]
    heads = [line for part in parts if part.kind == "header" for line in part.lines]
    for line in lines[: 2 * _NAME_LINES]:
        if found := _says_name().search(line.bare):
            return found[1]
        if found := _labels("name").match(line.bare):
            rest = line.bare[found.end() :].strip()
            return rest if _NAME.fullmatch(rest) or _HAN_NAME.fullmatch(rest) or _other_script(rest) else None
    largest = max((line.size or 0.0 for line in lines), default=0.0)
    prominent = [line for line in lines if largest and line.size and line.size > 0.95 * largest]
    for line in prominent[:2] if _stands_out(largest, lines) else []:
        if name := _name_in(line):
            return name
    for number, line in enumerate(heads[:_NAME_LINES]):
        if name := _name_in(line) or (_name_before_mark(line) if number < _TAGLINE_LINES else None):
            return name
    return None


def _stands_out(largest: float, lines: list[Line]) -> bool:
    sizes = sorted(line.size for line in lines if line.size)
    return bool(sizes) and largest > 1.15 * sizes[len(sizes) // 2]


@cache
def _says_name() -> re.Pattern[str]:
    """ "Hi, my name is Jo Sample." """
    words = "|".join(map(re.escape, load(PersonWords).name_sentences))
    return re.compile(rf"\b(?i:{words})\s+([^\W\d_][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*){{0,3}})")


def _name_in(line: Line) -> str | None:
    if line.kind == "item":
        return None
    names = [bare for cell in line.cells if _is_name(bare := _AGE.sub("", _unheaded(cell)))]
    return names[0] if len(names) == 1 else None


def _name_before_mark(line: Line) -> str | None:
    """ "Jo Sample — Analytics & ML": a name with a tagline."""
    pieces = [piece.strip() for piece in _MARK.split(line.bare)]
    first = pieces[1] if len(pieces) > 1 and is_document_title(pieces[0]) else pieces[0]
    return first if _is_name(first) else None


def _unheaded(cell: str) -> str:
    """ "Personal Information John Doe": a heading of contact lines that shares the line with the name."""
    for phrase in load(SectionWords).contact:
        if cell.casefold().startswith(phrase + " "):
            return cell[len(phrase) :].strip()
    return cell.strip()


def _is_name(text: str) -> bool:
    if not _NAME.fullmatch(text) or len(text) > 50:
        return False
    words = text.split()
    capital = all(
        word[0].isupper()
        or word
        in (
            "de",
            "da",
            "do",
            "dos",
            "van",
            "von",
            "der",
            "den",
            "di",
            "la",
            "le",
            "el",
            "bin",
            "y",
            "e",
            "ten",
            "ter",
            "del",
        )
        for word in words
    )
    if not capital or phrase_opening(text) is not None or is_document_title(text):
        return False
    return not (
        is_title(text) or is_company(text) or looks_like_place(text) or _not_names().search(text) or is_place(text)
    )


def _other_script(text: str) -> bool:
    return 0 < len(text.split()) <= 4 and all(ch.isalpha() or ch == " " for ch in text) and not text.isascii()


@cache
def _not_names() -> re.Pattern[str]:
    return pattern(load(PersonWords).not_names)


@cache
def _labels(which: str) -> re.Pattern[str]:
    words = load(PersonWords)
    labels = words.name_labels if which == "name" else words.place_labels
    return re.compile(
        rf"\s*(?:{'|'.join(sorted(map(re.escape, labels), key=len, reverse=True))})\s*[:：፡]\s*", re.IGNORECASE
    )


def country_in(parts: list[Part]) -> str | None:
    """The country of the contact lines; None where they name none, or several."""
    found = set()
    for line in _contact_lines(parts):
        text = _labels("place").sub("", line.bare)
        codes = {country_of(cell) for cell in re.split(r"\t|\s[|•·]\s|\s,\s", text)} - {None}
        found |= codes or {country_of(text)}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _contact_lines(parts: list[Part]) -> list[Line]:
    """The header's first lines that are no sentences, and all lines under a contact heading."""
    header = [line for part in parts if part.kind == "header" for line in part.lines][:_CONTACT_LINES]
    contact = [line for part in parts if part.contact for line in part.lines]
    return [line for line in (*header, *contact) if len(line.bare) < 140 and not line.bare.endswith(".")]


def languages_of(parts: list[Part]) -> tuple[str, ...]:
    """Languages the person speaks, by their English names: of a language section, or of a line labelled like one."""
    texts = [line.bare for part in parts if part.kind == "languages" for line in part.lines]
    for part in parts:
        if part.kind in ("skills", "other", "summary", "header"):
            texts += [
                line.bare for line in part.lines if (o := phrase_opening(_label(line.bare))) and o.kind == "languages"
            ]
    for part in parts:
        if part.kind in ("skills", "other", "summary", "education"):
            texts += [line.bare for line in part.lines if _language_level().fullmatch(line.bare)]
    return tuple(dict.fromkeys(name for text in texts for name in _spoken(text)))


@cache
def _language_level() -> re.Pattern[str]:
    """A line that holds a language and how well it is spoken: "Anglais courant", "English (C1)"."""
    levels = "|".join(map(re.escape, load(PersonWords).language_levels))
    return re.compile(rf"(?:{_language_pattern().pattern})\s*[:(–—-]?\s*(?:{levels})\s*[).]?", re.IGNORECASE)


def _label(text: str) -> str:
    return re.split(r"[:：፡\t]", text, maxsplit=1)[0] if re.search(r"[:：፡\t]", text) else ""


def _spoken(text: str) -> Iterable[str]:
    return [_language_names()[key(found.group())] for found in _language_pattern().finditer(text)]


@cache
def _language_names() -> dict[str, str]:
    return {key(word): name for name, words in load(PersonWords).languages.items() for word in words}


@cache
def _language_pattern() -> re.Pattern[str]:
    """Names written without spaces before or after them, as in Chinese, count too."""
    names = [word for words in load(PersonWords).languages.values() for word in words]
    spaced = pattern(word for word in names if word[0] < "\u2e80").pattern
    close = "|".join(re.escape(word) for word in names if word[0] >= "\u2e80")
    return re.compile(f"{spaced}|{close}", re.IGNORECASE)


def links_of(document: Document) -> tuple[str, ...]:
    """Web addresses as they stand in the document, each once; mail and phone links are not among them."""
    written = [link.url for link in document.links if link.url.startswith(("http://", "https://"))]
    written += [found.group().rstrip(".,") for found in _URL.finditer(document.text)]
    unique: dict[str, str] = {}
    for url in written:
        unique.setdefault(re.sub(r"^https?://(?:www\.)?|^www\.", "", url).rstrip("/").casefold(), url)
    return tuple(unique.values())
