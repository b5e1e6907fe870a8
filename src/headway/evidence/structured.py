"""A JSON Resume names its fields, so titles, employers, dates and degrees are taken from them and not from lines."""

import datetime as dt

import msgspec

from headway.documents.model import Document
from headway.evidence.certificates import Resources
from headway.evidence.dates import find_dates
from headway.evidence.education import degree_level
from headway.evidence.lines import Line, lines_of, quote
from headway.evidence.model import Certificate, Job, Study, When
from headway.evidence.months import length, range_of
from headway.evidence.places import country_of, is_country_code
from headway.evidence.roles import RoleNames, seniority_of

Record = dict[str, object]


class Structured(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a JSON Resume. paid: the jobs that are no voluntary work."""

    name: str | None
    country: str | None
    jobs: tuple[Job, ...]
    paid: tuple[Job, ...]
    education: tuple[Study, ...]
    certificates: tuple[Certificate, ...]


class _Place:
    """Finds the line that each record was written on; records and lines are in the same order."""

    def __init__(self, document: Document) -> None:
        self._lines = lines_of(document)
        self._next = 0

    def heading(self, text: str) -> None:
        """Go to a section."""
        self._next = next((i + 1 for i, line in enumerate(self._lines) if line.bold and line.text == text), self._next)

    def line(self, *words: str) -> Line:
        """The next line that holds all words."""
        wanted = [" ".join(word.split()) for word in words if word]
        for i in range(self._next, len(self._lines)):
            if all(word in self._lines[i].text for word in wanted):
                self._next = i + 1
                return self._lines[i]
        return self._lines[min(self._next, len(self._lines) - 1)]

    def end(self, line: Line) -> int:
        """Where the text of a record ends: before the next record's line or the next heading."""
        following = [x for x in self._lines if x.start > line.start and (x.bold or "\t" in x.text)]
        before = [x for x in self._lines if x.start >= line.start and (not following or x.start < following[0].start)]
        return before[-1].end if before else line.end


def structured_of(document: Document, roles: RoleNames, resources: Resources, today: dt.date) -> Structured | None:
    """The fields of a JSON Resume, or None for any other document."""
    content = document.structured
    if content is None:
        return None
    place = _Place(document)
    basics = next(iter(_records(content, "basics")), {})
    paid = _jobs(content, "work", "Experience", place, roles, today)
    unpaid = _jobs(content, "volunteer", "Volunteering", place, roles, today)
    return Structured(
        name=_text(basics, "name") or None,
        country=_country(basics),
        jobs=(*paid, *unpaid),
        paid=paid,
        education=_education(content, place),
        certificates=_certificates(content, place, resources),
    )


def _records(content: Record, key: str) -> list[Record]:
    value = content.get(key)
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


def _text(record: Record, *keys: str) -> str:
    """The first of the keys that holds text, on one line."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _when(text: str) -> When | None:
    spans = find_dates(text)
    return spans[0].start if spans else None


def _country(basics: Record) -> str | None:
    for location in _records(basics, "location"):
        code = _text(location, "countryCode").upper()
        if is_country_code(code):
            return code
        return country_of(
            ", ".join(_text(location, key) for key in ("city", "region", "countryCode", "country", "name"))
        )
    return None


def _jobs(content: Record, key: str, heading: str, place: _Place, roles: RoleNames, today: dt.date) -> tuple[Job, ...]:
    jobs = []
    place.heading(heading)
    for record in _records(content, key):
        title, employer = _text(record, "position"), _text(record, "name", "company", "organization")
        if not title and not employer:
            continue
        start, end = _when(_text(record, "startDate")), _when(_text(record, "endDate"))
        current = start is not None and end is None
        months = range_of(start, end, current, today)
        line = place.line(title, employer)
        jobs.append(
            Job(
                title=title,
                employer=employer,
                start=start,
                end=end,
                current=current,
                months=float(length(months)) if months else None,
                text_start=line.start,
                text_end=place.end(line),
                role=roles.role_of(title),
                seniority=seniority_of(title),
            )
        )
    return tuple(jobs)


def _education(content: Record, place: _Place) -> tuple[Study, ...]:
    studies = []
    place.heading("Education")
    for record in _records(content, "education"):
        kind, field, school = _text(record, "studyType"), _text(record, "area"), _text(record, "institution")
        if not (kind or field or school):
            continue
        studies.append(
            Study(
                level=degree_level(kind) or "other",
                field=field,
                institution=school,
                start=_when(_text(record, "startDate")),
                end=_when(_text(record, "endDate")),
                quote=quote(place.line(kind, field, school), "Education"),
            )
        )
    return tuple(studies)


def _certificates(content: Record, place: _Place, resources: Resources) -> tuple[Certificate, ...]:
    found = []
    place.heading("Certificates")
    for record in _records(content, "certificates"):
        name, issuer = _text(record, "name", "title"), _text(record, "issuer")
        if name:
            line = place.line(name, issuer)
            known = resources.find(name, f"{name} {issuer}")
            date = _when(_text(record, "date", "releaseDate"))
            found.append(
                Certificate(name=name, issuer=issuer, date=date, resource=known, quote=quote(line, "Certificates"))
            )
    return tuple(found)
