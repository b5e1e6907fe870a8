"""Median stated pay of some postings: a year, one currency, with a 95 % interval where there are enough."""

import numpy as np

from headway.arrays import Array
from headway.market.listing import Listing
from headway.pay.stated import median_between
from headway.values import Json

ENOUGH = 8
"""Below so many stated figures no difference of medians is told."""


class StatedMiddles:
    """The middle of each posting's stated pay in one currency; an open range counts with its one end."""

    def __init__(self, listing: Listing, currency: str | None, among: Array) -> None:
        self.currency = currency or commonest_currency(listing, among)
        low, high = listing.numbers["pay_year_min"], listing.numbers["pay_year_max"]
        middle = (np.fmax(low, high) + np.fmin(low, high)) / 2
        ours = listing.words["pay_currency"].among(frozenset({self.currency} if self.currency else ()))
        self.middle: Array = np.where(ours, middle, np.nan)
        self.company = listing.words["company"].codes

    def median(self, rows: Array) -> Json:
        """Of these rows (indices): median, its interval, and how many state pay in the currency."""
        stated = rows[~np.isnan(self.middle[rows])]
        values = self.middle[stated].tolist()
        codes = self.company[stated]
        companies = len(np.unique(codes[codes >= 0])) + int((codes < 0).sum())
        between = median_between(values, values, companies)
        return {
            "currency": self.currency,
            "n": len(values),
            "median": round(float(np.median(values)), 2) if values else None,
            "low": between[0] if between else None,
            "high": between[1] if between else None,
        }


def added(before: Json, after: Json) -> float | None:
    """Difference of two medians; None where either rests on too few."""
    if min(before["n"], after["n"]) < ENOUGH:
        return None
    return round(float(after["median"] - before["median"]), 2)


def commonest_currency(listing: Listing, among: Array) -> str | None:
    """The currency that most of these postings state pay in; of equals the first by name."""
    column = listing.words["pay_currency"]
    codes = column.codes[among]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.words))
    best = sorted(zip(-counts, column.words, strict=True))
    return best[0][1] if best and best[0][0] < 0 else None
