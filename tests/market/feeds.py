"""Reads a feed that stands in a test."""

import datetime as dt
import io
import json
from typing import Any

from headway.market.feeds.model import Bad
from headway.market.feeds.read import Feed, How
from headway.market.model import Advert

TODAY = dt.date(2026, 11, 27)


def read(content: str | bytes, name: str = "board.json", **how: Any) -> list[Advert | Bad]:
    """Every row of a feed."""
    data = content.encode() if isinstance(content, str) else content
    return list(Feed(io.BytesIO(data), name, How(today=TODAY, board="mine", limit=10_000_000, **how)).rows())


def one(content: Any, **how: Any) -> Advert:
    """The only advert of a feed."""
    (found,) = read(content if isinstance(content, str | bytes) else json.dumps(content), **how)
    assert isinstance(found, Advert), found
    return found
