"""Invented people among real postings: what is true of them, what Headway is told, and how a year of study goes."""

import datetime as dt
import os
import time
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from assessment import GUESS, SLIP, ask_one, constructed, honest, mixture, noisy_and, rewired, session_for, with_needs
from headway.app.context import Context
from headway.app.market_listing import judged_skills
from headway.app.market_room import filled_store
from headway.app.market_scope import Wishes, scope_of
from headway.app.plan import known_levels
from headway.assessment.estimate import estimate_of, piece_of
from headway.assessment.model import Aim
from headway.cli.main import execute
from headway.knowledge.items import Item
from headway.knowledge.model import Knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior, build_prior
from headway.market.demands import demands_of
from headway.planning.build import build_instance
from headway.planning.market.plan import raises
from headway.planning.market.puzzle import puzzle_of
from headway.planning.market.question import MarketQuestion, checkpoint_dates, minutes_until
from headway.planning.market.search import Search
from headway.planning.market.worth_testing import stakes
from headway.planning.model import Choice
from headway.planning.offers import minutes
from headway.planning.options import PlanOptions, check
from headway.postings.demands import Candidate, Demands, reach
from headway.values import KNOWN_CONFIDENCE, WEEKS_PER_MONTH, Level

TODAY = dt.date(2026, 11, 20)
QUESTIONS = 25
TAUGHT, HALF_TAUGHT = 0.9, 0.45
"""Chance that a course teaches those who hold what it needs, and others."""
AGAIN = 2
SLOWER = 0.35
"""Standard deviation of the logarithm of true over stated hours."""
AIMS = 100
"""Skills in a test about the market: those asked for most."""
LEANS = 10.0
"""Hours at stake in what a step builds on."""
FIRST, MINUTES_A_QUESTION, MAYBE = 3, 2, 0.2
"""Questions on a skill before a course that teaches it, what they take, and from which chance of holding it on."""
Levels = dict[str, Level]


class Ground(NamedTuple):
    """What all people share."""

    knowledge: Knowledge
    prior: Prior
    demands: Demands
    aims: tuple[Aim, ...]
    limits: tuple[int, ...]
    options: PlanOptions


class Person(NamedTuple):
    """number: seeds all luck of the person, the same whatever plan is followed."""

    number: int
    true: Levels
    years: float
    degree: int


def ground_of(home: Path) -> Ground:
    """The real postings of the shared data, kept in a folder of their own."""
    postings = Path(os.environ.get("HEADWAY_SHARED", "../shared")) / "data" / "postings" / "ml_postings.jsonl"
    os.environ["HEADWAY_HOME"] = str(home)
    execute(["market", "import", str(postings), "--today", TODAY.isoformat()])
    context = Context(TODAY, home)
    knowledge = context.knowledge
    scope = scope_of(context, Wishes(role=None, country=None, seniority=None))
    demands = demands_of(filled_store(context).ask("scoped_demands", scope.parameters()), judged_skills(context))
    options = check(PlanOptions(start=TODAY, hours=10.0))
    calendar = options.calendar
    asked = np.bincount(demands.members, minlength=len(demands.skills))
    most = sorted(range(len(asked)), key=lambda n: (-asked[n], n))[:AIMS]
    aims = tuple(Aim(demands.skills[n], 2, float(asked[n])) for n in most)
    limits = minutes_until(calendar, checkpoint_dates(calendar, 12))
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    return Ground(knowledge, prior, demands, aims, limits, options)


