"""The few SVG pieces the drawings share. Everything that comes from a person or a file is escaped here."""

from html import escape


def number(value: float) -> str:
    """A coordinate with at most one decimal, so that files are small and equal everywhere."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def rect(x: float, y: float, width: float, height: float, css: str, radius: float = 3, title: str = "") -> str:
    """A rounded box with a CSS class and a tooltip."""
    inner = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<rect class="{css}" x="{number(x)}" y="{number(y)}" width="{number(max(width, 0.5))}" '
        f'height="{number(height)}" rx="{number(radius)}">{inner}</rect>'
    )


def text(x: float, y: float, content: str, css: str = "", anchor: str = "start") -> str:
    """A line of text. anchor: start, middle or end."""
    return f'<text class="{css}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(content)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    """A straight line."""
    points = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line class="{css}" {points}/>'


def path(d: str, css: str) -> str:
    """A path; `d` is made of numbers only."""
    return f'<path class="{css}" d="{d}"/>'


def drawing(
    width: float,
    height: float,
    label: str,
    parts: list[str],
    css: str = "",
    *,
    fixed: bool = False,
    links: bool = False,
) -> str:
    """A whole drawing; `label` is read to those who cannot see it. fixed: keeps its size instead of scaling.

    links: parts of it lead somewhere, so it is no single picture to whoever has it read out.
    """
    role = "group" if links else "img"
    size = f' width="{number(width)}" height="{number(height)}"' if fixed else ""
    return (
        f'<svg class="{css}"{size} viewBox="0 0 {number(width)} {number(height)}" role="{role}" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def shortened(content: str, most: int) -> str:
    """A label cut to `most` characters with an ellipsis."""
    return content if len(content) <= most else content[: most - 1].rstrip() + "…"
