"""Roadmaps that are the same for everyone, walked by this person: the guides', a textbook's, a list by demand.

They get the benefit of the doubt: a course counts in full whatever it asks for, what the person knows is skipped, and
what a stage names without a course is learned the cheapest way, prerequisites included.
"""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np

from headway.knowledge.model import Knowledge, Roadmap, Role
from headway.planning.market.model import FixedRoadmap
from headway.planning.market.question import MarketQuestion, checkpoint_dates, minutes_until
from headway.planning.market.ways import Ground, Ways
from headway.planning.model import Choice, Instance, SkillLevel, Target
from headway.planning.offers import minutes
from headway.planning.prepare import prepare
from headway.postings.demands import Candidate, reach
from headway.values import Level, Seniority

TEXTBOOK_GRADE: Final = "junior"


class Walked(msgspec.Struct, frozen=True):
    """A list of resources walked by a person: how many were begun, hours finished, weight reachable by checkpoint."""

    steps: int
    hours: float
    curve: tuple[float, ...]


def fixed_roadmaps(question: MarketQuestion, knowledge: Knowledge, role: Role) -> tuple[FixedRoadmap, ...]:
    """Each guide's roadmap that names courses or skills, the textbook order for a role, and the list by demand."""
    rows = [
        _row(r.id, "guide", r.title, question, guide_order(question.instance, r)) for r in knowledge.roadmaps.values()
    ]
    textbook = textbook_order(question.instance, role)
    rows.append(_row("textbook", "textbook", f"Textbook order for {role.label}", question, textbook))
    rows.append(_row("demand", "demand", "Most asked skills first", question, demand_order(question)))
    return tuple(row for row in rows if row.steps)


def _row(id_: str, kind: str, title: str, question: MarketQuestion, order: Sequence[str]) -> FixedRoadmap:
    walked = walk(question, order)
    return msgspec.convert(
        {
            "id": id_,
            "kind": kind,
            "title": title,
            "steps": walked.steps,
            "hours": walked.hours,
            "objective": sum(walked.curve),
            "curve": walked.curve,
        },
        FixedRoadmap,
    )


def walk(question: MarketQuestion, order: Iterable[str]) -> Walked:
    """The resources one after the other, those that add nothing skipped, until hours or money end. O(steps x members).

    A resource that does not fit the money any more is left out; the first that does not fit the hours ends the walk.
    """
    instance = question.instance
    limits = minutes_until(instance.calendar, checkpoint_dates(instance.calendar, question.months))
    choices = {choice.id: choice for choice in instance.choices}
    levels = dict(instance.levels)
    totals = [_reachable(question, levels)] * len(limits)
    used, money, steps = 0, 0.0, 0
    for choice in (choices[name] for name in dict.fromkeys(order) if name in choices):
        new = {skill: to for skill, _, to in choice.teaches if to > levels.get(skill, 0)}
        cost = choice.cost or 0.0
        if not new or (instance.budget is not None and (choice.cost is None or money + cost > instance.budget)):
            continue
        steps += 1
        at = bisect.bisect_left(limits, used + minutes(choice))
        if at == len(limits):
            break
        used, money = used + minutes(choice), money + cost
        levels |= new
        totals[at:] = [_reachable(question, levels)] * (len(limits) - at)
    return Walked(steps, used / 60, tuple(totals))


def _reachable(question: MarketQuestion, levels: Mapping[str, Level]) -> float:
    held = np.array([levels.get(skill, 0) for skill in question.demands.skills], dtype=np.int8)
    who = Candidate(levels=held, years=question.years, degree=question.degree)
    return float(question.weight[reach(question.demands, who, question.share).reachable].sum())


