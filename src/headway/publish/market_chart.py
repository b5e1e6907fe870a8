"""Postings within reach, checkpoint by checkpoint: the plan, its slow and fast pace, the best fixed roadmap."""

from collections.abc import Sequence

from headway.publish import svg
from headway.values import Json

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 400.0, 190.0, 34.0, 12.0, 26.0


def market_chart(curve: Sequence[Json], today: float, other: Sequence[float] | None) -> str:
    """A line a row. Empty text where there is no curve."""
    if not curve:
        return ""
    most = max(1.0, *(point["fast"] for point in curve), *(point["reachable"] for point in curve), *(other or ()))
    step = (WIDTH - LEFT - 8) / len(curve)

    def line(values: Sequence[float], css: str) -> str:
        places = [(LEFT + n * step, TOP + (HEIGHT - TOP - BOTTOM) * (1 - v / most)) for n, v in enumerate(values)]
        d = "M" + " L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in places)
        return svg.path(d, css)

    parts = [
        svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - 8, HEIGHT - BOTTOM, "grid"),
        svg.text(LEFT - 4, TOP + 4, f"{most:g}", "tick", "end"),
        svg.text(LEFT - 4, HEIGHT - BOTTOM, "0", "tick", "end"),
        svg.text(LEFT, HEIGHT - 8, "today", "tick"),
        svg.text(WIDTH - 8, HEIGHT - 8, curve[-1]["date"], "tick", "end"),
        line([today, *(p["slow"] for p in curve)], "pace"),
        line([today, *(p["fast"] for p in curve)], "pace"),
    ]
    if other is not None:
        parts.append(line([today, *other], "other"))
    parts.append(line([today, *(p["reachable"] for p in curve)], "plan"))
    last = curve[-1]
    title = f"Postings within reach: {today:g} today, {last['reachable']:g} by {last['date']}"
    return svg.drawing(WIDTH, HEIGHT, title, parts, "chart")
