"""Second solvers: reports in Power BI, by keeping the rows that pass."""


def total(a, s, b, t):
    """A row for each unit of sales: profit of it."""
    rows = [a / s] * s + [b / t] * t
    return 100 * sum(rows) / len(rows)


def replaced(a, b, c, d):
    """The filter of the row, with the one on colour put in its place."""
    rows = [("Red", 2023, a), ("Red", 2024, b), ("Blue", 2023, c), ("Blue", 2024, d)]
    context = {"colour": "Blue", "year": 2024} | {"colour": "Red"}
    return sum(x for colour, year, x in rows if colour == context["colour"] and year == context["year"])


SECOND = {
    "pbi-margin-in-the-total": total,
    "pbi-row-by-row": lambda a, p, b, q: sum([p] * a + [q] * b),
    "pbi-red-in-the-row-of-blue": replaced,
    "pbi-year-to-date": lambda a, b, c, d: sum(x for month, x in enumerate([a, b, c, d], 1) if month <= 3),
}
