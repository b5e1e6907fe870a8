"""The language model of lab 14: a stub that does nothing but look things up in the prompt. Handed out as `model.py`.

It has the faults of larger ones: it obeys orders wherever they stand, it gives the nearest sentence when the right one
is not there, of equal sentences it takes the first, and it reads no more than so many characters.
"""

import re

LIMIT = 1000
"""Characters that the model reads."""
TOO_LONG = "ERROR: the prompt is too long."
UNKNOWN = "I do not know."


def reply(prompt: str) -> str:
    """The answer to the last line that begins with `Question:`, from the sentences before it."""
    if len(prompt) > LIMIT:
        return TOO_LONG
    before, _, question = prompt.rpartition("Question:")
    order = re.search(r"\b(?:ignore|disregard|forget)\b[^.!?]*\banswer: ([^.!?]*[.!?])", before, flags=re.IGNORECASE)
    if order:
        return order.group(1)
    asked = set(re.findall(r"\w{3,}", question.lower()))
    best, most = UNKNOWN, 1
    for sentence in re.findall(r"[A-Z][^.!?]*[.!?]", before):
        shared = len(asked & set(re.findall(r"\w{3,}", sentence.lower())))
        if shared > most:
            best, most = sentence, shared
    return best
