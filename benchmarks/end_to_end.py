"""From a noisy CV to postings somebody truly qualifies for: all engines in a row, invented people, real adverts.

    python benchmarks/end_to_end.py [--people 40] [--world personas|mixture|rewired] [--seconds 1] [--first 0]

One person: true levels from a world of `assessment.py` (none uses the learner's code); an honest but incomplete CV; 25
adaptive questions on what the adverts ask for; the market plan for what is then believed; and a year of study that goes
as life does. A course takes more or less time than it says; it teaches those who truly hold what it needs with
probability 0.9, others with 0.45. A lab in a fresh world follows each course: who fails it does half of the course
again (twice at most), and the lab's report names what was lacking, after which Headway plans the rest anew.

Counted is what the person truly qualifies for, month by month: posting-weeks gained over today, per 100 hours of study.
Beside it, with the same people, hours and luck: every fixed roadmap (by somebody who skips what Headway believes they
hold, and by somebody who is told the truth), Headway without the test, and an oracle: the same search told the true
levels. The oracle's own bound says what no plan could exceed if every course went as it says.
"""

import argparse
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from headway.app.plan_question import DEFAULT_ROLE
from headway.assessment.model import Aim
from headway.planning.market.bound import LIMIT, upper_bound
from headway.planning.market.puzzle import puzzle_of
from headway.planning.market.roadmaps import demand_order, guide_order, textbook_order
from headway.planning.market.worth_testing import MINUTES
from headway.planning.model import Choice
from headway.values import WEEKS_PER_MONTH
from invented_lives import (
    FIRST,
    MINUTES_A_QUESTION,
    QUESTIONS,
    Ground,
    Levels,
    Mind,
    Person,
    Year,
    at_stake,
    ground_of,
    hung_on,
    person_of,
    planned,
    qualified,
    question_of,
)  # fmt: skip

TEN_MINUTES = MINUTES // MINUTES_A_QUESTION
"""Questions of a short test."""


class Way(NamedTuple):
    """How Headway is used. questions: of the test before the plan; first: whether a short test comes before a course
    whose subject the person may hold already; about: what the test is weighted by (market: as `headway test market`
    does, what postings hang on and hours that may not be needed); between: questions of a short test before each
    step, on what the plan then says to test first.
    """

    questions: int
    first: bool
    about: Literal["plan", "demand", "market"] = "plan"
    between: int = 0


def guided(ground: Ground, person: Person, mind: Mind, way: Way, seconds: float) -> float:
    """Headway's plan, made anew where a test or a lab shows that something believed is not so."""
    year, seen = Year(ground, person), Levels()

    def believed() -> Levels:
        return {**mind.levels, **seen}

    def plan_anew(time: float) -> list[Choice]:
        return planned(question_of(ground, person, believed(), year.done), time, year.used)

    def aims_now(steps: list[Choice]) -> tuple[Aim, ...]:
        asked = question_of(ground, person, believed(), year.done)
        if way.about == "market":
            return hung_on(asked, steps, mind, seen)
        return ground.aims if way.about == "demand" else at_stake(asked, steps)

    steps = plan_anew(seconds)
    if way.questions:
        aims = aims_now(steps)
        mind.test(aims, way.questions, year.true)
        year.used += MINUTES_A_QUESTION * way.questions
        steps = plan_anew(seconds)
    while steps and not year.over:
        if way.between and (aims := aims_now(steps)):
            before = believed()
            year.used += MINUTES_A_QUESTION * way.between
            mind.test(aims, way.between, year.true)
            steps = plan_anew(seconds / 2) if before != believed() else steps
            if not steps or year.over:
                break
        choice = steps[0]
        if way.first and (asked := year.unsure(mind, choice, seen)):
            before = believed()
            year.used += MINUTES_A_QUESTION * FIRST * len(asked)
            mind.test(asked, FIRST * len(asked), year.true)
            if believed() != before and any(before.get(s, 0) != believed().get(s, 0) for s, _, _ in choice.teaches):
                steps = plan_anew(seconds / 2)
                continue
        steps.pop(0)
        lacking = year.take(choice)
        passed = all(year.true.get(skill, 0) >= to for skill, _, to in choice.teaches)
        seen |= {s: max(believed().get(s, 0), to) if passed else year.true.get(s, 0) for s, _, to in choice.teaches}
        seen |= {skill: year.true.get(skill, 0) for skill in lacking}
        if (not passed or lacking) and not year.over:
            steps = plan_anew(seconds / 2)
    return year.score


def oracle(ground: Ground, person: Person, seconds: float) -> float:
    """The same search told what is true, from day to day."""
    year = Year(ground, person)
    steps = planned(question_of(ground, person, year.true), seconds)
    while steps and not year.over:
        choice = steps.pop(0)
        year.take(choice)
        if any(year.true.get(skill, 0) < to for skill, _, to in choice.teaches) and not year.over:
            steps = planned(question_of(ground, person, year.true, year.done), seconds / 2, year.used)
    return year.score


class Row(NamedTuple):
    """Posting-weeks per 100 hours of one person by each way. fixed: roadmaps with what Headway believes after the test;
    knowing: the same told the truth. counts: postings truly within reach today, called so, and both, before and after
    the test.
    """

    ways: dict[str, float]
    oracle: float
    bound: float
    fixed: dict[str, float]
    knowing: dict[str, float]
    counts: tuple[tuple[int, int, int], ...]


