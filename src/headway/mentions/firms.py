"""Names of companies that are also names of tools: `the founders of Figma`, `customers include Databricks`, and those
of who hires: `Databricks is the data and AI company`.
"""

import re
from functools import cache

from headway.mentions.layout import Layout
from headway.mentions.words import load_words

ASKING = ("required", "preferred", "skills")
"""Sections of demands."""
_REACH = 250
_AHEAD = 120
_SHORTEST_NAME = 3
_SENTENCE_END = re.compile(r"[.!?;:]\s")


def is_firm(text: str, line: int, position: int) -> bool:
    """Whether a phrase that lists companies stands before a position, in its sentence. line: where its line starts."""
    before = text[max(line, position - _REACH) : position].lower().replace("’", "'")
    ends = [before.rfind(phrase) + len(phrase) for phrase in load_words().signals["firms"] if phrase in before]
    return bool(ends) and not _SENTENCE_END.search(before, max(ends))


def employs(word: str, layout: Layout, line: int) -> bool:
    """Whether `about`, `at` ... in front of a name in this line makes it the employer's; an empty word always does."""
    return not word or layout.headings[line] or (word != "about" and layout.sections[line] not in ASKING)


def may_employ(text: str, start: int, word: str) -> bool:
    """Whether the word before a name, written with a capital, may be the employer's with it (`Acme AI`)."""
    if text[start - 1 : start] != " " or len(word) < _SHORTEST_NAME:
        return False
    return text[start - 1 - len(word)].isupper() and word not in load_words().no_employer


def hires(text: str, start: int, end: int) -> bool:
    """Whether what stands right around a name, in its line, says that it is the company that hires."""
    stop = text.find("\n", end, end + _AHEAD)
    after = text[end : stop if stop >= 0 else end + _AHEAD].lower().replace("’", "'")
    patterns = _patterns()
    if patterns[1].match(after):
        return True
    before = text[max(text.rfind("\n", 0, start) + 1, start - _AHEAD) : start].lower().replace("’", "'")
    return patterns[0].search(before) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before such a name, and what behind."""
    words = load_words()
    before, after = ("|".join(f"(?:{each})" for each in listed) for listed in (words.hires_before, words.hires_after))
    return re.compile(rf"(?<!\w)(?:{before}) ?\Z"), re.compile(rf"(?:{after})(?!\w)")
