"""What rises and falls, on the screen."""

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.cli.show_demand import counted
from headway.cli.show_reach import percent
from headway.values import Json, so_many

BARS = "▁▂▃▄▅▆▇█"
THIN = "·"


def line(counts: list[int], months: list[Json]) -> str:
    """Shares by month as bars, the highest full; a dot for a month with too few postings to have a share."""
    shares = [None if m["thin"] else c / m["postings"] for c, m in zip(counts, months, strict=True)]
    top = max((share for share in shares if share is not None), default=0.0)
    return "".join(THIN if share is None else _bar(share, top) for share in shares)


def _bar(share: float, top: float) -> str:
    return BARS[min(int(share / top * len(BARS)), len(BARS) - 1)] if top > 0 else BARS[0]


def _a_year(row: Json) -> str:
    if row["low"] is None:
        return "unknown"
    return f"{100 * row['a_year']:+.0f} points ({100 * row['low']:+.0f} to {100 * row['high']:+.0f})"


def _rows(rows: list[Json], months: list[Json]) -> None:
    table(
        ("skill", "share", "a year (95 % interval)", "q", "by month"),
        [
            (r["label"], f"{percent(r['named']['share'])}", _a_year(r), f"{r['q']:.3f}", line(r["months"], months))
            for r in rows
        ],
        right=(1, 2, 3),
    )


@or_json
def trends(result: Json) -> None:
    """`headway market trends`."""
    counted(result)
    months = result["months"]
    if not result["enough"]:
        thick = sum(not month["thin"] for month in months)
        wrapped(
            f"Too little to speak of a trend: {so_many(thick, 'month')} with ten postings or more, three are needed. "
            "Import postings of other months, or ask for less."
        )
        return
    wrapped(
        f"{months[0]['month'][:7]} to {months[-1]['month'][:7]}, {result['tested']} skills tested, corrected for "
        f"asking so often (5 % false discoveries). {THIN} in a line: a month with fewer than ten postings."
    )
    for key, title in (("rising", "Rises"), ("falling", "Falls")):
        heading(title)
        if result[key]:
            _rows(result[key], months)
        else:
            say("Nothing that can be told apart from no change.")
    shown = {row["skill"] for key in ("rising", "falling") for row in result[key]}
    rest = [row for row in result["skills"] if row["skill"] not in shown]
    if rest:
        heading("Not told apart from no change (the nearest to it, or asked for)")
        _rows(rest[:10], months)
        wrapped(
            "Each interval is for its skill alone; among so many skills some lie beside zero by chance. "
            "They say how much change may still hide."
        )
    wrapped("Boards show what is still open: old months among them are adverts that nobody has filled yet.")