def edges_of(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Every live skill with what it needs, needs first."""
    return with_needs(knowledge, sorted(s.id for s in knowledge.skills.values() if s.replaced_by is None))


def person_of(ground: Ground, world: str, number: int) -> Person:
    """Whoever holds a skill is proficient two times in five, else working; two in five others have heard of it."""
    edges = edges_of(ground.knowledge)
    areas = {skill: ground.knowledge.skills[skill].area for skill in edges}
    fixed, dice = np.random.default_rng(11), np.random.default_rng([number, 7])
    if world == "mixture":
        loads = np.column_stack([fixed.uniform(0.2, 1.0, (len(edges), 2)), fixed.uniform(-0.4, 1.4, len(edges))])
        held = mixture(list(edges), loads, dice)
    else:
        held = noisy_and(rewired(edges, fixed) if world == "rewired" else edges, areas, dice)
    more = dice.random(len(held)) < 0.4
    true: Levels = {s: 2 * has + int(m) for (s, has), m in zip(held.items(), more, strict=True)}  # type: ignore[misc]
    return Person(number, true, float(dice.integers(0, 9)), int(dice.choice([0, 2, 3], p=[0.2, 0.5, 0.3])))


class Mind:
    """What Headway has been told of a person, and what it believes. Tests are answered with luck of their own."""

    def __init__(self, ground: Ground, person: Person) -> None:
        self.ground, self.person = ground, person
        self.dice = np.random.default_rng([person.number, 8])
        held = {s: level >= 2 for s, level in person.true.items()}
        self.told: list[Evidence] = list(honest(held, self.dice))
        self.belief = fold(self.told, ground.prior, TODAY)
        self.asked = 0

    @property
    def levels(self) -> Levels:
        return dict(known_levels(self.belief, KNOWN_CONFIDENCE)[0])

    def test(self, aims: tuple[Aim, ...], questions: int, true: Mapping[str, Level]) -> None:
        """So many adaptive questions on the aims, answered by somebody of these true levels."""
        skills = sorted({aim.skill for aim in aims})
        bank = {item.id: item for item in _items(aims)}
        session, estimate = session_for(aims, questions), estimate_of(self.belief, skills)
        for _ in range(min(questions, len(bank))):
            session, estimate = ask_one(session, estimate, bank, lambda item: self._right(item, true))
        pieces = [piece_of(session, given, bank[given.item]) for given in session.given]
        self.asked += len(pieces)
        self._hear([msgspec.structs.replace(p, id=f"{p.id}-{self.asked}-{n}") for n, p in enumerate(pieces) if p])

    def _right(self, item: Item, true: Mapping[str, Level]) -> bool:
        return bool(self.dice.random() < (1 - SLIP if true.get(item.skill, 0) >= item.level else GUESS))

    def _hear(self, pieces: Sequence[Evidence]) -> None:
        self.told += pieces
        self.belief = fold(self.told, self.ground.prior, TODAY)


def _items(aims: Sequence[Aim]) -> list[Item]:
    """Three sharp constructed questions for each aim, at its level."""
    found = []
    for aim in aims:
        for item in constructed([aim.skill]).values():
            authored = msgspec.structs.replace(item.authored, id=f"{item.id}-{aim.level}", level=aim.level)
            found.append(msgspec.structs.replace(item, id=authored.id, level=aim.level, authored=authored))
    return found


def at_stake(asked: MarketQuestion, steps: Sequence[Choice]) -> tuple[Aim, ...]:
    """As `headway test plan` does: what the steps teach, by their hours, and what they build on."""
    weights: dict[tuple[str, Level], float] = {}
    for step in steps:
        new = [(s, to) for s, _, to in step.teaches if to > asked.instance.levels.get(s, 0)]
        for key in new:
            weights[key] = weights.get(key, 0.0) + step.hours.likely / len(new)
        for key in step.needs:
            weights[key] = weights.get(key, 0.0) + LEANS
    return tuple(Aim(skill, level, weight) for (skill, level), weight in sorted(weights.items()))


def hung_on(asked: MarketQuestion, steps: Sequence[Choice], mind: Mind, seen: Mapping[str, Level]) -> tuple[Aim, ...]:
    """As `headway test market` does. What a lab has shown (seen) is certain."""

    def chances(skill: str, level: Level) -> float:
        return float(seen[skill] >= level) if skill in seen else mind.belief.p_at_least(skill, level)

    levels, taught = dict(asked.instance.levels), []
    for step in steps:
        raised = raises(step, levels)
        levels |= {skill: to for skill, _, to in raised}
        taught.append((raised, step.hours))
    found = stakes(asked, taught, chances).stakes
    return tuple(Aim(s.skill, s.level, s.weight) for s in sorted(found, key=lambda s: (s.skill, s.level)))


def question_of(
    ground: Ground, person: Person, levels: Mapping[str, Level], done: Sequence[str] = ()
) -> MarketQuestion:
    options = msgspec.structs.replace(ground.options, done=())
    instance = build_instance(levels, (), ground.knowledge.resources, options)
    choices = tuple(choice for choice in instance.choices if choice.id not in done)
    return MarketQuestion(
        instance=msgspec.structs.replace(instance, choices=choices),
        demands=ground.demands,
        years=person.years,
        degree=person.degree,
    )


def planned(asked: MarketQuestion, seconds: float, used: int = 0) -> list[Choice]:
    """The steps that a search of so many CPU-seconds finds for the time that is left after `used` minutes."""
    puzzle = puzzle_of(asked)
    left = tuple(limit - used for limit in puzzle.limits if limit > used)
    search = Search(msgspec.structs.replace(puzzle, limits=left))
    begin = time.thread_time()
    search.run(lambda *_: time.thread_time() - begin < seconds)
    choices = {choice.id: choice for choice in asked.instance.choices}
    return [choices[puzzle.network.candidates[c].id] for c in search.take(()).order]


def qualified(ground: Ground, person: Person, levels: Mapping[str, Level]) -> np.ndarray:
    """Which postings somebody with these levels qualifies for."""
    held = np.array([levels.get(skill, 0) for skill in ground.demands.skills], dtype=np.int8)
    return np.asarray(reach(ground.demands, Candidate(levels=held, years=person.years, degree=person.degree)).reachable)


class Year:
    """A year of study: what is truly held, minutes used, and what is qualified for month by month."""

    def __init__(self, ground: Ground, person: Person) -> None:
        self.ground, self.person = ground, person
        self.true: Levels = dict(person.true)
        self.used = 0
        self.today = int(qualified(ground, person, self.true).sum())
        self.curve = [0] * len(ground.limits)
        self.done: list[str] = []
        self.asked: set[str] = set()

    def take(self, choice: Choice) -> set[str]:
        """One course with its lab, gone through; the needs that were lacking, as the lab's report names them."""
        dice = np.random.default_rng([self.person.number, zlib.crc32(choice.id.encode())])
        pace = float(np.exp(dice.normal(0.0, SLOWER)))
        lacking = {skill for skill, level in choice.needs if self.true.get(skill, 0) < level}
        self.done.append(choice.id)
        for attempt in range(1 + AGAIN):
            self.used += round(minutes(choice) * pace * (0.5 if attempt else 1.0))
            if dice.random() < (HALF_TAUGHT if lacking else TAUGHT):
                for skill, start, to in sorted(choice.teaches):
                    if self.true.get(skill, 0) >= start:
                        self.true[skill] = max(to, self.true.get(skill, 0))  # type: ignore[assignment]
                break
        self._note()
        lacking |= {s for s, start, _ in choice.teaches if self.true.get(s, 0) < start}
        return lacking

    def _note(self) -> None:
        gained = int(qualified(self.ground, self.person, self.true).sum()) - self.today
        for month, limit in enumerate(self.ground.limits):
            if self.used <= limit:
                self.curve[month] = gained

    def unsure(self, mind: Mind, choice: Choice, seen: Mapping[str, Level]) -> tuple[Aim, ...]:
        """What the course teaches, is not believed to be held, and may well be; asked once a course."""
        chances = {(s, to): mind.belief.p_at_least(s, to) for s, _, to in choice.teaches if s not in seen}
        once = choice.id not in self.asked
        self.asked.add(choice.id)
        return tuple(Aim(*key, 1.0) for key, p in chances.items() if once and MAYBE <= p < KNOWN_CONFIDENCE)

    @property
    def over(self) -> bool:
        return self.used >= self.ground.limits[-1]

    @property
    def score(self) -> float:
        """Posting-weeks gained per 100 hours."""
        return sum(self.curve) * WEEKS_PER_MONTH / (self.ground.limits[-1] / 6000)
