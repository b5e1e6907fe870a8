"""`headway status`, `headway plans`: where a person is against their plan, and how the plan came to be."""

import datetime as dt
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.offered import where_of
from headway.app.plan_files import check_files
from headway.app.progress import Left, Progress
from headway.app.workspace_room import state_of
from headway.assessment.review import due_dates
from headway.errors import MissingExtra, NothingKept, UnknownName
from headway.values import Json
from headway.workspace.fold import Application, Kept, State

NO_PLAN = "No plan is kept yet."
NOTHING_DUE: Json = {"due": [], "next": None, "note": ""}
HOW = "Keep one: headway plan CV --save (or --know SKILL=LEVEL instead of a CV)."


def status(context: Context, profile: str | None) -> Json:
    """Against the plan: steps, hours, this week, next step, forecast. Raises NothingKept, WorkspaceUnusable."""
    state = state_of(context, profile)
    progress = progress_of(context, state)
    kept, reviewed = progress.kept, _review(context, state)
    return {
        "schema": "headway.status/1",
        "today": context.today.isoformat(),
        "target": target_row(context, kept),
        "plan": _plan_row(kept),
        "steps": _steps(progress),
        "hours": _hours(progress),
        "week": _week(progress),
        "streak": progress.streak,
        "paused": _paused(progress),
        "next": next_row(progress),
        "begun": [_begun(progress, id_, day) for id_, day in sorted(state.begun.items(), key=lambda b: (b[1], b[0]))],
        "forecast": msgspec.to_builtins(progress.forecast),
        "deadline": _iso(kept.saved.options.deadline),
        "applications": [application_row(a) for a in open_applications(state)],
        "review": reviewed,
        "labels": {**kept.saved.labels, **{row["skill"]: _label(context, row["skill"]) for row in reviewed["due"]}},
    }


def status_pdf(context: Context, profile: str | None) -> bytes:
    """The same with the dates from here and how the plan came to be, for paper. Raises NothingKept, MissingExtra."""
    from headway.publish.status_paper import status_paper
    from headway.publish.typeset import typeset

    return typeset(status_paper(status(context, profile), plans(context, profile, None), context.today))


def write_status(context: Context, profile: str | None, path: Path) -> None:
    """`--pdf` of status, whole or not at all. Raises BadOption."""
    check_files({"--pdf": path})
    write_whole(path, status_pdf(context, profile), "--pdf")


def reviews(context: Context, profile: str | None) -> Json:
    """What is due for another look, for somebody without a plan too; each with its label."""
    try:
        found = _review(context, state_of(context, profile))
    except NothingKept:
        found = dict(NOTHING_DUE)
    return {**found, "due": [{**row, "label": _label(context, row["skill"])} for row in found["due"]]}


def _review(context: Context, state: State) -> Json:
    """Skills that were shown and whose recall has come down, the soonest first; a note where it cannot be told."""
    if not state.shown:
        return dict(NOTHING_DUE)
    try:
        dates = due_dates(state.shown, context.today)
    except MissingExtra as missing:
        return {"due": [], "next": None, "note": str(missing)}
    later = [each.due.isoformat() for each in dates if each.due > context.today]
    due = [msgspec.to_builtins(each) for each in dates if each.due <= context.today]
    return {"due": due, "next": later[0] if later else None, "note": ""}


def _label(context: Context, skill: str) -> str:
    found = context.knowledge.skills.get(skill)
    return found.label if found else skill


def progress_of(context: Context, state: State) -> Progress:
    """The figures for the plan that is followed. Raises NothingKept."""
    if state.plan is None:
        raise NothingKept(NO_PLAN, HOW)
    return Progress(context, state, state.plan)


def target_row(context: Context, kept: Kept) -> Json:
    """What the plan is for."""
    role = context.knowledge.roles.get(kept.saved.role)
    label = role.label if role else kept.saved.role
    return {"role": kept.saved.role, "label": label, "seniority": kept.saved.seniority}


def _plan_row(kept: Kept) -> Json:
    plan, options = kept.saved.plan, kept.saved.options
    return {
        "id": kept.id,
        "saved": kept.date.isoformat(),
        "start": plan.start.isoformat(),
        "end": _iso(plan.end),
        "hours_per_week": options.calendar.weekly_hours,
        "speed": kept.saved.speed,
    }


def _steps(progress: Progress) -> Json:
    """Of the plan's steps: how many are done, and how many should be by the day before today."""
    steps = progress.kept.saved.plan.steps
    left = {each.step.id for each in progress.left}
    return {
        "total": len(steps),
        "done": sum(step.id not in left for step in steps),
        "due": sum(step.end < progress.today for step in steps),
        "finished_ever": len(progress.state.finished),
    }


