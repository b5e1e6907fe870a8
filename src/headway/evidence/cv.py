"""A CV turned into dated evidence: the door of this room."""

import datetime as dt

import msgspec

from headway.documents.model import Document
from headway.evidence.by_study import studied
from headway.evidence.by_title import TitleReader
from headway.evidence.certificates import Named, Resources, elsewhere, in_section
from headway.evidence.claims import SILENT, Claimed, certified, limited, mentions, numbered, outside, uses
from headway.evidence.dates import style_of
from headway.evidence.education import studies_of
from headway.evidence.entries import Entry, entries_of
from headway.evidence.jobs import Post, date_findings, idle, posts_of
from headway.evidence.model import CvReading, Job, Study
from headway.evidence.months import years_of
from headway.evidence.person import country_in, languages_of, links_of, name_of
from headway.evidence.reading import Place, Reader
from headway.evidence.roles import RoleNames
from headway.evidence.sections import Part, parts_of
from headway.evidence.structured import Structured, structured_of
from headway.evidence.titles import is_title
from headway.knowledge.model import Knowledge
from headway.learner.model import Evidence
from headway.mentions.find import Finder
from headway.values import Finding

_DATED = ("experience", "volunteering", "projects", "education")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What the sections of a CV tell, before skills are read. entries: by the first block of their part."""

    parts: list[Part]
    entries: dict[int, list[Entry]]
    paid: list[Post]
    unpaid: list[Post]
    studies: list[tuple[Entry, Study]]
    named: list[tuple[Part, Named]]
    idle: set[int]
    """Where entries among jobs start that are time off or courses: what they name was learned and not used."""


def read_cv(document: Document, finder: Finder, knowledge: Knowledge, today: dt.date) -> CvReading:
    """Everything a CV says: sections, jobs, studies, certificates, and evidence for each skill it names.

    Pure: the same document, knowledge and date give the same reading. What is not said stays None or empty.
    """
    roles, resources = RoleNames(knowledge), Resources(knowledge)
    told = _told(document, roles, resources, today)
    exact = structured_of(document, roles, resources, today) or _fields(told)
    reader = Reader(document, finder, today)
    claimed = _claims(told, exact, reader, knowledge, TitleReader(knowledge, roles, reader))
    evidence = numbered(claimed, f"cv:{document.name}")
    return CvReading(
        name=exact.name,
        country=exact.country,
        sections=tuple(part.section for part in told.parts),
        jobs=exact.jobs,
        education=exact.education,
        certificates=exact.certificates,
        languages=languages_of(told.parts),
        links=links_of(document),
        years_experience=years_of(exact.paid, today),
        evidence=evidence,
        findings=tuple(_findings(document.name, evidence, exact.jobs, today)),
    )


def _told(document: Document, roles: RoleNames, resources: Resources, today: dt.date) -> Told:
    style = style_of(document.text, document.language)
    parts = parts_of(document)
    entries = {part.first: entries_of(part.lines, style) for part in parts if part.kind in _DATED}
    told = Told(parts=parts, entries=entries, paid=[], unpaid=[], studies=[], named=[], idle=set())
    for part in parts:
        if part.kind == "experience":
            told.idle.update(idle(entries[part.first], style))
            posts = posts_of(entries[part.first], style, roles, today)
            told.paid.extend(post for post in posts if not part.mixed or is_title(post.job.title))
        elif part.kind == "volunteering":
            told.unpaid.extend(posts_of(entries[part.first], style, roles, today))
        elif part.kind == "education":
            told.studies.extend(studies_of(entries[part.first], style, part.heading))
        if part.kind == "certificates":
            told.named.extend((part, each) for each in in_section(part, style, resources))
        elif part.kind in ("education", "awards", "summary", "skills", "other"):
            told.named.extend((part, each) for each in elsewhere(part, style, resources))
    return told


def _fields(told: Told) -> Structured:
    """What was read from lines, in the shape of what a structured CV states."""
    paid = tuple(post.job for post in told.paid)
    jobs = (*paid, *(post.job for post in told.unpaid))
    return Structured(
        name=name_of(told.parts),
        country=country_in(told.parts),
        jobs=tuple(sorted(jobs, key=lambda job: job.text_start)),
        paid=paid,
        education=tuple(study for _, study in told.studies),
        certificates=tuple(named.certificate for _, named in told.named),
    )


def _claims(told: Told, exact: Structured, read: Reader, knowledge: Knowledge, titles: TitleReader) -> list[Claimed]:
    claimed: list[Claimed] = []
    undated: list[Place] = []
    taught: set[str] = set()
    jobs = {job.text_start: job for job in exact.jobs}
    names = {job.text_start: job.employer for job in exact.jobs}
    names |= {entry.start: study.institution for entry, study in told.studies}
    certificates = {line.start for _, each in told.named for line in each.lines}
    for whole in told.parts:
        part = whole
        if part.kind in SILENT or part.contact or part.kind == "certificates":
            continue
        if part.kind not in _DATED:
            undated += read.places(part, part.lines)
            continue
        for entry in told.entries[part.first]:
            name, job = names.get(entry.start, ""), jobs.get(entry.start)
            part = _as(whole, entry, job, told)
            if part.kind == "education" and entry.start in certificates:
                continue
            if entry.span is None:
                places = outside(name, read.places(part, entry.lines), entry)
                undated += places
                taught |= {place.mention.skill for place in places if part.kind == "education"}
                continue
            named = uses(part, entry, name, read)
            claimed += named
            taught |= {each.skill for each in named if part.kind == "education"}
            if job is not None and part.kind == "experience":
                claimed += titles.practised(part, entry, job, {each.skill for each in named})
    for study in exact.education:
        claimed += studied(study, taught, read.today, knowledge.skills)
    for part, certificate in told.named:
        claimed += certified(certificate, part, read, knowledge)
    named_only = mentions(undated, read)
    return limited(claimed, named_only) + named_only


def _as(part: Part, entry: Entry, job: Job | None, told: Told) -> Part:
    """The part with the kind that its entry is of: a course among jobs, a project among them."""
    if entry.start in told.idle:
        return msgspec.structs.replace(part, kind="education")
    return msgspec.structs.replace(part, kind="projects") if part.mixed and job is None else part


def _findings(name: str, evidence: tuple[Evidence, ...], jobs: tuple[Job, ...], today: dt.date) -> list[Finding]:
    findings = date_findings(jobs, today)
    if not evidence:
        what = "No skill was found in this document."
        hint = "Is it a CV? A picture of text cannot be read; skills in other scripts are missed."
        findings.append(Finding("no-skill-found", "warning", name, what, hint))
    if not any(job.months for job in jobs):
        what = "No job with dates was found, so how long skills were used is not known."
        findings.append(Finding("no-dated-job", "note", name, what, "Write each job's first and last month."))
    return findings
