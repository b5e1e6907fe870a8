"""The Plan page: the plan that is followed, or the one that other hours, another deadline or less money would give."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import msgspec

from headway.app.context import Context
from headway.app.fit import fits_of
from headway.app.late import days_late, only_time_is_short
from headway.app.log_words import labels_of
from headway.app.offered import where_of
from headway.app.pay_change import pay_change
from headway.app.plan import PlanQuestion, PlanResult, plan
from headway.app.progress import Progress
from headway.app.replan import ReplanQuestion, drafted, hours_for_deadline
from headway.app.replan import replan as replan_kept
from headway.app.save_plan import save_plan
from headway.app.status import progress_of
from headway.app.swap import cost_rows, cost_rows_of
from headway.app.workspace_room import state_of
from headway.errors import BadOption, NothingKept
from headway.planning.model import Plan, Relief, Step
from headway.planning.options import PlanOptions
from headway.publish.calendar_file import calendar_file
from headway.publish.timeline import timeline
from headway.values import Json
from headway.workspace.fold import State
from headway.workspace.model import SavedPlan


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be different; None: as it is. deadline `none`, budget below 0: no limit."""

    role: str | None = None
    seniority: str | None = None
    hours: float | None = None
    deadline: str | None = None
    budget: float | None = None
    currency: str | None = None
    free_only: bool | None = None

    @property
    def unlimited(self) -> bool:
        """Money is no limit any more."""
        return self.budget is not None and self.budget < 0

    @property
    def empty(self) -> bool:
        return all(getattr(self, name) is None for name in self.__struct_fields__)


def route(context: Context, profile: str | None, wish: Wish, *, renew: bool = False, quick: bool = False) -> Json:
    """The plan with its proof. Without a wish the one that is kept; with one, or to renew it, what would come; nothing
    is kept. quick: without what it leans on. Raises NothingKept, BadOption, UnknownName."""
    state = state_of(context, profile)
    if state.plan is None:
        question = msgspec.structs.replace(question_of(profile, wish), leans=not quick)
        return _first(context, plan(context, question))
    if wish.empty and not renew:
        return _kept(context, state) | {"pay_change": _pay_change(progress_of(context, state), state.plan.saved)}
    _same_money(wish, state.plan.saved)
    progress, draft = drafted(context, profile, msgspec.structs.replace(changes_of(wish), doubts=not quick))
    return _changed(context, progress, draft) | {"pay_change": None if quick else _pay_change(progress, draft)}


def keep_route(context: Context, profile: str | None, wish: Wish, *, late: bool = False) -> Json:
    """Keep the plan that `route` shows for this wish; late: also one that ends after the deadline, marked as such.

    Raises BadOption where there is none to keep.
    """
    kept = state_of(context, profile).plan
    if kept is None:
        question = msgspec.structs.replace(question_of(profile, wish), late=late)
        if not save_plan(plan(context, question), profile).fits:
            raise BadOption("This plan does not fit, so it was not kept.", "Change hours, deadline or money.")
        return {"schema": "headway.kept/1", "kept": True, "status": "new"}
    _same_money(wish, kept.saved)
    answer = replan_kept(context, profile, changes_of(wish))
    return {"schema": "headway.kept/1", "kept": answer["kept"], "status": answer["status"]}


def _same_money(wish: Wish, saved: SavedPlan) -> None:
    """What was paid and what is left are counted in one currency. Raises BadOption."""
    ours = saved.options.currency
    if wish.currency is not None and wish.currency.upper() != ours:
        raise BadOption(f"The plan that is kept counts money in {ours}.", f"Say the amount in {ours}.")


def calendar(context: Context, profile: str | None) -> bytes:
    """The kept plan as a calendar file. Raises NothingKept."""
    state = state_of(context, profile)
    if state.plan is None:
        raise NothingKept("No plan is kept yet.", "Keep one first: its steps are what the calendar holds.")
    return calendar_file(state.plan.saved.plan, dict(state.plan.saved.labels), context.today)


def question_of(profile: str | None, wish: Wish) -> PlanQuestion:
    """What the first plan is asked for."""
    return PlanQuestion(
        profile=profile,
        role=wish.role,
        seniority=wish.seniority,
        hours=wish.hours,
        deadline=None if wish.deadline in (None, "none") else wish.deadline,
        budget=None if wish.unlimited else wish.budget,
        currency=wish.currency or "USD",
        free_only=bool(wish.free_only),
    )


def changes_of(wish: Wish) -> ReplanQuestion:
    """What is to be different from the plan that is kept."""
    return ReplanQuestion(
        role=wish.role,
        seniority=wish.seniority,
        hours=wish.hours,
        deadline=wish.deadline,
        budget=None if wish.unlimited else wish.budget,
        no_budget=wish.unlimited,
        free_only=wish.free_only,
    )


def _first(context: Context, result: PlanResult) -> Json:
    role, options = result.role, result.options
    return {
        **_shape(context, result.plan, options, labels_of(context), None),
        "mode": "new",
        "only_time_is_short": only_time_is_short(result.plan),
        "swaps": cost_rows(result.instance, result.plan.steps, labels_of(context)),
        "target": {"role": role.id, "label": role.label, "seniority": result.seniority},
        "fit": {name: round(getattr(result.target_fit, name), 3) for name in ("score", "low", "high")},
        "pay_change": msgspec.to_builtins(result.pay_change),
        "notes": list(result.chosen_because),
    }


def _kept(context: Context, state: State) -> Json:
    progress = progress_of(context, state)
    saved = progress.kept.saved
    return {
        **_shape(context, saved.plan, saved.options, saved.labels, state),
        **_saved_facts(context, saved),
        "mode": "kept",
        "hours_for_deadline": hours_for_deadline(context, progress, saved) if _late(saved) else None,
        "swaps": cost_rows_of(progress),
        "forecast": msgspec.to_builtins(progress.forecast),
    }


