"""Load this room's word lists (data/words/*.yaml), typed; an unknown key is an error."""

from importlib.resources import files
from typing import Any, TypeVar

import msgspec

Shape = TypeVar("Shape")


def load_words(file: str, shape: type[Shape]) -> Shape:
    """The content of `data/words/<file>` as `shape`."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("headway").joinpath("data", "words", file).read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), shape)  # noqa: S506  a safe loader
