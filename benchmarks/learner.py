"""How well the learner places invented people, and what a CV that claims everything does to it.

    python benchmarks/learner.py [--people 60]     invented people
    python benchmarks/learner.py --map             typical outcomes and times on the real map

A map of 60 skills and people drawn by a rule the learner does not know (a noisy AND over the map with a
general and a regional ability). Each answers up to 30 questions (slip and guess 0.10) on the skill that is
least certain or on which the hypotheses about the CV differ most, at most 3 a skill. `right`: share of skills placed
right ("level >= 2" at one half); `over`: share of the map wrongly credited; ECE: calibration error in ten bins.
"""

import argparse
import datetime as dt
import time
from collections.abc import Callable

import numpy as np

from headway.fit.role import rank_roles
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge, Need, Skill
from headway.learner.belief import Belief, fold
from headway.learner.explain import shares
from headway.learner.model import Evidence, EvidenceKind
from headway.learner.normal import below_all
from headway.learner.prior import Prior, build_prior

TODAY = dt.date(2026, 1, 1)
STEPS = (0, 5, 10, 20, 30)


def invent_map(seed: int) -> dict[str, Skill]:
    """Six areas of ten skills; each needs up to two earlier ones of its area and sometimes one of another."""
    dice = np.random.default_rng(seed)
    skills: dict[str, Skill] = {}
    for number in range(60):
        area, position = number % 6, number // 6
        own = [f"s{n:02d}" for n in range(area, number, 6)]
        needs = list(dice.choice(own, size=min(len(own), int(dice.integers(1, 3))), replace=False)) if own else []
        if position and dice.random() < 0.3:
            needs.append(f"s{int(dice.integers(0, 6)):02d}")
        id_ = f"s{number:02d}"
        skills[id_] = Skill(
            id=id_,
            label=id_,
            kind="concept",
            area=f"area-{area}",
            summary="",
            needs=tuple(Need(skill=str(n), level=2) for n in sorted(set(needs)) if n != id_),
        )
    return skills


def draw_person(skills: dict[str, Skill], dice: np.random.Generator) -> dict[str, bool]:
    """Noisy AND: held needs and enough ability make mastery likely; otherwise a leak of 0.04."""
    general, regional = dice.normal(), dice.normal(size=6)
    depth: dict[str, int] = {}
    held: dict[str, bool] = {}
    for id_, skill in skills.items():
        depth[id_] = 1 + max((depth[n.skill] for n in skill.needs), default=-1)
        ability = 0.8 * general + 0.8 * regional[int(skill.area[-1])]
        chance = 1 / (1 + np.exp(-2.0 * (ability + 0.4 - 0.22 * depth[id_])))
        ready = all(held[n.skill] for n in skill.needs)
        held[id_] = bool(dice.random() < (chance if ready else 0.04))
    return held


def mention(id_: str) -> Evidence:
    return Evidence(id=f"claim-{id_}", skill=id_, kind="cv-mention", source="cv:a", level=2)


def honest_cv(held: dict[str, bool], dice: np.random.Generator) -> list[Evidence]:
    """Names three quarters of what is held and one in twenty of what is not."""
    return [mention(id_) for id_, has in held.items() if dice.random() < (0.75 if has else 0.05)]


def ask(belief: Belief, asked: dict[str, int]) -> str:
    """The least certain skill, with what separates the hypotheses counted in."""
    joint = belief.joint(belief.prior.ids)
    spread = np.sqrt(np.diagonal(joint.covariances, axis1=1, axis2=2))
    rates = below_all((joint.means - joint.thresholds[:, 1]) / spread)
    rate = joint.weights @ rates
    apart = joint.weights @ (rates - rate) ** 2
    value = rate * (1 - rate) + 4.0 * apart
    order = [belief.prior.ids[i] for i in np.argsort(-value, kind="stable")]
    return next(id_ for id_ in order if asked.get(id_, 0) < 3)


def sit(prior: Prior, held: dict[str, bool], claims: list[Evidence], dice: np.random.Generator) -> dict[int, Belief]:
    """Up to 30 questions; the belief after each number in STEPS."""
    log, asked, seen = list(claims), dict[str, int](), {}
    for number in range(max(STEPS) + 1):
        belief = fold(log, prior, TODAY)
        if number in STEPS:
            seen[number] = belief
        id_ = ask(belief, asked)
        asked[id_] = asked.get(id_, 0) + 1
        right = bool(dice.random() < (0.9 if held[id_] else 0.1))
        log.append(
            Evidence(
                id=f"q{number:02d}", skill=id_, kind="test-answer", source="test", level=2, holds=right, date=TODAY
            )
        )
    return seen


