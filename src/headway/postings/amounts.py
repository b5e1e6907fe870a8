"""Amounts and ranges of money as they are written: `$175k-$220k`, `60.000 €`, `20-30$/hour`, `CAD 95,000`."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from headway.postings.words import PayWords, load

_THOUSANDS = re.compile(r"[,.’' ](?=\d{3}(?!\d))|,(?=\d\d,(?:\d\d,)*\d{3}(?!\d))")
"""Also of `18,00,000`, as India writes it."""
_TOO_MUCH = frozenset({"m", "mm", "mn", "bn", "b", "million", "billion", "trillion", "t"})
_BEFORE_SIGN, _AFTER_SIGN, _NEAR = 28, 160, 6
_JOINTS = frozenset({"-", "–", "—", "to", "(mid) —", "(mid) -", "(mid) –"})
_LEAST = re.compile(r"\bmin(?:imum)?\b")
_BETWEEN = re.compile(r"\b(?:tra|fra|entre|tussen)\s(?:[a-z]{0,3}\$|[€£]|eur)?\s?$")
"""Before two amounts with `e` or `en` between them: a range, and not one thing and another."""
_ONLY_AND = re.compile(r"\d[^\d]{0,8}?\s(?:e|en)\s[^\d]{0,6}\d")
_MILLIONS = "million of a small unit"
_SMALL = frozenset({"JPY", "KRW", "HUF", "IDR", "VND"})
"""Money in which pay is told in millions."""
_THOUSANDS_OF = {"mil": "BRL", "tys": "PLN", "tys.": "PLN"}
"""Words for a thousand that mean something else beside other money."""
_AND_MOST = re.compile(r"(?:,|and|,? ?and)? ?(?:a |the |its )?max(?:imum)?\.?:?(?: \w{2,10}){0,2}(?: of| is)?:?")
_SYMBOLS = "$€£₹¥₪₩"
_LAKH = frozenset({"lpa", "lakh", "lakhs"})


class Amount(msgspec.Struct, gc=False):
    """Money in a text; min is max for a single amount. currency: ISO code, or `$` where only that is said.

    unit: what stands right after about the time (`/hour`), "" for nothing.
    """

    start: int
    end: int
    min: float
    max: float
    currency: str
    unit: str
    is_range: bool


@cache
def _pattern() -> re.Pattern[str]:
    words = load(PayWords)
    names = sorted({each for names in words.currencies.values() for each in names} | {"$"}, key=len, reverse=True)
    money = "|".join(
        f"{'(?<![a-z])' if name[0].isalpha() else ''}{re.escape(name)}{'(?![a-z])' if name[-1].isalpha() else ''}"
        for name in names
    )
    unit = "|".join(sorted((re.escape(u) for us in words.periods.values() for u in us), key=len, reverse=True))
    indian = r"\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])"
    number = rf"(?:{indian}|\d{{1,3}}(?:[,.’' ]\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d{{1,2}})?(?![\d,.]*\d))"
    size = r"(?:k|mil|tys\.?|mm|mn|million|bn|billion|trillion|m|b|lpa|lakhs?)(?![a-z])"

    def amount(n: int) -> str:
        return (
            rf"(?P<a{n}>{money})?(?P<b{n}> ?(?:{money}))?\s?(?P<n{n}>(?<![\d.,]){number})(?:\s?(?P<k{n}>{size}))?\+?"
            rf"(?:\s?(?P<c{n}>{money}))?"
        )

    return re.compile(
        rf"{amount(1)}\s?(?P<u1>(?:{unit})(?!\w))?(?:\s?(?:\[[^\]\n]{{0,90}}\]|\((?:min|mid|max|low|high)[a-z]*\)))?"
        rf"(?:\s?(?:-|–|—|‑|~|to|and|und|et|y|e|en|bis|a|à|até|hasta|tot|do|up to)\s?{amount(2)}"
        rf"(?:\s?(?P<u2>(?:{unit})(?!\w)))?)?"
    )


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, names in load(PayWords).currencies.items() for name in names}


def amounts_in(low: str, start: int, end: int, signs: Iterable[int]) -> list[Amount]:
    """Every amount with a currency between two positions, in order. Sums in millions are left out.

    signs: where the signs or codes of a currency stand; nothing further than a few characters from one is looked at.
    """
    found: list[Amount] = []
    done = start
    for sign in signs:
        if sign < done:
            continue
        match = _at(low, max(done, sign - _BEFORE_SIGN), sign, min(end, sign + _AFTER_SIGN))
        if match is not None:
            done = match.end()
            amount = _amount(match, _signs(match))
            if amount is not None and not (found and _goes_on(found, amount, low)):
                found.append(amount)
    return found


def bare_ranges(low: str, start: int, end: int) -> list[Amount]:
    """Ranges without any sign or code between two positions, in order; their currency is `$` and means nothing."""
    found: list[Amount] = []
    done = start
    for number in re.finditer(r"(?<![\w.,$€£₹-])\d", low[start:end]):
        begin = start + number.start()
        match = _pattern().match(low, begin, end) if begin >= done else None
        if match is None or match["n2"] is None:
            continue
        done = match.end()
        if not _signs(match):
            amount = _amount(match, [])
            found += [amount] if amount is not None and amount.is_range else []
    return found


def _at(low: str, left: int, sign: int, right: int) -> re.Match[str] | None:
    """The amount that a sign belongs to: the first, from the left, that reaches it or begins right behind it."""
    for start in range(left, min(sign + _NEAR, right)):
        letter = low[start]
        if start > left and letter.isalnum() and low[start - 1].isalnum():
            continue
        if letter.isalnum() or letter in _SYMBOLS:
            match = _pattern().match(low, start, right)
            if (
                match is not None
                and match.end() > sign
                and (_signs(match) or not _LAKH.isdisjoint(match.group("k1", "k2")))
            ):
                return match
    return None


def _signs(match: re.Match[str]) -> list[str]:
    return [match[group].strip() for group in ("a1", "b1", "c1", "a2", "b2", "c2") if match[group]]


def _goes_on(found: list[Amount], amount: Amount, low: str) -> bool:
    """`$170,700 (min) to $213,400 (mid) to $256,100 (max)` is one range: its last part ends it.

    So is `minimum of $140,000 and a maximum of $200,000`.
    """
    last = found[-1]
    between = low[last.end : amount.start].strip()
    if last.is_range:
        joined = between in _JOINTS
    else:
        joined = bool(_AND_MOST.fullmatch(between) and _LEAST.search(low, max(0, last.start - 40), last.start))
    if not joined or amount.is_range or amount.min < last.max:
        return False
    found[-1] = Amount(last.start, amount.end, last.min, amount.max, last.currency, amount.unit or last.unit, True)
    return True


def _amount(match: re.Match[str], signs: list[str]) -> Amount | None:
    codes = [_codes().get(sign, "$") for sign in signs]
    code = next((each for each in codes if each != "$"), "$")
    sizes = [_size(match["k1"], code), _size(match["k2"], code)]
    if any(size in _TOO_MUCH for size in sizes):
        return None
    if any(size in _LAKH for size in sizes):
        code = "INR"
    first, second = _value(match["n1"]), _value(match["n2"]) if match["n2"] else None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    factor = (
        1_000_000
        if _MILLIONS in sizes
        else 1000
        if "k" in sizes
        else 100_000
        if code == "INR" and any(s in _LAKH for s in sizes)
        else 1
    )
    first = _scaled(first, match["k1"], factor)
    second = _scaled(second, match["k2"], factor) if second is not None and not _apart(match) else None
    unit = (match["u2"] or match["u1"] or ("lpa" if "lpa" in sizes else "")).strip()
    if second is None or second < first:
        end = match.end("u1") if match["u1"] else max(match.end("n1"), match.end("k1"), match.end("c1"))
        return Amount(
            start,
            end if second is not None else match.start() + len(match[0].rstrip()),
            first,
            first,
            code,
            unit,
            False,
        )
    return Amount(start, match.start() + len(match[0].rstrip()), first, second, code, unit, True)


def _size(written: str | None, code: str) -> str | None:
    """The word behind a number as one that we count with: some mean so only in one currency."""
    if written in _THOUSANDS_OF:
        return "k" if _THOUSANDS_OF[written] == code else "m"
    return _MILLIONS if code in _SMALL and written in ("m", "mn", "million") else written


def _apart(match: re.Match[str]) -> bool:
    """Whether two amounts with `e` or `en` between them are one thing and another: no `between` stands before them."""
    return bool(_ONLY_AND.search(match[0])) and not _BETWEEN.search(
        match.string, max(0, match.start() - 14), match.start("n1")
    )


def _scaled(value: float, size: str | None, factor: int) -> float:
    """`175-220k` means both ends; `175k-220,000` means what each says."""
    if factor == 1:
        return value
    return value * factor if size or value < 1000 else value


def _value(text: str) -> float:
    plain = _THOUSANDS.sub("", text)
    return float(plain.replace(",", "."))
