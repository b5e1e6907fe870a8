"""The report: one self-contained HTML file without scripts, for phone, desk and paper."""

import msgspec

from headway.values import LEVEL_NAMES, Json


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows. answer: the plan's JSON; drawings: finished SVG; evidence: shares by skill."""

    answer: Json
    fit_chart: str
    timeline: str
    skill_map: str
    evidence: list[Json]
    sources: list[Json]
    claims: list[Json]
    levels: list[Json]
    version: str


def render(report: Report) -> bytes:
    """The page as UTF-8; the same report gives the same bytes."""
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
    environment.filters["money"] = lambda value: f"{value:,.0f}"
    page = environment.get_template("report.html").render(
        {name: getattr(report, name) for name in report.__struct_fields__}
    )
    return page.encode("utf-8")