def _hours(progress: Progress) -> Json:
    """Since the first plan, up to the last day that counts."""
    return {
        "since": progress.first_day.isoformat(),
        "logged": round(sum(week.studied for week in progress.weeks), 2),
        "planned": round(sum(week.planned for week in progress.weeks), 2),
        "left": round(sum(each.hours.likely for each in progress.left), 2),
    }


def _week(progress: Progress) -> Json:
    """Monday to Sunday around today."""
    monday = progress.today - dt.timedelta(days=progress.today.weekday())
    days = [monday + dt.timedelta(days=n) for n in range(7)]
    logged = sum(s.hours for s in progress.state.studied if monday <= s.date <= days[-1])
    return {
        "first": monday.isoformat(),
        "logged": round(logged, 2),
        "planned": round(sum(progress.planned_on(day) for day in days), 2),
    }


def _paused(progress: Progress) -> Json | None:
    pause = progress.paused_on(progress.today)
    return None if pause is None else {"since": pause.first.isoformat(), "until": _iso(pause.last)}


def next_row(progress: Progress) -> Json | None:
    """The step to go on with: the one begun last among those open, else the first that is left."""
    begun = [each for each in progress.left if each.step.id in progress.state.begun]
    chosen = max(begun, key=lambda each: progress.state.begun[each.step.id]) if begun else None
    following = chosen or (progress.left[0] if progress.left else None)
    return None if following is None else _step_row(progress, following)


def _step_row(progress: Progress, left: Left) -> Json:
    step, resources = left.step, progress.context.knowledge.resources
    found = resources.get(step.id)
    return {
        "number": progress.kept.saved.plan.steps.index(step) + 1,
        "kind": step.kind,
        "id": step.id,
        "label": progress.kept.saved.labels.get(step.id, step.id),
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "hours_left": round(left.hours.likely, 2),
        "why": step.why,
        **where_of(found),
    }


def _begun(progress: Progress, id_: str, day: dt.date) -> Json:
    resources = progress.context.knowledge.resources
    likely = resources[id_].hours.likely if id_ in resources else None
    label = resources[id_].label if id_ in resources else progress.kept.saved.labels.get(id_, id_)
    return {
        "id": id_,
        "label": label,
        "since": day.isoformat(),
        "logged": round(progress.state.hours_on(id_), 2),
        "likely": likely,
    }


def open_applications(state: State) -> list[Application]:
    """Those not closed, the soonest day to be ready for first."""
    far = dt.date.max
    kept = [a for a in state.applications.values() if a.stage != "closed"]
    return sorted(kept, key=lambda a: (a.next or far, a.number))


def application_row(found: Application) -> Json:
    """One application in short."""
    return {
        "number": found.number,
        "title": found.posting.title,
        "company": found.posting.company,
        "url": found.posting.url,
        "stage": found.stage,
        "outcome": found.outcome,
        "since": found.since.isoformat(),
        "next": _iso(found.next),
    }


def plans(context: Context, profile: str | None, which: int | None) -> Json:
    """All plans kept, oldest first, with what changed and why; `which`: only that one, with its steps."""
    state = state_of(context, profile)
    if not state.plans:
        raise NothingKept(NO_PLAN, HOW)
    numbered = list(enumerate(state.plans, 1))
    if which is not None:
        if not 1 <= which <= len(numbered):
            raise UnknownName(f"There is no plan {which}.", f"Plans 1 to {len(numbered)} are kept.")
        numbered = [numbered[which - 1]]
    steps_of = len(state.plans) if which is None else which
    shown = state.plans[steps_of - 1].saved
    return {
        "schema": "headway.plans/1",
        "plans": [_history_row(context, number, kept) for number, kept in numbered],
        "steps_of": steps_of,
        "steps": [
            {"number": n, **msgspec.to_builtins(step), "label": shown.labels.get(step.id, step.id)}
            for n, step in enumerate(shown.plan.steps, 1)
        ],
        "labels": dict(shown.labels),
    }


def _history_row(context: Context, number: int, kept: Kept) -> Json:
    saved = kept.saved
    return {
        "number": number,
        "id": kept.id,
        "date": kept.date.isoformat(),
        "target": target_row(context, kept),
        "status": saved.plan.status,
        "steps": len(saved.plan.steps),
        "hours": msgspec.to_builtins(saved.plan.learn_hours + saved.plan.entry_hours),
        "hours_per_week": saved.options.calendar.weekly_hours,
        "speed": round(saved.speed, 4),
        "end": _iso(saved.plan.end),
        "why": list(saved.why),
        "changes": msgspec.to_builtins(saved.changes),
        "forecast": msgspec.to_builtins(saved.forecast),
    }


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
