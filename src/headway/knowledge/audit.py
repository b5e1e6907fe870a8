"""Check a fixed roadmap by its own arithmetic: does it take the time it promises, in a workable order?

Works on any Roadmap: a guide's from data/stages or the user's own file. Months and hours are bounds
(low, high); a month has 52/12 weeks.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from headway.knowledge.fact import Need, Stated, Teaches
from headway.knowledge.model import Knowledge, Roadmap, StageCourse
from headway.values import WEEKS_PER_MONTH, Finding

Bounds = tuple[float, float]


class CourseTime(msgspec.Struct, frozen=True, kw_only=True):
    """One course of the roadmap with the time it takes at its stated (or our estimated) pace."""

    label: str
    months: Bounds | None
    hours: Bounds | None
    basis: Literal["stated", "estimate", "unknown"]
    source: str


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What the roadmap's own figures add up to, against what it promises."""

    roadmap: str
    title: str
    courses: tuple[CourseTime, ...]
    months: Bounds | None
    """All courses one after the other, at the roadmap's own pace."""
    hours: Bounds | None
    promised_months: Bounds | None
    pace_that_keeps_promise: tuple[Bounds, ...]
    """For each promised end (low, high): hours a week that fit the hours into it, for low and high hours."""
    stage_months: Bounds | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Course:
    label: str
    stated: Stated | None
    hours: Bounds | None
    teaches: tuple[Teaches, ...]
    needs: tuple[Need, ...]
    source: str


def audit(roadmap: Roadmap, knowledge: Knowledge) -> Audit:
    """Add up the roadmap's courses (or, without a list of its own, those of its stages); find what cannot be right."""
    listed = roadmap.courses or tuple(c for stage in roadmap.stages for c in stage.courses)
    courses = [_course(c, knowledge) for c in listed]
    times = [_time(c, roadmap) for c in courses]
    months = _total([t.months for t in times])
    hours = _total([t.hours for t in times])
    findings = (
        *_promise(roadmap, months, hours),
        *_stages(roadmap),
        *_order(courses, roadmap, knowledge),
        *_untaught(roadmap, courses, knowledge),
        *(_unknown_time(t) for t in times if t.basis == "unknown"),
    )
    return Audit(
        roadmap=roadmap.id,
        title=roadmap.title,
        courses=tuple(times),
        months=months,
        hours=hours,
        promised_months=roadmap.promised_months,
        pace_that_keeps_promise=_paces(roadmap.promised_months, hours),
        stage_months=_stage_span(roadmap),
        findings=findings,
    )


def _course(course: StageCourse, knowledge: Knowledge) -> _Course:
    known = knowledge.resources.get(course.resource) if course.resource else None
    stated = course.stated or (known.stated if known else None)
    hours = (known.hours.low, known.hours.high) if known else None
    return _Course(
        label=course.label or (known.label if known else "unnamed course"),
        stated=stated,
        hours=hours,
        teaches=course.teaches or (known.teaches if known else ()),
        needs=course.needs or (known.needs if known else ()),
        source=course.stated.source if course.stated else (known.hours.source if known else "user"),
    )


def _time(course: _Course, roadmap: Roadmap) -> CourseTime:
    """Stated months and pace first; else our hours at the roadmap's hours a week; else unknown."""
    weeks = _stated_weeks(course.stated)
    pace = (course.stated.hours_per_week if course.stated else None) or roadmap.hours_per_week
    hours = course.stated.hours if course.stated else None
    if hours is None and weeks and pace:
        hours = (weeks[0] * pace[0], weeks[1] * pace[1])
    basis: Literal["stated", "estimate", "unknown"] = "stated" if hours or weeks else "unknown"
    if basis == "unknown" and course.hours:
        hours, basis = course.hours, "estimate"
    if weeks is None and hours and pace:
        weeks = (hours[0] / pace[1], hours[1] / pace[0])
    months = (weeks[0] / WEEKS_PER_MONTH, weeks[1] / WEEKS_PER_MONTH) if weeks else None
    return CourseTime(label=course.label, months=months, hours=hours, basis=basis, source=course.source)


def _stated_weeks(stated: Stated | None) -> Bounds | None:
    if stated is None:
        return None
    if stated.weeks:
        return stated.weeks
    if stated.months:
        return stated.months[0] * WEEKS_PER_MONTH, stated.months[1] * WEEKS_PER_MONTH
    return None


def _total(parts: list[Bounds | None]) -> Bounds | None:
    known = [p for p in parts if p is not None]
    return (sum(p[0] for p in known), sum(p[1] for p in known)) if known else None


