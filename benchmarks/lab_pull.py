"""What passed labs make Headway believe of invented people, and what is so.

    python benchmarks/lab_pull.py [--people 60] [--worlds own|judged] [--most 0.15]

People over the whole map hold skills by rules that the learner does not know: `judged` are the three worlds of
`assessment.py` with the real labs (the learner's numbers were never set on them); `own` are the three on which the pull
of labs was set, with invented labs. --most leaves out who holds a larger share of the map (the worlds of
`assessment.py` were made for a map of two roles; over the whole one their people hold a third). Half of the people take
the labs that are near to what they hold, half any. They pass by what they hold: the skill furthest below the level of
the lab decides, some copy, and some of those who pass without a skill have learned it by then (`Rule`). Failed labs
leave no trace in Headway.

Each line: people of one kind after so many passed labs, and one group of skills. named: at the level that a passed lab
proves; needs: what those need directly; near: a correlation of 0.5 or more on the map; rest. so: truly held at level 2
(named: at the lab's level); before, believed: mean chance without and with the labs; loss: log-loss, before and with
them; known: counted as known (0.6) by the labs only, and the share of those that is so.
"""

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from assessment import Held, calibration, mixture, noisy_and, rewired, with_needs
from headway.knowledge.labs import load_labs
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior, build_prior
from headway.values import KNOWN_CONFIDENCE

TODAY = dt.date(2026, 1, 1)
STEPS = (1, 3, 6)
TRIES = 12
NEAR = 0.5
GROUPS = ("named", "needs", "near", "rest")
NAMES = {0: 0.004, 1: 0.15, 2: 0.7, 3: 0.85, 4: 0.85}
"""Chance that a CV names a skill, by the level that is held."""
Levels = np.ndarray
World = Callable[[np.random.Generator], Levels]


class Rule(NamedTuple):
    """Chance to pass: of who holds all, lacks a level of something, lacks more; to copy; to have learned by passing."""

    holds: float = 0.93
    lacks_one: float = 0.25
    lacks_more: float = 0.05
    copies: float = 0.03
    learns: float = 0.6


class Lab(NamedTuple):
    """What it proves: rows of skills with levels."""

    id: str
    proves: tuple[tuple[int, int], ...]


class Taken(NamedTuple):
    """One person: what their CV names, the labs passed in order, and what is held before and after each."""

    claims: list[Evidence]
    passed: list[Lab]
    true: list[Levels]
    failed: list[tuple[Lab, Levels]]


class Map:
    """The skills in rows, needs first where it matters."""

    def __init__(self, knowledge: Knowledge, prior: Prior) -> None:
        self.knowledge, self.prior = knowledge, prior
        self.edges = with_needs(knowledge, prior.ids)
        self.area = {skill: knowledge.skills[skill].area for skill in self.edges}
        self.order = [prior.index[skill] for skill in self.edges]
        self.needs = {prior.index[s]: [prior.index[b] for b in below] for s, below in self.edges.items()}
        self.areas, self.depth, self.count = prior.areas, prior.steps, len(prior.ids)
        self.ties = prior.ties(slice(None), list(range(self.count)))
        self.harder = np.random.default_rng(77).normal(size=self.count) * 0.5


def judged(ground: Map) -> dict[str, World]:
    """The worlds of `assessment.py` over the whole map; two in five are a level further than held or not held."""
    fixed = np.random.default_rng(11)
    other = rewired(ground.edges, fixed)
    loads = np.column_stack([fixed.uniform(0.2, 1, (ground.count, 2)), fixed.uniform(-0.4, 1.4, ground.count)])

    def levels(held: Held, dice: np.random.Generator) -> Levels:
        found = np.zeros(ground.count, dtype=int)
        for skill, has in held.items():
            found[ground.prior.index[skill]] = 2 * has + (dice.random() < 0.4)
        return found

    return {
        "personas": lambda d: levels(noisy_and(ground.edges, ground.area, d), d),
        "mixture": lambda d: levels(mixture(list(ground.edges), loads, d), d),
        "rewired": lambda d: levels(noisy_and(other, ground.area, d), d),
    }


def own(ground: Map) -> dict[str, World]:
    rules = {"factors": factors, "careers": careers, "gates": gates}
    return {name: partial(rule, ground) for name, rule in rules.items()}


def factors(ground: Map, dice: np.random.Generator) -> Levels:
    """A general ability and one for each area; what builds on much is rarer; no need opens or closes anything."""
    areas = dice.normal(size=ground.areas.max() + 1)
    drawn = 0.45 * dice.normal() + 0.65 * areas[ground.areas] + 0.61 * dice.normal(size=ground.count)
    bar = 0.85 + 0.16 * ground.depth + ground.harder
    return (drawn[:, None] > bar[:, None] + np.array([-0.7, 0.0, 0.8, 1.7])).sum(axis=1)


