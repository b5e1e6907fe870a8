"""What a person wants of a posting, and which postings pass.

A posting that is silent on a wish does not pass it, unless the person says so; how many are silent is counted, because
missing is neither good nor bad. Pay in another currency is not converted and does not pass.
"""

import datetime as dt
from collections.abc import Iterator

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.listing import Coded, Listing


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """Empty or None: no wish. pay_floor: a year, in `currency`; it is met where the top of the stated pay reaches it.

    workplaces, visa, seniorities: any of them. company: a part of its name, small or capital. role: role or job id.
    unpaid, unstated: let postings pass that state no pay, or are silent on another wish.
    """

    role: str | None = None
    seniorities: tuple[str, ...] = ()
    country: str | None = None
    workplaces: tuple[str, ...] = ()
    visa: tuple[str, ...] = ()
    company: str | None = None
    since: dt.date | None = None
    pay_floor: float | None = None
    currency: str | None = None
    unpaid: bool = False
    unstated: bool = False


class Tally(msgspec.Struct, frozen=True):
    """One wish. failed: postings that say otherwise; silent: that say nothing and pass every other wish."""

    wish: str
    failed: int
    silent: int
    other_currency: int = 0


class Passed(msgspec.Struct, frozen=True):
    """Which postings pass all wishes, and what each wish did."""

    mask: Array
    tallies: tuple[Tally, ...]


class _Judged(msgspec.Struct):
    """One wish over all postings."""

    wish: str
    meets: Array
    silent: Array
    lenient: bool
    foreign: Array | None = None


def passing(listing: Listing, wishes: Wishes) -> Passed:
    """O(postings) for each wish."""
    judged = list(_judged(listing, wishes))
    passes = [one.meets | (one.silent if one.lenient else False) for one in judged]
    everyone = np.ones(len(listing), dtype=bool)
    mask = np.logical_and.reduce([everyone, *passes])
    tallies = []
    for number, one in enumerate(judged):
        rest = np.logical_and.reduce([everyone, *passes[:number], *passes[number + 1 :]])
        foreign = int((one.foreign & rest).sum()) if one.foreign is not None else 0
        failed = int((~one.meets & ~one.silent & rest).sum()) - foreign
        tallies.append(Tally(one.wish, failed, int((one.silent & rest).sum()), foreign))
    return Passed(mask, tuple(tallies))


def of_role(listing: Listing, role: str) -> Array:
    """Postings for a role: of its family, or of the more special role that their title names."""
    wanted = frozenset({role})
    found: Array = listing.words["role"].among(wanted) | listing.words["job"].among(wanted)
    return found


def _judged(listing: Listing, wishes: Wishes) -> list[_Judged]:
    words = listing.words
    found = []
    if wishes.role:
        found.append(_Judged("role", of_role(listing, wishes.role), np.zeros(len(listing), dtype=bool), False))
    for name, column, said in (
        ("seniority", "seniority", frozenset(wishes.seniorities)),
        ("country", "country", frozenset(_holding(words["country"], wishes.country) if wishes.country else ())),
        ("workplace", "workplace", frozenset(wishes.workplaces)),
    ):
        if said:
            found.append(_Judged(name, words[column].among(said), words[column].silent(), wishes.unstated))
    if wishes.visa:
        found.append(_visa(listing, wishes))
    if wishes.company:
        found.append(_company(listing, wishes.company, wishes.unstated))
    if wishes.since:
        found.append(_since(listing, wishes))
    if wishes.pay_floor is not None:
        found.append(_paid(listing, wishes.pay_floor, wishes.currency or "", wishes.unpaid))
    return found


def _holding(column: Coded, country: str) -> Iterator[str]:
    """Values that name the country; a posting with copies in several names all of theirs, and one of no posting."""
    yield country
    yield from (word for word in column.words if country in word.split())


def _visa(listing: Listing, wishes: Wishes) -> _Judged:
    """Silence can be wished for here."""
    column = listing.words["visa"]
    meets = column.among(frozenset(wishes.visa))
    return _Judged("visa", meets, column.silent() & ~meets, wishes.unstated)


def _company(listing: Listing, part: str, lenient: bool) -> _Judged:
    column = listing.words["company"]
    wanted = frozenset(word for word in column.words if part.casefold() in word.casefold())
    return _Judged("company", column.among(wanted), column.codes < 0, lenient)


def _since(listing: Listing, wishes: Wishes) -> _Judged:
    """Where a country is wished for, the dates of the copies there count."""
    posted = listing.numbers["posted"]
    there = listing.words["posted_there"]
    if wishes.country and there.words:
        own = np.array([*(_day_in(word, wishes.country) for word in there.words), None], dtype="datetime64[D]")
        posted = np.where(there.codes < 0, posted, own[there.codes])
    return _Judged("since", posted >= np.datetime64(wishes.since, "D"), np.isnat(posted), wishes.unstated)


def _day_in(dates: str, country: str) -> str | None:
    """From `DE 2026-05-05, FR `."""
    days = dict(each.split(" ", 1) for each in dates.split(", "))
    return days.get(country) or None


def _paid(listing: Listing, floor: float, currency: str, lenient: bool) -> _Judged:
    top = np.fmax(listing.numbers["pay_year_max"], listing.numbers["pay_year_min"])
    silent = np.isnan(top)
    ours = listing.words["pay_currency"].among(frozenset({currency}))
    meets = ours & (np.nan_to_num(top, nan=-1.0) >= floor)
    return _Judged("pay", meets, silent, lenient, ~silent & ~ours)
