"""The words a person types for filters on the market, checked once for all its commands."""

import math

import msgspec

from headway.app.context import Context, parse_date
from headway.app.look import role_id
from headway.app.options import country_code, seniority_word
from headway.errors import BadOption, UnknownName
from headway.market.wishes import Wishes

WORKPLACES = ("remote", "hybrid", "onsite")
VISA_WORDS = {"yes": "offered", "no": "refused", "silent": "unstated"}


class JobsWish(msgspec.Struct, frozen=True, kw_only=True):
    """Filters as typed."""

    role: str | None = None
    seniority: tuple[str, ...] = ()
    country: str | None = None
    remote: bool = False
    workplaces: tuple[str, ...] = ()
    visa: tuple[str, ...] = ()
    company: str | None = None
    since: str | None = None
    pay_floor: float | None = None
    currency: str | None = None
    include_unpaid: bool = False
    include_unstated: bool = False


def wishes_of(context: Context, typed: JobsWish) -> Wishes:
    """The wishes. Raises BadOption, UnknownName."""
    if typed.remote and set(typed.workplaces) - {"remote"}:
        raise BadOption(f"--remote and --workplace {typed.workplaces[0]} contradict each other.", "Give one.")
    if typed.pay_floor is not None and not (math.isfinite(typed.pay_floor) and typed.pay_floor > 0):
        raise BadOption(f"--pay-floor is {typed.pay_floor:g}.", "Give an amount a year, above 0.")
    if typed.pay_floor is not None and typed.currency is None:
        raise BadOption("--pay-floor needs a currency.", "For example --pay-floor 60000 --currency EUR.")
    if typed.company is not None and not typed.company.strip():
        raise BadOption("--company is empty.", "Give a part of the company's name.")
    return Wishes(
        role=_role(context, typed.role),
        seniorities=tuple(seniority_word(word) for word in typed.seniority),
        country=country_code(typed.country),
        workplaces=("remote",) if typed.remote else tuple(_among(w, WORKPLACES, "workplace") for w in typed.workplaces),
        visa=tuple(VISA_WORDS[_among(word, tuple(VISA_WORDS), "visa word")] for word in typed.visa),
        company=typed.company.strip() if typed.company else None,
        since=parse_date(typed.since, "--since") if typed.since else None,
        pay_floor=typed.pay_floor,
        currency=currency_code(typed.currency),
        unpaid=typed.include_unpaid,
        unstated=typed.include_unstated,
    )


def _role(context: Context, word: str | None) -> str | None:
    """A role of the map, or `other`: postings whose title names none."""
    return word if word in ("other", None) else role_id(context, word or "")


def currency_code(word: str | None) -> str | None:
    """Three capitals. Raises BadOption."""
    if word is not None and not (word.isascii() and word.isalpha() and len(word) == 3):
        raise BadOption(f"--currency is '{word}'.", "Write the three-letter code, for example EUR, USD or INR.")
    return word.upper() if word else None


def _among(word: str, allowed: tuple[str, ...], what: str) -> str:
    if word.casefold() not in allowed:
        raise UnknownName(f"There is no {what} '{word}'.", f"Choose one of: {', '.join(allowed)}.")
    return word.casefold()