def careers(ground: Map, dice: np.random.Generator) -> Levels:
    """Two to four areas gone into to some depth, little else; needs help."""
    home = dice.choice(ground.areas.max() + 1, size=int(dice.integers(2, 5)), replace=False)
    reach, found = dice.uniform(1.5, 7.0), np.zeros(ground.count, dtype=int)
    for row in ground.order:
        ready = np.mean([found[b] >= 1 for b in ground.needs[row]]) if ground.needs[row] else 1.0
        at_home = ground.areas[row] in home
        ease = (reach - ground.depth[row]) * (0.8 if at_home else 0.35) - (0.3 if at_home else 2.2)
        chance = (0.15 + 0.85 * ready**2) / (1 + np.exp(ground.harder[row] - ease))
        for step in range(3):
            if dice.random() >= chance * (0.62 if step else 1.0):
                break
            found[row] += 1
    return found


def gates(ground: Map, dice: np.random.Generator) -> Levels:
    """Each need that is lacking makes a skill four times rarer; abilities in general and by area."""
    general, areas = dice.normal(), dice.normal(size=ground.areas.max() + 1)
    found = np.zeros(ground.count, dtype=int)
    for row in ground.order:
        open_ = np.prod([0.25 + 0.75 * (found[b] >= 2) for b in ground.needs[row]])
        chance = open_ / (1 + np.exp(1.0 + ground.harder[row] - 1.2 * general - 1.3 * areas[ground.areas[row]]))
        if dice.random() < chance:
            found[row] = 2 + (dice.random() < 0.3)
        else:
            found[row] = dice.random() < 0.15 + 0.3 * chance
    return found


def real_labs(ground: Map) -> list[Lab]:
    index = ground.prior.index
    return [Lab(id_, tuple((index[p.skill], p.level) for p in lab.authored.proves)) for id_, lab in load_labs().items()]


def invented_labs(ground: Map) -> list[Lab]:
    """Twenty, each about two to four technical skills of one area."""
    dice, found = np.random.default_rng(3), list[Lab]()
    usable = [r for r, id_ in enumerate(ground.prior.ids) if ground.knowledge.skills[id_].kind != "human"]
    while len(found) < 20:
        first = int(dice.choice(usable))
        near = [r for r in usable if r != first and ground.areas[r] == ground.areas[first]]
        near = [r for r in near if ground.depth[r] <= ground.depth[first]]
        if not ground.needs[first] or ground.depth[first] > 4 or len(near) < 3:
            continue
        others = dice.choice(near, size=int(dice.integers(1, 4)), replace=False)
        found.append(Lab(f"lab-{len(found)}", ((first, 2), *((int(r), int(dice.integers(1, 3))) for r in others))))
    return found


def takes(ground: Map, true: Levels, labs: Sequence[Lab], dice: np.random.Generator, rule: Rule) -> Taken:
    """Labs taken one after the other, up to six passed ones."""
    claims = [mention(ground.prior.ids[r]) for r in ground.order if dice.random() < NAMES[int(true[r])]]
    pull = 4.0 * (dice.random() < 0.5)
    weight = np.array([np.exp(pull * nearness(ground, lab, true)) for lab in labs])
    found, left = Taken(claims, [], [true.copy()], []), list(range(len(labs)))
    for _ in range(min(TRIES, len(labs))):
        if len(found.passed) == max(STEPS):
            break
        number = int(dice.choice(left, p=weight[left] / weight[left].sum()))
        left.remove(number)
        lab, now = labs[number], found.true[-1].copy()
        lacking = [max(level - int(now[row]), 0) for row, level in lab.proves]
        copied = dice.random() < rule.copies
        chance = (rule.holds, rule.lacks_one, rule.lacks_more)[min(max(lacking), 2)]
        if not copied and dice.random() >= chance:
            found.failed.append((lab, now))
            continue
        for (row, level), lacks in zip(lab.proves, lacking, strict=True):
            if lacks and not copied and dice.random() < rule.learns:
                now[row] = level
        found.passed.append(lab)
        found.true.append(now)
    return found


def nearness(ground: Map, lab: Lab, true: Levels) -> float:
    """Share of what the lab proves, and of what that needs, that is there."""
    there = [min(int(true[row]), level) / level for row, level in lab.proves]
    there += [float(true[b] >= 1) for row, _ in lab.proves for b in ground.needs[row]]
    return float(np.mean(there))


def mention(skill: str) -> Evidence:
    return Evidence(id=f"claim-{skill}", skill=skill, kind="cv-mention", source="cv:a", level=2)


def proof(ground: Map, lab: Lab) -> list[Evidence]:
    return [
        Evidence(
            id=f"lab:{lab.id}:{ground.prior.ids[row]}", skill=ground.prior.ids[row], kind="lab", source="lab",
            level=level, date=TODAY, last_used=TODAY,
        )
        for row, level in lab.proves
    ]  # fmt: skip


