"""The market plan as one self-contained HTML file without scripts."""

from headway.publish.market_chart import market_chart
from headway.values import Json


def market_report(answer: Json) -> bytes:
    """The page as UTF-8; the same answer gives the same bytes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("headway.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda value: f"{100 * value:.1f} %"
    environment.filters["count"] = lambda value: f"{value:g}"
    environment.filters["hours"] = lambda s: f"{s['likely']:.0f} h ({s['low']:.0f}–{s['high']:.0f})"
    environment.filters["money"] = lambda value: f"{value:,.0f}"
    best = max(answer["comparison"], key=lambda row: (row["objective"], row["id"]), default=None)
    page = environment.get_template("market.html").render(
        answer=answer,
        best=best,
        chart=market_chart(answer["plan"]["curve"], answer["plan"]["today"], best["curve"] if best else None),
    )
    return page.encode("utf-8")
