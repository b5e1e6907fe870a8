"""Pay that a feed states in its own fields. Without a period it is kept only where it can be one thing."""

import re
from functools import lru_cache

from headway.market.feeds.fields import folded, number_of, text_of, words
from headway.postings.lines import Lines
from headway.postings.model import Basis, Pay, Period
from headway.postings.pay import main_statement, pay_statements
from headway.postings.read import lowered
from headway.postings.signals import signals_in

_TO = re.compile(r"\s*(?:-|–|—|\bto\b|\bbis\b)\s*")


def pay_of(low: object, high: object, currency: object, period: object, basis: Basis = "unstated") -> Pay | None:
    """A pay range; None without a currency, a period or any amount. Weeks become years, half months months."""
    code = _currency(currency)
    stated = period_of(period) if text_of(period) else None
    parted = stated is None or stated[0] not in ("hour", "day")
    least, most = number_of(low, parted), number_of(high, parted)
    if code is None or (least is None and most is None):
        return None
    known = stated if text_of(period) else _by_amount(least or most or 0, code)
    if known is None:
        return None
    kept, times = known
    ends = sorted(end * times for end in (least, most) if end is not None)
    if least is None or most is None:
        return Pay(None if least is None else ends[0], None if most is None else ends[0], code, kept, basis)
    return Pay(ends[0], ends[1], code, kept, basis)


def _currency(value: object) -> str | None:
    """`usd`, `€`; `$` is that of many countries."""
    said = value.strip() if isinstance(value, str) else ""
    code = words().signs.get(said, said.upper())
    return code if re.fullmatch(r"[A-Z]{3}", code) else None


def ends_of(amount: object) -> tuple[object, object]:
    """The two ends of one amount; of `100000 - 120000` the first and the last."""
    parts = _TO.split(amount) if isinstance(amount, str) else ()
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0].strip() else (amount, amount)


def period_of(value: object) -> tuple[Period, float] | None:
    """The period we keep, and how often the stated one goes into it."""
    word = folded(text_of(value) or "")
    for period, names in words().periods.items():
        if word in names:
            return period, names[word]
    return None


def titled_period(title: object) -> Period | None:
    """The period that the title of a pay range names: `Hourly pay range`."""
    low = (text_of(title) or "").casefold()
    for period, names in words().titled.items():
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low) for name in names):
            return period
    return None


def _by_amount(amount: float, currency: str) -> tuple[Period, float] | None:
    if currency not in words().dollar_like:
        return None
    if amount >= words().least_a_year:
        return "year", 1
    return ("hour", 1) if amount <= words().most_an_hour else None


def together(stated: list[Pay]) -> Pay | None:
    """From the lowest to the highest of several; None where there is none, or they differ in currency or period."""
    if len({(each.currency, each.period) for each in stated}) != 1:
        return None
    lows = [each.min for each in stated if each.min is not None]
    highs = [each.max for each in stated if each.max is not None]
    first = stated[0]
    return Pay(min(lows, default=None), max(highs, default=None), first.currency, first.period, first.basis)


def written_pay(text: object) -> Pay | None:
    """Pay written out in a field: `$120K - $150K`, `€60,000 a year`; read like a posting's line about pay."""
    written = text_of(text)
    return _read(written) if written is not None else None


@lru_cache(maxsize=4096)
def _read(written: str) -> Pay | None:
    low = lowered(f"Salary: {written}")
    statement = main_statement(pay_statements(Lines(low, low), signals_in(low)), "unstated")
    return statement.pay if statement else None
