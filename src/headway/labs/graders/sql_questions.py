"""Lab 3: queries on a database file made anew; the expected rows are worked out in plain Python."""

import base64
import sqlite3
from collections import defaultdict
from itertools import zip_longest
from typing import Any

import msgspec
import numpy as np

from headway.labs.ask import Ask, OwnError
from headway.labs.model import Wrong
from headway.sandbox.untrusted.model import Failure

COLUMNS = {
    "revenue_by_country": ("country", "revenue"),
    "never_ordered": ("name",),
    "unpaid": ("order id", "cents that are missing"),
    "running_total": ("month", "revenue of that month", "revenue of all months up to it"),
    "active_customers": ("month", "number of customers"),
    "best_product": ("country", "product"),
}
NAMES = tuple(COLUMNS)
NAMED = dict(
    zip(("revenue-off", "never-off", "unpaid-off", "running-off", "active-off", "best-off"), NAMES, strict=True)
)
COUNTRIES = ("Brazil", "Canada", "Chile", "Egypt", "Finland", "Ghana", "India", "Japan", "Kenya", "Norway", "Peru")
PRODUCTS = ("bowl", "chair", "clock", "desk", "lamp", "rug", "shelf", "vase")
CHEAP = "bowl"
FIRST = ("Ada", "Bo", "Chidi", "Dana", "Eli", "Femi", "Gro", "Hana", "Ines", "Jun", "Kofi", "Lars", "Mei", "Noor")
LAST = ("Adler", "Boone", "Costa", "Duarte", "Eriksen", "Farah", "Gill", "Haddad", "Ito", "Jansen", "Khan", "Lund")
Rows = list[list[Any]]


class Shop(msgspec.Struct, frozen=True):
    """The rows of the four tables."""

    customers: list[tuple[int, str, str]]
    orders: list[tuple[int, int | None, str]]
    lines: list[tuple[int, str, int, int]]
    payments: list[tuple[int, int]]


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong, OwnError."""
    shop = draw(dice)
    answers = ask("run", base64.b64encode(file_of(shop)).decode(), list(NAMES))
    found = {name: _rows(answers, name) for name in NAMES}
    _revenue(found["revenue_by_country"], shop)
    _never(found["never_ordered"], shop)
    _unpaid(found["unpaid"], shop)
    _running(found["running_total"], shop)
    _active(found["active_customers"], shop)
    _best(found["best_product"], shop)
    ask.holds("all six answers are right")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """A database to work on."""
    return {"shop.sqlite": file_of(draw(dice))}


def draw(dice: np.random.Generator) -> Shop:
    """A shop: one country never orders, one order in eight is a guest's, payments are none, one or several.

    Two customers who never ordered share a name, some orders are paid twice over, and in one country two products earn
    the same: what is left out of a query by mistake shows.
    """
    countries = [str(c) for c in dice.permutation(COUNTRIES)[:5]]
    names = [f"{a} {b}" for a, b in zip(dice.permutation(FIRST)[:12], dice.permutation(LAST)[:12], strict=True)]
    names[5] = names[0]
    numbers = [int(n) for n in dice.permutation(np.arange(100, 200))[:12]]
    customers = [(numbers[i], names[i], countries[i % 5]) for i in range(12)]
    buyers = [c[0] for c in customers if c[2] != countries[0]][:-1]
    orders: list[tuple[int, int | None, str]] = []
    lines: list[tuple[int, str, int, int]] = []
    payments: list[tuple[int, int]] = []
    prices = {product: int(dice.integers(5, 90)) * 100 for product in PRODUCTS} | {CHEAP: 100}
    for id_ in range(1, 61):
        buyer = None if id_ % 8 == 0 else buyers[id_ % len(buyers)] if id_ < 20 else int(dice.choice(buyers))
        orders.append((id_, buyer, f"2026-{id_ % 6 + 1:02d}-{int(dice.integers(1, 28)):02d}"))
        for product in dice.permutation(PRODUCTS)[: int(dice.integers(1, 4))]:
            lines.append((id_, str(product), int(dice.integers(1, 6)), prices[str(product)]))
        if id_ <= len(buyers):  # many pieces for little money: pieces and revenue name different products
            lines.append((id_, CHEAP, 60, prices[CHEAP]))
    shop = Shop(customers, orders, lines, payments)
    lines.append(_tie(shop, countries[1]))
    due = _amounts(shop)
    for id_, *_ in orders:
        payments += [(id_, part) for part in _parts(dice, due[id_], id_)]
    return shop


def _tie(shop: Shop, country: str) -> tuple[int, str, int, int]:
    """A line that lets another product earn as much in this country as the best one there."""
    sold = _sold(shop)[country]
    best, second = sorted(sold, key=lambda product: (-sold[product], product))[:2]
    places = {id_: where for id_, _, where in shop.customers}
    order = next(id_ for id_, customer, _ in shop.orders if customer is not None and places[customer] == country)
    return order, second, 1, sold[best] - sold[second]


def _parts(dice: np.random.Generator, due: int, id_: int) -> list[int]:
    """Payments of an order: in one or two; one in five pays half, one in ten nothing, one in ten double."""
    if id_ % 10 == 3:
        return []
    paid = due // 2 if id_ % 5 == 0 else 2 * due if id_ % 10 == 7 else due
    cut = int(dice.integers(1, paid))
    return [paid] if id_ % 3 == 0 else [cut, paid - cut]


def file_of(shop: Shop) -> bytes:
    """The database as the bytes of an SQLite file."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL);"
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, day TEXT NOT NULL);"
        "CREATE TABLE lines (order_id INTEGER NOT NULL, product TEXT NOT NULL, quantity INTEGER, price INTEGER);"
        "CREATE TABLE payments (order_id INTEGER NOT NULL, amount INTEGER NOT NULL);"
    )
    connection.executemany("INSERT INTO customers VALUES (?, ?, ?)", shop.customers)
    connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", shop.orders)
    connection.executemany("INSERT INTO lines VALUES (?, ?, ?, ?)", shop.lines)
    connection.executemany("INSERT INTO payments VALUES (?, ?)", shop.payments)
    connection.commit()
    content = bytes(connection.serialize())
    connection.close()
    return content


