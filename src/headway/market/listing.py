"""Every posting as filters and the ranking see it, in arrays. No Arrow here, so that a kept one loads quickly.

Kept on disk as one .npz file beside other caches: it can be deleted at any time and is made anew.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.postings.demands import Demands

VERSION: Final = 5
"""Raised when what is kept changes its shape."""
WORDS: Final = ("company", "role", "job", "seniority", "workplace", "country", "visa", "pay_currency", "posted_there")
"""Columns of words."""
NUMBERS: Final = ("posted", "closes", "invented", "pay_year_min", "pay_year_max")
_DEMANDS: Final = (
    "group_start", "member_start", "members", "level", "count", "required", "min_years", "degree", "equivalent_ok",
)  # fmt: skip


class Coded(msgspec.Struct, frozen=True):
    """A column of words: codes are indices into words, -1 where there is none."""

    codes: Array
    words: tuple[str, ...]

    def among(self, wanted: frozenset[str]) -> Array:
        """Which rows hold one of these words."""
        return np.isin(self.codes, [code for code, word in enumerate(self.words) if word in wanted])

    def silent(self) -> Array:
        """Which rows hold no word, or say that it is unstated."""
        unsaid: Array = (self.codes < 0) | self.among(frozenset({"unstated"}))
        return unsaid


class Listing(msgspec.Struct, frozen=True):
    """P postings. words: columns by name (`WORDS`).

    country holds all countries of a posting's copies with a blank between; posted_there when it was last put up in each
    of them, where that is not the same (sql/listing.sql).
    numbers: `posted` and `closes`, the last day to apply (days, NaT where unsaid), `invented`,
    `pay_year_min`, `pay_year_max` (NaN where unstated).
    """

    demands: Demands
    words: Mapping[str, Coded]
    numbers: Mapping[str, Array]

    def __len__(self) -> int:
        return len(self.demands.ids)

    @property
    def invented(self) -> bool:
        """Whether what is counted is invented: it is all or nothing (sql/views.sql)."""
        return bool(self.numbers["invented"].any())


def save(listing: Listing, file: BinaryIO) -> None:
    """Write it."""
    demands = listing.demands
    arrays: dict[str, Any] = {f"demands.{name}": getattr(demands, name) for name in _DEMANDS}
    arrays |= {f"codes.{name}": listing.words[name].codes for name in WORDS}
    arrays |= {f"words.{name}": np.array(listing.words[name].words, dtype=np.str_) for name in WORDS}
    arrays |= {f"numbers.{name}": listing.numbers[name] for name in NUMBERS}
    np.savez(file, ids=np.array(demands.ids, dtype=np.str_), **arrays)


def load(path: Path, skills: tuple[str, ...]) -> Listing | None:
    """What was kept for these skills; None where nothing usable is there."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            fields = {name: kept[f"demands.{name}"] for name in _DEMANDS}
            return Listing(
                Demands(skills=skills, ids=tuple(kept["ids"].tolist()), **fields),
                {name: Coded(kept[f"codes.{name}"], tuple(kept[f"words.{name}"].tolist())) for name in WORDS},
                {name: kept[f"numbers.{name}"] for name in NUMBERS},
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
