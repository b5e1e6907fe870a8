"""The profile as JSON Resume (jsonresume.org, schema 1.0.0).

What the schema has no place for (the evidence) stands in keys of ours that begin with `x-`; the schema allows more keys
inside a section. Nothing is written that is not known: no empty texts, no guessed dates.
"""

import msgspec

from headway.publish.profile import LEVEL_WORDS, Profile, ShownEntry, ShownSkill, Witness
from headway.publish.wording import printable
from headway.values import Json

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
DEGREES = {"bachelor": "Bachelor", "master": "Master", "phd": "PhD"}


def resume_of(profile: Profile) -> bytes:
    """The file as UTF-8, the same for the same profile."""
    content = {
        "$schema": SCHEMA,
        "basics": _basics(profile),
        "work": [_work(job) for job in profile.jobs],
        "education": [_education(study) for study in profile.education],
        "certificates": [_certificate(each) for each in profile.certificates],
        "skills": [_skill(skill) for skill in profile.skills],
        "languages": [{"language": printable(word)} for word in profile.languages],
        "meta": {"version": "v1.0.0", "x-made-with": "Headway", "x-made-on": profile.today},
    }
    kept = {key: value for key, value in content.items() if value}
    return msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n"


def _known(row: Json) -> Json:
    """Without keys that hold nothing."""
    return {key: value for key, value in row.items() if value}


def _basics(profile: Profile) -> Json:
    place = {"countryCode": profile.country} if profile.country else None
    return _known({"name": printable(profile.name or ""), "location": place})


def _work(job: ShownEntry) -> Json:
    return _known(
        {
            "name": printable(job.at),
            "position": printable(job.title),
            "startDate": job.start,
            "endDate": job.end,
            "highlights": [printable(line) for line in job.lines],
            "x-evidence": [_evidence(job.witness)],
        }
    )


def _education(study: ShownEntry) -> Json:
    return _known(
        {
            "institution": printable(study.at),
            "area": printable(study.title),
            "studyType": DEGREES.get(study.kind),
            "startDate": study.start,
            "endDate": study.end,
            "x-evidence": [_evidence(study.witness)],
        }
    )


def _certificate(found: ShownEntry) -> Json:
    row = {"name": printable(found.title), "issuer": printable(found.at), "date": found.end}
    return _known(row | {"x-evidence": [_evidence(found.witness)]})


def _skill(skill: ShownSkill) -> Json:
    return {
        "name": printable(skill.label),
        "level": LEVEL_WORDS[skill.level],
        "x-skill": skill.skill,
        "x-claimed": LEVEL_WORDS[skill.claim_level],
        "x-proven": LEVEL_WORDS[skill.proof_level],
        "x-evidence": [_evidence(each) for each in skill.witnesses],
    }


def _evidence(witness: Witness) -> Json:
    return _known(
        {
            "text": printable(witness.text),
            "place": printable(witness.place),
            "basis": "proof" if witness.proof else "claim",
            "kind": witness.kind,
            "date": witness.date,
            "note": printable(witness.note),
        }
    )
