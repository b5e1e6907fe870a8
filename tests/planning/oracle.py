"""The best plan by trying everything: Dijkstra over (what was done, what is held). For tiny questions only.

Shares no code with the planner, and no idea: it walks through time, one choice after the other.
"""

import heapq
import math

from headway.planning.model import Choice, Instance

Figures = tuple[int, int, int, int]
"""Minutes, minutes in choices not preferred, cents (an unknown price is one cent), steps."""


def best(instance: Instance) -> Figures | None:
    """The least figures, compared in this order, of any plan within the budget; None when there is none.

    Under a budget only the minutes are exact: a dearer way to the same state may hide a cheaper one.
    """
    allowed = [x for x in instance.choices if x.cost is not None or instance.budget is None]
    heap = [((0, 0, 0, 0), 0, tuple(sorted(instance.levels.items())))]
    seen = set()
    while heap:
        figures, used, held = heapq.heappop(heap)
        key = (used, held)
        if key in seen:
            continue
        seen.add(key)
        levels = dict(held)
        if all(any(levels.get(s, 0) >= level for s, level in t.any_of) for t in instance.targets):
            return figures
        for n, x in enumerate(allowed):
            if not used >> n & 1 and all(levels.get(s, 0) >= level for s, level in x.needs):
                after = _plus(figures, x)
                if instance.budget is None or after[2] <= instance.budget * 100 + 0.01:
                    heapq.heappush(heap, (after, used | 1 << n, tuple(sorted(_learn(levels, x).items()))))
    return None


def figures_of(instance: Instance, chosen: set[str]) -> Figures:
    """The figures of a given set of choices."""
    total: Figures = (0, 0, 0, 0)
    for x in instance.choices:
        if x.id in chosen:
            total = _plus(total, x)
    return total


def _plus(figures: Figures, x: Choice) -> Figures:
    minutes = math.ceil(x.hours.likely * 60 - 1e-6)
    cents = 1 if x.cost is None else round(x.cost * 100)
    return (figures[0] + minutes, figures[1] + (0 if x.preferred else minutes), figures[2] + cents, figures[3] + 1)


def _learn(levels: dict[str, int], x: Choice) -> dict[str, int]:
    now = dict(levels)
    grew = True
    while grew:
        grew = False
        for skill, start, to in x.teaches:
            if now.get(skill, 0) >= start and now.get(skill, 0) < to:
                now[skill] = to
                grew = True
    return now
