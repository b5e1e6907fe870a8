"""Queries on small tables: a database in memory that a query cannot leave, and that stops what runs on."""

import sqlite3
from collections import Counter

from headway.errors import InputProblem
from headway.knowledge.items import Database

MOST_STEPS = 200_000
"""Steps of SQLite's machine; the tables hold some ten rows, so a sound query takes a few hundred."""
MOST_ROWS = 500
MOST_TEXT = 2000
MOST_BYTES = 100_000
"""Of a value: one step of the machine can make a gigabyte of zeros."""
_ALLOWED = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
})  # fmt: skip

Rows = list[tuple[object, ...]]


class QueryFailed(InputProblem):
    """A query could not be run."""


def rows_of(database: Database, query: str, *, hidden: bool) -> Rows:
    """The rows a query gives on the shown or the hidden tables. Raises QueryFailed."""
    if len(query) > MOST_TEXT:
        raise QueryFailed(f"The query is longer than {MOST_TEXT} characters.")
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(database.schema + (database.hidden if hidden else database.shown))
        steps = iter(range(MOST_STEPS // 1000))
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
        rows = connection.execute(query.strip().rstrip(";")).fetchmany(MOST_ROWS + 1)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise QueryFailed(f"The query cannot be run: {_words(error)}.") from None
    finally:
        connection.close()
    if len(rows) > MOST_ROWS:
        raise QueryFailed(f"The query gives more than {MOST_ROWS} rows.")
    return rows


def _words(error: Exception) -> str:
    said = str(error)
    if "interrupted" in said:
        return "it takes too long"
    return "only SELECT is allowed here" if "not authorized" in said else said


def same_answer(database: Database, query: str, solution: str, *, ordered: bool) -> bool:
    """Whether a query gives what the solution gives, on both sets of rows. ordered: the order of rows counts.

    Rows are compared as multisets, numbers to nine digits; column names do not matter. Raises QueryFailed.
    """
    for hidden in (False, True):
        given = [_plain(row) for row in rows_of(database, query, hidden=hidden)]
        right = [_plain(row) for row in rows_of(database, solution, hidden=hidden)]
        if (given != right) if ordered else (Counter(given) != Counter(right)):
            return False
    return True


def _plain(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(float(f"{cell:.9g}") if isinstance(cell, int | float) else cell for cell in row)


def printed(rows: Rows) -> str:
    """Rows as a person types them: cells with commas, a row a line; NULL for nothing."""
    return "\n".join(", ".join("NULL" if cell is None else str(cell) for cell in row) for row in rows)


def pictured(database: Database) -> str:
    """All shown tables as text."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(database.schema + database.shown)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    parts = [_picture(connection, name) for name in names]
    connection.close()
    return "\n".join(parts)


def _picture(connection: sqlite3.Connection, name: str) -> str:
    cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - our own table names
    head = [column[0] for column in cursor.description]
    rows = [["NULL" if cell is None else str(cell) for cell in row] for row in cursor.fetchall()]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    title = "  ".join(cell.ljust(width) for cell, width in zip(head, widths, strict=True)).rstrip()
    return "\n".join([f"{name}:", title, "-" * len(title), *lines, ""])
