"""Keep what the main job found: the CV as it was read, what the person said, the plan with its question."""

import datetime as dt
from pathlib import Path

import msgspec

from headway.app.files import STDIN
from headway.app.plan_result import PlanResult
from headway.app.workspace_room import open_workspace
from headway.errors import UnreadableFile
from headway.planning.names import names_of
from headway.workspace.changes import changes
from headway.workspace.fold import State, fold
from headway.workspace.model import Attachment, Body, Finished, ReadCv, Said, SavedPlan, Shown
from headway.workspace.seal import attachment, number_of

MOST_ATTACHED = 64 * 1024 * 1024


class Saving(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a plan. fits: False for one that does not, which is not kept. same: number and date of the log's
    entry that has the same plan already, where there is one and nothing came after it; then nothing was added.
    """

    fits: bool
    same: tuple[int, dt.date] | None = None


def save_plan(result: PlanResult, profile: str | None) -> Saving:
    """Keep it, unless it does not fit or is what was kept last. Raises WorkspaceUnusable, BadOption."""
    if result.plan.status == "infeasible":
        return Saving(fits=False)
    files = _files(result)
    with open_workspace(result.context, profile) as store, store.alone():
        state = fold(store.entries())
        person, saved = _person(result, state, files), _plan(result, state)
        if not person and (same := _same(saved, state)) is not None:
            return Saving(fits=True, same=same)
        store.append(result.context.today, [*person, saved], files)
    return Saving(fits=True)


def _same(saved: SavedPlan, state: State) -> tuple[int, dt.date] | None:
    """The entry that was kept last, where it has this very plan: asked for twice, perhaps at the same moment."""
    kept = state.plan
    if kept is None or state.counted[-1].id != kept.id:
        return None
    before = msgspec.structs.replace(kept.saved, changes=saved.changes, why=saved.why, forecast=saved.forecast)
    return (number_of(kept.id), kept.date) if before == saved else None


def _files(result: PlanResult) -> list[Attachment]:
    """The CV as a file; of one that came through standard input its text."""
    name, document = result.question.cv, result.person.document
    if name is None or document is None:
        return []
    if name == STDIN:
        return [attachment("standard-input.txt", document.text.encode("utf-8", "replace"))]
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be read again: {error.strerror}.", "Nothing was kept.") from error
    return [attachment(Path(name).name, content[:MOST_ATTACHED])]


def _person(result: PlanResult, state: State, files: list[Attachment]) -> list[Body]:
    person = result.person
    bodies: list[Body] = []
    if person.document is not None and person.reading is not None and files:
        read = ReadCv(document=person.document.name, file=files[0].digest, cv=person.reading)
        bodies += [read] if read != state.cv else []
    said = {s: level for s, level in person.known.items() if s not in state.said or state.said[s].level != level}
    bodies += [Said(levels=dict(sorted(said.items())))] if said else []
    shown = {(e.source, e.id) for e in state.shown}
    tested = tuple(piece for piece in person.tested if (piece.source, piece.id) not in shown)
    bodies += [Shown(pieces=tested)] if tested else []
    bodies += [Finished(resource=id_) for id_ in result.instance.done if id_ not in state.finished]
    return bodies


def _plan(result: PlanResult, state: State) -> SavedPlan:
    knowledge = result.context.knowledge
    labels = names_of(knowledge).labels
    entry = {action.id: action.label for action in knowledge.actions.values()}
    named = {step.id for step in result.plan.steps} | {s for step in result.plan.steps for s, _, _ in step.raises}
    saved = SavedPlan(
        role=result.role.id,
        seniority=result.seniority,
        confidence=result.question.confidence,
        options=result.options,
        country=result.person.country,
        plan=result.plan,
        levels=dict(sorted(result.instance.levels.items())),
        labels={id_: (labels | entry).get(id_, id_) for id_ in sorted(named)},
        knowledge=knowledge.digest,
    )
    before = state.plan.saved if state.plan else None
    why = ("You asked for a new plan.",) if before else ()
    return msgspec.structs.replace(saved, changes=changes(before, saved, state), why=why)
