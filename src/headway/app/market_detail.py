"""The postings that are shown, each with what it asks, what of it is met, who says so, and the line it stands in."""

from typing import Any

import numpy as np

from headway.app.context import Context
from headway.app.market_judge import Judged
from headway.app.market_reasons import degree_reason, requirement_rows, years_reason
from headway.app.market_room import filled_store
from headway.postings.titles import Titles
from headway.values import Json


def details(context: Context, found: Judged, rows: np.ndarray[Any, np.dtype[Any]]) -> list[Json]:
    """One for each row of the listing, in that order."""
    if not len(rows):
        return []
    ids = [found.listing.demands.ids[row] for row in rows]
    kept = {row["id"]: row for row in filled_store(context).ask_about("detail", ids).to_pylist()}
    readers = context.finder, Titles(context.knowledge.roles)
    held = found.person.belief.all()
    return [
        {**_facts(context, kept[id_], found.wishes.country), **_scores(found, row)}
        | {"requirements": requirement_rows(context, kept[id_], held, found, readers)}
        for id_, row in zip(ids, rows.tolist(), strict=True)
    ]


def _facts(context: Context, kept: Json, country: str | None) -> Json:
    """What the posting says of itself; null: it does not say. country: only its copies there are told."""
    there = _there(kept, country)
    posted, first = there["last_posted"], there["first_posted"]
    return {
        "id": kept["id"],
        "title": kept["title"],
        "company": kept["company"],
        "url": kept["url"],
        "locations": there["places"],
        "countries": there["countries"],
        "workplace": kept["workplace"],
        "workplace_limits": kept["workplace_limits"],
        "role": kept["role"],
        "seniority": kept["seniority"],
        "visa": kept["visa"] or "unstated",
        "pay": _pay(kept),
        "language": kept["language"],
        "invented": kept["invented"],
        "posted": posted.isoformat() if posted else None,
        "closes": kept["closes"].isoformat() if kept["closes"] else None,
        "closed": kept["closes"] is not None and kept["closes"] < context.today,
        "first_posted": first.isoformat() if first else None,
        "age_days": (context.today - first).days if first else None,
        "copies": there["copies"],
        "copies_elsewhere": kept["copies"] - there["copies"],
        "reposts": there["reposts"],
        "findings": kept["findings"],
    }


def _there(kept: Json, country: str | None) -> Json:
    """The copies in the country wished for; all of them where none is, or where no copy is said to be there."""
    parts = [part for part in kept["parts"] or () if country is not None and part["country"] == country]
    told = parts[0] if parts else kept
    countries = [country] if parts else sorted(set(kept["countries"] or []))
    names = ("copies", "first_posted", "last_posted", "reposts")
    return {name: told[name] for name in names} | {"places": told["places"] or [], "countries": countries}


def _pay(kept: Json) -> Json | None:
    """As stated, and a year; None where nothing is stated."""
    if kept["pay_currency"] is None:
        return None
    names = ("min", "max", "currency", "period", "basis", "from", "year_min", "year_max")
    return {name: kept[f"pay_{name}"] for name in names}


def _scores(found: Judged, row: int) -> Json:
    fits, reach, demands = found.fits, found.reach, found.listing.demands
    years, degree = float(demands.min_years[row]), int(demands.degree[row])
    return {
        "score": float(fits.score[row]),
        "score_parts": {name: round(float(getattr(fits, name)[row]), 3) for name in ("skills", "years", "degree")},
        "reachable": bool(reach.reachable[row]),
        "required_covered": int(reach.covered[row]),
        "required": int(reach.wanted[row]),
        "years": years_reason(years, found.who, bool(reach.years_ok[row])),
        "degree": degree_reason(degree, bool(demands.equivalent_ok[row]), found.who, bool(reach.degree_ok[row])),
    }
