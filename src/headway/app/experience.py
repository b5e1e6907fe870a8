"""How much of a person's dated work is close to a role: a cook's ten years do not make a mid-level engineer."""

from collections.abc import Iterable

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

LEAST_TOLD = 0.05
"""Years that show in a figure of one decimal."""


def years_close_to(role: Role, person: Person) -> float | None:
    """Years of dated jobs whose title is a role of the knowledge base, or whose text uses skills of this role.

    None where no job is dated.
    """
    return _years([role], person)


def years_in_the_field(person: Person) -> float | None:
    """Years of dated jobs that are close to any role of the knowledge base: what a posting's years are compared with.

    None where no job is dated.
    """
    return _years(person.context.knowledge.roles.values(), person)


def years_words(have: float | None, counted: float | None) -> str:
    """What is said where not all dated years count; else empty."""
    if have is None or counted is None or have - counted < LEAST_TOLD:
        return ""
    part = f"{counted:.1f}" if counted >= LEAST_TOLD else "none"
    verb = "is" if part == "none" else "are"
    told = f"{part.capitalize()} of your {have:.1f} dated years of work {verb} in data, software or machine learning"
    return f"{told}; only those count for the years that postings ask for."


def _years(roles: Iterable[Role], person: Person) -> float | None:
    reading = person.reading
    if reading is None or reading.years_experience is None:
        return None
    skills = person.context.knowledge.skills
    asked = [{skill for need in role.needs for skill in need.any_of} for role in roles]

    def alike(job: Job) -> bool:
        used = _used(job, reading)
        near = used | {need.skill for id_ in used for need in skills[id_].needs}
        special = {skill for skill in near if skills[skill].kind != "human"} - EVERYDAY
        return any(len(near & of_role) >= TOUCHED and special & of_role for of_role in asked)

    close = [job for job in reading.jobs if job.role is not None or alike(job)]
    return min(years_of(close, person.context.today) or 0.0, reading.years_experience)


def _used(job: Job, reading: CvReading) -> set[str]:
    used = [piece for piece in reading.evidence if piece.kind == "cv-use"]
    within = range(job.text_start, job.text_end)
    return {piece.skill for piece in used if any(quote.start in within for quote in piece.quotes)}