class Seen(NamedTuple):
    """Of skills of one group: chance before the labs and with them, and what is so."""

    before: np.ndarray
    believed: np.ndarray
    so: np.ndarray


def look(ground: Map, taken: Taken, *, cv: bool) -> Iterator[tuple[int, str, Seen]]:
    """After each number of passed labs, by group."""
    claims = taken.claims if cv else []
    before = fold(claims, ground.prior, TODAY).rates
    for count in STEPS:
        if len(taken.passed) < count:
            return
        labs, true = taken.passed[:count], taken.true[count]
        rates = fold([*claims, *(p for lab in labs for p in proof(ground, lab))], ground.prior, TODAY).rates
        named: dict[int, int] = {}
        for row, level in (part for lab in labs for part in lab.proves):
            named[row] = max(level, named.get(row, 0))
        rows, levels = np.array(list(named)), np.array(list(named.values()))
        yield count, "named", Seen(before[rows, levels - 1], rates[rows, levels - 1], true[rows] >= levels)
        needs = {b for row in named for b in ground.needs[row]} - set(named)
        group = np.where(ground.ties[:, rows].max(axis=1) >= NEAR, 2, 3)
        group[list(needs)], group[rows] = 1, 0
        for place in (1, 2, 3):
            own_ = group == place
            yield count, GROUPS[place], Seen(before[own_, 1], rates[own_, 1], true[own_] >= 2)


def failed(ground: Map, everyone: Sequence[Taken], *, cv: bool) -> str:
    """What is believed of the skills of the first lab that failed, and what is so."""
    said, so = list[float](), list[bool]()
    for taken in everyone:
        if taken.failed:
            lab, true = taken.failed[0]
            rates = fold(taken.claims if cv else [], ground.prior, TODAY).rates
            said += [float(rates[row, level - 1]) for row, level in lab.proves]
            so += [bool(true[row] >= level) for row, level in lab.proves]
    return f"skills of the first failed lab: believed {np.mean(said):.2f}, so {np.mean(so):.2f} ({len(so)})"


def loss(chance: np.ndarray, so: np.ndarray) -> float:
    chance = np.clip(chance, 1e-4, 1 - 1e-4)
    return float(-np.where(so, np.log(chance), np.log(1 - chance)).mean())


def line(seen: Seen) -> str:
    new = (seen.believed >= KNOWN_CONFIDENCE) & (seen.before < KNOWN_CONFIDENCE)
    told = f"{new.mean():.3f}, {seen.so[new].mean():.2f} so" if new.any() else "0"
    return (
        f"{len(seen.so)} | {seen.so.mean():.3f} | {seen.before.mean():.3f} | {seen.believed.mean():.3f} | "
        f"{loss(seen.before, seen.so):.3f} -> {loss(seen.believed, seen.so):.3f} | "
        f"{calibration(seen.believed, seen.so):.3f} | {told} |"
    )


def show(ground: Map, name: str, everyone: Sequence[Taken]) -> None:
    for cv in (False, True):
        found: dict[tuple[int, str], list[Seen]] = {}
        for taken in everyone:
            for count, group, seen in look(ground, taken, cv=cv):
                found.setdefault((count, group), []).append(seen)
        held = np.mean([(t.true[0] >= 2).mean() for t in everyone])
        print(f"\n{name}, hold {held:.2f}, {'with' if cv else 'without'} a CV; {failed(ground, everyone, cv=cv)}")
        print(
            "| labs | skills | pairs | so | before | believed | loss | calibration | known by labs |\n"
            + "|---" * 9
            + "|"
        )
        for (count, group), parts in sorted(found.items(), key=lambda p: (p[0][0], GROUPS.index(p[0][1]))):
            print(f"| {count} | {group} | {line(Seen(*map(np.concatenate, zip(*parts, strict=True))))}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=60)
    arguments.add_argument("--worlds", choices=("own", "judged"), default="judged")
    arguments.add_argument("--most", type=float, default=1.0)
    options = arguments.parse_args()
    knowledge = load_knowledge()
    ground = Map(knowledge, build_prior(knowledge.skills, knowledge.words.half_life_months))
    worlds: Mapping[str, World] = judged(ground) if options.worlds == "judged" else own(ground)
    labs = real_labs(ground) if options.worlds == "judged" else invented_labs(ground)
    all_: list[Taken] = []
    for name, world in worlds.items():
        dice, everyone = np.random.default_rng(21), list[Taken]()
        while len(everyone) < options.people:
            true = world(dice)
            if (true >= 2).mean() <= options.most:
                taken = takes(ground, true, labs, dice, Rule())
                everyone += [taken] if taken.passed else []
        show(ground, name, everyone)
        all_ += everyone
    show(ground, "all", all_)


if __name__ == "__main__":
    main()
