"""The groups of copies as a table: which advert stands for each, and what its copies tell (places, dates, reposts).

Only adverts that have a copy are in it. What stands for a group is the advert posted first, then the least id.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
import pyarrow as pa

from headway.market.copies import Signatures, groups_of
from headway.market.same_job import company_key, key_of, title_key
from headway.market.schema import COPIES
from headway.market.signature import PERMUTATIONS

COLUMNS: Final = (
    "id", "source", "board", "company", "title", "locations", "country", "countries", "posted", "imported", "invented",
    "digest", "signature",
)  # fmt: skip
"""Columns of the adverts that grouping reads."""
REPOST: Final = dt.timedelta(days=7)
"""An advert of the same job under the same title for the same place at least so much later is a repost."""
COPIES_FORM: Final = 3
"""To be raised when what is told of copies changes: the next import groups them anew."""
_OWN_BOARDS: Final = frozenset({"ashby", "greenhouse", "lever"})
_NEVER: Final = dt.date.max


class _Advert(msgspec.Struct, frozen=True, gc=False):
    id: str
    title: str
    places: tuple[str, ...]
    countries: tuple[str, ...]
    posted: dt.date | None
    imported: dt.date


class Adverts:
    """Keys and signatures of all adverts, gathered segment by segment: 600 bytes an advert."""

    def __init__(self, size: int) -> None:
        self.jobs, self.titles, self.companies, self.digests = (np.zeros(size, np.uint64) for _ in range(4))
        self.signatures: Signatures = np.zeros((size, PERMUTATIONS), np.uint32)
        self._tables: list[pa.Table] = []
        self._size = 0

    def add(self, table: pa.Table) -> None:
        """The next adverts, with COLUMNS."""
        rows = zip(*(table[name].to_pylist() for name in COLUMNS[1:6]), table["invented"].to_pylist(), strict=True)
        signatures, digests = table["signature"].to_pylist(), table["digest"].to_pylist()
        for at, (source, board, company, title, places, invented) in enumerate(rows, self._size):
            employer = company_key(company or (board if source in _OWN_BOARDS else None))
            kind = "invented" if invented else ""
            words = title_key(title, tuple(places or ()))
            self.jobs[at] = key_of(kind, employer, words)
            self.titles[at] = key_of(kind, words)
            self.companies[at] = key_of(employer) if employer else 0
        for at, (signature, digest) in enumerate(zip(signatures, digests, strict=True), self._size):
            if signature and len(signature) == 4 * PERMUTATIONS:
                self.signatures[at] = np.frombuffer(signature, "<u4")
                self.digests[at] = int(digest[:16], 16)
        self._tables.append(table.select(["id", "title", "locations", "country", "countries", "posted", "imported"]))
        self._size += len(table)

    def grouped(self) -> pa.Table:
        """The table of COPIES, in order of id. O(adverts)."""
        labels = groups_of(self.jobs, self.titles, self.companies, self.digests, self.signatures)
        sizes = np.bincount(labels, minlength=len(labels))
        members = np.flatnonzero(sizes[labels] > 1)
        if not len(members):
            return COPIES.empty_table()
        rows = pa.concat_tables(self._tables).take(pa.array(members)).to_pylist()
        adverts = [_advert(row) for row in rows]
        groups: dict[int, list[_Advert]] = {}
        for label, advert in zip(labels[members].tolist(), adverts, strict=True):
            groups.setdefault(label, []).append(advert)
        found = [row for group in groups.values() for row in _rows(group)]
        return pa.Table.from_pylist(sorted(found, key=lambda row: str(row["id"])), schema=COPIES)


def _advert(row: dict[str, Any]) -> _Advert:
    countries = tuple(row["countries"] or ()) or ((row["country"],) if row["country"] else ())
    places = tuple(row["locations"] or ())
    return _Advert(row["id"], row["title"], places, countries, row["posted"], row["imported"])


def _rows(group: list[_Advert]) -> list[dict[str, Any]]:
    """One for each advert; what its copies tell stands at the one that stands for them."""
    group = sorted(group, key=lambda each: (each.posted or _NEVER, each.id))
    first = group[0]
    told = {
        **_told(group),
        "countries": sorted({country for each in group for country in each.countries}),
        "last_seen": max(each.imported for each in group),
        "parts": [_part(country, group) for country in sorted({c for each in group for c in each.countries or ("",)})],
    }
    return [{"id": each.id, "first_id": first.id, **(told if each is first else {})} for each in group]


def _part(country: str, group: Sequence[_Advert]) -> dict[str, Any]:
    """The copies of one country; an empty one: of those for which none is known."""
    return {"country": country or None, **_told([each for each in group if country in (each.countries or ("",))])}


def _told(group: Sequence[_Advert]) -> dict[str, Any]:
    """What adverts of one job tell together. group: in order of date."""
    dates = [each.posted for each in group if each.posted]
    return {
        "copies": len(group),
        "places": list(dict.fromkeys(place for each in group for place in each.places)),
        "first_posted": min(dates, default=None),
        "last_posted": max(dates, default=None),
        "reposts": reposts(group),
    }


def reposts(group: Sequence[_Advert]) -> int:
    """How often the job was put up again: under the title and in the place where that happened most.

    group: in order of date.
    """
    counts: dict[tuple[str, ...], int] = {}
    last: dict[tuple[str, ...], dt.date] = {}
    for advert in group:
        if advert.posted is None:
            continue
        key = (advert.title.casefold().strip(), *sorted(place.casefold().strip() for place in advert.places))
        if key in last and advert.posted - last[key] >= REPOST:
            counts[key] = counts.get(key, 0) + 1
        last[key] = advert.posted
    return max(counts.values(), default=0)
