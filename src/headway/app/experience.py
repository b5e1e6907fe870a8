"""How much of a person's dated work is close to a role: a cook's ten years do not make a mid-level engineer."""

from headway.app.person import Person
from headway.evidence.model import CvReading, Job
from headway.evidence.months import years_of
from headway.knowledge.model import Role

TOUCHED = 2
"""So many skills that the role asks for must be used in a job, by name or by what builds on them directly, to make it
close. Editorial: one (a spreadsheet, SQL) is used in jobs of every kind; two are rarely chance."""

EVERYDAY = frozenset(
    {
        "excel",
        "git",
        "google-sheets",
        "linear-algebra",
        "mathematics",
        "pandas",
        "probability",
        "programming",
        "python",
        "r-language",
        "sql",
        "statistics",
    }
)
"""Skills that a teacher, a nurse, an accountant or a laboratory uses too: by themselves they make no job close, and
neither do skills with people. Editorial."""


def years_close_to(role: Role, person: Person) -> float | None:
    """Years of dated jobs whose title is a role of the knowledge base, or whose text uses skills of this role.

    None where no job is dated.
    """
    reading = person.reading
    if reading is None or reading.years_experience is None:
        return None
    skills = person.context.knowledge.skills
    asked = {skill for need in role.needs for skill in need.any_of}
    own = {skill for skill in asked if skills[skill].kind != "human"} - EVERYDAY

    def touched(job: Job) -> set[str]:
        used = _used(job, reading)
        return asked & (used | {need.skill for id_ in used for need in skills[id_].needs})

    def alike(job: Job) -> bool:
        met = touched(job)
        return len(met) >= TOUCHED and bool(met & own)

    close = [job for job in reading.jobs if job.role is not None or alike(job)]
    return min(years_of(close, person.context.today) or 0.0, reading.years_experience)


def _used(job: Job, reading: CvReading) -> set[str]:
    used = [piece for piece in reading.evidence if piece.kind == "cv-use"]
    within = range(job.text_start, job.text_end)
    return {piece.skill for piece in used if any(quote.start in within for quote in piece.quotes)}
