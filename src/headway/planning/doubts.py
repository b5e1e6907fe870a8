"""What is not sure about the person, told with the plan: what it leans on, and what it may teach for nothing."""

from collections.abc import Collection, Mapping

import msgspec

from headway.planning.leans import Rebuild, leans
from headway.planning.may_know import Chances, may_know
from headway.planning.model import Instance, Plan
from headway.planning.offers import Offers


class Doubts(msgspec.Struct, frozen=True, kw_only=True):
    """sure: for each known skill the chance that its known level is held. chances: P(level >= k) of any skill; None: no
    hopes are looked into. rebuild: the same question for other levels, so that modules come back or are skipped."""

    sure: Mapping[str, float] = {}
    chances: Chances | None = None
    rebuild: Rebuild | None = None


def with_doubts(
    instance: Instance, plan: Plan, doubts: Doubts, without: Collection[str] = (), offers: Offers | None = None
) -> Plan:
    """The plan with `leans_on` and `may_know`. without: steps that no target needs, so that they spare nothing.

    offers: those of the instance, where they are known.
    """
    needed = msgspec.structs.replace(plan, steps=tuple(step for step in plan.steps if step.id not in without))
    chosen = [step.id for step in needed.steps if step.kind == "learn"]
    offers = offers or Offers(instance.choices, instance.levels)
    return msgspec.structs.replace(
        plan,
        leans_on=leans(instance, chosen, doubts.sure, doubts.rebuild, offers),
        may_know=may_know(instance, needed, doubts.chances, doubts.rebuild, offers) if doubts.chances else (),
    )
