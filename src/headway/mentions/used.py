"""A tool whose name is also a word, told by its sentence alone: `Served models with Flask`, `Tuned Spark jobs`."""

import re
from functools import cache

from headway.mentions.scan import Candidate
from headway.mentions.words import load_words

_REACH = 70
"""Characters before a name in which its sentence may say that work with software is told."""
_ENDS = re.compile(r"[^\S\n]*(?:$|[.;:!?)\]|]|,(?! [A-Z])|[-–—] )", re.MULTILINE)
_WORD = re.compile(r" ([A-Za-z]+)(?![-'’\w])")
_SENTENCE = re.compile(r"[.;:!?•|]\s")
_MAKERS = ("developer", "developers", "programmer", "programmers")
_HOLDER = re.compile(r"(?:engineer|developer|programmer)s? $", re.IGNORECASE)
_TITLED = re.compile(r"(?:engineer|developer|programmer)s? ?[-–—|] ?$", re.IGNORECASE)
_LINE_END = re.compile(r"[^\S\n]*(?:$|\()", re.MULTILINE)


def is_used(candidate: Candidate, text: str, folded: str) -> bool:
    """Whether the words around a name written as one say that it is a tool one works with.

    Either software of its kind stands behind it (`a Flask app`), or it stands behind a preposition at the end of what
    is made or known (`built pipelines in Spark`, `experience with Go`), or in brackets behind who makes it
    (`Engineer (Spark)`), or behind such a title and a dash (`Engineer - Rust`). A name that goes on (`Spring Health`,
    `Spring 2024`, `Phoenix, Arizona`) is none, and neither is one that begins its sentence. Initials count only where
    they are a tool's and something asks for them.
    """
    surface, form, start, end = candidate.surface, candidate.form, candidate.start, candidate.end
    loud = len(surface) > 1 and surface.isupper()
    if not (surface[:1].isupper() and (loud or surface[1:].islower() or len(surface) == 1)):
        return False
    if form.kind != "tech" and (loud or form.case == "any"):
        return False
    if _LINE_END.match(text, end) and _TITLED.search(text, max(0, start - 20), start):
        return True
    if text[start - 1 : start] == "(":
        return text[end : end + 1] == ")" and _HOLDER.search(text, max(0, start - 20), start - 1) is not None
    words, follows = load_words(), _WORD.match(text, end)
    after = follows[1] if follows else ""
    if after in _MAKERS:
        return True
    if after in words.things:
        return not loud and start > 1 and text[start - 1] == " " and text[start - 2].isalpha()
    before = folded[folded.rfind(" ", 0, candidate.left - 1) + 1 : candidate.left - 1]
    if before not in words.tool_before or not (after in words.clause_goes_on or _ENDS.match(text, end)):
        return False
    said = _SENTENCE.split(text[max(0, start - _REACH) : start].rpartition("\n")[2])[-1].lower()
    return _tells().search(said) is not None and not _people().search(said)


@cache
def _tells() -> re.Pattern[str]:
    return _any_of(load_words().tool_work | load_words().things)


@cache
def _people() -> re.Pattern[str]:
    return _any_of(load_words().people)


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, map(str.lower, words))))})\b")
