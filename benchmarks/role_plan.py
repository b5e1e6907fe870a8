"""Seeded role-sized questions: time, hours, bound, method, and whether a second run gives the same bytes.

Run: python benchmarks/role_plan.py [number of questions] [resources] [skills]
"""

import datetime as dt
import random
import resource
import sys
import time

import msgspec

from headway.planning.calendar import spread
from headway.planning.model import Calendar, Choice, Instance, SkillLevel, Target
from headway.planning.plan import make_plan
from headway.values import Span

LAYERS = 10


def question(seed: int, resources: int = 300, skills: int = 150, targets: int = 40) -> Instance:
    """Skills in layers; a resource teaches one to four of a layer and needs one to three of the layers below.

    A quarter of the resources only take over at a level; one in six needs something of its own layer,
    so that circles are possible. Hours are heavy-tailed, as courses are.
    """
    dice = random.Random(seed)
    layer = [n * LAYERS // skills for n in range(skills)]
    choices = tuple(_resource(dice, n, layer) for n in range(resources))
    return Instance(
        levels={f"s{n:03}": dice.choice((0, 0, 0, 1, 2)) for n in range(skills) if layer[n] < 3},
        targets=tuple(_target(dice, choices) for _ in range(targets)),
        choices=choices,
        calendar=Calendar(start=dt.date(2026, 11, 23), hours_by_weekday=spread(10)),
    )


def _resource(dice: random.Random, n: int, layer: list[int]) -> Choice:
    skills = len(layer)
    own = dice.randrange(LAYERS) if n >= skills else layer[n]
    peers = [s for s in range(skills) if layer[s] == own]
    below = [s for s in range(skills) if own - 3 <= layer[s] < own]
    taught = {n} if n < skills else set()
    taught |= set(dice.sample(peers, min(len(peers), dice.choice((1, 1, 2, 3)))))
    teaches = []
    for s in sorted(taught):
        start = dice.choice((0, 0, 0, 1)) if n >= skills else 0
        teaches.append((f"s{s:03}", start, min(3, start + dice.choice((1, 2, 2)) if n >= skills else 2)))
    needs: list[SkillLevel] = [
        (f"s{s:03}", dice.choice((1, 1, 2))) for s in dice.sample(below, min(len(below), dice.choice((0, 1, 2, 3))))
    ]
    if dice.random() < 1 / 6:
        needs += [(f"s{dice.choice(peers):03}", 1)]
    likely = round(min(120, max(2, dice.lognormvariate(2.7, 0.8))) * 2) / 2
    return Choice(
        id=f"r{n:03}",
        hours=Span(likely * 0.7, likely, likely * 1.6),
        cost=dice.choice((0.0, 0.0, 0.0, 15.0, 49.0, 120.0)),
        teaches=tuple(teaches),
        needs=tuple(sorted(set(needs))),
    )


def _target(dice: random.Random, choices: tuple[Choice, ...]) -> Target:
    size = dice.choice((1, 1, 1, 2))
    pairs = [(s, to) for choice in dice.sample(choices, size) for s, _, to in choice.teaches[:1]]
    return Target(any_of=tuple(pairs), weight=float(dice.randint(1, 10)))


def main() -> None:
    number, resources, skills = (int(x) for x in (*sys.argv[1:], *("10", "300", "150")[len(sys.argv) - 1 :]))
    print("seed  seconds  status      hours    bound  gap %  steps  method | same bytes twice")
    for seed in range(number):
        instance = question(seed, resources, skills)
        begin = time.process_time()
        plan = make_plan(instance)
        seconds = time.process_time() - begin
        same = msgspec.json.encode(plan) == msgspec.json.encode(make_plan(question(seed, resources, skills)))
        proof = plan.proof
        figures = f"{proof.objective:7.1f}  {proof.bound:7.1f}  {100 * proof.gap:5.2f}" if proof else "-"
        print(
            f"{seed:4}  {seconds:7.3f}  {plan.status:10}  {figures}  {len(plan.steps):5}  "
            f"{proof.method if proof else ''} ({proof.work if proof else ''}) | {same}"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
