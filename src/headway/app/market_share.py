"""The share of the market within reach, with its interval and what must be said of it."""

import numpy as np

from headway.arrays import Array
from headway.market.listing import Listing
from headway.market.proportions import shares
from headway.market.scope import FEW_COMPANIES, FEW_POSTINGS
from headway.values import Json


def share_within(listing: Listing, reachable: Array, among: Array) -> Json:
    """reachable of the postings `among`, a 95 % interval that knows that one company's postings are alike.

    share, low, high: None where there is no posting.
    """
    n = int(among.sum())
    codes = listing.words["company"].codes[among].astype(np.int64)
    own = np.flatnonzero(codes < 0)
    codes[own] = len(listing.words["company"].words) + np.arange(len(own))
    clusters, place = np.unique(codes, return_inverse=True)
    sizes = np.bincount(place, minlength=len(clusters))
    named = np.bincount(place, reachable[among].astype(float), len(clusters))[:, None]
    found = shares(named, sizes) if n else None
    return {
        "reachable": int((reachable & among).sum()),
        "postings": n,
        "companies": len(clusters),
        "share": None if found is None else round(float(found.share[0]), 4),
        "low": None if found is None else round(float(found.low[0]), 4),
        "high": None if found is None else round(float(found.high[0]), 4),
        "small_sample": n < FEW_POSTINGS or len(clusters) < FEW_COMPANIES,
        "invented": listing.invented,
    }
