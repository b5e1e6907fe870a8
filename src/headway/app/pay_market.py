"""The pay that imported postings state, for a role or for all; absent where nothing is imported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from headway.app.context import Context
from headway.app.market_room import filled_store, folder_of
from headway.errors import MissingExtra, NothingImported

if TYPE_CHECKING:
    from headway.pay.stated import Offer, StatedPay

    Placed = tuple[Offer, str | None, list[str]]

NOTHING = "No postings are imported, so the market's own stated pay is not known (headway market import FILE)."


class MarketPay(msgspec.Struct, frozen=True, kw_only=True):
    """postings: distinct ones of the role in these places; stating: those that state pay; share: of them. invented: of
    the bundled example."""

    postings: int
    stating: int
    share: float
    invented: int
    groups: "tuple[StatedPay, ...]"


class MarketOffers:
    """The distinct postings of some roles, read from the market once. note: why there are none."""

    def __init__(self, context: Context, roles: Sequence[str]) -> None:
        self._offers, self.note = _offers_of(context, roles)

    def pay(
        self, role: str, seniority: str, country: str | None, workplace: str | None
    ) -> tuple[MarketPay | None, str]:
        """What postings of the role state, or why there is nothing."""
        if self._offers is None:
            return None, self.note
        from headway.pay.stated import stated_pay

        here = [
            msgspec.structs.replace(offer, country=country) if country else offer
            for offer, family, countries in self._offers
            if role in (offer.role, family)
            and (country is None or country in countries)
            and (workplace is None or offer.workplace == workplace)
        ]
        if not here:
            where = f" in {country}" if country else ""
            how = f" that are {workplace}" if workplace else ""
            return None, f"None of the imported postings{how} is for this role{where}."
        stating = _with_pay(here)
        return MarketPay(
            postings=len(here),
            stating=len(stating),
            share=round(len(stating) / len(here), 4),
            invented=sum(offer.invented for offer in here),
            groups=stated_pay(stating, seniority),
        ), ""


def _offers_of(
    context: Context, roles: Sequence[str] | None, skills: bool = False
) -> "tuple[list[Placed] | None, str]":
    """Every distinct posting of some roles (None: of any) with its role family and countries; None with the reason
    where there is no market."""
    if not folder_of(context).is_dir():
        return None, NOTHING
    try:
        return _asked(context, None if roles is None else tuple(roles), skills), ""
    except (MissingExtra, NothingImported):
        return None, NOTHING


def _asked(context: Context, roles: tuple[str, ...] | None, skills: bool) -> "list[Placed]":
    if context.ask_aside is None:
        return offers_of(context, roles, skills=skills)
    from headway.pay.stated import Offer

    found = context.ask_aside("stated-pay", roles, skills)["offers"]
    return msgspec.convert(found, list[tuple[Offer, str | None, list[str]]])


def offers_of(context: Context, roles: tuple[str, ...] | None, *, skills: bool = False) -> "list[Placed]":
    """As the market's store has them. Raises MissingExtra, NothingImported."""
    wanted = None if roles is None else list(roles)
    rows = filled_store(context).ask("stated_pay", {"roles": wanted, "skills": skills}).to_pylist()
    return [(_offer(row), row["role"], row["countries"]) for row in rows]


def _offer(row: dict[str, Any]) -> "Offer":
    """country: the only one of the posting; None where it names none or several."""
    from headway.pay.stated import Offer

    stated = row["currency"] is not None
    return Offer(
        currency=row["currency"] or "",
        low=row["low"] if stated else None,
        high=row["high"] if stated else None,
        country=row["countries"][0] if len(row["countries"]) == 1 else None,
        seniority=row["seniority"],
        company=row["company"],
        seen=row["seen"],
        workplace=row["workplace"],
        origin=row["origin"] or "text",
        skills=frozenset(row["skills"] or ()),
        role=row["job"] or row["role"],
        invented=row["invented"],
    )


def _with_pay(offers: "Sequence[Offer]") -> "list[Offer]":
    return [offer for offer in offers if offer.low is not None or offer.high is not None]


def skill_premiums(context: Context, role: str, labels: dict[str, str]) -> dict[str, Any]:
    """Premiums of skills in postings of the role; of all roles together where the role alone has too few."""
    from headway.pay.premium import premiums

    found, scope = None, role
    for asked in (role, None):
        offers, note = _offers_of(context, [asked] if asked else None, skills=True)
        if offers is None:
            return {**msgspec.to_builtins(premiums(())), "scope": role, "note": note, "labels": {}}
        found, scope = premiums([offer for offer, _, _ in offers]), asked or "all roles"
        if found.looked_at:
            break
    assert found is not None
    return {
        **msgspec.to_builtins(found),
        "scope": scope,
        "note": _premium_note(found.looked_at, scope),
        "labels": {row.skill: labels.get(row.skill, row.skill) for row in found.rows},
    }


def _premium_note(looked_at: int, scope: str) -> str:
    if not looked_at:
        return "Too few imported postings state pay: each side of a comparison needs 10 postings of 10 companies."
    together = (
        "" if scope != "all roles" else " This role alone has too few, so all roles are compared, each within itself."
    )
    return f"Association, not cause: postings that name a skill differ in more than that.{together}"
