"""What is believed before any evidence: a Gaussian over all skills, from the map alone.

Ability of skill s is theta_s ~ N(0, 1), built by the linear structural model (design in
docs/method/belief.md): theta = loadings @ f + personal part, f independent standard normals (one general,
one per area, one per skill). So Cov = loadings @ loadings.T + personal * I, and no 800 x 800 matrix is ever needed.
"""

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.knowledge.model import Skill
from headway.learner.constants import BaseRate, LevelRatios, Numbers, PriorNumbers, Structure, load_numbers
from headway.learner.normal import Floats, quantile
from headway.learner.structure import Links, link
from headway.values import Kind, Level

WORKING = 1
"""Place of the threshold of working level among a skill's four."""


class Implies(msgspec.Struct, frozen=True, array_like=True):
    """Working with a skill takes the skill at `row` at `level`. direct: it needs it or is a kind of it itself."""

    row: int
    level: Level
    direct: bool


class Prior(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """The start. Rows are skills in id order.

    index: row by id; retired ids (`replaced_by`) lead to the row of their successor. loadings: the
    inherited part. personal: variance that is passed on to nothing. thresholds: t_1..t_4 per skill, so that
    P(level >= k) = Phi(-t_k). areas: which skills share one. steps: of needs below each, the longest way. named: mean
    and standard deviation of each skill among those who name it (`_named`).
    half_life: months; keep: the share that never fades. implies: what working with each skill takes.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    index: dict[str, int]
    loadings: Floats
    personal: float
    thresholds: Floats
    named: Floats
    areas: NDArray[np.intp]
    steps: Floats
    half_life: Floats
    keep: Floats
    implies: tuple[tuple[Implies, ...], ...]
    numbers: Numbers

    def named_scale(self, row: int) -> tuple[float, float]:
        """Mean and standard deviation of a skill among those who name it."""
        return float(self.named[row, 0]), float(self.named[row, 1])

    def covariance(self, rows: list[int]) -> Floats:
        """Prior covariance among some skills; ones on the diagonal."""
        return self.ties(rows, rows) + self.personal * np.eye(len(rows))

    def ties(self, rows: list[int] | slice, others: list[int]) -> Floats:
        """Correlation of different skills by the map."""
        part = self.loadings[others]
        used = np.flatnonzero(part.any(axis=0))
        return np.asarray(self.loadings[rows][:, used] @ part[:, used].T)

    def cold_ties(self, rows: list[int] | slice, others: list[int], ties: Floats | None = None) -> Floats:
        """Correlation of different skills of a person of whom no document is believed: what they know in general and in
        an area is open further than the map says, and so is how much rarer skills are rarer in them too. ties: the
        map's own, where they are at hand.
        """
        cold = self.numbers.prior.cold
        rarity = self.thresholds[:, WORKING] - self.thresholds[:, WORKING].mean()
        deviation = np.sqrt(1.0 + cold.general + cold.area + cold.own + cold.order * rarity**2)
        near = self.areas[rows][:, None] == self.areas[others]
        shared = cold.general + cold.area * near + cold.order * rarity[rows][:, None] * rarity[others]
        ties = self.ties(rows, others) if ties is None else ties
        return np.asarray((ties + shared) / (deviation[rows][:, None] * deviation[others]))


def build_prior(
    skills: Mapping[str, Skill], half_life_months: Mapping[Kind, float], numbers: Numbers | None = None
) -> Prior:
    """The prior of a knowledge base; the same skills give the same bytes.

    half_life_months: by kind, for skills that do not state their own. numbers: None reads
    data/learner/. Raises KnowledgeBroken when prerequisites run in a circle.
    """
    numbers = numbers or load_numbers()
    live = {id_: skills[id_] for id_ in sorted(skills) if skills[id_].replaced_by is None}
    links = link(live)
    ids = tuple(live)
    row = {id_: i for i, id_ in enumerate(ids)}
    thresholds = _thresholds(live, links, numbers)
    return Prior(
        ids=ids,
        labels=tuple(s.label for s in live.values()),
        index=_index(skills, ids),
        loadings=_loadings(live, links, numbers.prior.structure),
        personal=numbers.prior.structure.personal_share,
        thresholds=thresholds,
        named=_named(thresholds, numbers.prior),
        areas=np.unique([s.area for s in live.values()], return_inverse=True)[1].astype(np.intp),
        steps=np.array([float(links.depth[id_]) for id_ in ids]),
        half_life=np.array([s.half_life_months or half_life_months[s.kind] for s in live.values()]),
        keep=np.array([numbers.forgetting.keep[s.kind] for s in live.values()]),
        implies=tuple(_implies(skill, live, row) for skill in live.values()),
        numbers=numbers,
    )


def _index(skills: Mapping[str, Skill], ids: tuple[str, ...]) -> dict[str, int]:
    index = {id_: row for row, id_ in enumerate(ids)}
    for id_ in sorted(skills):
        successor, seen = id_, set[str]()
        while successor in skills and skills[successor].replaced_by and successor not in seen:
            seen.add(successor)
            successor = skills[successor].replaced_by or successor
        if successor in index:
            index[id_] = index[successor]
    return index


def _implies(skill: Skill, skills: Mapping[str, Skill], row: Mapping[str, int]) -> tuple[Implies, ...]:
    """What working with a skill takes: its needs at their level, and to be aware of all that it is a kind of."""
    levels: dict[str, Level] = dict.fromkeys(_kinds_of(skill, skills), 1) | {n.skill: n.level for n in skill.needs}
    near = {*skill.broader, *(need.skill for need in skill.needs)}
    found = (Implies(row[id_], levels[id_], id_ in near) for id_ in sorted(levels) if id_ in row and id_ != skill.id)
    return tuple(found)


def _kinds_of(skill: Skill, skills: Mapping[str, Skill]) -> dict[str, None]:
    """Everything a skill is a kind or part of, directly or not."""
    found: dict[str, None] = {}
    waiting = list(skill.broader)
    while waiting:
        id_ = waiting.pop()
        if id_ in skills and id_ not in found:
            found[id_] = None
            waiting.extend(skills[id_].broader)
    return found


def _loadings(skills: Mapping[str, Skill], links: Links, numbers: Structure) -> Floats:
    """Forward substitution in graph order: each row is a mix of its parents' rows and its factors.

    Every weight is at least zero, hence every covariance too: from the prior, evidence for a skill
    never lowers another.
    """
    areas = sorted({s.area for s in skills.values()})
    column = {area: 1 + i for i, area in enumerate(areas)}
    row = {id_: i for i, id_ in enumerate(skills)}
    loadings = np.zeros((len(row), 1 + len(areas) + len(row)))
    for id_ in links.order:
        needs, broader = links.needs[id_], links.broader[id_]
        mix = np.zeros(loadings.shape[1])
        mix[0] = numbers.general
        mix[column[skills[id_].area]] = numbers.area
        for parent, weight in needs:
            mix += numbers.needs * weight * loadings[row[parent]]
        for parent in broader:
            mix += numbers.broader / len(broader) * loadings[row[parent]]
        share = numbers.linked_share if needs or broader else numbers.unlinked_share
        mix *= np.sqrt(share / (mix @ mix))
        mix[1 + len(areas) + row[id_]] = np.sqrt(1.0 - share - numbers.personal_share)
        loadings[row[id_]] = mix
    return loadings


def _thresholds(skills: Mapping[str, Skill], links: Links, numbers: Numbers) -> Floats:
    rows = []
    for id_, skill in skills.items():
        rate = base_rate(skill.kind, links.depth[id_], links.dependents[id_], numbers.prior.base_rate)
        rows.append([-quantile(p) for p in level_rates(rate, numbers.prior.level_ratios)])
    return np.array(rows).reshape(len(rows), 4)


def _named(thresholds: Floats, numbers: PriorNumbers) -> Floats:
    """Where a skill starts that somebody names: as if its base rate were `named_rate`, so that a claim says the same
    of a rare skill as of a common one. An affine map takes the thresholds t_1 and t_3 of that rate to the skill's own.
    """
    common = [-quantile(p) for p in level_rates(numbers.structure.named_rate, numbers.level_ratios)]
    scale = (thresholds[:, 2] - thresholds[:, 0]) / (common[2] - common[0])
    mean = thresholds[:, 0] - scale * common[0]
    rare = thresholds[:, 0] > common[0]
    return np.column_stack([np.where(rare, mean, 0.0), np.where(rare, scale, 1.0)])


def base_rate(kind: Kind, depth: int, dependents: int, numbers: BaseRate) -> float:
    """P(level >= 1) before any evidence."""
    logit = numbers.start + numbers.kind[kind] - numbers.per_step * depth
    logit += numbers.per_dependent * float(np.log2(1 + dependents))
    return float(min(max(1.0 / (1.0 + np.exp(-logit)), numbers.lowest), numbers.highest))


def level_rates(rate: float, numbers: LevelRatios) -> list[float]:
    """P(level >= 1..4) before any evidence, from P(level >= 1)."""
    rates = [rate]
    for ratio in numbers.ratios:
        rates.append(rates[-1] * ratio)
    return rates
