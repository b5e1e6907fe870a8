"""The person as postings see them: known levels, dated years in this field, highest degree."""

from collections.abc import Sequence

import numpy as np

from headway.app.experience import years_in_the_field
from headway.app.person import Person
from headway.postings.demands import DEGREES, Candidate
from headway.values import KNOWN_CONFIDENCE


def candidate_of(person: Person, skills: Sequence[str], confidence: float = KNOWN_CONFIDENCE) -> Candidate:
    """Known levels for each of `skills`, in their order."""
    held = person.belief.all(confidence)
    levels = np.array([held[skill].level if skill in held else 0 for skill in skills], dtype=np.int8)
    return Candidate(levels=levels, years=years_in_the_field(person), degree=_degree(person))


def _degree(person: Person) -> int:
    education = person.reading.education if person.reading else ()
    ranks = [DEGREES.index(each.level) for each in education if each.level in DEGREES]
    return max(ranks, default=0)