def guide_order(instance: Instance, roadmap: Roadmap) -> list[str]:
    """The roadmap's own course list, else stage by stage its courses and then what its skills still lack."""
    if roadmap.courses:
        return [course.resource for course in roadmap.courses if course.resource]
    wanted = {(need.skill, need.level) for stage in roadmap.stages for need in stage.skills}
    cheapest = _Cheapest(instance, wanted)
    order: list[str] = []
    for stage in roadmap.stages:
        courses = [course.resource for course in stage.courses if course.resource]
        cheapest.take(courses)
        order += courses
        for need in stage.skills:
            order += cheapest.way_to((need.skill, need.level))
    return order


def textbook_order(instance: Instance, role: Role) -> list[str]:
    """What the role asks of a beginner, foundations first: in the order in which needs stand on each other."""
    wanted = [_at_grade(need.any_of[0], need.levels) for need in role.needs]
    cheapest = _Cheapest(instance, {fact for fact in wanted if fact})
    ways = sorted(
        (cheapest.depth(fact), -need.weight, fact) for need, fact in zip(role.needs, wanted, strict=True) if fact
    )
    return [name for _, _, fact in ways for name in cheapest.way_to(fact)]


def _at_grade(skill: str, levels: Mapping[Seniority, Level]) -> SkillLevel | None:
    level = levels.get(TEXTBOOK_GRADE) or levels.get("intern") or next(iter(levels.values()), 0)
    return (skill, level) if level else None


def demand_order(question: MarketQuestion) -> list[str]:
    """Skills by the weight of the postings that require them, each the cheapest way to the level asked most."""
    demands = question.demands
    group = np.repeat(np.arange(len(demands.level)), np.diff(demands.member_start))
    posting = np.repeat(np.arange(len(demands.ids)), np.diff(demands.group_start))
    required = demands.required[group]
    size = len(demands.skills)
    weight = question.weight[posting[group]] * required
    asked = np.bincount(demands.members, weights=weight, minlength=size)
    at = np.bincount(demands.members * 5 + demands.level[group], weights=weight, minlength=size * 5).reshape(size, 5)
    ranked = [int(n) for n in np.argsort(-asked, kind="stable") if asked[n] > 0]
    return cheapest_order(question.instance, [(demands.skills[n], int(at[n].argmax())) for n in ranked])


def cheapest_order(instance: Instance, facts: Sequence[SkillLevel]) -> list[str]:
    """Resources for the facts one after the other, each the cheapest way, prerequisites included."""
    cheapest = _Cheapest(instance, facts)
    return [name for fact in facts for name in cheapest.way_to(fact)]


class _Cheapest:
    """The cheapest resources for facts, one after the other, given what the list teaches before."""

    def __init__(self, instance: Instance, facts: Iterable[SkillLevel]) -> None:
        targets = tuple(Target((fact,), 1.0) for fact in sorted(set(facts)))
        network = prepare(msgspec.structs.replace(instance, targets=targets))
        self.network = network
        self.number = {fact: n for n, fact in enumerate(network.facts)}
        self.ground = Ground(network)
        self.ways = Ways(self.ground)
        self.choices: dict[str, Choice] = {choice.id: choice for choice in instance.choices}
        self.held = 0

    def take(self, names: Iterable[str]) -> None:
        """These were done: what they teach is held."""
        for choice in (self.choices[name] for name in names if name in self.choices):
            for skill, _, to in choice.teaches:
                for level in range(1, to + 1):
                    fact = self.number.get((skill, level))
                    self.held |= 0 if fact is None else 1 << fact

    def depth(self, fact: SkillLevel) -> int:
        """How many resources come before it, itself included; 0 where it is held or cannot be had."""
        return len(self._closure(fact))

    def way_to(self, fact: SkillLevel) -> list[str]:
        """Resources for the fact in order; none where it is held or cannot be had."""
        names = [self.network.candidates[c].id for c in self._closure(fact)]
        self.take(names)
        return names

    def _closure(self, fact: SkillLevel) -> tuple[int, ...]:
        number = self.number.get(fact)
        if number is None or self.held >> number & 1 or self.ways.giver[number] < 0:
            return ()
        closure = self.ways.closure(self.ways.giver[number], self.held)
        return closure.members if closure else ()
