"""How much of the imported market is within reach: today, and when the plan is done."""

from collections.abc import Mapping

import msgspec
import numpy as np

from headway.app.candidate import candidate_of
from headway.app.context import Context
from headway.app.market_detail import details
from headway.app.market_judge import judge_person
from headway.app.market_listing import listing
from headway.app.market_room import NOTHING_IMPORTED, MarketReach, folder_of
from headway.app.market_share import share_within
from headway.app.market_wishes import JobsWish
from headway.app.person import Person
from headway.arrays import Array
from headway.errors import MissingExtra, UnreadableFile
from headway.fit.postings import ranking
from headway.knowledge.model import Role
from headway.market.listing import Listing
from headway.market.manifest import read_manifest
from headway.market.wishes import Wishes, passing
from headway.postings.demands import reach
from headway.values import Json, Level

SHOWN = 3
"""Postings that `headway fit` shows."""


def reach_of_plan(
    context: Context, person: Person, role: Role, after: Mapping[str, Level], confidence: float
) -> MarketReach:
    """Shares of the postings for the role in the person's country. after: levels held when the plan is done.

    Where no posting names the country (or the role), those of all countries (or roles) are counted, and the answer
    says so. The market's own packages are loaded only where something was imported.
    """
    try:
        if not read_manifest(folder_of(context)).segments:
            return MarketReach(None, NOTHING_IMPORTED)
        market = listing(context)
    except (MissingExtra, UnreadableFile) as error:
        return MarketReach(None, str(error))
    who = candidate_of(person, market.demands.skills, confidence)
    now = reach(market.demands, who)
    levels = np.maximum(who.levels, [after.get(skill, 0) for skill in market.demands.skills]).astype(np.int8)
    then = reach(market.demands, msgspec.structs.replace(who, levels=levels))
    role_id, country, among = _counted(market, now.judged, role.id, person.country)
    found = {
        "role": role_id,
        "country": country,
        "now": share_within(market, now.reachable, among),
        "at_end": share_within(market, then.reachable, among),
        "all_now": share_within(market, now.reachable, now.judged),
    }
    return MarketReach(found, _words(found, context, person.country, role))


def _counted(market: Listing, judged: Array, role: str, country: str | None) -> tuple[str | None, str | None, Array]:
    """The narrowest of role and country, role, all that holds a posting."""
    for wishes in (Wishes(role=role, country=country), Wishes(role=role)):
        among = passing(market, wishes).mask & judged
        if among.any():
            return wishes.role, wishes.country, among
    return None, None, judged


def _words(found: Json, context: Context, country: str | None, role: Role) -> str:
    """What was counted, in plain words."""
    if found["role"] is None:
        return f"all postings: none is for {role.label}"
    if found["country"]:
        return f"postings for {role.label} in {country}"
    missing = f", for none is stated to be in {country}" if country else ", for your country is not known"
    return f"postings for {role.label} in all countries{missing}"


def postings_for(context: Context, person: Person, confidence: float) -> Json | None:
    """The share of the whole market within reach and the best few postings; None where none are imported.

    Raises MissingExtra, UnreadableFile.
    """
    if not read_manifest(folder_of(context)).segments:
        return None
    found = judge_person(context, person, JobsWish(), confidence)
    order = ranking(found.fits, found.reach.covered, found.listing.demands.ids, found.fits.ranked)
    return {
        "within_reach": share_within(found.listing, found.reach.reachable, found.reach.judged),
        "ranked": len(order),
        "best": details(context, found, order[:SHOWN]),
    }
