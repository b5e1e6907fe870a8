"""`headway read`: a CV or other document as Headway sees it."""

import msgspec

from headway.app.context import Context
from headway.app.person import Person, PersonQuestion
from headway.evidence.model import CvReading
from headway.learner.model import SkillBelief
from headway.values import KNOWN_CONFIDENCE, Json


def read_files(context: Context, names: tuple[str, ...]) -> Json:
    """Each file read: findings, jobs, education, certificates, years, skills with quotes, blocks in order."""
    documents = [_read(context, name) for name in names]
    result: Json = {"schema": "headway.read/1", "documents": documents}
    if len(documents) == 1:
        result |= documents[0]
    return result


def _read(context: Context, name: str) -> Json:
    person = Person(context, PersonQuestion(cv=name))
    document, reading = person.document, person.reading
    assert document is not None
    assert reading is not None
    skills = skills_of(person)
    return {
        "name": document.name,
        "format": document.format,
        "language": document.language,
        "pages": document.pages,
        "person": reading.name,
        "country": reading.country,
        "findings": msgspec.to_builtins(person.findings),
        "sections": msgspec.to_builtins(reading.sections),
        "jobs": jobs_of(reading),
        "education": education_of(reading),
        "certificates": certificates_of(reading),
        "languages": list(reading.languages),
        "links": list(reading.links),
        "years_experience": reading.years_experience,
        "skills": [row for row in skills if row["named"]],
        "implied": [row for row in skills if not row["named"]],
        "text": document.text,
        "blocks": [
            {"page": b.page, "line": b.line, "kind": b.kind, "text": document.text[b.start : b.end], "start": b.start}
            for b in document.blocks
        ],
    }


def _when(value: object) -> str | None:
    return None if value is None else str(value)


def jobs_of(reading: CvReading) -> list[Json]:
    """Dated jobs with `start` and `end` as YYYY-MM or YYYY; `end` null with `current` for a job that goes on."""
    return [
        {
            "title": j.title,
            "employer": j.employer,
            "start": _when(j.start),
            "end": _when(j.end),
            "current": j.current,
            "months": j.months,
            "role": j.role,
            "seniority": j.seniority,
        }
        for j in reading.jobs
    ]


def education_of(reading: CvReading) -> list[Json]:
    """Studies with level, field, institution and dates."""
    return [
        {
            "level": s.level,
            "field": s.field,
            "institution": s.institution,
            "start": _when(s.start),
            "end": _when(s.end),
            "quote": msgspec.to_builtins(s.quote),
        }
        for s in reading.education
    ]


def certificates_of(reading: CvReading) -> list[Json]:
    """Named certificates with issuer and date."""
    return [{**msgspec.to_builtins(c), "date": _when(c.date)} for c in reading.certificates]


def skills_of(person: Person) -> list[Json]:
    """Every skill there is evidence for, with level, claim and proof apart, and the quoted lines.

    named: False where only a job title or a degree speaks for it.
    """
    belief = person.belief
    skills = person.context.knowledge.skills
    rows = []
    for id_ in sorted({e.skill for e in person.evidence}, key=lambda id_: (skills[id_].label.casefold(), id_)):
        held: SkillBelief = belief.skill(id_, KNOWN_CONFIDENCE)
        pieces = belief.evidence_for(id_)
        quotes = [quote for piece in pieces for quote in piece.quotes]
        rows.append(
            {
                "skill": id_,
                "label": skills[id_].label,
                "kind": skills[id_].kind,
                "level": held.level,
                "claim_level": held.claim_level,
                "proof_level": held.proof_level,
                "expected": round(held.expected, 3),
                "low": held.low,
                "high": held.high,
                "named": any(piece.named for piece in pieces),
                "mentions": msgspec.to_builtins(tuple(dict.fromkeys(quotes))),
            }
        )
    return rows
