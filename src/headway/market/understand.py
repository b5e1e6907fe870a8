"""An advert understood: pure, so that a process pool or a cluster gives the same rows as one loop."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from headway.market.model import CLOSED, TAKEN, Advert, Row
from headway.market.reading import Readers as Readers
from headway.market.reading import Reading, reading_of
from headway.postings.model import Pay
from headway.postings.yearly import a_year


def understand(advert: Advert, readers: Readers, imported: dt.date) -> Row:
    """The row that is kept. What the feed states in a field of its own goes before what its text seems to say."""
    return row_of(advert, reading_of(advert.title, advert.text, readers), readers.version, imported)


def row_of(advert: Advert, read: Reading, version: str, imported: dt.date) -> Row:
    """The row of an advert whose text was read, now or for another advert with the same text."""
    pay = advert.pay or read.pay
    low, high = a_year(pay) if pay else (None, None)
    return Row(
        id=row_id(advert),
        source=advert.source,
        board=advert.board,
        source_id=advert.source_id,
        url=advert.url,
        company=advert.company,
        title=advert.title,
        text=advert.text,
        locations=advert.locations,
        posted=advert.posted,
        updated=advert.updated,
        imported=imported,
        invented=advert.invented,
        employment=advert.employment,
        department=advert.department,
        role=read.role,
        job=read.job,
        seniority=read.seniority,
        min_years=read.min_years,
        degree=read.degree.level,
        degree_equivalent=read.degree.equivalent_ok,
        pay_min=pay.min if pay else None,
        pay_max=pay.max if pay else None,
        pay_currency=pay.currency if pay else None,
        pay_period=pay.period if pay else None,
        pay_basis=pay.basis if pay else None,
        pay_from=None if pay is None else "feed" if advert.pay else "text",
        pay_year_min=low,
        pay_year_max=high,
        workplace=advert.workplace if advert.workplace != "unstated" else read.workplace,
        workplace_limits=read.workplace_limits,
        country=advert.country or (None if advert.countries else read.country),
        visa=read.visa,
        language=read.language,
        skills=read.skills,
        groups=read.groups,
        findings=tuple(dict.fromkeys((*_kept_notes(advert), *read.findings))),
        digest=read.digest,
        signature=read.signature,
        reader=version,
        content=content_of(advert),
        feed_workplace=None if advert.workplace == "unstated" else advert.workplace,
        feed_country=advert.country,
        countries=advert.countries,
        closes=advert.closes,
    )


_OWN_IDS = frozenset({"ashby", "greenhouse", "lever"})
"""Their ids are unique over all boards, so a board kept as a file and the same board fetched are one."""
_PLAIN = (
    *("source", "board", "source_id", "title", "text", "company", "url", "posted", "updated", "employment"),
    *("department", "closes"),
)


def row_id(advert: Advert) -> str:
    """Stable for (source, board, source_id); 16 hexadecimal digits."""
    board = "" if advert.source in _OWN_IDS else advert.board
    key = "\x1f".join((advert.source, board, advert.source_id))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _kept_notes(advert: Advert) -> tuple[str, ...]:
    return tuple(note for note in advert.notes if note != CLOSED)


def content_of(advert: Advert) -> str:
    """Changes when anything that the feed says changes; 16 hexadecimal digits.

    Without a closing day it is what it was before those were read, so such postings are not taken for changed.
    """
    said = msgspec.to_builtins(advert) | {"notes": _kept_notes(advert)}
    if advert.closes is None:
        del said["closes"]
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=8).hexdigest()


def advert_of(row: Mapping[str, Any]) -> Advert:
    """The advert that a kept row came from, to be read again. row: the columns of `Row` by name."""
    pay = None
    if row["pay_from"] == "feed":
        stated = {end: row[f"pay_{end}"] for end in ("min", "max", "currency", "period")}
        pay = msgspec.convert({**stated, "basis": row["pay_basis"] or "unstated"}, Pay)
    said = {
        "locations": row["locations"] or (),
        "workplace": row["feed_workplace"] or "unstated",
        "country": row["feed_country"],
        "countries": row["countries"] or (),
        "pay": pay,
        "invented": bool(row["invented"]),
        "notes": [each for each in row["findings"] or () if each in TAKEN],
    }
    return msgspec.convert({**{name: row[name] for name in _PLAIN}, **said}, Advert)
