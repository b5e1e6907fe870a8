"""What a degree says: who studied physics has learnt calculus, though the CV names the field only.

A claim of the kind of a certificate (data/evidence/by_study.yaml says what for each field, how strong and why),
for the skills that the entry's own text does not name.
"""

import datetime as dt
import re
from collections.abc import Collection
from functools import cache

from headway.evidence.claims import Claimed
from headway.evidence.model import Study, When
from headway.evidence.reading import last_day
from headway.evidence.words import ByStudy, StudyField, load, pattern
from headway.values import Level

_DEGREE: Level = 2
_STEPS = ("bachelor", "master", "phd")


def studied(study: Study, named: Collection[str], today: dt.date, known: Collection[str]) -> list[Claimed]:
    """What this degree teaches. named: skills that the studies' own text names; they are left out. known: those of the
    knowledge base. O(fields).
    """
    numbers = load(ByStudy)
    return [
        Claimed(
            at=study.quote.start or 0,
            skill=skill,
            kind="certificate",
            level=min(level, _most(study, today)),
            strength=numbers.other_strength if study.level == "other" else numbers.strength,
            quotes=(study.quote,),
            date=last_day(study.end, today),
            note=numbers.note,
            named=False,
        )
        for skill, level in sorted(_taught(study).items())
        if skill not in named and skill in known
    ]


def _most(study: Study, today: dt.date) -> Level:
    """Working level from a finished degree; what is below a degree or goes on has met the subject."""
    numbers: ByStudy = load(ByStudy)
    if study.level == "other":
        return numbers.other
    return numbers.unfinished if study.end is not None and _later(study.end, today) else _DEGREE


def _later(end: When, today: dt.date) -> bool:
    return (end.year, end.month or 1) > (today.year, today.month)


def _taught(study: Study) -> dict[str, Level]:
    """The highest level over all fields that the degree names."""
    taught: dict[str, Level] = {}
    if _minor().search(study.field) or not study.field:
        return taught
    depth = _STEPS.index(study.level) if study.level in _STEPS else 0
    for field, words in _fields():
        if not words.search(study.field):
            continue
        for step in _STEPS[: depth + 1]:
            for skill, level in _of(field, step).items():
                taught[skill] = max(taught.get(skill, 0), level)
    return taught


def _of(field: StudyField, step: str) -> dict[str, Level]:
    return {"bachelor": field.bachelor, "master": field.master, "phd": field.phd}[step]


@cache
def _fields() -> tuple[tuple[StudyField, re.Pattern[str]], ...]:
    return tuple((field, pattern(field.words)) for field in load(ByStudy).fields)


@cache
def _minor() -> re.Pattern[str]:
    return pattern(load(ByStudy).minor_words)
