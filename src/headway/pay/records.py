"""From salary rows to distinct records: ends of a range paired, copies folded, titles read as roles."""

import hashlib
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from headway.pay.columns import SalaryRow, SetAside
from headway.pay.model import SalaryRecord, SalarySource

FAR = 12.0
"""Pay that differs by more than this factor from the median of its country and level is taken for a slip of the pen."""

LONGEST_TITLE = 80
FEW_RUNS, SORTED, SURE = 0.1, 0.9, 30
"""Share of rows that may begin a run of years; share of neighbours in order that shows a sorted file, of so many."""


class Advert(msgspec.Struct, frozen=True):
    """One advert or salary in the file's order, before copies are folded."""

    row: SalaryRow
    low: float
    high: float
    at: int


class SalaryFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a file held, with its records oldest first."""

    source: SalarySource
    records: tuple[SalaryRecord, ...]


def records_of(
    rows: Iterable[SalaryRow | SetAside], role_of: Callable[[str], str | None], name: str, content: bytes
) -> SalaryFile:
    """Distinct records of a file. role_of: title to role id, None where it names none. O(rows)."""
    usable: list[SalaryRow] = []
    aside: Counter[str] = Counter()
    for row in rows:
        if isinstance(row, SetAside):
            aside[row.why] += 1
        else:
            usable.append(row)
    total = len(usable) + aside.total()
    kept = _without_slips(paired(usable), aside)
    whens = _whens(kept)
    found: dict[str, SalaryRecord] = {}
    alike: Counter[tuple[object, ...]] = Counter()
    said: dict[str, tuple[object, ...]] = {}
    unmapped: Counter[str] = Counter()
    for advert, when in zip(kept, whens, strict=True):
        role = role_of(advert.row.title)
        if role is None:
            unmapped[advert.row.title[:LONGEST_TITLE]] += 1
            aside["title names no role"] += 1
            continue
        words = _said(advert.row)
        record = _record(advert, words, role, when)
        if record.key not in found:
            alike.update({(words, advert.low), (words, advert.high)})
            said[record.key] = words
        if record.key not in found or found[record.key].when > when:
            found[record.key] = record
    shared = (_with_shares(record, said[record.key], alike) for record in found.values())
    records = tuple(sorted(shared, key=lambda r: (r.when, r.key)))
    return SalaryFile(source=_source(name, content, total, records, aside, unmapped), records=records)


def paired(rows: Sequence[SalaryRow]) -> list[Advert]:
    """The upper end of a range comes first and the lower end follows, all else equal; other rows stand alone."""
    found, at = [], 0
    while at < len(rows):
        here = rows[at]
        after = rows[at + 1] if at + 1 < len(rows) else None
        if after is not None and _two_ends(here, after):
            found.append(Advert(here, after.pay[0], here.pay[1], at))
            at += 2
        else:
            found.append(Advert(here, *here.pay, at))
            at += 1
    return found


def _two_ends(here: SalaryRow, after: SalaryRow) -> bool:
    single = here.pay[0] == here.pay[1] and after.pay[0] == after.pay[1]
    return single and here.pay >= after.pay and msgspec.structs.replace(here, pay=after.pay) == after


def _without_slips(adverts: Sequence[Advert], aside: Counter[str]) -> list[Advert]:
    """Leaves out pay far from what its country and level usually show."""
    groups: dict[tuple[str, str], list[float]] = defaultdict(list)
    for advert in adverts:
        groups[advert.row.country, advert.row.grade].append(advert.high)
    usual = {key: statistics.median(values) for key, values in groups.items() if len(values) >= 10}
    kept = []
    for advert in adverts:
        middle = usual.get((advert.row.country, advert.row.grade))
        if middle is not None and not middle / FAR <= advert.high <= middle * FAR:
            aside["implausible pay"] += 1
        else:
            kept.append(advert)
    return kept


def _whens(adverts: Sequence[Advert]) -> list[float]:
    """When each was written: its date; else its year, and its place among that year's rows where the file runs in time.

    A file runs in time where its years come in few runs, and within them it is sorted neither by title nor by pay.
    """
    years = [advert.row.year for advert in adverts]
    changes = sum(a != b for a, b in pairwise(years))
    newest_first = bool(years) and statistics.fmean(years[: len(years) // 2 + 1]) >= statistics.fmean(years)
    few = changes <= max(len(set(years)) - 1, FEW_RUNS * len(years))
    ordered = len(set(years)) > 1 and few and not _is_sorted(adverts)
    totals, seen, whens = Counter(years), Counter[int](), []
    for advert, year in zip(adverts, years, strict=True):
        part = (seen[year] + 0.5) / totals[year] if ordered else 0.5
        seen[year] += 1
        whens.append(advert.row.when or round(year + min(1 - part if newest_first else part, 0.9999), 4))
    return whens


def _is_sorted(adverts: Sequence[Advert]) -> bool:
    """Whether nearly all neighbours of a year stand in the order of their titles or pay."""
    same = [(a, b) for a, b in pairwise(adverts) if a.row.year == b.row.year]
    steps = [[(a.row.title > b.row.title) - (a.row.title < b.row.title) for a, b in same]]
    steps.append([(a.high > b.high) - (a.high < b.high) for a, b in same])
    return any(
        len(moves) >= SURE and max(moves.count(1), moves.count(-1)) >= SORTED * len(moves)
        for moves in ([move for move in each if move] for each in steps)
    )


def _said(row: SalaryRow) -> tuple[object, ...]:
    """All that a row says but its pay."""
    said = (row.year, row.grade, row.title, row.currency, row.rest, row.country, row.remote, row.size)
    return (*said, row.named) if row.named else said


def _record(advert: Advert, words: tuple[object, ...], role: str, when: float) -> SalaryRecord:
    row = advert.row
    key = hashlib.blake2b(repr((words, advert.low, advert.high)).encode(), digest_size=8).hexdigest()
    ends = (advert.low, advert.high)
    return SalaryRecord(role, row.grade, row.country, row.remote, row.size, when, *ends, (0.5, 0.5), key, (), row.named)


def _with_shares(record: SalaryRecord, words: tuple[object, ...], alike: Counter[tuple[object, ...]]) -> SalaryRecord:
    """Each distinct figure of a description counts once, over all adverts that state it."""
    low, high = (1 / alike[words, value] for value in (record.low, record.high))
    shares = (low / 2, high / 2) if record.low == record.high else (low, high)
    return msgspec.structs.replace(record, shares=(round(shares[0], 4), round(shares[1], 4)))


def _source(
    name: str,
    content: bytes,
    total: int,
    records: Sequence[SalaryRecord],
    aside: Counter[str],
    unmapped: Counter[str],
) -> SalarySource:
    countries = Counter(record.country for record in records)
    most, n = max(countries.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    return SalarySource(
        file=name,
        digest=hashlib.sha256(content).hexdigest()[:16],
        rows=total,
        records=len(records),
        set_aside=dict(sorted(aside.items())),
        unmapped_titles=dict(sorted(unmapped.items(), key=lambda each: (-each[1], each[0]))[:20]),
        first_year=int(records[0].when) if records else 0,
        last_year=int(records[-1].when) if records else 0,
        shares_country=most,
        country_share=round(n / max(1, len(records)), 4),
    )