WAYS = {
    "CV alone": Way(0, False),
    "CV and a test of the plan": Way(QUESTIONS, False),
    "CV and a test of what is asked most": Way(QUESTIONS, False, about="demand"),
    "and a short test before courses": Way(QUESTIONS, True, about="demand"),
    "CV and a test of the market": Way(QUESTIONS, False, about="market"),
    "and ten minutes before each step": Way(QUESTIONS, False, about="market", between=TEN_MINUTES),
}


def row_of(ground: Ground, person: Person, seconds: float) -> Row:
    truth = qualified(ground, person, person.true)
    ways, said = {}, {}
    for name, way in WAYS.items():
        mind = Mind(ground, person)
        said.setdefault("CV", qualified(ground, person, mind.levels))
        ways[name] = guided(ground, person, mind, way, seconds)
    tested = Mind(ground, person)
    tested.test(ground.aims, QUESTIONS, person.true)
    said["CV and test"] = qualified(ground, person, tested.levels)
    told = question_of(ground, person, person.true)
    hours = ground.limits[-1] / 6000
    return Row(
        ways=ways,
        oracle=oracle(ground, person, seconds),
        bound=upper_bound(puzzle_of(told), LIMIT).total * WEEKS_PER_MONTH / hours,
        fixed=followed(ground, person, tested.levels),
        knowing=followed(ground, person, person.true),
        counts=tuple((int(truth.sum()), int(s.sum()), int((truth & s).sum())) for s in said.values()),
    )


def followed(ground: Ground, person: Person, levels: Levels) -> dict[str, float]:
    """Every fixed roadmap, walked by somebody who takes these levels for their own and skips what they seem to hold."""
    asked = question_of(ground, person, levels)
    knowledge, choices = ground.knowledge, {choice.id: choice for choice in asked.instance.choices}
    orders = {r.id: guide_order(asked.instance, r) for r in knowledge.roadmaps.values()}
    orders["textbook"] = textbook_order(asked.instance, knowledge.roles[DEFAULT_ROLE])
    orders["demand"] = demand_order(asked)
    return {
        name: _walked(ground, person, levels, [choices[c] for c in o if c in choices]) for name, o in orders.items()
    }


def _walked(ground: Ground, person: Person, levels: Levels, order: Sequence[Choice]) -> float:
    year, seen = Year(ground, person), dict(levels)
    for choice in order:
        if not year.over and any(to > seen.get(skill, 0) for skill, _, to in choice.teaches):
            year.take(choice)
            seen |= {skill: year.true.get(skill, 0) for skill, _, _ in choice.teaches}
    return year.score


def told(rows: Sequence[Row]) -> None:
    """Means over the people so far."""
    mean = statistics.fmean
    ways = {name: mean([r.ways[name] for r in rows]) for name in WAYS}
    best_way = mean([r.oracle for r in rows])
    print(f"{len(rows)} people; posting-weeks gained per 100 hours of study")
    print("  Headway: " + ", ".join(f"{n} {v:.1f}" for n, v in ways.items()) + f"; oracle {best_way:.1f}")
    print(f"  bound of the oracle's plan, were every course to go as it says: {mean([r.bound for r in rows]):.1f}")
    for told_what in ("fixed", "knowing"):
        found = {name: mean([getattr(r, told_what)[name] for r in rows]) for name in rows[0].fixed}
        best = max(found, key=lambda name: found[name])
        who = "with what Headway believes after the test" if told_what == "fixed" else "told the truth"
        print(f"  roadmaps {who}: " + ", ".join(f"{name} {value:.1f}" for name, value in sorted(found.items())))
        times = ", ".join(f"{name} {value / found[best]:.2f}" for name, value in ways.items())
        print(f"    times the best of these, {best}: {times}")
    print("  of the oracle: " + ", ".join(f"{name} {value / best_way:.3f}" for name, value in ways.items()))
    for name, at in (("CV alone", 0), ("CV and 25 questions", 1)):
        truly, called, both = (sum(r.counts[at][n] for r in rows) for n in range(3))
        shares = f"{both / max(called, 1):.2f} of it truly is, {both / max(truly, 1):.2f} of what truly is"
        print(f"  called within reach today, {name}: {shares}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=40)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--world", choices=("personas", "mixture", "rewired"), default="personas")
    arguments.add_argument("--seconds", type=float, default=1.0)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as home:
        ground = ground_of(Path(home))
        print(f"{options.world}: {len(ground.demands.ids)} postings", flush=True)
        rows: list[Row] = []
        for number in range(options.first, options.first + options.people):
            row = row_of(ground, person_of(ground, options.world, number), options.seconds)
            cells = ", ".join(f"{value:.1f}" for value in (*row.ways.values(), row.oracle, row.bound))
            print(f"  {number}: {cells}; demand {row.fixed['demand']:.1f}, {row.knowing['demand']:.1f}", flush=True)
            rows.append(row)
            if len(rows) % 10 == 0 or len(rows) == options.people:
                told(rows)


if __name__ == "__main__":
    main()
