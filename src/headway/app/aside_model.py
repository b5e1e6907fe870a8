"""What goes between the process of the pages and the one that answers for the market."""

from typing import Any

import msgspec


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """name: of aside_child.QUESTIONS. args: what it takes after the context, as plain values."""

    name: str
    today: str
    args: tuple[Any, ...]


class Answered(msgspec.Struct, frozen=True, kw_only=True, tag="answered"):
    """What the use case gives, as JSON that is not looked into on the way."""

    result: msgspec.Raw
