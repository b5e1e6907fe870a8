"""What a job's title says: who was a data analyst analysed data, though the text may only name the tools.

Weak evidence (data/evidence/by_title.yaml says how weak and why) for the core skills of a recognised role
that the job's own text does not name; a skill it names is evidence already.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import cast

from headway.evidence.claims import Claimed, use_end
from headway.evidence.entries import Entry
from headway.evidence.lines import Line
from headway.evidence.model import Job
from headway.evidence.reading import Reader
from headway.evidence.roles import RoleNames, plain_name
from headway.evidence.sections import Part
from headway.evidence.words import ByTitle, load, pattern
from headway.knowledge.model import Knowledge, Role, RoleNeed
from headway.knowledge.needs import levels_at
from headway.values import Level, Seniority

_MOST_WEIGHT = 10
"""The weight of a demand that decides."""


class TitleReader:
    """Reads the titles of one CV."""

    def __init__(self, knowledge: Knowledge, roles: RoleNames, read: Reader) -> None:
        self._knowledge = knowledge
        self._roles = roles
        self._read = read
        self._numbers: ByTitle = load(ByTitle)

    def practised(self, part: Part, entry: Entry, job: Job, named: Collection[str]) -> list[Claimed]:
        """What people with this title do. named: skills that the job's own text names; they are left out."""
        role = self._role(job)
        if role is None or entry.span is None or job.months is None or job.months < self._numbers.shortest_months:
            return []
        line = _title_line(entry, job.title)
        pieces = []
        for need in role.needs:
            skill = self._core(need)
            if skill is None or skill in named or (level := self._level(need, skill, job)) == 0:
                continue
            pieces.append(
                Claimed(
                    at=line.start,
                    skill=skill,
                    kind="cv-use",
                    level=level,
                    strength=self._strength(need, skill),
                    quotes=(self._read.quote(part, line),),
                    date=use_end(entry.span, self._read.today),
                    months=job.months,
                    note=self._numbers.note,
                    named=False,
                )
            )
        return pieces

    def _role(self, job: Job) -> Role | None:
        """The role, where its name in the title is its own and the title does not speak of somebody else's."""
        found = self._roles.named_in(job.title)
        if found is None or _about_the_role().search(job.title) or found.name in _shared_names():
            return None
        return self._knowledge.roles[found.role]

    def _core(self, need: RoleNeed) -> str | None:
        """The one skill of a core need."""
        return need.any_of[0] if need.weight >= self._numbers.core_weight and len(need.any_of) == 1 else None

    def _level(self, need: RoleNeed, skill: str, job: Job) -> Level:
        numbers = self._numbers
        caps = [numbers.most, levels_at(need, self._seniority(job))]
        caps += [numbers.most_intern] if job.seniority == "intern" else []
        caps += [numbers.most_human] if self._human(skill) else []
        return min(caps)

    def _strength(self, need: RoleNeed, skill: str) -> float:
        most = self._numbers.human_strength if self._human(skill) else self._numbers.strength
        return round(most * need.weight / _MOST_WEIGHT, 3)

    def _human(self, skill: str) -> bool:
        known = self._knowledge.skills.get(skill)
        return known is not None and known.kind == "human"

    def _seniority(self, job: Job) -> Seniority:
        """The rank the title states; where it states none, the one that its months would make."""
        if job.seniority is not None:
            return cast(Seniority, job.seniority)
        return "junior" if (job.months or 0) < self._numbers.junior_below_months else "mid"


def _title_line(entry: Entry, title: str) -> Line:
    """The line that holds the title, or, where it is wrapped, most of its words."""
    words = set(title.casefold().split())
    return max(entry.head or entry.lines, key=lambda line: len(words & set(line.bare.casefold().split())))


@cache
def _about_the_role() -> re.Pattern[str]:
    return pattern(load(ByTitle).about_the_role)


@cache
def _shared_names() -> frozenset[str]:
    return frozenset(map(plain_name, load(ByTitle).shared_names))
