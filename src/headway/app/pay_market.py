"""The pay that imported postings state, for a role or for all; absent where nothing is imported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from headway.app.context import Context
from headway.app.market_room import folder_of, open_store
from headway.errors import MissingExtra

if TYPE_CHECKING:
    from headway.pay.stated import Offer, StatedPay

NOTHING = "No postings are imported, so the market's own stated pay is not known (headway market import FILE)."


class MarketPay(msgspec.Struct, frozen=True, kw_only=True):
    """postings: distinct ones of the role in these places; stating: those that state pay; share: of them. invented: of
    the bundled example."""

    postings: int
    stating: int
    share: float
    invented: int
    groups: "tuple[StatedPay, ...]"


def market_pay(
    context: Context, role: str, seniority: str, country: str | None, workplace: str | None
) -> tuple[MarketPay | None, str]:
    """What postings of the role state, and why there is nothing where there is nothing. Raises UnreadableFile."""
    everyone, note = offers_of(context, role)
    if everyone is None:
        return None, note
    from headway.pay.stated import stated_pay

    here = [
        offer
        for offer in everyone
        if (country is None or offer.country == country) and (workplace is None or offer.workplace == workplace)
    ]
    if not here:
        where = f" in {country}" if country else ""
        how = f" that are {workplace}" if workplace else ""
        return None, f"None of the imported postings{how} is for this role{where}."
    stating = [offer for offer in here if offer.low is not None or offer.high is not None]
    return MarketPay(
        postings=len(here),
        stating=len(stating),
        share=round(len(stating) / len(here), 4),
        invented=sum(offer.invented for offer in here),
        groups=stated_pay(stating, seniority),
    ), ""


def offers_of(context: Context, role: str | None) -> "tuple[list[Offer] | None, str]":
    """Every distinct posting of a role (None: of any); None with the reason where there is no market."""
    if not folder_of(context).is_dir():
        return None, NOTHING
    try:
        store = open_store(context)
    except MissingExtra:
        return None, NOTHING
    if not store.manifest.segments:
        return None, NOTHING
    return [_offer(row) for row in store.ask("stated_pay", {"role": role}).to_pylist()], ""


def _offer(row: dict[str, Any]) -> "Offer":
    from headway.pay.stated import Offer

    stated = row["currency"] is not None
    return Offer(
        currency=row["currency"] or "",
        low=row["low"] if stated else None,
        high=row["high"] if stated else None,
        country=row["country"],
        seniority=row["seniority"],
        company=row["company"],
        seen=row["seen"],
        workplace=row["workplace"],
        origin=row["origin"] or "text",
        skills=frozenset(row["skills"] or ()),
        role=row["job"] or row["role"],
        invented=row["invented"],
    )


def skill_premiums(context: Context, role: str, labels: dict[str, str]) -> dict[str, Any]:
    """Premiums of skills in postings of the role; of all roles together where the role alone has too few."""
    from headway.pay.premium import premiums

    found, scope = None, role
    for asked in (role, None):
        offers, note = offers_of(context, asked)
        if offers is None:
            return {**msgspec.to_builtins(premiums(())), "scope": role, "note": note, "labels": {}}
        found, scope = premiums(_with_pay(offers)), asked or "all roles"
        if found.looked_at:
            break
    assert found is not None
    return {
        **msgspec.to_builtins(found),
        "scope": scope,
        "note": _premium_note(found.looked_at, scope),
        "labels": {row.skill: labels.get(row.skill, row.skill) for row in found.rows},
    }


def _with_pay(offers: "Sequence[Offer]") -> "list[Offer]":
    return [offer for offer in offers if offer.low is not None and offer.high is not None]


def _premium_note(looked_at: int, scope: str) -> str:
    if not looked_at:
        return "Too few imported postings state pay: each side of a comparison needs 10 postings of 10 companies."
    together = (
        "" if scope != "all roles" else " This role alone has too few, so all roles are compared, each within itself."
    )
    return f"Association, not cause: postings that name a skill differ in more than that.{together}"
