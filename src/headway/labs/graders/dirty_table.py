"""Lab 2: a clean table is drawn, then dirtied; the code must find the clean one again."""

import math
from typing import Any

import numpy as np

from headway.labs.ask import Ask, close
from headway.labs.model import Wrong
from headway.labs.practice import columns_of, csv_of

CITIES = ("New York", "Berlin", "Sao Paulo", "Nairobi", "Lima", "San Jose", "Oslo", "Kuala Lumpur", "Porto", "Accra")
GAPS = ("", "  ", "-", "n/a", "NA", " n/a ")
EDGES = (0, 120)
"""Ages at the ends of what can be: in every table."""
KEYS = ("id", "city", "age", "joined", "spent")
Row = dict[str, Any]


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    truth, rows, first = draw(dice)
    cleaned, after = ask.with_arguments("clean", rows)
    found = _table(cleaned)
    _same_rows(found, truth, first)
    ask.holds("each id is there once, with its last row, in order")
    for number, (row, wanted) in enumerate(zip(found, truth, strict=True)):
        _cells(row, wanted, impossible=_impossible(number))
    ask.holds("every cell is right")
    if after != [rows]:
        raise Wrong("input-changed")
    ask.holds("the rows handed in are left as they were")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """A table to work on, dirty and as it should come out."""
    truth, rows, _ = draw(dice)
    return {"customers.csv": csv_of(columns_of(rows)), "clean.csv": csv_of(columns_of(truth))}


def draw(dice: np.random.Generator) -> tuple[list[Row], list[dict[str, str]], list[Row]]:
    """The clean table, the dirty one, and what the table would be with the first row of each id."""
    size = int(dice.integers(40, 60))
    ids = sorted(int(n) for n in dice.permutation(np.arange(5, 900))[:size])
    truth = [_person(dice, id_, n) for n, id_ in enumerate(ids)]
    for row, age in zip([row for row in truth if row["age"] is not None], EDGES, strict=False):
        row["age"] = age
    earlier = {row["id"]: _person(dice, row["id"], 0) for row in truth[::4]}
    latest = [(row, _dirty(dice, row, n)) for n, row in enumerate(truth)]
    dirty = [_dirty(dice, row, n) for n, row in enumerate(earlier.values())]
    dirty += [latest[i][1] for i in dice.permutation(size)]
    nobody = [{**_dirty(dice, truth[0], 0), "id": gap} for gap in GAPS[:4]]
    for row in nobody:
        dirty.insert(int(dice.integers(0, len(dirty))), row)
    return truth, dirty, [earlier.get(row["id"], row) for row in truth]


def _person(dice: np.random.Generator, id_: int, number: int) -> Row:
    """Every case occurs in every table: dates whose day could be a month, thousands, gaps, the old, the impossible."""
    month, day = int(dice.integers(1, 13)), int(dice.integers(1, 13))
    if day == month:
        day = day % 12 + 1
    spent = round(float(dice.uniform(1000, 90000)) if number % 3 == 0 else float(dice.uniform(1, 999)), 2)
    gap = number % 7
    return {
        "id": id_,
        "city": None if gap == 1 else str(dice.choice(CITIES)),
        "age": None
        if gap in (2, 5)
        else 66 + int(dice.integers(0, 54))
        if number % 5 == 0
        else int(dice.integers(0, 65)),
        "joined": None if gap == 3 else f"{int(dice.integers(2015, 2027))}-{month:02d}-{day:02d}",
        "spent": None if gap == 4 else spent,
    }


def _impossible(number: int) -> bool:
    """Whether this row of the clean table was given an age that cannot be."""
    return number % 7 == 5


def _dirty(dice: np.random.Generator, row: Row, number: int) -> dict[str, str]:
    gap = str(dice.choice(GAPS))
    joined = row["joined"]
    if joined is not None and number % 2 == 0:
        joined = "/".join(reversed(joined.split("-")))
    age = str(row["age"]) if row["age"] is not None else gap
    if _impossible(number):
        age = ("-1", "121", "999", "-40")[number // 7 % 4]
    return {
        "id": f" {row['id']}" if number % 6 == 0 else str(row["id"]),
        "city": gap if row["city"] is None else _spelled(dice, row["city"], number),
        "age": age,
        "joined": gap if joined is None else f" {joined}",
        "spent": gap
        if row["spent"] is None
        else ("{}", "${}", "{} €", " {}")[number % 4].format(f"{row['spent']:,.2f}"),
    }


def _spelled(dice: np.random.Generator, city: str, number: int) -> str:
    written = (city.upper(), city.lower(), city, city.replace(" ", "   "))[number % 4]
    return " " * int(dice.integers(0, 3)) + written + " " * int(dice.integers(0, 2))


def _table(found: Any) -> list[Row]:
    if not isinstance(found, list) or not all(isinstance(row, dict) and set(row) == set(KEYS) for row in found):
        raise Wrong("wrong-shape", f"clean gives a list of dicts with the keys {', '.join(KEYS)}.")
    return found


def _same_rows(found: list[Row], truth: list[Row], first: list[Row]) -> None:
    ids, wanted = [row["id"] for row in found], [row["id"] for row in truth]
    if None in ids or not all(isinstance(id_, int) and not isinstance(id_, bool) for id_ in ids):
        raise Wrong(
            "no-id-kept" if any(id_ in (None, "", "-") for id_ in ids) else "wrong-shape", "An id is a whole number."
        )
    if len(set(ids)) < len(ids):
        raise Wrong("doubled")
    if set(ids) != set(wanted):
        raise Wrong("rows-dropped")
    if ids != wanted:
        raise Wrong("order-off")
    if all(row["spent"] == other["spent"] for row, other in zip(found, first, strict=True)) and first != truth:
        raise Wrong("kept-first")


def _cells(row: Row, wanted: Row, *, impossible: bool) -> None:
    for key in ("city", "age", "joined", "spent"):
        if isinstance(row[key], float) and math.isnan(row[key]):
            raise Wrong("nan-left", f"Row {wanted['id']}, {key}.")
        if wanted[key] is None and row[key] is not None:
            known = key == "age" and isinstance(row[key], int) and impossible
            raise Wrong("impossible-kept" if known else "gaps-filled", f"Row {wanted['id']}, {key}.")
    if row["age"] != wanted["age"]:
        raise Wrong("possible-lost" if row["age"] is None else "wrong-shape", f"Row {wanted['id']}, age.")
    if row["city"] != wanted["city"]:
        raise Wrong("city-off", f"Row {wanted['id']}.")
    if row["joined"] != wanted["joined"]:
        raise Wrong("day-month" if _swapped(row["joined"], wanted["joined"]) else "date-off", f"Row {wanted['id']}.")
    if wanted["spent"] is not None:
        _amount(row["spent"], wanted)


def _swapped(found: Any, wanted: str) -> bool:
    year, month, day = wanted.split("-")
    return bool(found == f"{year}-{day}-{month}")


def _amount(found: Any, wanted: Row) -> None:
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise Wrong("amount-off", f"Row {wanted['id']}: it is no number but a {type(found).__name__}.")
    if not close(found, wanted["spent"], 1e-9):
        off = wanted["spent"] >= 1000 and found < 1000
        raise Wrong("amount-scale" if off else "amount-off", f"Row {wanted['id']}.")