def _changed(context: Context, progress: Progress, draft: SavedPlan) -> Json:
    return {
        **_shape(context, draft.plan, draft.options, draft.labels, progress.state),
        **_saved_facts(context, draft),
        "mode": "changed",
        "hours_for_deadline": hours_for_deadline(context, progress, draft) if _late(draft) else None,
        "changes": msgspec.to_builtins(draft.changes),
        "why": list(draft.why),
        "forecast": msgspec.to_builtins(draft.forecast),
    }


def _pay_change(progress: Progress, saved: SavedPlan) -> Json:
    """Pay of what fits the person of the log today and of what the plan leads to."""
    fits = fits_of(progress.person, None, saved.confidence)
    found = pay_change(progress.context, progress.person, fits, (saved.role, saved.seniority))
    answer: Json = msgspec.to_builtins(found)
    return answer


def _late(saved: SavedPlan) -> bool:
    return days_late(saved.plan, saved.options) > 0


def _saved_facts(context: Context, saved: SavedPlan) -> Json:
    role = context.knowledge.roles.get(saved.role)
    label = role.label if role else saved.role
    return {
        "target": {"role": saved.role, "label": label, "seniority": saved.seniority},
        "speed": round(saved.speed, 4),
    }


def _shape(context: Context, plan: Plan, options: PlanOptions, labels: Mapping[str, str], state: State | None) -> Json:
    """What every plan shows, wherever it comes from."""
    known = labels_of(context) | dict(labels)
    return {
        "schema": "headway.route/1",
        "today": context.today.isoformat(),
        "wish": {
            "hours": options.calendar.weekly_hours,
            "deadline": options.deadline.isoformat() if options.deadline else None,
            "budget": options.budget,
            "currency": options.currency,
            "free_only": options.free_only,
        },
        "status": plan.status,
        "days_late": days_late(plan, options),
        "only_time_is_short": False,
        "hours_for_deadline": None,
        "swaps": {},
        "start": plan.start.isoformat(),
        "end": _iso(plan.end),
        "end_early": _iso(plan.end_early),
        "end_late": _iso(plan.end_late),
        "learn_hours": msgspec.to_builtins(plan.learn_hours),
        "entry_hours": msgspec.to_builtins(plan.entry_hours),
        "cost": msgspec.to_builtins(plan.cost),
        "unpriced_steps": plan.unpriced_steps,
        "proof": msgspec.to_builtins(plan.proof),
        "extra_hours": round(plan.proof.objective - plan.proof.bound, 2) if plan.proof else None,
        "shortfall_hours": plan.shortfall_hours,
        "shortfall_money": plan.shortfall_money,
        "unreachable": [{"label": known.get(s, s), "level": level} for s, level in plan.unreachable],
        "reliefs": [_relief(each) for each in plan.reliefs],
        "leans_on": [
            msgspec.to_builtins(each) | {"label": known.get(each.skill, each.skill)} for each in plan.leans_on
        ],
        "may_know": _may_know(context, plan, known, state),
        "left_out": msgspec.to_builtins(plan.left_out),
        "steps": [_step(context, n, step, known, state) for n, step in enumerate(plan.steps, 1)],
        "timeline": timeline(plan.steps, known),
        "changes": [],
        "why": [],
        "notes": [],
        "speed": 1.0,
        "fit": None,
        "pay_change": None,
        "forecast": None,
    }


def _relief(relief: Relief) -> Json:
    """What would make it fit, with the wish to ask for it where it is one of ours."""
    wish: Json = {}
    if relief.change == "hours-per-week":
        wish = {"hours": relief.amount}
    elif relief.change == "budget":
        wish = {"budget": relief.amount}
    elif relief.change == "deadline" and relief.until:
        wish = {"deadline": relief.until.isoformat()}
    return {"text": relief.text, "wish": wish}


def _may_know(context: Context, plan: Plan, labels: Mapping[str, str], state: State | None) -> list[Json]:
    """What a test may spare. Of a kept plan without what was shown since, one way or the other."""
    told = {piece.skill for piece in state.shown} if state else set()
    asked = Counter(item.skill for item in context.items.items.values()) if plan.may_know else Counter[str]()
    return [
        msgspec.to_builtins(each) | {"label": labels.get(each.skill, each.skill), "questions": asked[each.skill]}
        for each in plan.may_know
        if each.skill not in told
    ]


def _step(context: Context, number: int, step: Step, labels: Mapping[str, str], state: State | None) -> Json:
    found = context.knowledge.resources.get(step.id)
    return {
        "number": number,
        "kind": step.kind,
        "id": step.id,
        "label": labels.get(step.id, step.id),
        **where_of(found),
        "about": found.summary if found else (step.why if step.kind == "entry" else ""),
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "hours": msgspec.to_builtins(step.hours),
        "cost": step.cost,
        "raises": [{"skill": s, "label": labels.get(s, s), "from": a, "to": b} for s, a, b in step.raises],
        "why": step.why,
        "skipped_modules": list(step.skipped_modules),
        "alternatives": [
            {"id": a, "label": labels.get(a, a), "more_hours": round(hours, 1)}
            for a, hours in zip(step.alternatives, step.alternative_hours, strict=True)
        ],
        "state": _where(step.id, state),
    }


def _where(id_: str, state: State | None) -> str:
    """open, begun, done or dropped."""
    if state is None:
        return "open"
    if id_ in state.finished:
        return "done"
    if id_ in state.dropped:
        return "dropped"
    return "begun" if id_ in state.begun else "open"


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
