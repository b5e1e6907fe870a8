"""The pay a posting states, or nothing. Never a guess: money without a word of pay near it is no pay."""

import re
from functools import cache
from typing import Final

import msgspec

from headway.postings.amounts import Amount, amounts_in
from headway.postings.east import SURE, east_pay, is_east
from headway.postings.lines import Line, Lines
from headway.postings.model import Basis, Pay, Period
from headway.postings.ranks import rank_in_title
from headway.postings.signals import Places
from headway.postings.words import PayWords, any_word, load, matcher

_AFTER_OTHER = re.compile(
    r"\s*(?:in |of |worth of |annual |annually in |target |performance |"
    r"\w+ value of )*(?:equity|stock|options|rsus?|bonus\b(?! \+)|signing|sign-on|relocation|"
    r"stipend|budget|credits?|funding|revenue|arr\b|raised|series|valuation)"
)
_FIGURE = re.compile(r"\W{0,3}\d|\s?[:$€£]")
_UP_TO = re.compile(
    r"(?:up to|maximum(?: of)?|max\.?|as much as|capped at|"
    r"bis zu|bis|jusqu[’']à|hasta|até|fino a|\btot|\bdo|\d\s?(?:-|–|—|to))\s*$"
)
_FROM = re.compile(
    r"(?:from|starting at|starts? at|starting from|at least|minimum(?: of)?|over|upwards of|more than|"
    r"\bab|mindestens|à partir de|desde|a partir de|a partire da|\bda|vanaf|\bod|"
    r"mindest(?:gehalt|entgelt)\b[^\d€]{0,30})\s*$"
)
_ALONE = re.compile(r"[\s\-•*:(|]*(?:up to|from|starting at|circa|approx\.?|approximately)?\s*")
"""Nothing of weight stands before the amount in its line."""
_LABEL = re.compile(
    r"[\s\-•*:(|]*(?:(?:l|ic|level|zone|tier|band|grade|geo|group)\s?(?:\d|[a-d]\b)|usa?|u\.s\.|uk|canada|germany|"
    r"france|spain|poland|india|europe|eu|remote|nyc|new york(?: city)?|sf|san francisco|bay area|seattle|boston|"
    r"austin|london|berlin|paris|toronto|california|colorado|washington|(?:entry|mid|senior|staff|junior|principal)"
    r"(?:[- ]level)?)[\w\s,./&()]{0,30}(?::|-|–|—|\|)\s*"
)
"""A place or a level before a range: one of several statements of pay."""
_SAYS_BASE = re.compile(
    r"\s*(?:base(?! camp)|gross|brutto|brutos?|bruta|bruts?|lord[oiae]|(?:(?:\+|plus|and) )?super(?:annuation)?)\b"
)
"""What right behind one amount says that it is pay."""
_SUPER = re.compile(r"\s*(?:\+|plus|and)?\s?super(?:annuation)?\b")
"""Australia's pension on top: its dollar is meant."""
_EQUITY = re.compile(
    r"[\s\-•*:(]*(?:equity|options|shares)?[\s:]*(?:[\d.,]+\s?%?\s?(?:-|–|—|to)?\s?){1,2}%?[\s,;|•·/&+-]*"
)
"""Shares before the range in its line: `0.2% - 1.0%, $150K - $200K`."""
_ALSO = re.compile(r"[$€£]")
_CODE = re.compile(r"[\s(]{0,3}(usd|cad|aud|sgd|nzd|hkd|us dollars|canadian dollars)\b")


_CROWN = "KR"
"""Stands for a crown as long as its country is not known."""
LONGEST_ABOVE: Final = 90
"""Characters from which on a line is too long to say what the amount below it is."""


class PayStatement(msgspec.Struct, gc=False):
    """One statement of pay and where it stands. rank: the seniority named right before it, if any."""

    pay: Pay
    start: int
    end: int
    rank: str | None
    is_range: bool
    confidence: float


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(any_word(getattr(load(PayWords), name)))


@cache
def _periods() -> tuple[tuple[Period, re.Pattern[str]], ...]:
    periods = load(PayWords).periods
    order: tuple[Period, ...] = ("hour", "day", "month", "year")
    return tuple((each, re.compile(any_word(periods[each]))) for each in order)


def pay_statements(lines: Lines, signals: Places) -> list[PayStatement]:
    """All statements of pay, in order of the text."""
    by_line: dict[int, list[int]] = {}
    for start, _ in signals.get("money", ()):
        by_line.setdefault(lines.index_at(start), []).append(start)
    found: list[PayStatement] = []
    for index, places in by_line.items():
        if index >= 0:
            found += statements_in(lines, lines.lines[index], places, _above(lines, index))
    return found


def statements_in(lines: Lines, line: Line, signs: list[int], above: str) -> list[PayStatement]:
    """Those of one line. signs: where those of a currency stand; above: the short line right above, or nothing."""
    if is_east(lines.low[line.start : line.end]):
        told = list(east_pay(lines.low, line.start, line.end, above))
        if told:
            return [PayStatement(pay, start, end, None, wide, SURE) for pay, start, end, wide in told]
    found: list[PayStatement] = []
    amounts = amounts_in(lines.low, line.start, line.end, signs)
    for number, amount in enumerate(amounts):
        left = amounts[number - 1].end if number else line.start
        statement = _statement(lines, line, amount, left, above)
        if statement is not None:
            found.append(statement)
    return found


def _above(lines: Lines, index: int) -> str:
    """The heading or short line right above a line."""
    before = lines.lines[index - 1] if index else None
    return (
        lines.low[before.start : before.end] if before is not None and before.end - before.start < LONGEST_ABOVE else ""
    )


