"""The market plan as one self-contained HTML file without scripts."""

from headway.publish.market_chart import market_chart
from headway.publish.template import Filter, drawn
from headway.values import Json

FILTERS: dict[str, Filter] = {"percent": lambda value: f"{100 * value:.1f} %", "count": lambda value: f"{value:g}"}
"""Gaps and shares of a search are told to a tenth."""


def market_report(answer: Json) -> bytes:
    """The page as UTF-8; the same answer gives the same bytes."""
    best = max(answer["comparison"], key=lambda row: (row["objective"], row["id"]), default=None)
    chart = market_chart(answer["plan"]["curve"], answer["plan"]["today"], best["curve"] if best else None)
    return drawn("market.html", {"answer": answer, "best": best, "chart": chart}, FILTERS)
