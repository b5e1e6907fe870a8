"""Mark an answer: read what was typed as a number, a line, an order, a query or text; name the misconception."""

import math
import re
from collections.abc import Mapping

from headway.assessment.model import DONT_KNOW, SKIP, Marked, Question
from headway.assessment.precision import near
from headway.assessment.tables import QueryFailed, same_answer
from headway.knowledge.items import Database

DONT_KNOWS = frozenset(
    {DONT_KNOW, "i do not know", "i don't know", "i don’t know", "i dont know", "don't know", "dont know", "idk"}
)
SKIPS = frozenset({SKIP, "skip"})
MOST_TYPED = 2000
"""Characters of an answer that are looked at."""
_NUMBER = re.compile(r"[-+]?(?:\d[\d,_ ]*\d|\d)?(?:\.\d*)?(?:e[-+]?\d+)?", re.IGNORECASE)
_LONGEST_PLACE = 9
"""Digits of the number of a line or an option."""
_POWER = re.compile(r"\s*[x×*]\s*10\s*(?:\^|\*\*)\s*\(?([-+]?\d+)\)?", re.IGNORECASE)


def mark(question: Question, text: str, databases: Mapping[str, Database], *, ordered: bool = False) -> Marked | None:
    """None where what was typed cannot be read as this kind of answer: ask again, it is not a wrong answer."""
    said = text.strip()
    if said.casefold() in DONT_KNOWS:
        return Marked("dont-know")
    if said.casefold() in SKIPS:
        return Marked("skipped")
    if not said:
        return None
    if question.kind == "query":
        return _query(question, said, databases[question.topic], ordered)
    if len(said) > MOST_TYPED:
        return None
    if question.kind == "number":
        return _number(question, said)
    if question.kind == "output":
        return _text(question, said)
    return _places(question, said)


def _number(question: Question, said: str) -> Marked | None:
    given = read_number(said, question.unit)
    if given is None:
        return None
    assert isinstance(question.answer, float)
    how = question.tolerance, question.decimals
    if near(given, question.answer, *how):
        return Marked("right")
    held = [name for name, slip in question.slips.items() if near(given, float(str(slip)), *how)]
    return Marked("wrong", held[0] if held else "")


def read_number(text: str, unit: str = "") -> float | None:
    """A number as people write it: 0.05, 5e-2, 1/20, 5 %, 1,200, 3 x 10^4, with or without its unit. Else None.

    A per cent sign divides by 100 unless the answer is asked for in per cent.
    """
    said = text.strip().replace("−", "-").replace("≈", "").replace("=", "").strip()
    if unit and unit != "%" and said.casefold().endswith(unit.casefold()):
        said = said[: -len(unit)].strip()
    scale = 1.0
    if said.endswith("%"):
        said, scale = said[:-1].strip(), 1.0 if unit in ("%", "per cent", "percentage points") else 0.01
    try:
        if power := _POWER.search(said):
            said, scale = said[: power.start()].strip(), scale * 10.0 ** int(power[1])
        if "/" in said:
            above, below = (part.strip() for part in said.split("/"))
            value = float(_digits(above)) / float(_digits(below)) * scale
        else:
            value = float(_digits(said)) * scale
        return value if math.isfinite(value) else None
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def _digits(text: str) -> str:
    """Without what parts thousands; "0,125" parts none, and may be an eighth or a slip of the hand."""
    if re.match(r"[-+]?0\d*[,_ ]", text):
        raise ValueError(text)
    if not text or _NUMBER.fullmatch(text) is None or not re.search(r"\d", text):
        raise ValueError(text)
    return re.sub(r"(?<=\d)[,_ ](?=\d{3}(?!\d))", "", text)


def plain(text: str) -> str:
    """Printed text as it is compared: quotes alike, space around brackets and commas and at line ends ignored."""
    lines = [re.sub(r"\s+", " ", line).strip() for line in text.replace('"', "'").strip().splitlines()]
    joined = "\n".join(line for line in lines if line)
    return re.sub(r"\s*([\[\](){},:])\s*", r"\1", joined)


def _text(question: Question, said: str) -> Marked:
    given = _alike(said)
    if given == _alike(str(question.answer)):
        return Marked("right")
    held = [name for name, slip in question.slips.items() if given == _alike(str(slip))]
    return Marked("wrong", held[0] if held else "")


def _alike(text: str) -> str:
    """One line may be typed for several, with / between them; a bare text may come with its quotes."""
    given = plain(text.replace(" / ", "\n"))
    if len(given) > 1 and given[0] == given[-1] == "'" and given.count("'") == 2:
        given = given[1:-1]
    return re.sub(r"(?<![\w.])(-?\d+\.\d*?)0+(?!\d)", lambda m: m[1] + ("0" if m[1].endswith(".") else ""), given)


def _places(question: Question, said: str) -> Marked | None:
    """Options, lines and orders: whole numbers."""
    words = re.findall(r"\d+", said)
    if re.sub(r"[\d\s,.;()>-]|line|option|step", "", said, flags=re.IGNORECASE) or not words:
        return None
    if any(len(word) > _LONGEST_PLACE for word in words):
        return None
    numbers = tuple(int(word) for word in words)
    if question.kind == "order":
        if sorted(numbers) != list(range(1, len(question.options) + 1)):
            return None
        return Marked("right" if numbers == question.answer else "wrong")
    most = len(question.options) if question.kind == "choice" else len(question.code.splitlines())
    if len(numbers) != 1 or not 1 <= numbers[0] <= most:
        return None
    if numbers[0] == question.answer:
        return Marked("right")
    return Marked("wrong", next((name for name, slip in question.slips.items() if slip == numbers[0]), ""))


def _query(question: Question, said: str, database: Database, ordered: bool) -> Marked:
    try:
        if same_answer(database, said, str(question.answer), ordered=ordered):
            return Marked("right")
    except QueryFailed as failed:
        return Marked("wrong", note=f"Your last answer counts as wrong. {failed.message}")
    return Marked("wrong", _held(question, said, database, ordered))


def _held(question: Question, said: str, database: Database, ordered: bool) -> str:
    """The misconception whose query gives the same rows."""
    return next(
        (n for n, slip in question.slips.items() if same_answer(database, said, str(slip), ordered=ordered)), ""
    )
