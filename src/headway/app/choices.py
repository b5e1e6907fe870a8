"""A requirement that any one, or any few, of several skills meet: the nearest ones, and how it is said."""

from collections.abc import Callable, Sequence
from typing import Any, Final

_WORDS: Final = {2: "two", 3: "three", 4: "four", 5: "five"}


def nearest(members: Sequence[str], count: int, nearness: Callable[[str], Any]) -> list[str]:
    """As many members as are asked for, the nearest first: the last one is what the requirement hangs on."""
    return sorted(members, key=nearness, reverse=True)[: max(1, min(count, len(members)))]


def asked_words(labels: Sequence[str], count: int) -> str:
    """`A`, `A or B`, `A and B`, `at least two of A, B, C`."""
    if count <= 1:
        return " or ".join(labels)
    if count >= len(labels):
        return " and ".join(labels)
    return f"at least {_WORDS.get(count, str(count))} of {', '.join(labels)}"
