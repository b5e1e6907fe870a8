"""How well tests place invented people, in worlds that the learner's model does not know.

    python benchmarks/assessment.py [--people 60] [--only placement|faker|dated|single|latency] [--to 25] [--keep FILE]

The map is that of two roles in the real knowledge base (all their needs and what those need). Three worlds draw who
holds what ("level >= 2"): `personas` (kinds of people, then a noisy AND over the true prerequisites), `mixture` (no
prerequisites at all: two crossed abilities and heavy tails, which breaks the assumed model) and `rewired` (the noisy
AND, with a fifth of the prerequisites replaced by others that the learner does not know of). None uses the learner's
code.
Answers are constructed ones: right with probability 0.9 by those who hold it, 0.1 by others. `right`: share of the map
placed right at one half; `over`: share wrongly credited; ECE: calibration error in ten bins.
With --to above 25 people sit on, and each row is followed by what a test leaves that ends by itself: once the share it
expects to be placed wrongly is small enough, after ten questions at the earliest and --to at the latest.
"""

import argparse
import datetime as dt
import pickle
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median

import numpy as np

from headway.assessment.choose import candidates, outlook, pick
from headway.assessment.estimate import Estimate, after, estimate_of, piece_of
from headway.assessment.model import Aim, Given, Limits, Session
from headway.assessment.stop import FEWEST_OVER_A_MAP, wrong_share
from headway.knowledge.items import AuthoredItem, Item
from headway.knowledge.load import load_items, load_knowledge
from headway.knowledge.model import Knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior, build_prior
from headway.values import KNOWN_CONFIDENCE

TODAY = dt.date(2026, 1, 1)
ROLES = ("machine-learning-engineer", "data-scientist")
STEPS = (0, 10, 15, 25)
SHARES = (0.04, 0.05, 0.06, 0.07, 0.08, 0.1)
"""Expected shares of wrong placements at which a test may end."""
SLIP, GUESS = 0.1, 0.1
EACH = 3
STEP = 1e6
"""Slope of the questions as the learner is told it: whoever holds the skill is right by 1 - SLIP, others by GUESS, with
nothing between. (It was 8, which told the learner of a blur that the answers do not have.)
"""
Held = dict[str, bool]
World = Callable[[np.random.Generator], Held]


