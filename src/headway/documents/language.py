"""Tell a document's language: by its script, then by counting small words (articles, prepositions).

Why: Headway's skill names are English. A CV in another language is read all the same, and the user
is told that only what is named as in English can be found.
"""

import re
import unicodedata
from functools import cache
from typing import Final

import msgspec

from headway.documents.model import Document
from headway.documents.words import load_words
from headway.values import Finding

_WORD: Final = re.compile(r"[^\W\d_]+")
SAMPLE: Final = 20_000
"""Characters looked at: more would tell no more."""
FEWEST_WORDS: Final = 5
"""Small words of a language that must be met before it is believed."""
OTHER_SCRIPT_FROM: Final = 0.25
"""Share of letters outside the Latin script from which the document counts as written in another."""


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A script: how Unicode names its letters, and the language it speaks for when nothing else tells."""

    name: str
    prefixes: tuple[str, ...]
    language: str


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language told by its small words."""

    code: str
    name: str
    script: str = "Latin"
    words: str = ""


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Content of data/words/languages.yaml."""

    scripts: tuple[Script, ...]
    languages: tuple[Language, ...]


@cache
def languages() -> Languages:
    """The word list, loaded once."""
    return load_words("languages.yaml", Languages)


def language_of(text: str) -> tuple[str | None, str]:
    """ISO 639-1 code (None when it cannot be told) and the name of the script."""
    sample = text[:SAMPLE]
    script = _script(sample)
    told = _by_words(sample, script)
    if told is None and script != "Latin":
        told = next((each.language for each in languages().scripts if each.name == script), None)
    return told, script


@cache
def _script_of_letter(letter: str) -> str:
    name = unicodedata.name(letter, "")
    for script in languages().scripts:
        if name.startswith(script.prefixes):
            return script.name
    return "Latin"


def _script(sample: str) -> str:
    """The script of most letters outside Latin when they are many enough, else Latin.

    Japanese mixes two: any real share of kana means Japanese.
    """
    if sample.isascii():
        return "Latin"
    counts: dict[str, int] = {}
    for letter in filter(str.isalpha, sample):
        script = _script_of_letter(letter)
        counts[script] = counts.get(script, 0) + 1
    total = sum(counts.values())
    others = {name: count for name, count in counts.items() if name != "Latin"}
    if not others or sum(others.values()) < OTHER_SCRIPT_FROM * total:
        return "Latin"
    if others.get("Kana", 0) >= 0.1 * sum(others.values()):
        return "Kana"
    return max(others, key=lambda name: (others[name], name))


@cache
def _small_words(script: str) -> dict[str, tuple[str, ...]]:
    """Each small word of a script with the codes of its languages, one that lists it twice twice."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages().languages:
        for word in language.words.split() if language.script == script else ():
            found[word] = (*found.get(word, ()), language.code)
    return found


def _by_words(sample: str, script: str) -> str | None:
    """The language most of whose small words occur; every word counts, kinds of words count more."""
    met: dict[str, int] = {}
    for word in _WORD.findall(sample.casefold()):
        met[word] = met.get(word, 0) + 1
    small = _small_words(script)
    hits: dict[str, list[int]] = {}
    for word in small.keys() & met.keys():
        for code in small[word]:
            hits.setdefault(code, []).append(met[word])
    best, most = None, 0
    for language in languages().languages:
        counts = hits.get(language.code, [])
        score = sum(counts) + 3 * len(counts)
        if language.script == script and sum(counts) >= FEWEST_WORDS and score > most:
            best, most = language.code, score
    return best


def with_language(document: Document) -> Document:
    """The document with its language, and a note when skills may be missed because of it."""
    code, script = language_of(document.text)
    finding = _finding(document, code, script)
    findings = (*document.findings, finding) if finding else document.findings
    return msgspec.structs.replace(document, language=code, findings=findings)


def _finding(document: Document, code: str | None, script: str) -> Finding | None:
    hint = "Skills are found by their English names; an English version shows more."
    name = next((each.name for each in languages().languages if each.code == code), code)
    if script != "Latin":
        what = f"The text is written in another script than Latin ({name or script}); skills may be missed."
        return Finding("other-script", "note", document.name, what, hint)
    if code not in (None, "en"):
        return Finding("other-language", "note", document.name, f"The text is {name}; skills may be missed.", hint)
    if code is None and len(document.text.split()) >= 150:
        return Finding("unknown-language", "note", document.name, "The language of the text is not known.", hint)
    return None
