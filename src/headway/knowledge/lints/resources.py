"""Rules about what teaches."""

import math
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from headway.knowledge.authored import Authored, Placed
from headway.knowledge.model import Hours, Resource, Stated
from headway.values import WEEKS_PER_MONTH, Finding

HANDS_ON = ("lab", "project")
PEER_FACTOR = 6.0
"""Hours for each level raised may differ from the median of their kind by at most this factor."""


def levels_taught(authored: Authored) -> Iterator[Finding]:
    """Courses and books raise to at most 2; labs and projects to 3; nobody teaches 4."""
    for placed in authored.things["resources"].values():
        top = 3 if placed.value.kind in HANDS_ON else 2
        for index, t in enumerate(placed.value.teaches):
            if not 0 <= t.from_ < t.to <= top:
                what = f"teaches '{t.skill}' from {t.from_} to {t.to}; a {placed.value.kind} may teach to {top}"
                yield Finding("level-taught", "error", authored.where(placed, "teaches", index), what)


def teaches_below_its_needs(authored: Authored) -> Iterator[Finding]:
    """A resource that asks for a skill at a level it then teaches only up to."""
    for placed in authored.things["resources"].values():
        needed = {n.skill: n.level for n in placed.value.needs}
        for index, t in enumerate(placed.value.teaches):
            if t.skill in needed and needed[t.skill] >= t.to:
                what = f"needs '{t.skill}' at {needed[t.skill]} but teaches it only to {t.to}"
                yield Finding("teaches-below-need", "error", authored.where(placed, "teaches", index), what)


def hours_ordered(authored: Authored) -> Iterator[Finding]:
    """low <= likely <= high, above zero; our own estimates say why."""
    for name in ("resources", "actions"):
        for placed in authored.things[name].values():
            hours: Hours = placed.value.hours
            if not 0 < hours.low <= hours.likely <= hours.high < math.inf:
                what = f"hours {hours.low}, {hours.likely}, {hours.high} are not in rising order above 0"
                yield Finding("hours-order", "error", authored.where(placed, "hours"), what)
            if hours.source == "editorial" and not hours.why:
                what = "hours are our own estimate but do not say why"
                yield Finding("editorial-why", "error", authored.where(placed, "hours"), what)


def stated_bounds(stated: Stated) -> tuple[float, float] | None:
    """Total hours a stated duration amounts to (low, high), or None where it does not say enough."""
    if stated.hours is not None:
        return stated.hours
    weeks = stated.weeks
    if weeks is None and stated.months is not None:
        weeks = (stated.months[0] * WEEKS_PER_MONTH, stated.months[1] * WEEKS_PER_MONTH)
    if weeks is None or stated.hours_per_week is None:
        return None
    return weeks[0] * stated.hours_per_week[0], weeks[1] * stated.hours_per_week[1]


def hours_agree_with_stated(authored: Authored) -> Iterator[Finding]:
    """Where a duration is stated, our likely hours lie within it."""
    for placed in authored.things["resources"].values():
        stated = placed.value.stated
        bounds = stated_bounds(stated) if stated else None
        if bounds and not bounds[0] * 0.98 <= placed.value.hours.likely <= bounds[1] * 1.02:
            what = f"{placed.value.hours.likely:g} hours, but {bounds[0]:.0f}-{bounds[1]:.0f} are stated"
            yield Finding("hours-against-stated", "error", authored.where(placed, "hours"), what)


def _rate(resource: Resource) -> float:
    raised = sum(t.to - t.from_ for t in resource.teaches)
    return resource.hours.likely / max(raised, 1)