def map_of(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Skills of the roles and all they need, each with its prerequisites, prerequisites first."""
    return with_needs(knowledge, (s for role in ROLES for need in knowledge.roles[role].needs for s in need.any_of))


def with_needs(knowledge: Knowledge, skills: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The skills and all they need, each with its prerequisites, prerequisites first."""
    found: dict[str, tuple[str, ...]] = {}

    def add(skill: str) -> None:
        if skill not in found:
            below = tuple(n.skill for n in knowledge.skills[skill].needs)
            for each in below:
                add(each)
            found[skill] = below

    for skill in skills:
        add(skill)
    return found


def noisy_and(edges: Mapping[str, tuple[str, ...]], areas: Mapping[str, str], dice: np.random.Generator) -> Held:
    """Personas: one of four kinds of people, each with its strong areas; prerequisites open the way."""
    kinds: list[set[str]] = [
        {"data-analysis", "statistics", "databases"},
        {"software-engineering", "mlops", "infrastructure", "cloud"},
        {"machine-learning", "deep-learning", "mathematics", "nlp", "llm"},
        set(),
    ]
    strong = kinds[int(dice.integers(4))]
    general = dice.uniform(-1.6, 1.8)
    depth: dict[str, int] = {}
    held: Held = {}
    for skill, below in edges.items():
        depth[skill] = 1 + max((depth[b] for b in below), default=-1)
        ease = general + (1.1 if areas[skill] in strong else -0.2) - 0.3 * depth[skill] + 0.5
        ready = all(held[b] for b in below)
        held[skill] = bool(dice.random() < (1 / (1 + np.exp(-2.2 * ease)) if ready else 0.05))
    return held


def mixture(skills: list[str], loads: np.ndarray, dice: np.random.Generator) -> Held:
    """Two abilities that skills load on differently, whatever they need; noise with heavy tails; no map."""
    ability = dice.normal(size=2)
    noise = dice.standard_t(3, size=len(skills)) * 0.6
    drawn = loads[:, :2] @ ability + noise
    return {skill: bool(value > cut) for skill, value, cut in zip(skills, drawn, loads[:, 2], strict=True)}


def rewired(edges: Mapping[str, tuple[str, ...]], dice: np.random.Generator) -> dict[str, tuple[str, ...]]:
    """A fifth of the prerequisites replaced by random skills that come earlier."""
    order = list(edges)
    found = {}
    for position, (skill, below) in enumerate(edges.items()):
        changed = [order[int(dice.integers(position))] if position and dice.random() < 0.2 else b for b in below]
        found[skill] = tuple(dict.fromkeys(changed))
    return found


def worlds(knowledge: Knowledge) -> dict[str, World]:
    edges = map_of(knowledge)
    areas = {skill: knowledge.skills[skill].area for skill in edges}
    dice = np.random.default_rng(11)
    other = rewired(edges, dice)
    skills = list(edges)
    loads = np.column_stack([dice.uniform(0.2, 1.0, (len(skills), 2)), dice.uniform(-0.4, 1.4, len(skills))])
    return {
        "personas": lambda d: noisy_and(edges, areas, d),
        "mixture": lambda d: mixture(skills, loads, d),
        "rewired": lambda d: noisy_and(other, areas, d),
    }


def constructed(skills: list[str]) -> dict[str, Item]:
    """Three sharp constructed items a skill."""
    items = {}
    for skill in skills:
        for number in range(EACH):
            id_ = f"{skill}-{number}"
            authored = AuthoredItem(id=id_, level=2, kind="number", ask="")
            items[id_] = Item(
                id=id_, topic="", skill=skill, level=2, kind="number", a=STEP, b=0.0, guess=GUESS, slip=SLIP,
                source="invented", authored=authored,
            )  # fmt: skip
    return items


def mention(skill: str) -> Evidence:
    return Evidence(id=f"claim-{skill}", skill=skill, kind="cv-mention", source="cv:a", level=2)


def used(skill: str, dice: np.random.Generator) -> Evidence:
    """Dated use until now, of one to six years."""
    return Evidence(
        id=f"claim-{skill}", skill=skill, kind="cv-use", source="cv:a", level=2,
        months=float(dice.choice([12, 24, 36, 72])), last_used=TODAY,
    )  # fmt: skip


def honest(held: Held, dice: np.random.Generator) -> list[Evidence]:
    """Names three quarters of what is held and one in twenty of what is not."""
    return [mention(s) for s, has in held.items() if dice.random() < (0.75 if has else 0.05)]


def session_for(aims: tuple[Aim, ...], questions: int, *, single: bool = False) -> Session:
    limits = Limits(questions=questions, each_skill=questions if single else EACH)
    return Session(id="b", about="", begun=TODAY, seed=1, bank="", single=single, aims=aims, limits=limits)


def ask_one(
    session: Session, estimate: Estimate, bank: Mapping[str, Item], right: Callable[[Item], bool]
) -> tuple[Session, Estimate]:
    """One question of the engine, answered."""
    view = outlook(estimate, session.aims, candidates(session, estimate, bank), 0.6)
    item = pick(view, session.seed, len(session.given) + 1)
    assert item is not None
    number = len(session.given) + 1
    given = Given(number=number, item=item.id, seed=1, text="", verdict="right" if right(item) else "wrong")
    piece = piece_of(session, given, item)
    assert piece is not None
    session = Session(
        **{**{f: getattr(session, f) for f in session.__struct_fields__}, "given": (*session.given, given)}
    )
    return session, after(estimate, piece)


def sit(prior: Prior, held: Held, claims: list[Evidence], dice: np.random.Generator, questions: int) -> np.ndarray:
    """Rates of the map after each number of questions, from none on."""
    skills = list(held)
    bank = constructed(skills)
    aims = tuple(Aim(skill, 2, 1.0) for skill in skills)
    session, estimate = session_for(aims, questions), estimate_of(fold(claims, prior, TODAY), skills)
    seen = [estimate.rates(aims)]
    for _ in range(questions):
        session, estimate = ask_one(
            session, estimate, bank, lambda i: bool(dice.random() < (1 - SLIP if held[i.skill] else GUESS))
        )
        seen.append(estimate.rates(aims))
    return np.array(seen)


def end_of(seen: np.ndarray, share: float) -> int:
    """Questions after which a test ends by itself."""
    small = np.minimum(seen, 1 - seen).mean(axis=1) <= share
    small[:FEWEST_OVER_A_MAP] = False
    return int(small.argmax()) if small.any() else len(seen) - 1


def calibration(rates: np.ndarray, truth: np.ndarray) -> float:
    bins = np.minimum((rates * 10).astype(int), 9)
    gaps = [abs(rates[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return float(sum(gaps))


def cell(rates: np.ndarray, truth: np.ndarray) -> str:
    credited = rates >= 0.5
    right, over = (credited == truth).mean(), (credited & ~truth).mean()
    return f"{right:.3f} / {over:.3f} / {calibration(rates.ravel(), truth.ravel()):.3f}"


def placement(prior: Prior, knowledge: Knowledge, people: int, to: int, keep: Path | None) -> None:
    print(f"map of {len(map_of(knowledge))} skills, {people} people a row; right / over / ECE after n questions")
    print("| world | held | majority | " + " | ".join(map(str, STEPS)) + " |\n" + "|---" * (3 + len(STEPS)) + "|")
    kept = {}
    for with_cv in (False, True):
        for name, world in worlds(knowledge).items():
            dice = np.random.default_rng(5)
            truths, sat = [], []
            for _ in range(people):
                held = world(dice)
                sat.append(sit(prior, held, honest(held, dice) if with_cv else [], dice, to))
                truths.append(list(held.values()))
            truth, rates = np.array(truths), np.array(sat)
            base = np.maximum(truth.mean(axis=0), 1 - truth.mean(axis=0)).mean()
            cells = " | ".join(cell(rates[:, n], truth) for n in STEPS)
            title = f"{name}, {'honest CV' if with_cv else 'no CV'}"
            print(f"| {title} | {truth.mean():.2f} | {base:.3f} | {cells} |", flush=True)
            if to > max(STEPS):
                stopped(rates, truth)
            kept[title] = (truth, rates)
            if keep is not None:
                keep.write_bytes(pickle.dumps(kept))


def stopped(rates: np.ndarray, truth: np.ndarray) -> None:
    """What a test leaves that ends by itself."""
    for share in SHARES:
        ends = np.array([end_of(seen, share) for seen in rates])
        last = rates[np.arange(len(ends)), ends]
        few, middle, many = np.quantile(ends, (0.1, 0.5, 0.9))
        asked = f"median {middle:g}, mean {ends.mean():.1f}, 80 % of people {few:g} to {many:g}"
        asked += f", by 25 {(ends <= 25).mean():.0%}"
        print(f"    ends at {share:.2f}: {asked}: {cell(last, truth)}", flush=True)


def faker(prior: Prior, knowledge: Knowledge, people: int, *, dated: bool = False) -> None:
    """Holds under a third and claims all. dated: each as used for years, not only by name."""
    world, dice, steps = worlds(knowledge)["personas"], np.random.default_rng(6), (0, 10, 30)
    truths, sat = [], []
    while len(truths) < people:
        held = world(dice)
        if np.mean(list(held.values())) < 0.35:
            truths.append(list(held.values()))
            claims = [used(s, dice) if dated else mention(s) for s in held]
            sat.append(sit(prior, held, claims, dice, max(steps)))
    truth, rates = np.array(truths), np.array(sat)
    print(
        f"| claims all{' with dates' if dated else ''} | "
        + " | ".join(cell(rates[:, n], truth) for n in steps)
        + f" | after {steps}"
    )
    known = [((rates[:, n] >= KNOWN_CONFIDENCE) & ~truth).mean() for n in steps]
    print(
        f"counted as known, as plan and fit do ({KNOWN_CONFIDENCE}): " + " / ".join(f"{share:.3f}" for share in known)
    )


PLACED_ALONE = (
    "python", "sql", "numpy", "pandas", "machine-learning", "statistics", "software-engineering", "git", "linux",
)  # fmt: skip
"""Skills with enough questions of their own to be placed alone."""


def single(prior: Prior, people: int) -> None:
    """People of normal ability in one skill answer the real items of that skill by the real parameters."""
    real = load_items().items
    for skill in PLACED_ALONE:
        bank = {i.id: i for i in real.values() if i.skill == skill}
        dice = np.random.default_rng(8)
        ended = [until_sure(prior, skill, bank, dice) for _ in range(people)]
        reached = sum(sure for _, sure in ended) / people
        asked = median(count for count, _ in ended)
        print(f"single skill {skill}: {len(bank)} items, SE 0.4 after a median of {asked:g}, reached by {reached:.0%}")


def until_sure(prior: Prior, skill: str, bank: Mapping[str, Item], dice: np.random.Generator) -> tuple[int, bool]:
    """Questions until a standard error of 0.4, or until none is left."""
    theta = dice.normal()
    aims = tuple(Aim(skill, level, 1.0) for level in (1, 2, 3, 4))
    session, estimate = session_for(aims, len(bank), single=True), estimate_of(fold([], prior, TODAY), [skill])
    thresholds = estimate.thresholds[0]

    def right(item: Item) -> bool:
        ease = item.a * (theta - float(thresholds[item.level - 1]) - item.b)
        return bool(dice.random() < item.guess + (1 - item.guess - item.slip) / (1 + np.exp(-ease)))

    while estimate.spread_of(skill)[1] > 0.4 and len(session.given) < len(bank):
        session, estimate = ask_one(session, estimate, bank, right)
    return len(session.given), bool(estimate.spread_of(skill)[1] <= 0.4)


def latency(prior: Prior, knowledge: Knowledge) -> None:
    """600 items over a map of 450 skills, with a CV (two hypotheses) and ten answers."""
    skills = sorted(knowledge.skills, key=lambda s: (s not in map_of(knowledge), s))
    live = [s for s in skills if knowledge.skills[s].replaced_by is None][:450]
    bank = dict(list(constructed(live[:200]).items())[:600])
    aims = tuple(Aim(s, 2, 1.0) for s in live)
    started = time.process_time()
    estimate = estimate_of(fold([mention(s) for s in live[:40]], prior, TODAY), live)
    print(f"start of a test on {len(live)} skills: {1000 * (time.process_time() - started):.0f} CPU-ms")
    session, times = session_for(aims, 30), []
    for _ in range(12):
        started = time.process_time()
        session, estimate = ask_one(session, estimate, bank, lambda item: True)
        wrong_share(estimate, aims)
        times.append(1000 * (time.process_time() - started))
    middle, worst = median(times), max(times)
    print(f"next question, {len(bank)} items x {len(live)} skills: median {middle:.1f}, worst {worst:.1f} CPU-ms")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=60)
    arguments.add_argument("--only", choices=("placement", "faker", "dated", "single", "latency"))
    arguments.add_argument("--to", type=int, default=max(STEPS))
    arguments.add_argument("--keep", type=Path)
    options = arguments.parse_args()
    knowledge = load_knowledge()
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    jobs = {
        "latency": lambda: latency(prior, knowledge),
        "single": lambda: single(prior, options.people),
        "faker": lambda: faker(prior, knowledge, options.people),
        "dated": lambda: faker(prior, knowledge, options.people, dated=True),
        "placement": lambda: placement(prior, knowledge, options.people, max(options.to, *STEPS), options.keep),
    }
    for name, job in jobs.items():
        if options.only in (None, name):
            job()


if __name__ == "__main__":
    main()
