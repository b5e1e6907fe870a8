"""Plans that end after the day they were wanted by."""

from headway.planning.model import Plan
from headway.planning.options import PlanOptions


def only_time_is_short(plan: Plan) -> bool:
    """Whether a plan that does not fit would, with more time alone."""
    late = plan.status == "infeasible" and plan.shortfall_hours is not None
    return late and plan.shortfall_money is None and not plan.unreachable


def days_late(plan: Plan, options: PlanOptions) -> int:
    """Days that a plan ends after its deadline; 0 where it does not, or none is set."""
    if plan.status == "infeasible" or plan.end is None or options.deadline is None:
        return 0
    return max(0, (plan.end - options.deadline).days)
