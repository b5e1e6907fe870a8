"""Solvers: reports in Power BI."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "pbi-margin-in-the-total": Solver(
        lambda a, s, b, t: 100 * (a + b) / (s + t),
        {
            "the mean of the rows": lambda a, s, b, t: 50 * (a / s + b / t),
            "the sum of the rows": lambda a, s, b, t: 100 * (a / s + b / t),
            "the first row": lambda a, s, b, t: 100 * a / s,
        },
    ),
    "pbi-row-by-row": Solver(
        lambda a, p, b, q: a * p + b * q,
        {
            "sums first": lambda a, p, b, q: (a + b) * (p + q),
            "the mean price": lambda a, p, b, q: (a + b) * (p + q) / 2,
            "the last row": lambda a, p, b, q: b * q,
        },
    ),
    "pbi-red-in-the-row-of-blue": Solver(
        lambda a, b, c, d: b,
        {
            "filters are added": lambda a, b, c, d: 0,
            "the row decides": lambda a, b, c, d: d,
            "each filter goes": lambda a, b, c, d: a + b,
            "colours are added": lambda a, b, c, d: b + d,
        },
    ),
    "pbi-year-to-date": Solver(
        lambda a, b, c, d: a + b + c,
        {
            "the month": lambda a, b, c, d: c,
            "the year": lambda a, b, c, d: a + b + c + d,
            "the months before": lambda a, b, c, d: a + b,
        },
    ),
}
