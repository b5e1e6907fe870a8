"""The report: one self-contained HTML file without scripts, for phone, desk and paper."""

import msgspec

from headway.publish.template import drawn
from headway.values import Json


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
    return drawn("report.html", {name: getattr(report, name) for name in report.__struct_fields__})