def _statement(lines: Lines, line: Line, amount: Amount, left: int, above: str) -> PayStatement | None:
    low = lines.low
    before = low[max(left, amount.start - 110) : amount.start]
    after = low[amount.end : min(line.end, amount.end + 50)]
    period = _period(amount, before, after)
    if period is None or _AFTER_OTHER.match(after) or not _plausible(amount, period):
        return None
    if not _is_pay(amount, before, after, above, low[line.start : amount.start], period):
        return None
    basis = _basis(low[max(line.start, amount.start - 60) : amount.start], after)
    low_end: float | None = amount.min
    high_end: float | None = amount.max
    if not amount.is_range:
        low_end = None if _UP_TO.search(before) else low_end  # or the lower end cannot be read
        high_end = None if low_end is not None and (_FROM.search(before) or low[amount.end - 1] == "+") else high_end
    currency, sure = _currency(lines, line, amount, before, after)
    named = rank_in_title(before[-40:]) or rank_in_title(above)
    rank = named[0] if named else None
    return PayStatement(
        Pay(low_end, high_end, currency, period, basis), amount.start, amount.end, rank, amount.is_range, sure
    )


def _period(amount: Amount, before: str, after: str) -> Period | None:
    """As said right at the amount, else right after or before it, else a year when it can be nothing else."""
    for text in (amount.unit, after[:28].split("+")[0], before[-60:]):
        if text:
            for period, words in _periods():
                if words.search(text):
                    return period
    words = load(PayWords)
    unit = words.small_units.get(amount.currency, 1)
    if amount.min >= words.plausible["year"][0] * unit:
        return "year"
    by_month = amount.currency in words.monthly and amount.min >= words.plausible["month"][0] * unit
    return "month" if by_month else None


def _plausible(amount: Amount, period: Period) -> bool:
    words = load(PayWords)
    unit = words.small_units.get(amount.currency, 1)
    least, most = words.plausible[period]
    return least <= amount.min and amount.max <= most * unit and amount.max <= 6 * amount.min


def _is_pay(amount: Amount, before: str, after: str, above: str, whole: str, period: Period) -> bool:
    """Whether words near the amount say that it is pay, and none nearer says something else."""
    on_top = _SUPER.match(after)
    after = after[: next((m.start() for m in _ALSO.finditer(after)), len(after))].split("+")[0]
    says = max((m.end() for m in _words("pay").finditer(before)), default=-1)
    denies = max((m.end() for m in _words("not_pay").finditer(before)), default=-1)
    alone = bool(
        _ALONE.fullmatch(whole)
        or (amount.is_range and (_LABEL.fullmatch(whole[-60:]) or _EQUITY.fullmatch(whole[-60:])))
    ) and bool(_words("pay").search(above) or amount.is_range or amount.unit)
    if amount.is_range:
        large = amount.min >= 15_000 or period in ("hour", "month", "day")
        if denies > says and len(before) - denies < 45:
            return False
        yearly = period == "year" and bool(amount.unit or after.lstrip().startswith("usd"))
        return large and (says >= 0 or alone or yearly or bool(_words("pay").search(whole + after)))
    if on_top or _SAYS_BASE.match(after):
        return True
    if _words("not_pay").search(after) or (denies >= 0 and denies > says - 1 and len(before) - denies < 70):
        return False
    return (says >= 0 and len(before) - says < 60) or (alone and period in ("hour", "day", "year"))


def _basis(before: str, after: str) -> Basis:
    total = [m.end() for m in _words("total").finditer(before)]
    base = [m.end() for m in _words("base").finditer(before)]
    if total and (not base or max(total) > max(base)):
        return "total"
    follows = _words("total").match(after.lstrip(" ("))
    if not base and follows and not _FIGURE.match(after.lstrip(" ("), follows.end()):
        return "total"
    return "base" if base or after.lstrip(" (").startswith("base") else "unstated"


def _currency(lines: Lines, line: Line, amount: Amount, before: str, after: str) -> tuple[str, float]:
    """ISO code, and how sure. A bare dollar is the US one unless the line says otherwise."""
    if amount.currency == _CROWN:
        text = lines.low[line.start : line.end]
        told = [code for code, words in load(PayWords).crown_words.items() if matcher(words).search(text)]
        return (told[0], 0.9) if len(told) == 1 else (_CROWN, 0.7)
    if amount.currency != "$":
        return amount.currency, 0.95
    said = _CODE.match(after) or _CODE.search(before[-12:])
    if said:
        return {"us dollars": "USD", "canadian dollars": "CAD"}.get(said[1], said[1].upper()), 0.95
    if _SUPER.match(after):
        return "AUD", 0.8
    text = lines.low[line.start : amount.start]
    if not re.search(r"\b(?:us|u\.s|usa|united states|new york|san francisco|california)\b", text):
        for code, places in load(PayWords).dollars.items():
            if matcher(places).search(text):
                return code, 0.7
    return "USD", 0.9


def with_crowns(statements: list[PayStatement], country: str | None) -> list[PayStatement]:
    """Those in `kr` in the currency of the country; left out where neither it nor the line tells whose crown it is."""
    code = load(PayWords).crowns.get(country or "")
    kept = []
    for each in statements:
        if each.pay.currency != _CROWN:
            kept.append(each)
        elif code is not None:
            kept.append(msgspec.structs.replace(each, pay=msgspec.structs.replace(each.pay, currency=code)))
    return kept


def main_statement(statements: list[PayStatement], seniority: str) -> PayStatement | None:
    """The statement for this job: base before total, a range before one amount, this seniority, then the first."""
    kept = [each for each in statements if each.pay.basis != "total"] or statements
    kept = [each for each in kept if each.is_range] or kept
    own = [each for each in kept if each.rank == seniority]
    return next(iter(own or kept), None)
