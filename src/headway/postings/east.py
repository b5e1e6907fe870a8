"""Pay and years in Japanese, Chinese and Korean: `年収 600万円〜900万円`, `月薪 25k-40k`, `3年以上`.

Their numbers count in ten thousands, the currency stands behind them or only in the word of pay, and no blank parts the
words. Money counts only behind a word of pay, years only beside a word of experience in the same sentence.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from headway.postings.model import Pay, Period
from headway.postings.words import EastWords, PayWords, load

SURE: Final = 0.85
_FULL = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **dict.fromkeys(map(ord, "~〜～−－–—至"), "-"),
    **dict.fromkeys(map(ord, "，、"), ","),
    ord("："): ":",
    ord("．"): ".",
    ord("￥"): "¥",
    ord("／"): "/",
    ord("＋"): "+",
    ord("\u3000"): " ",
}
"""Full-width signs as plain ones, one for one, and every dash of a range as a hyphen."""
_EAST = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SIZES: Final = {
    "": 1,
    "万": 10_000,
    "萬": 10_000,
    "만": 10_000,
    "천만": 10_000_000,
    "千": 1000,
    "k": 1000,
    "w": 10_000,
}
_UNITS: Final = {"円": "JPY", "元": "CNY", "원": "KRW", "人民币": "CNY", "人民幣": "CNY", "日元": "JPY"}
_MOST_BEFORE = 24
"""Characters between a word of pay and its amount."""
_BEHIND = 8
_ABOUT = 30
"""Characters around a number of years in which experience must be spoken of."""
_AROUND = 100
"""Characters of a line that are looked at, so that a line of nothing but years takes no time for each pair of them."""
_WIDEST = 6
_SAYS_MONEY = re.compile(r"[¥$,]")
_LARGEST = {"CNY": 7, "JPY": 150, "KRW": 1300, "TWD": 30, "HKD": 8}
"""What a dollar is worth, roughly: an hourly figure is no larger than 700 dollars."""
_END = re.compile(r"[。；;!?！？\n]")
_OPEN_END = re.compile(r"\s?(?:以上|이상|起|-(?!\s?\d)|\+)")
_AT_MOST = re.compile(r"(?:最大|最高|上限|至多|최대)\s?:?\s?$")
_AT_LEAST = re.compile(r"(?:最低|最少|下限|至少|최소)\s?:?\s?$")
_CUT = re.compile(r"[（(、,。・|]")
_OTHER_PERIOD = re.compile(r"[給収薪额額급]")
"""Behind `／月` it is a word of its own: `／月給制`."""
_MARKS = " \t-*•・･●◆■□○◯:"
_ALONE = re.compile(r"\s?(?:以上|以上の方|以上必須|이상|及以上|\+)[\s。.]*")
"""What may stand behind a number of years that is all a line says."""
_UP_TO = re.compile(r"\s?(?:以下|以内|まで|이하|까지)")


@cache
def _amount() -> re.Pattern[str]:
    number = r"\d{1,3}(?:,\d{3})+|\d{1,8}(?:\.\d{1,2})?"
    size = "|".join(sorted(filter(None, _SIZES), key=len, reverse=True))
    unit = "|".join(_UNITS)
    first, second = (rf"(?P<n{n}>{number})\s?(?P<s{n}>{size})?(?P<u{n}>{unit})?" for n in (1, 2))
    return re.compile(rf"(?<![\d.,])(?:(?:¥|nt\$|hk\$)\s?)?{first}(?:\s?(?:-|から)\s?(?:¥\s?)?{second})?(?![\d,]*\d)")


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, getattr(load(EastWords), name))))


@cache
def _pay_words() -> tuple[re.Pattern[str], dict[str, Period | None]]:
    kinds: dict[str, Period | None] = {}
    for period, words in load(EastWords).pay.items():
        kinds.update(dict.fromkeys(words, None if period == "untold" else period))
    return re.compile("|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))), kinds


def is_east(text: str) -> bool:
    """Whether any letter of these languages stands in a text."""
    return _EAST.search(text) is not None


def east_pay(low: str, start: int, end: int, above: str) -> Iterator[tuple[Pay, int, int, bool]]:
    """Pay in one line: what, its place, and whether it is a range. above: the short line right above."""
    line = low[start:end].translate(_FULL)
    pattern, kinds = _pay_words()
    said = [(match.end(), match[0]) for match in pattern.finditer(line)]
    if not said and (headed := pattern.search(above)) and len(above) - headed.end() < _MOST_BEFORE:
        said = [(0, headed[0])]
    if not said:
        return
    for match in _amount().finditer(line):
        word = next(((at, name) for at, name in reversed(said) if at <= match.start()), None)
        if word is None or match.start() - word[0] > _MOST_BEFORE:
            continue
        between, behind = line[word[0] : match.start()], line[match.end() : match.end() + _BEHIND]
        direct = _CUT.split(behind, maxsplit=1)[0]
        if _any("not_pay").search(between) or _any("not_pay").search(direct) or _END.search(between):
            continue
        pay = _pay(match, line, word[1], kinds[word[1]], (between, behind))
        if pay is not None:
            yield pay, start + match.start(), start + match.end(), match["n2"] is not None


def _pay(match: re.Match[str], line: str, word: str, period: Period | None, around: tuple[str, str]) -> Pay | None:
    currency = _currency(match, line, word)
    if currency is None or not (any(match.group("s1", "s2", "u1", "u2")) or _SAYS_MONEY.search(match[0])):
        return None
    low = _value(match["n1"]) * _SIZES[match["s1"] or match["s2"] or ""]
    high = _value(match["n2"]) * _SIZES[match["s2"] or match["s1"] or ""] if match["n2"] else low
    before, behind = around
    period = _told(before, behind) or period or _by_size(low, currency)
    if period is None or not _plausible(low, high, currency, period):
        return None
    least, most = (low, high) if match["n2"] else (low, low)
    if match["n2"] is None and (_OPEN_END.match(behind) or _AT_LEAST.search(before)):
        return Pay(least, None, currency, period, "unstated")
    if match["n2"] is None and (_AT_MOST.search(before) or _UP_TO.match(behind)):
        return Pay(None, most, currency, period, "unstated")
    return Pay(least, most, currency, period, "unstated")


def _currency(match: re.Match[str], line: str, word: str) -> str | None:
    """As its unit says, or another currency named in the line, or that of the language of the word of pay."""
    words: EastWords = load(EastWords)
    near = line[max(0, match.start() - 12) : match.end() + _BEHIND]
    other = next((code for code, names in words.other_money.items() if any(name in near for name in names)), None)
    unit = _UNITS.get(match["u2"] or match["u1"] or "")
    if other is not None or unit is not None:
        return other if other in load(PayWords).small_units or other == "HKD" else unit if other is None else None
    if "萬" in match[0]:
        return None  # dollars of Taiwan or Hong Kong, untold which
    for code, names in (("JPY", words.yen), ("CNY", words.yuan), ("KRW", words.won)):
        if word in names:
            return code if code == "CNY" or {"k", "w"}.isdisjoint(match.group("s1", "s2")) else None
    return None


def _told(before: str, behind: str) -> Period | None:
    """The time that stands right behind an amount, or right before it."""
    words: EastWords = load(EastWords)
    for period, names in words.periods.items():
        for name in names:
            if behind.startswith(name) and not _OTHER_PERIOD.match(behind, len(name)):
                return period
    last = before.rstrip(" :")
    return next((period for period, names in words.periods_before.items() if last.endswith(tuple(names))), None)


def _by_size(low: float, currency: str) -> Period | None:
    words: EastWords = load(EastWords)
    if low >= words.yearly_from.get(currency, float("inf")):
        return "year"
    return "month" if low >= words.monthly_from.get(currency, float("inf")) else None


def _plausible(low: float, high: float, currency: str, period: Period) -> bool:
    words: PayWords = load(PayWords)
    least, most = words.plausible[period]
    unit = _LARGEST.get(currency, 1)
    return 0.3 * least * unit <= low <= high <= min(most * unit, _WIDEST * low)


def _value(text: str) -> float:
    return float(text.replace(",", ""))


@cache
def _years() -> re.Pattern[str]:
    number = r"\d{1,2}|" + "|".join(load(EastWords).numbers)
    return re.compile(
        rf"(?<![\d.])(?P<low>{number})\s?(?:年\s?)?(?:-\s?(?P<high>{number})\s?)?(?:年|년)(?!度|代|間?契約|生)"
    )


def east_years(low: str, start: int, end: int, at: int, *, asked: bool = False) -> tuple[int, int, float] | None:
    """The number of years of work that holds a position in a line: its place, and the least number.

    asked: the line asks for something; then years of which it says nothing else are of work.
    """
    first = max(start, at - _AROUND)
    line = low[first : min(end, at + _AROUND)].translate(_FULL)
    for match in _years().finditer(line):
        if not match.start() <= at - first < match.end():
            continue
        left = max((mark.end() for mark in _END.finditer(line, 0, match.start())), default=0)
        right = next((mark.start() for mark in _END.finditer(line, match.end())), len(line))
        before, behind = line[max(left, match.start() - _ABOUT) : match.start()], line[match.end() : right][:_ABOUT]
        alone = asked and not before.strip(_MARKS) and _ALONE.fullmatch(behind) is not None
        if (alone or _any("experience").search(before + "\n" + match[0] + behind)) and not _any("not_years").search(
            before[-8:] + "\n" + behind[:6]
        ):
            number = load(EastWords).numbers.get(match["low"])
            return first + match.start(), first + match.end(), float(match["low"]) if number is None else float(number)
    return None
