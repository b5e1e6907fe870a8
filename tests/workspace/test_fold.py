"""The state is a fold over the log."""

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from headway.workspace.fold import fold
from headway.workspace.model import (
    Applied,
    Dropped,
    Entry,
    Finished,
    Hours,
    Paused,
    Posted,
    Resumed,
    Said,
    Started,
    Swapped,
    Undone,
)
from tests.workspace.logs import DAY, entry, logs


@given(logs, st.randoms(use_true_random=False))
def test_a_shuffled_log_gives_the_same_state(log: list[Entry], dice: random.Random) -> None:
    """Entries count in the order (date, id), however they come."""
    shuffled = list(log)
    dice.shuffle(shuffled)
    assert fold(shuffled) == fold(log)


@given(logs, logs.filter(len))
def test_undoing_restores_the_state(before: list[Entry], after: list[Entry]) -> None:
    """Entries and then their undoings leave what was there before, whatever the entries were."""
    first = len(before) + 1
    added = [entry(n, e.date, e.body) for n, e in enumerate(after, first)]
    undone = [entry(n, DAY, Undone(entry=e.id)) for n, e in enumerate(added, first + len(added))]
    left, was = fold([*before, *added, *undone]), fold(before)
    assert left.undone == {e.id for e in added}
    assert {f: getattr(left, f) for f in left.__struct_fields__ if f != "undone"} == {
        f: getattr(was, f) for f in was.__struct_fields__ if f != "undone"
    }


@given(logs.filter(len))
def test_undoing_an_undoing_brings_the_entry_back(log: list[Entry]) -> None:
    """Twice undone is not undone."""
    undo = entry(len(log) + 1, DAY, Undone(entry=log[-1].id))
    redo = entry(len(log) + 2, DAY, Undone(entry=undo.id))
    assert fold([*log, undo, redo]).counted == fold(log).counted


def _fold(*rows: tuple[int, object]) -> object:
    start = dt.date(2026, 11, 1)
    return fold([entry(n, start + dt.timedelta(days=day), body) for n, (day, body) in enumerate(rows, 1)])  # type: ignore[arg-type]


def test_the_last_word_about_a_skill_counts() -> None:
    """By date, not by the order of writing: what was said of an earlier day does not go before a later word."""
    state = _fold((5, Said(levels={"docker": 2})), (3, Said(levels={"docker": 0})))
    assert state.said["docker"].level == 2  # type: ignore[attr-defined]


def test_begun_is_what_is_neither_finished_nor_dropped() -> None:
    """Hours begin a resource; dropping ends it, and starting again takes the dropping back."""
    hours = (1, Hours(hours=2, resource="a"))
    assert list(_fold(hours).begun) == ["a"]  # type: ignore[attr-defined]
    assert not _fold(hours, (2, Finished(resource="a"))).begun  # type: ignore[attr-defined]
    dropped = (hours, (2, Dropped(resource="a")))
    assert list(_fold(*dropped).dropped) == ["a"]  # type: ignore[attr-defined]
    again = _fold(*dropped, (3, Started(resource="a")))
    assert (list(again.begun), list(again.dropped)) == (["a"], [])  # type: ignore[attr-defined]


def test_a_swap_gives_up_one_and_chooses_another() -> None:
    """In one entry; begun hours of the old one stay logged, and dropping the new one ends the choice."""
    hours, swap = (1, Hours(hours=2, resource="a")), (2, Swapped(resource="a", instead="b"))
    state = _fold(hours, swap)
    assert (list(state.dropped), list(state.chosen), list(state.begun)) == (["a"], ["b"], [])  # type: ignore[attr-defined]
    assert list(_fold(swap, (3, Swapped(resource="b", instead="a"))).chosen) == ["a"]  # type: ignore[attr-defined]
    assert not _fold(swap, (3, Dropped(resource="b"))).chosen  # type: ignore[attr-defined]
    assert not _fold(swap, (3, Finished(resource="b"))).chosen  # type: ignore[attr-defined]


def test_a_pause_ends_when_study_is_resumed() -> None:
    """The day of resuming is a day of study."""
    state = _fold((0, Paused()), (4, Resumed()))
    assert [(p.first.day, p.last.day) for p in state.pauses] == [(1, 4)]  # type: ignore[attr-defined]
    assert _fold((0, Paused()), (0, Resumed())).pauses == ()  # type: ignore[attr-defined]


def test_an_application_moves_through_its_stages() -> None:
    """Each entry adds to its history; a new stage takes the old day to be ready for away."""
    began = Applied(number=1, posting=Posted(title="ML engineer", company="Example Ltd"), stage="saved")
    interview = Applied(number=1, stage="interview", next=dt.date(2026, 11, 30))
    state = _fold((0, began), (2, interview), (3, Applied(number=1, note="Bring the portfolio")))
    found = state.applications[1]  # type: ignore[attr-defined]
    assert (found.stage, found.since.day, found.next, len(found.history)) == ("interview", 3, dt.date(2026, 11, 30), 3)
    assert _fold((0, Applied(number=9, stage="offer"))).applications == {}  # type: ignore[attr-defined]


def test_an_outcome_ends_with_the_stage_it_was_told_for() -> None:
    """An application that was closed with a no and got an offer after all is no offer with a no."""
    began = Applied(number=1, posting=Posted(title="ML engineer"), stage="saved")
    closed, noted = Applied(number=1, stage="closed", outcome="no"), Applied(number=1, note="They called.")
    found = _fold((0, began), (1, closed), (2, noted)).applications[1]  # type: ignore[attr-defined]
    assert (found.stage, found.outcome) == ("closed", "no")
    found = _fold((0, began), (1, closed), (2, Applied(number=1, stage="offer"))).applications[1]  # type: ignore[attr-defined]
    assert (found.stage, found.outcome) == ("offer", "")
