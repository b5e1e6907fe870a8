"""The engine against an oracle that tries everything, on seeded questions with circles and levels to start from."""

import datetime as dt
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from headway.planning.calendar import spread
from headway.planning.model import Calendar, Choice, Instance, SkillLevel, Target
from headway.planning.plan import make_plan
from headway.values import Span
from tests.planning.oracle import best, figures_of

SKILLS = "abcdef"


def question(seed: int) -> Instance:
    """Five to nine choices over six skills; many build on levels, some wait for each other."""
    dice = random.Random(seed)
    choices = tuple(_choice(dice, n) for n in range(dice.randint(5, 9)))
    return Instance(
        levels={skill: dice.choice((0, 0, 1)) for skill in SKILLS[:2]},
        targets=tuple(_target(dice, choices) for _ in range(dice.randint(1, 3))),
        choices=choices,
        calendar=Calendar(start=dt.date(2026, 11, 23), hours_by_weekday=spread(7)),
        budget=dice.choice((None, None, 10.0, 20.0)),
    )


def _choice(dice: random.Random, n: int) -> Choice:
    starts = {skill: dice.choice((0, 0, 0, 1, 1, 2)) for skill in dice.sample(SKILLS, dice.choice((1, 1, 2, 3)))}
    needs: list[SkillLevel] = [
        (s, dice.choice((1, 1, 1, 2))) for s in dice.sample(SKILLS, dice.choice((0, 0, 1, 1, 2)))
    ]
    likely = dice.randint(1, 30) / dice.choice((1, 1, 2, 3))
    return Choice(
        id=f"c{n}",
        hours=Span(likely / 2, likely, likely * 2),
        cost=dice.choice((0.0, 0.0, 5.0, 12.5)),
        teaches=tuple((skill, start, min(3, start + dice.choice((1, 1, 2)))) for skill, start in starts.items()),
        needs=tuple(needs),
        preferred=dice.random() < 0.2,
    )


def _target(dice: random.Random, choices: tuple[Choice, ...]) -> Target:
    pairs = [(skill, to) for skill, _, to in dice.choice(choices).teaches[: dice.choice((1, 1, 2))]]
    return Target(any_of=tuple(pairs), weight=float(dice.randint(1, 9)))


@pytest.mark.parametrize("first", range(0, 2000, 400))
def test_every_plan_is_the_best_there_is(first: int) -> None:
    """Hours always; without a budget also wish, money and steps. No plan only where there is none."""
    for seed in range(first, first + 400):
        asked = question(seed)
        plan, least = make_plan(asked), best(asked)
        assert (plan.status == "infeasible") == (least is None), seed
        if least is not None:
            found = figures_of(asked, {step.id for step in plan.steps})
            assert found[0] == least[0], seed
            assert asked.budget is not None or found == least, seed


def test_the_questions_have_what_makes_them_hard() -> None:
    """Among them are circles the solver meets, solver work, and plans proven by the bound alone."""
    seen: Counter[str] = Counter()
    for seed in range(2000):
        plan = make_plan(question(seed))
        seen[plan.status] += 1
        seen["circular"] += any(finding.code == "needs-in-a-circle" for finding in plan.left_out)
        seen["solver"] += bool(plan.proof and plan.proof.method.startswith("CP-SAT"))
        seen["bound"] += bool(plan.proof and plan.proof.method == "greedy meets its bound")
    assert min(seen["optimal"], seen["infeasible"], seen["bound"]) >= 50
    assert min(seen["solver"], seen["circular"]) >= 3


def test_other_processes_give_the_same_bytes() -> None:
    """Neither the order of sets nor anything else of one process shows in a plan."""
    program = (
        "import hashlib, msgspec; from headway.planning.plan import make_plan;"
        "from tests.planning.test_planning_optimal import question;"
        "plans = [make_plan(question(seed), {s: 0.7 for s in 'abcdef'}) for seed in range(150)];"
        "print(hashlib.sha256(msgspec.json.encode(plans)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parent.parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
