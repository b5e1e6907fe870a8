"""`headway log`, `headway undo`: what a person did, one entry at a time; nothing is ever changed or taken out."""

import datetime as dt
import math
from typing import Final

import msgspec

from headway.app.context import Context, parse_date
from headway.app.evidence_file import read_evidence
from headway.app.log_words import entry_rows
from headway.app.look import skill_id
from headway.app.options import number_word, parse_know
from headway.app.workspace_room import is_kept, kept_workspace, open_workspace
from headway.errors import BadOption, UnknownName
from headway.knowledge.names import resolve
from headway.values import Json
from headway.workspace.fold import State, fold
from headway.workspace.model import (
    Body,
    Copied,
    Dropped,
    Entry,
    Finished,
    Hours,
    Paused,
    Resumed,
    Said,
    Shown,
    Started,
    Swapped,
    Undone,
)

DAY_HOURS: Final = 24.0
WORDS: Final = ("hours", "started", "finished", "dropped", "swapped", "paused", "resumed", "know", "lack", "tested")
NOTED: Final = ("hours", "finished", "dropped", "swapped", "paused", "know")
"""The words whose entry has room for a note."""


class LogQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written: a word, what it is about, and when. what None: show the log."""

    what: str | None = None
    values: tuple[str, ...] = ()
    hours: float | None = None
    date: str | None = None
    until: str | None = None
    note: str = ""
    last: int | None = None


def log(context: Context, profile: str | None, question: LogQuestion) -> Json:
    """Write an entry, or show those that are there. Raises BadOption, UnknownName, WorkspaceUnusable, NothingKept."""
    if question.what is None:
        return _shown(context, profile, question)
    if question.what not in WORDS:
        raise BadOption(f"'{question.what}' is nothing that can be logged.", f"Say one of: {', '.join(WORDS)}.")
    _belongs(question)
    day = _day(context, question.date)
    if not is_kept(context, profile):
        _bodies(context, fold(()), question, day)  # what is refused makes no workspace
    with open_workspace(context, profile) as store, store.alone():
        added = store.append(day, _bodies(context, fold(store.entries()), question, day))
    return {"schema": "headway.log/1", "added": len(added), "entries": entry_rows(context, added, frozenset())}


def _shown(context: Context, profile: str | None, question: LogQuestion) -> Json:
    if question.values or question.hours is not None:
        raise BadOption("What is to be logged?", f"Say one of: {', '.join(WORDS)}.")
    with kept_workspace(context, profile) as store:
        entries = store.entries()
    state = fold(entries)
    shown = entries[-question.last :] if question.last else entries
    return {"schema": "headway.log/1", "added": 0, "entries": entry_rows(context, shown, state.undone)}


def _belongs(question: LogQuestion) -> None:
    """What was typed and would be left out is refused: "paused 2026-12-20" is no pause until that day."""
    what, values = question.what, question.values
    if what in ("paused", "resumed") and values:
        until = "Give the last day with --until." if what == "paused" else "Say 'headway log resumed' alone."
        raise BadOption(f"'{what}' takes no '{' '.join(values)}'.", until)
    if what != "finished" and question.hours is not None:
        raise BadOption(f"--hours says nothing about '{what}'.", "It goes with 'finished'; else: headway log hours 2.")
    if what != "paused" and question.until is not None:
        raise BadOption(f"--until says nothing about '{what}'.", "It goes with 'paused'.")
    if what not in NOTED and question.note:
        raise BadOption(f"'{what}' keeps no note.", f"--note goes with one of: {', '.join(NOTED)}.")


def _day(context: Context, text: str | None) -> dt.date:
    if text is None:
        return context.today
    day = parse_date(text, "--date")
    if day > context.today:
        raise BadOption(f"--date is {day}, which is still to come.", "Log what has happened.")
    return day


def _bodies(context: Context, state: State, question: LogQuestion, day: dt.date) -> list[Body]:
    """The entries for one line of `headway log`."""
    values, note = question.values, question.note
    match question.what:
        case "hours":
            return [_hours(context, state, question, day)]
        case "started":
            return [Started(resource=_one(context, state, values))]
        case "finished":
            told = None if question.hours is None else _number(question.hours, 10_000)
            return [Finished(resource=_one(context, state, values), hours=told, note=note)]
        case "dropped":
            return [Dropped(resource=_one(context, state, values), note=note)]
        case "swapped":
            return [_swapped(context, state, values, note)]
        case "paused":
            return [Paused(until=_until(question, day), note=note)]
        case "resumed":
            return [Resumed()]
        case "know":
            return [Said(levels=_levels(context, values), note=note)]
        case "tested":
            return [Shown(pieces=tuple(p for name in _some(values, "results.json") for p in read_evidence(name)))]
        case _:
            return [Said(levels={skill_id(context, word): 0 for word in _some(values, "python")}, note=note)]


def _swapped(context: Context, state: State, values: tuple[str, ...], note: str) -> Swapped:
    if len(values) != 2:
        raise BadOption(
            "What is swapped for what?", "Give the step and what takes its place, each as one word or quoted."
        )
    one, other = _one(context, state, values[:1]), _one(context, state, values[1:])
    if one == other:
        raise BadOption("A step cannot take its own place.", "Give another course, book or project.")
    return Swapped(resource=one, instead=other, note=note)


def _hours(context: Context, state: State, question: LogQuestion, day: dt.date) -> Hours:
    values = question.values
    if not values:
        raise BadOption("How many hours?", "Write for example: headway log hours 2.5 'Course title'.")
    try:
        hours = _number(float(values[0].replace(",", ".")), DAY_HOURS)
    except ValueError:
        raise BadOption(f"'{values[0]}' is no number of hours.", "Write for example: headway log hours 2.5.") from None
    already = sum(s.hours for s in state.studied if s.date == day)
    if already + hours > DAY_HOURS:
        raise BadOption(
            f"{day} would have {already + hours:g} hours.", "Use --date for another day, or 'headway undo'."
        )
    resource = _one(context, state, values[1:]) if values[1:] else None
    return Hours(hours=hours, resource=resource, note=question.note)


def _number(hours: float, most: float) -> float:
    if not math.isfinite(hours) or not 0.01 <= hours <= most:
        raise BadOption(f"{hours:g} hours cannot be logged.", f"Give a number from 0.01 to {most:g}.")
    return hours


def _until(question: LogQuestion, day: dt.date) -> dt.date | None:
    if question.until is None:
        return None
    until = parse_date(question.until, "--until")
    if until < day:
        raise BadOption(f"The pause from {day} until {until} ends before it begins.", "Give a later day.")
    return until


def _levels(context: Context, values: tuple[str, ...]) -> dict[str, int]:
    known = parse_know(tuple(_some(values, "python=2")))
    return {skill_id(context, name): level for name, level in known.items()}


def _some(values: tuple[str, ...], example: str) -> tuple[str, ...]:
    if not values:
        raise BadOption("Which skill or file?", f"Write for example: {example}.")
    return values


def _one(context: Context, state: State, values: tuple[str, ...]) -> str:
    """The resource or step that the words mean: its number in the plan, id or title."""
    word = " ".join(values)
    if not word:
        raise BadOption("Which course, book or project?", "Give its title, its id or its number in 'headway plans'.")
    steps = state.plan.saved.plan.steps if state.plan else ()
    number = number_word(word)
    if number is not None and not steps:
        raise UnknownName("No plan is kept, so steps have no numbers.", "Name the course, or keep a plan first.")
    if number is not None:
        if not 1 <= number <= len(steps):
            raise UnknownName(f"The plan has no step {word}.", "'headway plans' shows the steps with their numbers.")
        return steps[number - 1].id
    knowledge = context.knowledge
    if word in knowledge.actions:
        return word
    return resolve(word, {**knowledge.resources, **knowledge.actions}, "resource")


def undo(context: Context, profile: str | None, which: str | None) -> Json:
    """Write that an entry does not count: the last one that does, or the one named. Raises as `log`."""
    with kept_workspace(context, profile) as store, store.alone():
        entries = store.entries()
        target = _target(entries, which)
        added = store.append(context.today, [Undone(entry=target.id)])
        after = fold([*entries, *added])
    rows = entry_rows(context, (target,), after.undone)
    return {"schema": "headway.undo/1", "entry": added[0].id, "undone": rows[0]}


def _target(entries: tuple[Entry, ...], which: str | None) -> Entry:
    undone = fold(entries).undone
    if which is None:
        open_ = [e for e in entries if e.id not in undone and not isinstance(e.body, Undone | Copied)]
        if not open_:
            raise BadOption("There is nothing to undo.", "'headway log' shows the entries.")
        return max(open_, key=lambda e: e.id)
    found = [e for e in entries if e.id.startswith(which) or int(e.id[:8]) == number_word(which)]
    if len(found) != 1:
        raise UnknownName(f"There is no entry '{which}'.", "'headway log' shows the entries with their numbers.")
    if found[0].id in undone:
        raise BadOption(f"Entry {which} is undone already.", "To bring it back, undo its undoing.")
    return found[0]
