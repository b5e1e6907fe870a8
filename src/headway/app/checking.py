"""Lint the knowledge base; audit a roadmap, a guide's or the user's own file."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from headway.app.context import Context
from headway.app.files import there
from headway.errors import UnknownName, UnreadableFile
from headway.knowledge.audit import Audit, audit
from headway.knowledge.check import check
from headway.knowledge.files import read
from headway.knowledge.model import Roadmap
from headway.knowledge.names import resolve
from headway.knowledge.root import data_root
from headway.values import Finding

ABOVE_ZERO: Final = {"hours_per_week": 0, "promised_months": 1}
"""Times by which others are divided, with the place of the figure."""


def check_knowledge(root: Path | None) -> list[Finding]:
    """Findings of the knowledge base in `root` (default: the installed one)."""
    folder = root or data_root()
    if not folder.is_dir():
        raise UnreadableFile(f"{folder} is not a folder.", "Name a folder with skills/, roles/ and so on.")
    return check(folder)


def audit_roadmap(context: Context, name: str) -> Audit:
    """Audit a guide by id or a roadmap file. Raises UnknownName, UnreadableFile."""
    guides = context.knowledge.roadmaps
    if name in guides:
        return audit(guides[name], context.knowledge)
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or there(name):
        return audit(_own_roadmap(context, path), context.knowledge)
    known = ", ".join(guides)
    raise UnknownName(f"There is no guide '{name}'.", f"Guides: {known}; or name a roadmap file (.yaml).")


def _own_roadmap(context: Context, path: Path) -> Roadmap:
    if not (there(str(path)) and path.is_file()):
        raise UnreadableFile(f"{path} is not a file.", "See docs/reference/roadmap-file.md for the format.")
    roadmap, findings = read(path, Roadmap, str(path))
    if roadmap is None:
        first = findings[0]
        raise UnreadableFile(f"{first.where}  {first.what}", first.hint)
    _figures_make_sense(roadmap, path)
    _known_names(context, roadmap, path)
    return roadmap


def _figures_make_sense(roadmap: Roadmap, path: Path) -> None:
    """Raises UnreadableFile for a time that is no time: below 0, endless, the longest before the shortest."""
    courses = [*roadmap.courses, *(c for s in roadmap.stages for c in s.courses)]
    stated = [course.stated for course in courses if course.stated]
    paces = [roadmap.hours_per_week, *(each.hours_per_week for each in stated)]
    times = [("promised_months", roadmap.promised_months)]
    times += [(name, getattr(each, name)) for each in stated for name in ("weeks", "months", "hours")]
    times += [
        ("months", (s.months[0], s.months[0] if s.months[1] is None else s.months[1]))
        for s in roadmap.stages
        if s.months
    ]
    for name, pair in [*times, *(("hours_per_week", pace) for pace in paces)]:
        above = name in ABOVE_ZERO
        if pair is not None and not (0 <= pair[0] <= pair[1] < math.inf and (not above or pair[ABOVE_ZERO[name]] > 0)):
            raise UnreadableFile(
                f"{path}: {name} is {pair[0]:g} to {pair[1]:g}.",
                f"Write the lowest and then the highest, {'above 0' if above else '0 or more'}.",
            )


def _known_names(context: Context, roadmap: Roadmap, path: Path) -> None:
    """Every skill and resource the file names must exist, by id."""
    courses = [*roadmap.courses, *(c for s in roadmap.stages for c in s.courses)]
    try:
        if roadmap.target:
            _exact(roadmap.target, context.knowledge.roles, "role")
        for course in courses:
            if course.resource:
                _exact(course.resource, context.knowledge.resources, "resource")
            for skill in (*(t.skill for t in course.teaches), *(n.skill for n in course.needs)):
                _exact(skill, context.knowledge.skills, "skill")
        for stage in roadmap.stages:
            for need in stage.skills:
                _exact(need.skill, context.knowledge.skills, "skill")
            for project in stage.projects:
                _exact(project, context.knowledge.resources, "resource")
            for action in stage.actions:
                _exact(action, context.knowledge.actions, "action")
            for role in stage.roles:
                _exact(role, context.knowledge.roles, "role")
    except UnknownName as error:
        raise UnknownName(f"{path}: {error.message}", error.hint) from error


def _exact(id_: str, things: Mapping[str, Any], what: str) -> None:
    """A file names things by id: a label or another spelling is refused with the id that was meant."""
    if id_ not in things:
        found = resolve(id_, things, what)
        raise UnknownName(f"There is no {what} id '{id_}'.", f"Did you mean {found}?")
