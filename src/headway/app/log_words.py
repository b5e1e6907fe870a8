"""Entries of the log in words."""

from collections.abc import Iterable, Mapping
from functools import singledispatch

from headway.app.context import Context
from headway.planning.names import names_of
from headway.values import LEVEL_NAMES, Json
from headway.workspace.model import (
    Applied,
    Copied,
    Dropped,
    Entry,
    Finished,
    Hours,
    Paused,
    ReadCv,
    Resumed,
    Said,
    SavedPlan,
    Shown,
    Started,
    Swapped,
    Undone,
)

Labels = Mapping[str, str]


def entry_rows(context: Context, entries: Iterable[Entry], undone: frozenset[str]) -> list[Json]:
    """Each entry with its number, kind and a sentence; undone ones are marked, never left out."""
    labels = labels_of(context)
    return [
        {
            "number": int(e.id[:8]),
            "id": e.id,
            "date": e.date.isoformat(),
            "kind": str(type(e.body).__struct_config__.tag),
            "text": said(e.body, labels),
            "undone": e.id in undone,
        }
        for e in entries
    ]


def labels_of(context: Context) -> dict[str, str]:
    """Names of skills, resources, roles and job-entry steps."""
    knowledge = context.knowledge
    labels = names_of(knowledge).labels | {role.id: role.label for role in knowledge.roles.values()}
    return labels | {action.id: action.label for action in knowledge.actions.values()}


@singledispatch
def said(body: object, labels: Labels) -> str:
    """A body in one line."""
    raise TypeError(f"no words for {type(body).__name__}")


def _with(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


@said.register
def _(body: ReadCv, labels: Labels) -> str:
    return f"CV read: {body.document}, {len({e.skill for e in body.cv.evidence})} skills"


@said.register
def _(body: Said, labels: Labels) -> str:
    parts = [f"{labels.get(skill, skill)} at {LEVEL_NAMES[level]}" for skill, level in body.levels.items() if level]
    none = [labels.get(skill, skill) for skill, level in body.levels.items() if not level]
    parts += [f"I do not have {', '.join(none)}"] if none else []
    return _with("You said: " + "; ".join(parts), body.note)


@said.register
def _(body: Shown, labels: Labels) -> str:
    about = ", ".join(sorted({labels.get(p.skill, p.skill) for p in body.pieces}))
    kinds = {piece.kind for piece in body.pieces}
    if kinds == {"test-answer"}:  # a wrong answer shows nothing that one has
        right = sum(piece.holds for piece in body.pieces)
        return f"Test, {right} of {len(body.pieces)} answers right: {about}"
    return f"{'Lab passed' if kinds == {'lab'} else 'Shown'}: {about}"


@said.register
def _(body: Hours, labels: Labels) -> str:
    on = f" on {labels.get(body.resource, body.resource)}" if body.resource else ""
    return _with(f"{body.hours:g} h{on}", body.note)


@said.register
def _(body: Started, labels: Labels) -> str:
    return f"Started {labels.get(body.resource, body.resource)}"


@said.register
def _(body: Finished, labels: Labels) -> str:
    took = f", {body.hours:g} h in all" if body.hours is not None else ""
    return _with(f"Finished {labels.get(body.resource, body.resource)}{took}", body.note)


@said.register
def _(body: Dropped, labels: Labels) -> str:
    return _with(f"Dropped {labels.get(body.resource, body.resource)}", body.note)


@said.register
def _(body: Swapped, labels: Labels) -> str:
    one, other = (labels.get(id_, id_) for id_ in (body.resource, body.instead))
    return _with(f"Took {other} in place of {one}", body.note)


@said.register
def _(body: Paused, labels: Labels) -> str:
    return _with("Paused" + (f" until {body.until}" if body.until else ""), body.note)


@said.register
def _(body: Resumed, labels: Labels) -> str:
    return "Resumed"


@said.register
def _(body: SavedPlan, labels: Labels) -> str:
    end = f", done by {body.plan.end}" if body.plan.end else ""
    changed = f", {len(body.changes)} changes" if body.changes else ""
    return f"Plan for {labels.get(body.role, body.role)}, {body.seniority}: {len(body.plan.steps)} steps{end}{changed}"


@said.register
def _(body: Applied, labels: Labels) -> str:
    what = f"Application {body.number}"
    if body.posting:
        at = f" at {body.posting.company}" if body.posting.company else ""
        what += f": {body.posting.title}{at}"
    parts = [part for part in (body.stage, body.outcome, f"next {body.next}" if body.next else "") if part]
    return _with(f"{what}, {', '.join(parts)}" if parts else what, body.note)


@said.register
def _(body: Undone, labels: Labels) -> str:
    return f"Undid entry {int(body.entry[:8])}"


@said.register
def _(body: Copied, labels: Labels) -> str:
    return f"{body.what.capitalize()} to {body.path}"