def calibration(rates: np.ndarray, truth: np.ndarray) -> float:
    bins = np.minimum((rates * 10).astype(int), 9)
    gaps = [abs(rates[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return float(sum(gaps))


def run(name: str, people: int, claims_of: str, trusting: bool) -> None:
    dice = np.random.default_rng(7)
    skills = invent_map(3)
    prior = build_prior(skills, {"tech": 36, "concept": 60, "human": 120})
    rates: dict[int, list[np.ndarray]] = {n: [] for n in STEPS}
    truths: list[np.ndarray] = []
    while len(truths) < people:
        held = draw_person(skills, dice)
        if claims_of == "all" and sum(held.values()) >= 21:
            continue
        claims = {"all": [mention(i) for i in skills], "none": [], "honest": honest_cv(held, dice)}[claims_of]
        if trusting:  # proof kinds are never doubted: the same claims without a switch
            claims = [as_proof(c) for c in claims]
        truths.append(np.array([held[i] for i in prior.ids]))
        for number, belief in sit(prior, held, claims, dice).items():
            rates[number].append(belief.rates[:, 1])
    truth = np.array(truths)
    cells = []
    for number in STEPS:
        rate = np.array(rates[number])
        credited = rate >= 0.5
        cells.append(
            f"{(credited == truth).mean():.3f} / {(credited & ~truth).mean():.3f} / "
            f"{calibration(rate.ravel(), truth.ravel()):.3f}"
        )
    print(f"| {name} ({truth.mean():.2f} held) | " + " | ".join(cells) + " |")


def as_proof(claim: Evidence) -> Evidence:
    return Evidence(id=claim.id, skill=claim.skill, kind="repository", source="code", level=2, strength=0.6)


USE_ENDED = (("now", TODAY), ("2 years ago", dt.date(2024, 1, 1)), ("5 years ago", dt.date(2021, 1, 1)))
SHOWN = ("python", "docker", "pytorch", "haskell")


def typical() -> list[tuple[str, EvidenceKind, dict[str, object]]]:
    """Evidence as it usually comes: a name for the row, its kind and what else it says."""
    rows: list[tuple[str, EvidenceKind, dict[str, object]]] = [
        ("mention in a list", "cv-mention", {}),
        ("mention as being learned", "cv-mention", {"level": 1}),
    ]
    rows += [
        (f"used {m} months, until now", "cv-use", {"months": m, "last_used": TODAY}) for m in (3, 6, 12, 18, 24, 36)
    ]
    rows += [(f"used 36 months, until {w}", "cv-use", {"months": 36, "last_used": d}) for w, d in USE_ENDED[1:]]
    rows += [("used, no dates", "cv-use", {}), ("certificate", "certificate", {"date": TODAY})]
    rows += [("certificate at level 1", "certificate", {"date": TODAY, "level": 1})]
    rows += [("proctored certificate", "certificate-proctored", {"date": TODAY})]
    rows += [(f"code at level {k}", "repository", {"level": k, "last_used": TODAY}) for k in (2, 3)]
    rows += [(f"lab at level {k} passed", "lab", {"level": k, "date": TODAY}) for k in (1, 2, 3)]
    return rows


def on_the_real_map() -> None:
    knowledge = load_knowledge()
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    print(f"{len(prior.ids)} skills. P(level >= 1, 2, 3, 4) -> known level")
    print("| evidence | " + " | ".join(SHOWN) + " |\n" + "|---" * (len(SHOWN) + 1) + "|")
    for name, kind, more in [("none", None, {}), *typical()]:
        cells = []
        for skill in SHOWN:
            log = [one(skill, kind, more)] if kind else []
            held = fold(log, prior, TODAY).skill(skill)
            cells.append(" ".join(f"{p:.2f}" for p in held.at_least) + f" -> {held.level}")
        print(f"| {name} | " + " | ".join(cells) + " |")
    for title, named in CVS.items():
        log = [one(s, "cv-use", {"months": 36, "last_used": TODAY}) for s in named.split()]
        held = fold(log, prior, TODAY).all()
        told = ", ".join(f"{s} {held[s].level} ({held[s].at_least[1]:.2f})" for s in WATCHED if s not in named.split())
        print(f"{title}, 36 months each: level and P(>= 2) of what is not named: {told}")
    times(knowledge, prior)


CVS = {
    "PyTorch alone": "pytorch",
    "PyTorch, scikit-learn, XGBoost, pandas, Docker": "pytorch scikit-learn xgboost pandas docker",
}
WATCHED = ("python", "machine-learning", "deep-learning", "numpy", "statistics", "sql", "tensorflow", "kubernetes")


def one(skill: str, kind: EvidenceKind, more: dict[str, object]) -> Evidence:
    return Evidence(**({"id": skill, "skill": skill, "kind": kind, "source": "cv:a", "level": 2} | more))


def times(knowledge: Knowledge, prior: Prior) -> None:
    """Best of seven, in milliseconds."""
    named = [str(s) for s in np.random.default_rng(1).permutation(prior.ids)[:150]]
    logs = {n: [one(s, "cv-mention", {"source": f"cv:{i % n}"}) for i, s in enumerate(named)] for n in (1, 3)}
    beliefs = {n: fold(log, prior, TODAY) for n, log in logs.items()}
    jobs = {
        "build the prior": lambda: build_prior(knowledge.skills, knowledge.words.half_life_months),
        "fold 150 pieces on 150 skills, 1 source": lambda: fold(logs[1], prior, TODAY),
        "fold 150 pieces on 150 skills, 3 sources": lambda: fold(logs[3], prior, TODAY),
        "all skill beliefs": lambda: beliefs[3].all(),
        "shares of one skill": lambda: shares(beliefs[3], "python"),
        f"rank {len(knowledge.roles)} roles, 3 sources": lambda: rank_roles(beliefs[3], knowledge.roles.values()),
    }
    for name, job in jobs.items():
        print(f"{name}: {min(timed(job) for _ in range(7)):.1f} ms")


def timed(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=60)
    arguments.add_argument("--map", action="store_true")
    options = arguments.parse_args()
    if options.map:
        on_the_real_map()
        return
    people = options.people
    started = time.perf_counter()
    print("right / over / ECE after n questions")
    print("| people | " + " | ".join(str(n) for n in STEPS) + " |")
    print("|" + "---|" * (len(STEPS) + 1))
    run("no CV", people, "none", trusting=False)
    run("honest CV", people, "honest", trusting=False)
    run("claims all 60", people, "all", trusting=False)
    run("claims all 60, no switch", people, "all", trusting=True)
    print(f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
