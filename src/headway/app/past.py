"""Which roles a person has held, as dated jobs show."""

from typing import Final, cast

from headway.app.person import Person
from headway.evidence.model import Job
from headway.fit.model import Past
from headway.values import SENIORITIES, Seniority

SHORTEST_MONTHS: Final = 6
"""A shorter job does not show that its work was mastered (as in data/evidence/by_title.yaml)."""
JUNIOR_BELOW_MONTHS: Final = 24
"""A title without a rank: junior until then, mid from then on."""


def past_of(person: Person) -> Past:
    """For each role that a dated job's title names, the highest seniority held; and the human skills."""
    held: dict[str, Seniority] = {}
    for job in person.reading.jobs if person.reading else ():
        if job.role is not None and (job.months or 0.0) >= SHORTEST_MONTHS:
            held[job.role] = max(held.get(job.role, "intern"), _rank(job), key=SENIORITIES.index)
    skills = person.context.knowledge.skills.items()
    return Past(held, frozenset(id_ for id_, skill in skills if skill.kind == "human"))


def _rank(job: Job) -> Seniority:
    if job.seniority is not None:
        return cast(Seniority, job.seniority)
    return "junior" if (job.months or 0.0) < JUNIOR_BELOW_MONTHS else "mid"
