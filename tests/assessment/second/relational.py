"""Second solvers: relational databases, by a real one and by the calendar."""

import sqlite3
from datetime import date


def joined(n, k, p):
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE customers (id)")
        db.execute("CREATE TABLE orders (customer)")
        db.executemany("INSERT INTO customers VALUES (?)", [(i,) for i in range(n)])
        db.executemany("INSERT INTO orders VALUES (?)", [(i,) for i in range(k) for _ in range(p)])
        return db.execute("SELECT COUNT(*) FROM customers LEFT JOIN orders ON customer = id").fetchone()[0]


def balance(a, x, y):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE account (amount)")
    db.execute("INSERT INTO account VALUES (?)", (a,))
    db.commit()
    db.execute("UPDATE account SET amount = amount - ?", (x,))
    db.rollback()
    db.execute("UPDATE account SET amount = amount - ?", (y,))
    db.commit()
    left = db.execute("SELECT amount FROM account").fetchone()[0]
    db.close()
    return left


SECOND = {
    "rd-rows-of-a-left-join": joined,
    "rd-after-a-rollback": balance,
    "dd-rows-of-a-calendar": lambda a, b: (date(b + 1, 1, 1) - date(a, 1, 1)).days,
    "dd-rows-of-a-snapshot": lambda n, t, m: len([(account, month) for account in range(n) for month in range(m)]),
}
