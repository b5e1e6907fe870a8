"""The titles of the sources that an answer names, so that no reader meets a bare `s2`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from headway.knowledge.model import Source

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")


def titles_cited(answer: object, sources: Mapping[str, Source]) -> dict[str, str]:
    """Title by id of each source whose id stands in a text of the answer as a word ("S2 says"), in id order. Linear."""
    words = {word for text in _texts(answer) for word in _WORD.findall(text.casefold())}
    return {id_: sources[id_].title for id_ in sorted(words & sources.keys())}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
