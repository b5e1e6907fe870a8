"""A class as one self-contained HTML file without scripts."""

from typing import Any

from headway.values import LEVEL_NAMES

Json = dict[str, Any]


def class_report(answer: Json) -> bytes:
    """The page as UTF-8; the same answer gives the same bytes. Names and file names are only text."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("headway.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["level"] = lambda value: LEVEL_NAMES[value]
    environment.filters["percent"] = lambda value: f"{100 * value:.0f} %"
    environment.filters["hours"] = lambda s: f"{s['likely']:.0f} h ({s['low']:.0f}–{s['high']:.0f})"
    page = environment.get_template("class.html").render(found=answer)
    return page.encode("utf-8")
