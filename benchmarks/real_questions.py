"""How tests of the questions that are really asked place invented people, and what a CV that claims everything does.

    python benchmarks/real_questions.py [--people 60] [--seed 9101] [--world personas|mixture|rewired]

`assessment.py` asks constructed questions, as sharp as can be and guessed right one time in ten; here the bank itself
is asked, with its judged slopes and each question's own luck. Map and worlds are those of `assessment.py`; who holds a
skill is proficient two times in five, else working; two in five others have heard of it. Nobody says "I don't know".
They answer in two ways:

- step: right, but for a slip, wherever the level asked is held, by luck elsewhere: sharper than the learner is told;
- curve: by the learner's own curve, at an ability drawn within the level held: just below a level many are right.

Each cell: right / over-credited at one half / calibration error; then right / over-credited where counted as known, as
plan and fit do; and what a bar of .75 for skills that were asked just once would make of that.
"""

import argparse
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from assessment import TODAY, Held, World, ask_one, cell, honest, map_of, mention, session_for, worlds
from headway.assessment.estimate import Estimate, curve_of, estimate_of
from headway.assessment.model import Aim
from headway.knowledge.items import Item
from headway.knowledge.load import load_items, load_knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.normal import below
from headway.learner.prior import Prior, build_prior
from headway.values import KNOWN_CONFIDENCE

STEPS = (10, 25, 30)
BAR = 0.75
"""The bar tried for what was asked once."""
FEW = 0.35
"""Who claims everything holds less than this share."""
Levels = Mapping[str, int]
Luck = Callable[[Item], float]


class Sat(NamedTuple):
    """After each number of questions: chances, and how often each skill was asked."""

    rates: np.ndarray
    asked: np.ndarray


def levels_of(held: Held, dice: np.random.Generator) -> dict[str, int]:
    return {skill: 2 * has + int(dice.random() < 0.4) for skill, has in held.items()}


def by_step(levels: Levels, _: Estimate, __: np.random.Generator) -> Luck:
    return lambda item: 1.0 - item.slip if levels[item.skill] >= item.level else item.guess


def by_curve(levels: Levels, estimate: Estimate, dice: np.random.Generator) -> Luck:
    ability = {skill: drawn(estimate.thresholds[estimate.place[skill]], level, dice) for skill, level in levels.items()}

    def chance(item: Item) -> float:
        curve = curve_of(estimate, item)
        ease = (ability[item.skill] - curve.at) / curve.blur**0.5
        return item.guess + (1.0 - item.guess - item.slip) * below(ease)

    return chance


def drawn(thresholds: np.ndarray, level: int, dice: np.random.Generator) -> float:
    """A standard normal ability within a level, by trial; at its edge where trials run out."""
    edges = np.concatenate([[-np.inf], thresholds, [np.inf]])
    tries = dice.normal(size=4000)
    inside = tries[(tries > edges[level]) & (tries <= edges[level + 1])]
    return float(inside[0]) if len(inside) else float(edges[max(level, 1)])


WAYS = {"step": by_step, "curve": by_curve}


def sit(
    prior: Prior, levels: Levels, claims: list[Evidence], bank: Mapping[str, Item], way: str, dice: np.random.Generator
) -> Sat:
    """Everybody answers as many questions as the last of STEPS."""
    skills = list(levels)
    aims, place = tuple(Aim(skill, 2, 1.0) for skill in skills), {skill: i for i, skill in enumerate(skills)}
    session, estimate = session_for(aims, max(STEPS)), estimate_of(fold(claims, prior, TODAY), skills)
    chance = WAYS[way](levels, estimate, dice)
    rates, asked = [estimate.rates(aims)], [np.zeros(len(skills))]
    for _ in range(max(STEPS)):
        session, estimate = ask_one(session, estimate, bank, lambda item: bool(dice.random() < chance(item)))
        one = np.zeros(len(skills))
        one[place[bank[session.given[-1].item].skill]] = 1
        rates.append(estimate.rates(aims))
        asked.append(asked[-1] + one)
    return Sat(np.array(rates), np.array(asked))


def told(truth: np.ndarray, rates: np.ndarray, asked: np.ndarray) -> str:
    known = rates >= KNOWN_CONFIDENCE
    barred = known & ((asked != 1) | (rates >= BAR))
    as_known = (f"{(k == truth).mean():.3f} / {(k & ~truth).mean():.4f}" for k in (known, barred))
    return f"{cell(rates, truth)}; " + "; ".join(as_known)


def row(prior: Prior, world: World, bank: Mapping[str, Item], cv: str, way: str, people: int, seed: int) -> str:
    dice = np.random.default_rng(seed)
    truths: list[list[bool]] = []
    sat: list[Sat] = []
    while len(truths) < people:
        held = world(dice)
        if cv == "claims all" and np.mean(list(held.values())) >= FEW:
            continue
        told_of = {"claims all": [mention(s) for s in held], "honest CV": honest(held, dice), "no CV": []}[cv]
        truths.append(list(held.values()))
        sat.append(sit(prior, levels_of(held, dice), told_of, bank, way, dice))
    truth = np.array(truths)
    rates, asked = np.array([s.rates for s in sat]), np.array([s.asked for s in sat])
    return " | ".join(told(truth, rates[:, n], asked[:, n]) for n in STEPS)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=9101)
    arguments.add_argument("--world", choices=("personas", "mixture", "rewired"), default="personas")
    options = arguments.parse_args()
    knowledge = load_knowledge()
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    on_map = map_of(knowledge)
    bank = {item.id: item for item in load_items().items.values() if item.skill in on_map}
    asked = len({item.skill for item in bank.values()})
    print(
        f"{len(bank)} questions about {asked} of {len(on_map)} skills; {options.people} people a row of {options.world}"
    )
    print("| people, answering by | " + " | ".join(map(str, STEPS)) + " |\n" + "|---" * (1 + len(STEPS)) + "|")
    for cv in ("claims all", "honest CV", "no CV"):
        for way in WAYS:
            cells = row(prior, worlds(knowledge)[options.world], bank, cv, way, options.people, options.seed)
            print(f"| {cv}, {way} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
