"""Roles as bars with their 80 % interval."""

from collections.abc import Sequence

import msgspec

from headway.publish import svg

WIDTH, ROW, LEFT, RIGHT = 400.0, 34.0, 4.0, 44.0


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One role: share covered with its interval (0 to 1); target marks the role that is planned for."""

    label: str
    score: float
    low: float
    high: float
    target: bool


def fit_chart(bars: Sequence[Bar]) -> str:
    """Horizontal bars, label above bar, whisker for the interval. Reads at phone width."""
    scale = WIDTH - LEFT - RIGHT
    parts = []
    for index, bar in enumerate(bars):
        top = index * ROW
        css = "bar target" if bar.target else "bar"
        tooltip = f"{bar.label}: {_percent(bar.score)}, between {_percent(bar.low)} and {_percent(bar.high)}"
        parts.append(svg.text(LEFT, top + 12, svg.shortened(bar.label, 52), "label strong" if bar.target else "label"))
        parts.append(svg.rect(LEFT, top + 17, scale, 10, "track"))
        parts.append(svg.rect(LEFT, top + 17, scale * bar.score, 10, css, title=tooltip))
        parts.append(svg.line(LEFT + scale * bar.low, top + 22, LEFT + scale * bar.high, top + 22, "whisker"))
        for end in (bar.low, bar.high):
            parts.append(svg.line(LEFT + scale * end, top + 18, LEFT + scale * end, top + 26, "whisker"))
        parts.append(svg.text(WIDTH - 2, top + 26, _percent(bar.score), "label", "end"))
    named = ", ".join(f"{b.label} {_percent(b.score)}" for b in bars)
    return svg.drawing(WIDTH, len(bars) * ROW + 4, f"How much of each role is covered: {named}", parts, "chart")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