def _rows(answers: Any, name: str) -> Rows:
    answer = answers.get(name) if isinstance(answers, dict) else None
    if not isinstance(answer, dict):
        raise Wrong("wrong-shape", f"{name} gave nothing.")
    if "error" in answer:
        raise OwnError(Failure("SQL", f"{name}: {answer['error']}"))
    rows = answer.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Wrong("wrong-shape", f"{name} gave no rows.")
    columns = COLUMNS[name]
    if rows and len(rows[0]) != len(columns):
        raise Wrong(
            "wrong-shape",
            f"{name} gave {_counted(len(rows[0]))}. The brief asks for {_counted(len(columns))}: {', '.join(columns)}.",
        )
    return rows


def _counted(columns: int) -> str:
    return "1 column" if columns == 1 else f"{columns} columns"


def _amounts(shop: Shop) -> dict[int, int]:
    due: dict[int, int] = defaultdict(int)
    for order, _, quantity, price in shop.lines:
        due[order] += quantity * price
    return due


def _judge(found: Rows, wanted: Rows, reason: str, **slips: Rows) -> None:
    """Equal, or the slip that explains it. Raises Wrong."""
    if found == wanted:
        return
    for slip, rows in slips.items():
        if found == rows:
            raise Wrong(slip.replace("_", "-"))
    if sorted(map(repr, found)) == sorted(map(repr, wanted)):
        raise Wrong("order-off", f"Look at {NAMED[reason]}.")
    raise Wrong(reason, _differing(found, wanted))


