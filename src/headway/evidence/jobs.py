"""Entries of the experience section to dated jobs."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

import msgspec

from headway.evidence.dates import DateSpan, DateStyle
from headway.evidence.entries import Entry
from headway.evidence.model import Job, When
from headway.evidence.months import length, range_of
from headway.evidence.roles import RoleNames, seniority_beside
from headway.evidence.titles import Heading, heading_of, is_title
from headway.evidence.words import TitleWords, load, pattern
from headway.values import Finding

_LONGEST_NAME = 120
_ANY_LEAD = 99


class _Above(msgspec.Struct, frozen=True):
    """An employer named above a role. lead: how many lines above its date; a role with fewer may belong to it."""

    employer: str
    span: DateSpan | None
    lead: int


class Post(msgspec.Struct, frozen=True):
    """A job and the entry it was read from."""

    job: Job
    entry: Entry


def posts_of(entries: Iterable[Entry], style: DateStyle, roles: RoleNames, today: dt.date) -> list[Post]:
    """The jobs of a section. An employer over several roles gives its name to each and is no job itself."""
    headed = [(entry, heading_of(entry, style)) for entry in entries]
    posts: list[Post] = []
    above: _Above | None = None
    for index, (entry, heading) in enumerate(headed):
        following = headed[index + 1] if index + 1 < len(headed) else None
        if following is not None and _is_umbrella(entry, heading, *following):
            above = _Above(heading.employer or heading.title, entry.span, _ANY_LEAD)
            continue
        inherits = above is not None and entry.lead < above.lead and _within(entry, above.span, today)
        if above is not None and inherits and (heading.unsure or not heading.employer):
            heading = msgspec.structs.replace(heading, employer=above.employer)
        elif heading.employer:
            above = _Above(heading.employer, None, entry.lead) if _stands_above(entry, heading) else None
        if (heading.title or (heading.employer and entry.span)) and _is_work(heading):
            posts.append(Post(_job(entry, heading, roles, today), entry))
    return posts


def idle(entries: Iterable[Entry], style: DateStyle) -> set[int]:
    """Where entries among jobs start that are no work: time off and courses."""
    return {entry.start for entry in entries if not _is_work(heading_of(entry, style))}


def _is_work(heading: Heading) -> bool:
    """Not time off, and not a course."""
    text = f"{heading.title} {heading.employer}"
    course = _platforms().search(text) is not None and re.search(r"\bcourses?\b", text, re.IGNORECASE) is not None
    return not course and not any(_no_work().match(each) for each in (heading.title, heading.employer))


@cache
def _no_work() -> re.Pattern[str]:
    return pattern(load(TitleWords).not_work)


@cache
def _platforms() -> re.Pattern[str]:
    return pattern(load(TitleWords).course_platforms)


def _stands_above(entry: Entry, heading: Heading) -> bool:
    """Whether the employer heads the entry from its own line above the dated one: it may head the next role too."""
    line = heading.employer_line
    return entry.lead > 0 and line is not None and line < entry.lead and line != heading.title_line


def _is_umbrella(entry: Entry, heading: Heading, following: Entry, next_heading: Heading) -> bool:
    """An employer's line with no body, over a role that names no employer of its own."""
    only_name = bool(heading.employer) != bool(heading.title) and len(entry.head) <= 2 and not entry.body
    return only_name and is_title(next_heading.title) and not next_heading.employer and not is_title(heading.title)


def _within(entry: Entry, span: DateSpan | None, today: dt.date) -> bool:
    """Whether the entry is dated, and lies in the employer's own dates where those are known, give or take a year."""
    if entry.span is None:
        return False
    if span is None:
        return True
    inner = range_of(entry.span.start, entry.span.end, entry.span.current, today)
    outer = range_of(span.start, span.end, span.current, today)
    return inner is None or outer is None or (inner[0] >= outer[0] - 12 and inner[1] <= outer[1] + 12)


def _job(entry: Entry, heading: Heading, roles: RoleNames, today: dt.date) -> Job:
    span = entry.span
    start, end, current = (span.start, span.end, span.current) if span else (None, None, False)
    months = range_of(start, end, current, today)
    return Job(
        title=heading.title[:_LONGEST_NAME],
        employer=heading.employer[:_LONGEST_NAME],
        start=start,
        end=end,
        current=current,
        months=float(length(months)) if months else None,
        text_start=entry.start,
        text_end=entry.end,
        role=roles.role_of(heading.title),
        seniority=seniority_beside(heading.title, heading.aside),
    )


def date_findings(jobs: Iterable[Job], today: dt.date) -> list[Finding]:
    """Dates that cannot be right. Gaps between jobs are nobody's business and are not looked for."""
    findings = []
    for job in jobs:
        where = " at ".join(part for part in (job.title, job.employer) if part)
        if job.start and job.end and _after(job.start, job.end):
            what = f"The job ends ({job.end}) before it starts ({job.start}), so its months are not counted."
            findings.append(Finding("end-before-start", "warning", where, what, "Correct the dates on the CV."))
        elif any(when and (when.year, when.month or 1) > (today.year, today.month) for when in (job.start, job.end)):
            what = f"A date ({job.start} to {job.end or 'now'}) lies after {today}; months to come are not counted."
            findings.append(Finding("date-in-future", "warning", where, what, "Correct the date, or read it later."))
    return findings


def _after(start: When, end: When) -> bool:
    if start.month is None or end.month is None:
        return start.year > end.year
    return (start.year, start.month) > (end.year, end.month)
