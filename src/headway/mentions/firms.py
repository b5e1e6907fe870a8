"""Names of companies that are also names of tools: `the founders of Figma`, `customers include Databricks`."""

import re

from headway.mentions.words import load_words

_REACH = 250
_SENTENCE_END = re.compile(r"[.!?;:]\s")


def is_firm(text: str, line: int, position: int) -> bool:
    """Whether a phrase that lists companies stands before a position, in its sentence. line: where its line starts."""
    before = text[max(line, position - _REACH) : position].lower().replace("’", "'")
    ends = [before.rfind(phrase) + len(phrase) for phrase in load_words().signals["firms"] if phrase in before]
    return bool(ends) and not _SENTENCE_END.search(before, max(ends))
