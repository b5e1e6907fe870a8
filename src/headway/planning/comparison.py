"""What a fixed roadmap would take this person, and what it would leave undone.

A guide's roadmap is the same for everyone: its courses one after the other, as written. The figures
stand beside the plan's, at the person's own hours a week.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from headway.errors import BadOption
from headway.knowledge.model import Resource, Roadmap, StageCourse, Stated, Teaches
from headway.planning.calendar import finish
from headway.planning.model import Instance, SkillLevel, Target
from headway.values import WEEKS_PER_MONTH, Level, Span


class RoadmapHours(msgspec.Struct, frozen=True, kw_only=True):
    """A roadmap for one person. hours None: the roadmap says neither courses nor pace to reckon with.

    known_hours: likely hours of courses that teach this person nothing new. end: at the person's calendar,
    None when there are no hours or no sensible end. needs_missing: what its courses ask for and neither
    the person nor an earlier course brings. unmet: targets it does not reach. weight_met: share of weight reached.
    """

    roadmap: str
    courses: int
    without_hours: tuple[str, ...]
    hours: Span | None
    known_hours: float
    weeks: Span | None
    end: dt.date | None
    needs_missing: tuple[SkillLevel, ...]
    unmet: tuple[Target, ...]
    weight_met: float


def roadmap_hours(roadmap: Roadmap, instance: Instance, resources: Mapping[str, Resource]) -> RoadmapHours:
    """Walk the roadmap's courses (or, where it has none, its stages) from the person's levels."""
    courses = roadmap.courses or tuple(course for stage in roadmap.stages for course in stage.courses)
    walk = _Walk(instance.levels)
    for course in courses:
        walk.take(course, roadmap, resources)
    if not courses:
        walk.read_stages(roadmap)
    met = [any(walk.levels.get(s, 0) >= level for s, level in target.any_of) for target in instance.targets]
    whole = sum(target.weight for target in instance.targets)
    pace = instance.calendar.weekly_hours
    return RoadmapHours(
        roadmap=roadmap.id,
        courses=len(courses),
        without_hours=tuple(walk.without_hours),
        hours=walk.hours,
        known_hours=walk.known_hours,
        weeks=None if walk.hours is None else walk.hours.scaled(1 / pace),
        end=None if walk.hours is None else _end(instance, walk.hours.likely),
        needs_missing=tuple(sorted(walk.needs_missing)),
        unmet=tuple(target for target, yes in zip(instance.targets, met, strict=True) if not yes),
        weight_met=sum(t.weight for t, yes in zip(instance.targets, met, strict=True) if yes) / whole if whole else 1.0,
    )


class _Walk:
    """The person on their way along the roadmap."""

    def __init__(self, levels: Mapping[str, Level]) -> None:
        self.levels = dict(levels)
        self.hours: Span | None = None
        self.known_hours = 0.0
        self.needs_missing: set[SkillLevel] = set()
        self.without_hours: list[str] = []

    def take(self, course: StageCourse, roadmap: Roadmap, resources: Mapping[str, Resource]) -> None:
        resource = resources.get(course.resource or "")
        teaches = course.teaches or (resource.teaches if resource else ())
        needs = course.needs or (resource.needs if resource else ())
        self.needs_missing |= {(n.skill, n.level) for n in needs if self.levels.get(n.skill, 0) < n.level}
        hours = _hours(course, resource, roadmap)
        if hours is None:
            self.without_hours.append(course.resource or course.label)
        else:
            self.hours = hours if self.hours is None else self.hours + hours
        if not self._learn(teaches) and hours is not None:
            self.known_hours += hours.likely

    def _learn(self, teaches: Sequence[Teaches]) -> bool:
        """Whether this adds anything. Levels to start from are not asked for: the roadmap gets the doubt."""
        new = [part for part in teaches if self.levels.get(part.skill, 0) < part.to]
        self.levels.update({part.skill: max(part.to, self.levels.get(part.skill, 0)) for part in new})
        return bool(new)

    def read_stages(self, roadmap: Roadmap) -> None:
        """A roadmap without courses: its stages' skills count as reached, its months at its own pace."""
        for stage in roadmap.stages:
            for need in stage.skills:
                self.levels[need.skill] = max(need.level, self.levels.get(need.skill, 0))
        ends = [end for stage in roadmap.stages if stage.months for end in stage.months if end is not None]
        if ends and roadmap.hours_per_week:
            low, high = (max(ends) * WEEKS_PER_MONTH * weekly for weekly in roadmap.hours_per_week)
            self.hours = Span(low, (low + high) / 2, high)


def _hours(course: StageCourse, resource: Resource | None, roadmap: Roadmap) -> Span | None:
    """As the roadmap states it; where it states nothing, the catalogue's hours."""
    if course.stated:
        span = _stated_hours(course.stated, roadmap)
        if span is not None:
            return span
    return resource.hours.span if resource else None


def _stated_hours(stated: Stated, roadmap: Roadmap) -> Span | None:
    """Hours, or weeks or months times hours a week; the middle of the stated range is the likely value."""
    if stated.hours:
        return _middle(*stated.hours)
    weekly = stated.hours_per_week or roadmap.hours_per_week
    months = tuple(month * WEEKS_PER_MONTH for month in stated.months) if stated.months else None
    weeks = stated.weeks or months
    if weeks is None or weekly is None:
        return None
    return _middle(weeks[0] * weekly[0], weeks[1] * weekly[1])


def _middle(low: float, high: float) -> Span:
    return Span(low, (low + high) / 2, high)


def _end(instance: Instance, hours: float) -> dt.date | None:
    try:
        return finish(instance.calendar, hours)
    except BadOption:  # not within any sensible time
        return None
