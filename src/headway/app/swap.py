"""A step of the plan given up for another: what each would cost, and the change itself, whole or not at all."""

import msgspec

from headway.app.context import Context
from headway.app.log_words import labels_of
from headway.app.progress import Progress
from headway.app.replan import ReplanQuestion, described, doubted, drafted_from, earlier_of, instance_of
from headway.app.status import progress_of
from headway.app.workspace_room import kept_workspace, thought_over
from headway.errors import BadOption, UnknownName
from headway.planning.model import Instance, Step
from headway.planning.names import names_of
from headway.planning.replan import proven, startable
from headway.planning.swap import Cost, costs, swapped
from headway.values import Json
from headway.workspace.fold import fold
from headway.workspace.model import Body, Entry, SavedPlan, Swapped

PENDING = "99999998-"
"""In place of the id of an entry that is not written yet: later than all there are."""


def cost_rows(instance: Instance, steps: tuple[Step, ...], labels: dict[str, str]) -> dict[str, list[Json]]:
    """For each learning step the choices that could take its place, with hours, money and days more of each."""
    rows: dict[str, list[Json]] = {}
    learning = [step.id for step in steps if step.kind == "learn"]
    for step in steps:
        found = costs(instance, learning, step.alternatives, step.id)
        rows[step.id] = [_row(cost, instance.currency, labels) for cost in found]
    return rows


def _row(cost: Cost, currency: str, labels: dict[str, str]) -> Json:
    return {
        "id": cost.id,
        "label": labels.get(cost.id, cost.id),
        "more_hours": round(cost.hours, 1),
        "more_money": cost.money,
        "currency": currency,
        "more_days": cost.days,
        "spares": [labels.get(id_, id_) for id_ in cost.spares],
    }


def cost_rows_of(progress: Progress) -> dict[str, list[Json]]:
    """The same for the steps of the plan that is followed which are still to do."""
    instance = startable(instance_of(progress, progress.kept.saved), tuple(progress.state.begun))
    left = tuple(each.step for each in progress.left)
    return cost_rows(instance, left, labels_of(progress.context))


def swap(context: Context, profile: str | None, step: str, instead: str, *, dry: bool = False) -> Json:
    """Take `instead` in the place of a step: the entry of the log and the plan that follows are written together.

    Everything else stays where it can; where not, the plan is made again with the least change.
    Raises UnknownName, BadOption, NothingKept, WorkspaceUnusable.
    """

    def think(entries: tuple[Entry, ...]) -> tuple[tuple[Progress, SavedPlan], list[Body]]:
        _check(context, progress_of(context, fold(entries)), step, instead)
        body = Swapped(resource=step, instead=instead)
        after = progress_of(context, fold([*entries, Entry(id=PENDING, date=context.today, body=body)]))
        saved = _planned(context, after, step, instead)
        if saved.plan.status == "infeasible":
            raise BadOption("No plan holds with this in its place.", "Nothing was changed. Choose another.")
        return (after, saved), [] if dry else [body, saved]

    with kept_workspace(context, profile) as store:
        after, saved = thought_over(context, store, think)
    before, now = after.kept.saved.plan, saved.plan
    return {
        "schema": "headway.swap/1",
        "kept": not dry,
        "step": step,
        "instead": instead,
        "end_before": before.end.isoformat() if before.end else None,
        "end": now.end.isoformat() if now.end else None,
        "changes": msgspec.to_builtins(saved.changes),
    }


def _check(context: Context, progress: Progress, step: str, instead: str) -> None:
    if step not in {each.step.id for each in progress.left if each.step.kind == "learn"}:
        raise UnknownName(f"The plan has no open step '{step[:60]}'.", "'headway plans' shows the steps.")
    if instead not in context.knowledge.resources:
        raise UnknownName(f"There is no resource '{instead[:60]}'.", "Choose one of those that could take its place.")
    if instead in {each.step.id for each in progress.left} or instead in progress.state.finished:
        raise BadOption("That is in the plan already, or done.", "Choose another.")


def _planned(context: Context, progress: Progress, step: str, instead: str) -> SavedPlan:
    """The plan after the swap: the same row where every rule is kept, else the least change."""
    before = progress.kept.saved
    options = msgspec.structs.replace(before.options, start=max(before.options.start, context.today))
    draft = msgspec.structs.replace(before, options=options, speed=progress.speed)
    instance = startable(instance_of(progress, draft), earlier_of(progress).begun)
    gone = {*progress.state.finished, *progress.state.dropped} - {step}
    steps = [s.id for s in before.plan.steps if s.kind == "learn" and s.id not in gone]
    plan = swapped(instance, [instead if id_ == step else id_ for id_ in steps], names_of(context.knowledge))
    if plan is None or not set(earlier_of(progress).begun) <= {s.id for s in plan.steps}:
        return drafted_from(context, progress, ReplanQuestion())
    found = proven(instance, plan, "the step you chose; everything else as it was")
    return described(progress, draft, instance, doubted(progress, draft, instance, found))