def _differing(found: Rows, wanted: Rows) -> str:
    """The first row that differs, in words: the database is made up and not used again."""
    pairs = zip_longest(found, wanted)
    number, (yours, right) = next((n, pair) for n, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    if right is None:
        return f"It should have {len(wanted)} rows and has {len(found)}."
    return f"Row {number} should be {_row(right)} and is {'missing' if yours is None else _row(yours)}."


def _row(values: list[Any]) -> str:
    """A row as SQLite would show it, cut where it is long."""
    return "(" + ", ".join("NULL" if value is None else repr(value)[:60] for value in values) + ")"


def _revenue(found: Rows, shop: Shop) -> None:
    country, due = {id_: where for id_, _, where in shop.customers}, _amounts(shop)
    total = dict.fromkeys(sorted(country.values()), 0)
    for id_, customer, _ in shop.orders:
        if customer is not None:
            total[country[customer]] += due[id_]
    wanted: Rows = [[name, cents] for name, cents in total.items()]
    _judge(
        found,
        wanted,
        "revenue-off",
        zeros_dropped=[row for row in wanted if row[1]],
        nulls_kept=[[name, cents or None] for name, cents in total.items()],
    )


def _never(found: Rows, shop: Shop) -> None:
    ordered = {customer for _, customer, _ in shop.orders}
    names = sorted(name for id_, name, _ in shop.customers if id_ not in ordered)
    wanted: Rows = [[name] for name in names]
    _judge(found, wanted, "never-off", null_trap=[], namesakes=[[name] for name in sorted(set(names))])


def _unpaid(found: Rows, shop: Shop) -> None:
    due = _amounts(shop)
    paid: dict[int, int] = defaultdict(int)
    lines: dict[int, int] = defaultdict(int)
    pays: dict[int, int] = defaultdict(int)
    for order, amount in shop.payments:
        paid[order] += amount
        pays[order] += 1
    for order, *_ in shop.lines:
        lines[order] += 1
    wanted: Rows = [[o, due[o] - paid[o]] for o in sorted(due) if due[o] > paid[o]]
    many = {o: due[o] * max(pays[o], 1) - paid[o] * lines[o] for o in due}
    _judge(
        found,
        wanted,
        "unpaid-off",
        fan_out=[[o, many[o]] for o in sorted(many) if many[o] > 0],
        no_payment_dropped=[row for row in wanted if pays[row[0]]],
        overpaid=[[o, due[o] - paid[o]] for o in sorted(due) if due[o] != paid[o]],
    )


def _running(found: Rows, shop: Shop) -> None:
    due = _amounts(shop)
    months: dict[str, int] = defaultdict(int)
    for id_, _, day in shop.orders:
        months[day[:7]] += due[id_]
    wanted: Rows = []
    total = 0
    for month in sorted(months):
        total += months[month]
        wanted.append([month, months[month], total])
    known = {id_ for id_, customer, _ in shop.orders if customer is not None}
    own = [
        [month, sum(due[id_] for id_, _, day in shop.orders if id_ in known and day[:7] == month)]
        for month, *_ in wanted
    ]
    named: Rows = [[month, cents, sum(c for _, c in own[: n + 1])] for n, (month, cents) in enumerate(own)]
    _judge(found, wanted, "running-off", not_running=[[m, r, r] for m, r, _ in wanted], guests_dropped=named)


def _active(found: Rows, shop: Shop) -> None:
    who: dict[str, set[int]] = defaultdict(set)
    orders: dict[str, int] = defaultdict(int)
    for _, customer, day in shop.orders:
        if customer is not None:
            who[day[:7]].add(customer)
            orders[day[:7]] += 1
    wanted: Rows = [[month, len(who[month])] for month in sorted(who)]
    _judge(found, wanted, "active-off", not_distinct=[[month, orders[month]] for month in sorted(orders)])


def _best(found: Rows, shop: Shop) -> None:
    sold = _sold(shop)
    best = {c: sorted(p for p in sold[c] if sold[c][p] == max(sold[c].values())) for c in sorted(sold)}
    wanted: Rows = [[c, products[0]] for c, products in best.items()]
    every: Rows = [[c, product] for c, products in best.items() for product in products]
    last: Rows = [[c, products[-1]] for c, products in best.items()]
    told = last if found == last else sorted(every)
    _judge(sorted(found) if len(found) > len(wanted) else found, wanted, "best-off", ties=told)


def _sold(shop: Shop) -> dict[str, dict[str, int]]:
    """Revenue of each product in each country."""
    country = {id_: where for id_, _, where in shop.customers}
    buyer = {id_: customer for id_, customer, _ in shop.orders}
    sold: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for order, product, quantity, price in shop.lines:
        customer = buyer[order]
        if customer is not None:
            sold[country[customer]][product] += quantity * price
    return sold
