"""`headway replan`: the plan brought up to date with the log, changed as little as possible, with the reasons."""

import datetime as dt
import math
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import check_writable, write_whole
from headway.app.log_words import labels_of
from headway.app.look import role_id
from headway.app.options import seniority_word
from headway.app.plan import given_up, known_levels
from headway.app.plan_question import PlanQuestion, options_of
from headway.app.progress import Progress, remaining
from headway.app.replan_words import limits_changed, reasons_for
from headway.app.status import progress_of, target_row
from headway.app.workspace_room import kept_workspace, thought_over
from headway.errors import BadOption
from headway.knowledge.model import Teaches
from headway.planning.build import build_instance
from headway.planning.calendar import DAY as DAY_HOURS
from headway.planning.doubts import Doubts, with_doubts
from headway.planning.model import EntryStep, Instance, Plan
from headway.planning.names import names_of
from headway.planning.options import PlanOptions, check
from headway.planning.replan import CHANGE_COST, Earlier, startable
from headway.planning.replan import replan as least_change
from headway.planning.search import warm_up
from headway.planning.swap import needless
from headway.planning.targets import entry_steps_of, targets_of
from headway.values import Json, Level
from headway.workspace.changes import changes
from headway.workspace.fold import Kept, State, fold
from headway.workspace.forecast import done_within, work_left
from headway.workspace.model import Body, Entry, SavedPlan

UNSAVED = "99999999-"
"""In place of an entry's id: later than all there are."""
WEEK_MOST = 7 * DAY_HOURS
AS_SAID = 1e6
"""Shape and rate of a pace of one about which there is no doubt."""


class ReplanQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be different from the plan that is followed; None and empty: as it was.

    deadline `none`, no_budget: no limit any more. doubts: False leaves out what the plan leans on and may teach for
    nothing.
    """

    role: str | None = None
    seniority: str | None = None
    hours: float | None = None
    weekdays: str | None = None
    off: tuple[str, ...] = ()
    deadline: str | None = None
    budget: float | None = None
    no_budget: bool = False
    free_only: bool | None = None
    drop: tuple[str, ...] = ()
    anew: bool = False
    dry: bool = False
    doubts: bool = True
    ics: Path | None = None


def replan(context: Context, profile: str | None, question: ReplanQuestion) -> Json:
    """Plan again from today; kept if anything changed. Raises NothingKept, BadOption, WorkspaceUnusable."""
    check_writable(question.ics, "--ics")
    warm_up()

    def think(entries: tuple[Entry, ...]) -> tuple[tuple[Progress, SavedPlan, bool], list[Body]]:
        progress = progress_of(context, fold(entries))
        saved = drafted_from(context, progress, question)
        fresh = saved.plan.status != "infeasible" and _differs(progress.kept.saved, saved)
        return (progress, saved, fresh), [saved] if fresh and not question.dry else []

    with kept_workspace(context, profile) as store:
        progress, saved, fresh = thought_over(context, store, think)
    fits = saved.plan.status != "infeasible"
    if question.ics is not None and fits:
        from headway.publish.calendar_file import calendar_file

        write_whole(question.ics, calendar_file(saved.plan, dict(saved.labels), context.today), "--ics")
    return _answer(context, progress, saved, kept=fresh and not question.dry, changed=fresh)


def drafted(context: Context, profile: str | None, question: ReplanQuestion) -> tuple[Progress, SavedPlan]:
    """The plan that `replan` would keep, with what it was made from; nothing is kept. Raises as `replan`."""
    warm_up()
    with kept_workspace(context, profile) as store:
        progress = progress_of(context, fold(store.entries()))
    return progress, drafted_from(context, progress, question)


def drafted_from(context: Context, progress: Progress, question: ReplanQuestion) -> SavedPlan:
    """The plan of least change from this state."""
    before = progress.kept.saved
    options = _options(context, before.options, question)
    check(msgspec.structs.replace(options, deadline=None))
    role = role_id(context, question.role) if question.role else before.role
    seniority = seniority_word(question.seniority) if question.seniority else before.seniority
    if seniority not in [g.seniority for g in context.knowledge.roles[role].grades]:
        raise BadOption(f"{role} has no grade '{seniority}'.", "Say --seniority.")
    more = given_up(context, context.knowledge.roles[role], seniority, question.drop)
    options = msgspec.structs.replace(options, drop=tuple(dict.fromkeys((*before.options.drop, *more))))
    draft = msgspec.structs.replace(before, role=role, seniority=seniority, options=options)
    speed = Progress(context, progress.state, Kept(UNSAVED, context.today, draft)).speed
    draft = msgspec.structs.replace(draft, speed=speed)
    instance = instance_of(progress, draft)
    earlier = earlier_of(progress)
    plan = least_change(
        instance, earlier, names=names_of(context.knowledge), cost=0.0 if question.anew else CHANGE_COST
    )
    if question.doubts:
        plan = doubted(progress, draft, instance, plan)
    return described(progress, draft, instance, plan, anew=question.anew)


def doubted(progress: Progress, draft: SavedPlan, instance: Instance, plan: Plan) -> Plan:
    """What it leans on and what it may teach for nothing, as a first plan tells them."""
    if plan.status == "infeasible":
        return plan
    belief, begun = progress.person.belief, earlier_of(progress).begun
    _, sure = known_levels(belief, draft.confidence)
    now = startable(instance, begun)

    unbegun = msgspec.structs.replace(instance, choices=tuple(c for c in instance.choices if c.id not in begun))

    def rebuild(levels: Mapping[str, Level], only: Collection[str] | None) -> Instance:
        return startable(_instance(progress, draft, levels, only, unbegun), begun)

    return with_doubts(now, plan, Doubts(sure=sure, chances=belief.p_at_least, rebuild=rebuild), needless(now, plan))


def described(progress: Progress, draft: SavedPlan, instance: Instance, plan: Plan, *, anew: bool = False) -> SavedPlan:
    """The plan as it is kept: with names, what changed and why, and when it will be done as things go."""
    context, before = progress.context, progress.kept.saved
    labels = labels_of(context)
    named = {s.id for s in plan.steps} | {skill for s in plan.steps for skill, _, _ in s.raises}
    named |= {lean.skill for lean in plan.leans_on} | {hope.skill for hope in plan.may_know}
    after = msgspec.structs.replace(
        draft,
        plan=plan,
        levels=dict(sorted(instance.levels.items())),
        labels={id_: labels.get(id_, id_) for id_ in sorted(named)},
        knowledge=context.knowledge.digest,
        changes=(),
        why=(),
        forecast=None,
    )
    ahead = Progress(context, progress.state, Kept(UNSAVED, context.today, after))
    return msgspec.structs.replace(
        after,
        changes=changes(before, after, progress.state),
        why=reasons_for(progress, before, after, anew=anew),
        forecast=ahead.forecast,
    )


def _options(context: Context, before: PlanOptions, question: ReplanQuestion) -> PlanOptions:
    """The limits the person stated, with what they state now."""
    asked = PlanQuestion(
        hours=question.hours,
        weekdays=question.weekdays,
        off=question.off,
        budget=question.budget,
        start=context.today.isoformat(),
        deadline=None if question.deadline in (None, "none") else question.deadline,
    )
    new = options_of(context, asked)
    if new.deadline is not None and new.deadline < context.today:
        raise BadOption(f"The deadline {new.deadline} is past.", "Give a day to come, or 'none'.")
    keep_week = question.hours is None and question.weekdays is None
    return msgspec.structs.replace(
        before,
        start=max(before.start, context.today),
        hours=before.hours if keep_week else new.hours,
        hours_by_weekday=before.hours_by_weekday if keep_week else new.hours_by_weekday,
        off=(*before.off, *(gap for gap in new.off if gap not in before.off)),
        deadline=before.deadline if question.deadline is None else new.deadline,
        budget=None if question.no_budget else before.budget if question.budget is None else question.budget,
        free_only=before.free_only if question.free_only is None else question.free_only,
    )


def instance_of(progress: Progress, draft: SavedPlan) -> Instance:
    """The question as it stands today: what was finished is done, what was dropped is out, what is begun takes what is
    left of it. Dates come at the learned speed; a deadline is for the forecast to judge, not to make a plan fail."""
    levels, _ = known_levels(progress.person.belief, draft.confidence)
    return _instance(progress, draft, levels)


def _instance(
    progress: Progress,
    draft: SavedPlan,
    levels: Mapping[str, Level],
    only: Collection[str] | None = None,
    near: Instance | None = None,
) -> Instance:
    """The same for any levels. only: the resources considered. near: as for `build_instance`, without what is begun."""
    knowledge, state = progress.context.knowledge, progress.state
    options = _paced(progress, draft)
    targets, _ = targets_of(knowledge.roles[draft.role], draft.seniority)
    over = {*state.finished, *state.dropped}
    entry = [step for step in entry_steps_of(knowledge.actions, draft.seniority) if step.id not in over]
    entry = [_entry_left(progress, step) for step in entry]
    instance = build_instance(levels, targets, knowledge.resources, options, entry, only, near)
    choices = tuple(
        msgspec.structs.replace(c, hours=remaining(c.hours, state.hours_on(c.id))) if c.id in state.begun else c
        for c in instance.choices
    )
    return msgspec.structs.replace(instance, choices=choices)


def _entry_left(progress: Progress, step: EntryStep) -> EntryStep:
    logged = progress.state.hours_on(step.id)
    return msgspec.structs.replace(step, hours=remaining(step.hours, logged)) if logged else step


def _paced(progress: Progress, draft: SavedPlan) -> PlanOptions:
    """Options for the planner: from the first day that counts, at the learned speed, without the deadline."""
    state, resources = progress.state, progress.context.knowledge.resources
    stated = draft.options
    factor = min(draft.speed, WEEK_MOST / stated.calendar.weekly_hours)
    mon, tue, wed, thu, fri, sat, sun = (min(h * factor, DAY_HOURS) for h in stated.calendar.hours_by_weekday)
    done = tuple(id_ for id_ in state.finished if id_ in resources)
    denied = tuple(id_ for id_ in done if _denied(state, id_, resources[id_].teaches))
    spent = math.fsum(_paid(state, id_) for id_ in {*done, *state.begun})  # in whatever order: the same
    return check(
        msgspec.structs.replace(
            stated,
            start=max(progress.last_day + dt.timedelta(days=1), stated.start),
            hours_by_weekday=(mon, tue, wed, thu, fri, sat, sun),
            off=progress.off(stated.calendar),
            deadline=None,
            budget=None if stated.budget is None else max(0.0, stated.budget - spent),
            done=tuple(id_ for id_ in done if id_ not in denied),
            skip=(*stated.skip, *denied, *(id_ for id_ in state.dropped if id_ in resources)),
            prefer=tuple(word for word in stated.prefer if word not in state.dropped and word not in denied),
        )
    )


def _denied(state: State, resource: str, teaches: Iterable[Teaches]) -> bool:
    """Whether the person, since finishing it, said they are below what it teaches."""
    day, _ = state.finished[resource]
    return any(
        part.skill in state.said and state.said[part.skill].date >= day and state.said[part.skill].level < part.to
        for part in teaches
    )


def _paid(state: State, resource: str) -> float:
    """What a resource cost, by the last plan that had it."""
    for kept in reversed(state.plans):
        for step in kept.saved.plan.steps:
            if step.id == resource:
                return step.cost or 0.0
    return 0.0


def earlier_of(progress: Progress) -> Earlier:
    steps = tuple(each.step.id for each in progress.left if each.step.kind == "learn")
    begun = tuple(sorted(progress.state.begun, key=lambda id_: (progress.state.begun[id_], id_)))
    return Earlier(steps=steps, begun=begun, chosen=tuple(sorted(progress.state.chosen)))


def _differs(before: SavedPlan, after: SavedPlan) -> bool:
    """Whether there is anything to keep: other limits or target, other steps, or an end more than a day away."""
    if limits_changed(before, after) or [s.id for s in before.plan.steps] != [s.id for s in after.plan.steps]:
        return True
    ends = (before.plan.end, after.plan.end)
    return ends[0] != ends[1] and (None in ends or abs((ends[0] - ends[1]).days) > 1)  # type: ignore[operator]


def _answer(context: Context, progress: Progress, saved: SavedPlan, *, kept: bool, changed: bool) -> Json:
    before, plan = progress.kept.saved, saved.plan
    return {
        "schema": "headway.replan/1",
        "today": context.today.isoformat(),
        "kept": kept,
        "changed": changed,
        "target": target_row(context, Kept(UNSAVED, context.today, saved)),
        "status": plan.status,
        "why": list(saved.why),
        "changes": msgspec.to_builtins(saved.changes),
        "steps": [
            {"number": n, **msgspec.to_builtins(step), "label": saved.labels.get(step.id, step.id)}
            for n, step in enumerate(plan.steps, 1)
        ],
        "end_before": before.plan.end.isoformat() if before.plan.end else None,
        "end": plan.end.isoformat() if plan.end else None,
        "hours_per_week": saved.options.calendar.weekly_hours,
        "speed": round(saved.speed, 4),
        "extra_hours": round(plan.proof.objective - plan.proof.bound, 2) if plan.proof else None,
        "forecast": msgspec.to_builtins(saved.forecast),
        "deadline": saved.options.deadline.isoformat() if saved.options.deadline else None,
        "hours_for_deadline": hours_for_deadline(context, progress, saved),
        "leans_on": msgspec.to_builtins(plan.leans_on),
        "may_know": msgspec.to_builtins(plan.may_know),
        "unreachable": msgspec.to_builtins(plan.unreachable),
        "reliefs": msgspec.to_builtins(plan.reliefs),
        "labels": dict(saved.labels),
    }


def hours_for_deadline(context: Context, progress: Progress, saved: SavedPlan) -> float | None:
    """Hours a week that, really studied, keep the deadline with even odds; None without a deadline or days before it.

    Not hours to state: the pace is measured against what is stated, so that stating more alone moves no date.
    """
    deadline = saved.options.deadline
    if deadline is None or deadline < context.today:
        return None
    ahead = Progress(context, progress.state, Kept(UNSAVED, context.today, saved))
    planned = max((hours for day, hours in ahead.supply(saved.options.calendar) if day <= deadline), default=0.0)
    work = work_left([each.hours for each in ahead.left], progress.effort)
    kept = msgspec.structs.replace(ahead.pace, shape=AS_SAID, rate=AS_SAID)
    low, high = 0.0, 100_000.0
    if planned <= 0 or done_within(high, work, kept) < 0.5:
        return None
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (low, middle) if done_within(middle, work, kept) >= 0.5 else (middle, high)
    weekly = saved.options.calendar.weekly_hours * high / planned
    return round(weekly, 1) if weekly <= WEEK_MOST else None
