"""`headway profile`: what can be shown of a person, each line with its evidence, as JSON, DOCX and JSON Resume."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import check_outputs, write_whole
from headway.app.kept_person import somebody
from headway.app.person import Person, PersonQuestion, prior_of
from headway.evidence.model import Certificate, CvReading, Job, Study
from headway.learner.belief import fold
from headway.learner.model import PROOF_KINDS, Evidence, Quote, SkillBelief
from headway.publish.profile import LeftOut, Profile, ShownEntry, ShownSkill, Witness
from headway.values import KNOWN_CONFIDENCE, Json

MOST_WITNESSES = 4
BULLETS = "•-–*▪◦● "
KINDS: Mapping[str, str] = {
    "cv-mention": "named there",
    "cv-use": "used in a dated job",
    "certificate": "taught by a certificate or degree",
    "certificate-proctored": "supervised exam",
    "repository": "code",
    "lab": "lab",
    "test-answer": "test",
}
ONLY_SAID = "Only your own word speaks for it: no line of a document, no test, no lab."
ONLY_IMPLIED = "No line names it: it only follows from a job title, a degree or another skill."
NOT_SURE = "It is named, but not sure enough to count."


def profile_of(context: Context, question: PersonQuestion) -> Profile:
    """Raises the errors of bad input. A person of whom nothing can be shown has an empty list of skills."""
    return _profile(context, somebody(context, question))


def _profile(context: Context, person: Person) -> Profile:
    reading = person.reading
    shown, left_out = _skills(context, person)
    entries = _Entries(person.document_name or "", reading, shown) if reading else None
    return Profile(
        today=context.today.isoformat(),
        name=reading.name if reading else None,
        country=person.country,
        document=person.document_name,
        years=person.years,
        languages=reading.languages if reading else (),
        skills=shown,
        jobs=entries.jobs() if entries else (),
        education=entries.education() if entries else (),
        certificates=entries.certificates() if entries else (),
        left_out=left_out,
    )


def _skills(context: Context, person: Person) -> tuple[tuple[ShownSkill, ...], tuple[LeftOut, ...]]:
    """The belief is folded anew from what can be pointed at; what speaks against a skill counts unquoted too."""
    counted = [e for e in person.evidence if _can_be_shown(e) or not e.holds]
    belief = fold(counted, prior_of(context), context.today)
    shown, left_out = [], []
    for id_ in sorted({e.skill for e in person.evidence}):
        pieces = [e for e in counted if e.skill == id_]
        found = _shown(context, belief.skill(id_, KNOWN_CONFIDENCE), _witnesses(pieces, person.document_name))
        if found is not None:
            shown.append(found)
        else:
            why = _why([e for e in person.evidence if e.skill == id_])
            left_out.append(LeftOut(skill=id_, label=context.knowledge.skills[id_].label, why=why))
    shown.sort(key=lambda s: (not s.proven, -s.level, s.label.casefold()))
    return tuple(shown), tuple(left_out)


def _shown(context: Context, held: SkillBelief, witnesses: list[Witness]) -> ShownSkill | None:
    """The skill at the level that is both believed and claimed or proven by name; None where that is none."""
    proofs, claims = [w for w in witnesses if w.proof], [w for w in witnesses if not w.proof]
    proven, claimed = held.proof_level if proofs else 0, held.claim_level if claims else 0
    level = min(held.level, max(proven, claimed))
    kept = [*proofs[: MOST_WITNESSES // 2], *claims][:MOST_WITNESSES]
    if not kept or level == 0:
        return None
    skill = context.knowledge.skills[held.skill]
    return ShownSkill(
        skill=skill.id,
        label=skill.label,
        kind=skill.kind,
        level=level,
        claim_level=claimed,
        proof_level=proven,
        first=kept[0],
        more=tuple(kept[1:]),
    )


def _can_be_shown(piece: Evidence) -> bool:
    return piece.kind in PROOF_KINDS or bool(piece.quotes)


def _why(pieces: list[Evidence]) -> str:
    if not any(_can_be_shown(e) for e in pieces):
        return ONLY_SAID
    return NOT_SURE if any(e.named and e.quotes for e in pieces) else ONLY_IMPLIED


def _witnesses(pieces: list[Evidence], document: str | None) -> list[Witness]:
    """What speaks for a skill by name: results first, then dated use, then mentions. Answers of one test are one."""
    speaking = [e for e in pieces if e.holds and e.named]
    quoted = [w for e in speaking if e.quotes for w in (_quoted(e, document),)]
    results = [_result(e) for e in speaking if e.kind in PROOF_KINDS and e.kind != "test-answer" and not e.quotes]
    ranked = sorted(quoted, key=lambda w: (not w.proof, w.kind != KINDS["cv-use"], w.kind, w.place))
    return [*_tests(pieces), *results, *dict.fromkeys(ranked)]


def _quoted(piece: Evidence, document: str | None) -> Witness:
    first = piece.quotes[0]
    return Witness(
        text=" ".join(" ".join(q.text.split()) for q in piece.quotes).lstrip(BULLETS) or piece.quotes[0].text,
        place=place_of(first, _document(piece, document)),
        proof=piece.kind in PROOF_KINDS,
        kind=KINDS[piece.kind],
        date=piece.last_used.isoformat() if piece.last_used else None,
        note=piece.note,
    )


def _document(piece: Evidence, document: str | None) -> str:
    return document or piece.source.removeprefix("cv:") or "document"


def place_of(quote: Quote, document: str) -> str:
    """`cv.pdf, page 1, line 24`."""
    parts = [document]
    parts += [f"page {quote.page}"] if quote.page is not None else []
    parts += [f"line {quote.line}"] if quote.line is not None else []
    return ", ".join(parts)


def _result(piece: Evidence) -> Witness:
    day = piece.date.isoformat() if piece.date else "no date"
    return Witness(
        text=piece.note or piece.id, place=f"{KINDS[piece.kind]} of {day}", proof=True, kind=KINDS[piece.kind],
        date=piece.date.isoformat() if piece.date else None, note=piece.source,
    )  # fmt: skip


def _tests(pieces: Iterable[Evidence]) -> list[Witness]:
    """Per day: how many answers were right. A test without a right answer speaks for nothing."""
    right, asked = Counter[str](), Counter[str]()
    for piece in pieces:
        if piece.kind == "test-answer":
            day = piece.date.isoformat() if piece.date else "no date"
            asked[day] += 1
            right[day] += piece.holds
    return [
        Witness(
            text=f"{right[day]} of {asked[day]} answers right", place=f"Headway test of {day}", proof=True,
            kind=KINDS["test-answer"], date=day,
        )
        for day in sorted(asked, reverse=True)
        if right[day]
    ]  # fmt: skip


class _Entries:
    """Jobs, studies and certificates, each with the line it was read from."""

    def __init__(self, document: str, reading: CvReading, shown: tuple[ShownSkill, ...]) -> None:
        self._document = document or "document"
        self._reading = reading
        ids = {s.skill for s in shown}
        self._quotes = [
            q
            for e in reading.evidence
            if e.named and e.holds and e.skill in ids
            for q in e.quotes
            if q.start is not None
        ]
        self._all = [q for e in reading.evidence for q in e.quotes if q.start is not None]

    def jobs(self) -> tuple[ShownEntry, ...]:
        return tuple(self._job(job) for job in self._reading.jobs if job.title or job.employer)

    def _job(self, job: Job) -> ShownEntry:
        lines = dict.fromkeys(
            " ".join(q.text.split()).lstrip(BULLETS)
            for q in sorted(self._quotes, key=lambda q: q.start or 0)
            if job.text_start < (q.start or 0) < job.text_end
        )
        inside = [q for q in self._all if job.text_start <= (q.start or 0) < job.text_end]
        first = min(inside, key=lambda q: q.start or 0, default=Quote(""))
        return ShownEntry(
            title=job.title, at=job.employer, start=_word(job.start), end=_word(job.end), current=job.current,
            kind="job", lines=tuple(filter(None, lines)),
            witness=self._read(Quote(f"{job.title}, {job.employer}".strip(", "), page=first.page)),
        )  # fmt: skip

    def education(self) -> tuple[ShownEntry, ...]:
        return tuple(self._study(study) for study in self._reading.education)

    def _study(self, study: Study) -> ShownEntry:
        return ShownEntry(
            title=study.field, at=study.institution, start=_word(study.start), end=_word(study.end), current=False,
            kind=study.level, witness=self._read(study.quote, study.field),
        )  # fmt: skip

    def certificates(self) -> tuple[ShownEntry, ...]:
        return tuple(self._certificate(found) for found in self._reading.certificates)

    def _certificate(self, found: Certificate) -> ShownEntry:
        return ShownEntry(
            title=found.name, at=found.issuer, start=None, end=_word(found.date), current=False, kind="certificate",
            witness=self._read(found.quote, found.name),
        )  # fmt: skip

    def _read(self, quote: Quote, otherwise: str = "") -> Witness:
        return Witness(
            text=" ".join(quote.text.split()) or otherwise or "read from the document",
            place=place_of(quote, self._document),
            proof=False,
            kind="read there",
        )


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def profile_json(profile: Profile) -> Json:
    """docs/reference/json.md."""
    row: Json = msgspec.to_builtins(profile)
    row["skills"] = [
        {
            **{k: v for k, v in s.items() if k not in ("first", "more")},
            "words": shown.words,
            "evidence": [s["first"], *s["more"]],
        }
        for s, shown in zip(row["skills"], profile.skills, strict=True)
    ]
    return {"schema": "headway.profile/1", **row}


def profile_docx(profile: Profile) -> bytes:
    """A DOCX file. Raises MissingExtra."""
    from headway.publish.profile_docx import docx_of

    return docx_of(profile)


def profile_resume(profile: Profile) -> bytes:
    """A JSON Resume file (jsonresume.org, schema 1.0.0)."""
    from headway.publish.profile_resume import resume_of

    return resume_of(profile)


def write_profile(profile: Profile, docx: Path | None, resume: Path | None) -> None:
    """The files that are asked for, each whole or not at all. Raises BadOption, MissingExtra."""
    if docx is not None:
        write_whole(docx, profile_docx(profile), "--docx")
    if resume is not None:
        write_whole(resume, profile_resume(profile), "--json-resume")


def check_profile_files(docx: Path | None, resume: Path | None) -> None:
    """Fail early where a file could not be written or the extra is missing. Raises BadOption, MissingExtra."""
    named = {"--docx": docx, "--json-resume": resume}
    check_outputs({option: path for option, path in named.items() if path is not None})
    if docx is not None:
        from headway.publish.profile_docx import need_docx

        need_docx()