def hours_out_of_line(authored: Authored) -> Iterator[Finding]:
    """Hours a level raised, compared with other resources of the same kind."""
    by_kind: dict[str, list[Placed[Resource]]] = defaultdict(list)
    for placed in authored.things["resources"].values():
        by_kind[placed.value.kind].append(placed)
    for kind, group in sorted(by_kind.items()):
        middle = median(_rate(p.value) for p in group)
        for placed in group:
            if len(group) >= 5 and not middle / PEER_FACTOR <= _rate(placed.value) <= middle * PEER_FACTOR:
                what = f"{_rate(placed.value):.1f} hours a level raised; {kind}s have {middle:.1f} in the median"
                yield Finding("hours-out-of-line", "warning", authored.where(placed, "hours"), what)


def modules_add_up(authored: Authored) -> Iterator[Finding]:
    """Modules together take the likely hours, and teach nothing the whole does not."""
    for placed in authored.things["resources"].values():
        resource = placed.value
        total = sum(m.hours for m in resource.modules)
        likely = resource.hours.likely
        if resource.modules and likely > 0 and not 0.8 <= total / likely <= 1.2:
            what = f"modules take {total:g} hours, the whole {resource.hours.likely:g}"
            yield Finding("modules-hours", "error", authored.where(placed, "modules"), what)
        whole = {t.skill: t.to for t in resource.teaches}
        for index, module in enumerate(resource.modules):
            for t in module.teaches:
                if whole.get(t.skill, 0) < t.to:
                    what = f"module teaches '{t.skill}' to {t.to}, the whole to {whole.get(t.skill, 0)}"
                    where = authored.where(placed, "modules", index)
                    yield Finding("modules-teach", "error", where, what)


def prices(authored: Authored) -> Iterator[Finding]:
    """A paid price has an amount, 0 or more, and a currency; free and unknown have none."""
    for placed in authored.things["resources"].values():
        price = placed.value.price
        has_amount = price.amount is not None and price.currency is not None
        odd = price.amount is not None and not 0 <= price.amount < math.inf
        needless = price.kind in ("free", "unknown") and price.amount is not None
        if odd or needless or (price.kind == "paid" and not has_amount):
            what = f"price is '{price.kind}' with amount {price.amount}"
            yield Finding("price", "error", authored.where(placed, "price"), what)


def needed_skills_can_be_learned(authored: Authored) -> Iterator[Finding]:
    """Each skill a role needs: at least two resources teach it to the level asked, one of them free."""
    teachers: dict[str, list[tuple[int, Resource]]] = defaultdict(list)
    for resource in authored.of("resources").values():
        if resource.replaced_by is None:
            for t in resource.teaches:
                teachers[t.skill].append((t.to, resource))
    for placed in authored.things["roles"].values():
        for index, need in enumerate(placed.value.needs):
            wanted = min(max(need.levels.values(), default=0), 3)
            for skill in need.any_of:
                able = [r for to, r in teachers[skill] if to >= wanted]
                any_level = [r for _, r in teachers[skill]]
                where = authored.where(placed, "needs", index)
                if not able:
                    what = f"nobody teaches '{skill}' to level {wanted}"
                    yield Finding("nobody-teaches", "error", where, what)
                if len(any_level) < 2 or not any(r.price.kind == "free" for r in any_level):
                    free = sum(r.price.kind == "free" for r in any_level)
                    what = f"'{skill}' has {len(any_level)} resources, {free} free; two and one are needed"
                    yield Finding("too-few-teachers", "error", where, what)


def needs_can_be_met(authored: Authored) -> Iterator[Finding]:
    """What a resource asks for first, some other resource teaches to that level."""
    teachers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for resource in authored.of("resources").values():
        for t in resource.teaches:
            teachers[t.skill].append((t.to, resource.id))
    for placed in authored.things["resources"].values():
        for index, need in enumerate(placed.value.needs):
            best = max((to for to, id_ in teachers[need.skill] if id_ != placed.value.id), default=0)
            if best < need.level:
                what = f"needs '{need.skill}' at {need.level}, which others teach to {best} at most"
                yield Finding("need-not-taught", "error", authored.where(placed, "needs", index), what)
