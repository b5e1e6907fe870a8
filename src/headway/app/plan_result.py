"""What the main job finds out."""

import msgspec

from headway.app.context import Context
from headway.app.market_room import MarketReach
from headway.app.person import Person
from headway.app.plan_question import PlanQuestion
from headway.fit.model import RoleFit
from headway.knowledge.model import Role
from headway.pay.change import PayChange
from headway.pay.tables import PayAnswer
from headway.planning.comparison import RoadmapHours
from headway.planning.model import Instance, Plan
from headway.planning.options import PlanOptions
from headway.values import Finding, Seniority


class PlanResult(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the main job finds out, for a door to show. Nothing in it depends on the clock."""

    context: Context
    question: PlanQuestion
    options: PlanOptions
    person: Person
    role: Role
    seniority: Seniority
    chosen_because: tuple[str, ...]
    fits: tuple[RoleFit, ...]
    target_fit: RoleFit
    pay: PayAnswer
    pay_change: PayChange
    instance: Instance
    plan: Plan
    comparison: tuple[RoadmapHours, ...]
    market: MarketReach
    findings: tuple[Finding, ...]
    phases: dict[str, float]
    """Seconds of each phase, for --timings; never part of a result."""
