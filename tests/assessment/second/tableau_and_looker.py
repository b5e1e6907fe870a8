"""Second solvers: Tableau and Looker, by SQL on tables made for it and by going through rows."""

import sqlite3
from bisect import bisect_right

import numpy as np


def asked(query, **tables):
    """The first value of a query over tables given as rows."""
    base = sqlite3.connect(":memory:")
    for name, rows in tables.items():
        columns = ", ".join(f"c{i}" for i in range(len(rows[0])))
        base.execute(f"create table {name} ({columns})")
        base.executemany(f"insert into {name} values ({', '.join('?' * len(rows[0]))})", rows)
    return base.execute(query).fetchone()[0]


def orders_and_items(a, k, b):
    return {"orders": [(1, a), (2, b)], "items": [(1, i) for i in range(k)] + [(2, 0)]}


SECOND = {
    "tb-running-total": lambda a, b, c: np.cumsum([a, b, c])[2],
    "tb-customers-counted-once": lambda x, y: asked(
        "select count(distinct c0) from t", t=[(name,) for name in ("Ana", "Ben", "Ana", "Cem", x, y)]
    ),
    "tb-ratio-of-sums": lambda a, s, b, t: asked("select 100.0 * sum(c0) / sum(c1) from t", t=[(a, s), (b, t)]),
    "tb-sum-of-ratios": lambda a, s, b, t: asked("select 100 * sum(1.0 * c0 / c1) from t", t=[(a, s), (b, t)]),
    "tb-average-over-rows": lambda n, x, m, y: asked("select avg(c0) from t", t=[(x,)] * n + [(y,)] * m),
    "tb-fixed-to-a-region": lambda a, b, c: asked(
        "select sum(c2) over (partition by c0) from t order by c1",
        t=[("north", "A", a), ("north", "B", b), ("south", "C", c)],
    ),
    "tb-fixed-under-a-filter": lambda a, b: asked(
        "select fixed from (select c1, sum(c2) over (partition by c0) fixed from t) where c1 <> 'B'",
        t=[("north", "A", a), ("north", "B", b)],
    ),
    "lk-count-with-a-filter": lambda n, r, c: asked(
        "select count(*) from t where c0 in ('returned', 'cancelled')",
        t=[("complete",)] * n + [("returned",)] * r + [("cancelled",)] * c,
    ),
    "lk-order-in-a-tier": lambda x, y: [
        bisect_right([0, 10, 20, 50], each) for each in (4, 10, x, 20, y, 35, 50)
    ].count(3),
    "lk-ratio-in-the-total": lambda a, s, b, t: asked("select 100.0 * sum(c0) / sum(c1) from t", t=[(a, s), (b, t)]),
    "lk-total-over-a-join": lambda a, k, b: asked(
        "select sum(c1) from (select distinct orders.c0, orders.c1 from orders join items on orders.c0 = items.c0)",
        **orders_and_items(a, k, b),
    ),
    "lk-join-declared-wrongly": lambda a, k, b: asked(
        "select sum(orders.c1) from orders join items on orders.c0 = items.c0", **orders_and_items(a, k, b)
    ),
}
