"""Templates to self-contained pages. Autoescape is always on: whatever comes from a CV or a posting is text."""

from collections.abc import Callable, Mapping
from typing import Any

from headway.publish.wording import SAY_IT, SHOW_IT
from headway.values import KNOWN_FROM, LEVEL_NAMES, PART, PLAN_STATUS, found_by, source_words

Filter = Callable[[Any], str]
FILTERS: Mapping[str, Filter] = {
    "level": lambda value: LEVEL_NAMES[value],
    "percent": lambda value: f"{100 * value:.0f} %",
    "hours": lambda s: f"{s['likely']:.0f} h ({s['low']:.0f}–{s['high']:.0f})",
    "found_by": found_by,
    "known_from": lambda basis: KNOWN_FROM[basis],
    "standing": lambda status: PLAN_STATUS[status],
    "source": source_words,
    "money": lambda value: f"{value:,.0f}",
}
"""What a value is in words, for every page."""


def drawn(template: str, values: Mapping[str, Any], filters: Mapping[str, Filter] | None = None) -> bytes:
    """The page as UTF-8; the same values give the same bytes. filters: what this page writes otherwise, or alone.

    Raises jinja2.UndefinedError where a template names what is not given.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("headway.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update({"part": PART, "show_it": SHOW_IT, "say_it": SAY_IT})
    environment.filters.update({**FILTERS, **(filters or {})})
    return environment.get_template(template).render(values).encode("utf-8")
