"""The plan that the Plan page shows, with fit, gap, pay, evidence and sources, for paper."""

import msgspec

from headway.app.context import Context
from headway.app.plan import PlanQuestion, PlanResult, plan
from headway.app.replan import drafted
from headway.app.report import report_pdf
from headway.app.route import Wish, changes_of, question_of
from headway.app.workspace_room import state_of
from headway.workspace.model import SavedPlan

KEPT = "The plan that you keep. Fit, gap and pay are as of today; the steps and days are as they were kept."
WISHED = "Not kept: the plan that would come now, with what you changed."


def plan_pdf(context: Context, profile: str | None, wish: Wish, *, renew: bool = False) -> bytes:
    """Without a wish the plan that is kept, with one (or to renew it) what would come; before one is kept, the first.

    Raises MissingExtra before anything is worked out, NothingKept, BadOption, UnknownName.
    """
    from headway.publish.typeset import need_typst

    need_typst()
    state = state_of(context, profile)
    if state.plan is None:
        return report_pdf(plan(context, question_of(profile, wish)))
    if wish.empty and not renew:
        return report_pdf(_around(context, profile, state.plan.saved, KEPT))
    _, draft = drafted(context, profile, changes_of(wish))
    return report_pdf(_around(context, profile, draft, WISHED))


def _around(context: Context, profile: str | None, saved: SavedPlan, note: str) -> PlanResult:
    """Everything about the person and the target as it is today, around a plan that was made before."""
    question = PlanQuestion(
        profile=profile,
        role=saved.role,
        seniority=saved.seniority,
        hours=saved.options.calendar.weekly_hours,
        currency=saved.options.currency,
        country=saved.country,
        confidence=saved.confidence,
        leans=False,
    )
    return msgspec.structs.replace(
        plan(context, question), options=saved.options, plan=saved.plan, chosen_because=(note,)
    )