def _paces(promised: Bounds | None, hours: Bounds | None) -> tuple[Bounds, ...]:
    if promised is None or hours is None:
        return ()
    ends = dict.fromkeys(promised)
    return tuple((hours[0] / (end * WEEKS_PER_MONTH), hours[1] / (end * WEEKS_PER_MONTH)) for end in ends if end > 0)


def _where(roadmap: Roadmap) -> str:
    return f"roadmap '{roadmap.id}'"


def _promise(roadmap: Roadmap, months: Bounds | None, hours: Bounds | None) -> Iterator[Finding]:
    promised = roadmap.promised_months
    if promised is None or months is None or months[0] <= promised[1]:
        return
    what = (
        f"its courses one after the other take {months[0]:.1f}-{months[1]:.1f} months at its own pace, "
        f"but it promises {promised[0]:g}-{promised[1]:g}"
    )
    hint = ""
    if hours is not None:
        low, high = (h / (promised[1] * WEEKS_PER_MONTH) for h in hours)
        hint = f"{promised[1]:g} months would take {low:.1f}-{high:.1f} hours a week."
    yield Finding("promise-too-short", "error", _where(roadmap), what, hint)


def _stage_span(roadmap: Roadmap) -> Bounds | None:
    dated = [s.months for s in roadmap.stages if s.months]
    if not dated:
        return None
    ends = [end if end is not None else start for start, end in dated]
    return min(start for start, _ in dated), max(ends)


def _stages(roadmap: Roadmap) -> Iterator[Finding]:
    """Stages that overlap, leave gaps, or run past the promised end."""
    dated = [s for s in roadmap.stages if s.months]
    for before, after in itertools.pairwise(dated):
        assert before.months is not None
        assert after.months is not None
        end = before.months[1]
        if end is None:
            what = f"'{before.label}' has no end, so when '{after.label}' starts cannot follow from it"
            yield Finding("stage-open", "warning", _where(roadmap), what)
        elif after.months[0] < end:
            what = f"'{after.label}' starts in month {after.months[0]:g}, before '{before.label}' ends ({end:g})"
            yield Finding("stage-overlap", "warning", _where(roadmap), what)
    span, promised = _stage_span(roadmap), roadmap.promised_months
    if span and promised and span[1] > promised[1]:
        what = f"its stages run to month {span[1]:g}, but it promises {promised[0]:g}-{promised[1]:g} months"
        yield Finding("stages-past-promise", "error", _where(roadmap), what)


def _order(courses: list[_Course], roadmap: Roadmap, knowledge: Knowledge) -> Iterator[Finding]:
    """A course that needs what only a later course teaches."""
    held: dict[str, int] = {}
    for index, course in enumerate(courses):
        lacking = [need for need in course.needs if held.get(need.skill, 0) < need.level]
        for t in course.teaches:
            held[t.skill] = max(held.get(t.skill, 0), t.to)
        for need in lacking:
            later = next((c for c in courses[index + 1 :] if _gives(c, need)), None)
            if later is not None:
                label = knowledge.skills[need.skill].label
                what = f"'{course.label}' needs {label}, which comes only later, in '{later.label}'"
                yield Finding("out-of-order", "warning", _where(roadmap), what, "Swap the two.")


def _gives(course: _Course, need: Need) -> bool:
    return any(t.skill == need.skill and t.to >= need.level for t in course.teaches)


def _untaught(roadmap: Roadmap, courses: list[_Course], knowledge: Knowledge) -> Iterator[Finding]:
    """Skills a stage names that no course of the roadmap teaches, and needs nothing in it covers."""
    if not courses:
        return
    taught: dict[str, int] = {}
    for course in courses:
        for t in course.teaches:
            taught[t.skill] = max(taught.get(t.skill, 0), t.to)
    wanted: dict[str, int] = {}
    for need in (need for stage in roadmap.stages for need in stage.skills):
        wanted[need.skill] = max(wanted.get(need.skill, 0), need.level)
    for skill, level in sorted(wanted.items()):
        if taught.get(skill, 0) < level:
            label = knowledge.skills[skill].label
            reached = f"only to level {taught[skill]}" if skill in taught else "in none of its courses"
            what = f"{label} is asked for at level {level} but taught {reached}"
            yield Finding("taught-nowhere", "warning", _where(roadmap), what)


def _unknown_time(time: CourseTime) -> Finding:
    return Finding("no-duration", "note", time.label, "no duration is stated, so it is not in the sums")
