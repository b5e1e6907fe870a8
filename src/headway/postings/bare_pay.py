"""A range of pay that names no currency: taken in that of the posting's country, less surely, and said to be so.

Only where the text states no other pay and tells its country, or says a word of pay of one country alone (RAL); only a
range of yearly size, and only with a word of pay right before it, right behind it or in the short line above, so that
counts of users, people or money raised stay out.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from headway.postings.amounts import bare_ranges
from headway.postings.lines import Line, Lines
from headway.postings.model import Pay
from headway.postings.pay import LONGEST_ABOVE, PayStatement
from headway.postings.words import PayWords, any_word, load
from headway.values import Finding

SURE: Final = 0.5
LEAST: Final = 15_000
MOST: Final = 1_000_000
_WIDEST: Final = 3
"""Pay from 100,000 to 200,000 is a range; 10,000 to 100,000 counts something."""
_BEFORE, _BEHIND = 50, 24
_MAY_BE = re.compile(r"\d(?:k| k|\d{2})?\s?(?:-|–|—|to|bis|and|und|et|y)\s?\d")
_ENDS = re.compile(r"\s*(?:[.;,(+|/)]|$|plus\b|and\b|or\b|depending\b|based on\b|dependent\b|je nach\b)")


def currency_of(country: str | None) -> str | None:
    """ISO 4217 of what pay is stated in there; None where we do not know."""
    known: dict[str, str] = load(PayWords).country_currency
    return known.get(country or "")


def country_of_pay(before: str) -> str | None:
    """The country whose own word of pay stands there; None for none."""
    said = _own_words().findall(before)
    return load(PayWords).country_of_pay_word[said[-1]] if said else None


def bare_statements(lines: Lines, currency: str | None) -> list[PayStatement]:
    """Those of a whole text, in order. currency: of its country; None: not known."""
    found: list[PayStatement] = []
    for number, line in enumerate(lines.lines):
        found += bare_in(lines.low, line, above_of(lines.low, lines.lines, number), currency)
    return found


def above_of(low: str, lines: Sequence[Line], number: int) -> str:
    """The short line right above, or nothing."""
    before = lines[number - 1] if number else None
    return low[before.start : before.end] if before and 0 <= before.end - before.start < LONGEST_ABOVE else ""


def bare_in(low: str, line: Line, above: str, currency: str | None) -> Iterator[PayStatement]:
    """Those of one line."""
    if line.section == "legal" or not _MAY_BE.search(low, line.start, line.end):
        return
    for amount in bare_ranges(low, line.start, line.end):
        before = low[max(line.start, amount.start - _BEFORE) : amount.start]
        behind = low[amount.end : min(line.end, amount.end + _BEHIND)]
        code = currency or currency_of(country_of_pay(before))
        if code is None:
            continue
        if amount.min >= LEAST and amount.max <= min(MOST, _WIDEST * amount.min) and _is_pay(before, behind, above):
            pay = Pay(amount.min, amount.max, code, "year", "unstated")
            yield PayStatement(pay, amount.start, amount.end, None, True, SURE)


def _is_pay(before: str, behind: str, above: str) -> bool:
    """Words of pay and none of anything else around a range; behind it nothing that it could count."""
    pay, other = _words()
    if other.search(before) or other.search(behind) or not (_ENDS.match(behind) or _says_pay().match(behind)):
        return False
    own_line = not before.strip(" -*•(")
    offered = _offers().search(before) and _ENDS.match(behind)
    return bool(offered or pay.search(before) or _says_pay().match(behind) or (own_line and pay.search(above)))


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load(PayWords)
    return re.compile(any_word(words.bare_pay)), re.compile(any_word(words.not_pay))


@cache
def _own_words() -> re.Pattern[str]:
    return re.compile(any_word(tuple(load(PayWords).country_of_pay_word)))


@cache
def _offers() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_word(load(PayWords).offers)})(?: (?:you|between|from|a|ihnen|dir|zwischen|entre|de|tussen))*\s*$"
    )


@cache
def _says_pay() -> re.Pattern[str]:
    words = load(PayWords)
    said = any_word([*words.bare_pay, *words.periods["year"]])
    return re.compile(rf"\s*\(?(?:in )?(?:{said})")


def assumed(pay: Pay, quote: str, country: str | None) -> Finding:
    """What says that the currency is ours. country: of the posting; None: a word of pay told it."""
    country = country or next(iter(load(PayWords).country_of_pay_word.values()))
    what = f"The pay names no currency: “{quote}”. {pay.currency} is taken, as pay is stated in it in {country}."
    return Finding("pay-currency-assumed", "note", "pay", what, "The posting's own page may say more.")
