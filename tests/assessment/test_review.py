"""Spaced review: the same log gives the same days; what was forgotten comes sooner."""

import datetime as dt
import sys

import pytest

from headway.assessment import review
from headway.assessment.review import due_dates
from headway.errors import MissingExtra
from headway.learner.model import Evidence

DAY = dt.date(2026, 3, 2)


def _answer(skill: str, day: dt.date, right: bool, number: int = 0) -> Evidence:
    id_ = f"{skill}-{day}-{number}"
    return Evidence(id=id_, skill=skill, kind="test-answer", source="test", level=2, holds=right, date=day)


def test_without_the_extra_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is one line with the way out."""
    monkeypatch.setitem(sys.modules, "fsrs", None)
    with pytest.raises(MissingExtra, match=r"headway\[review\]"):
        review.due_dates([], DAY)


def test_a_right_answer_later_puts_the_next_day_further_off() -> None:
    """Knowing it again after the first due day lengthens the interval; not knowing shortens it."""
    pytest.importorskip("fsrs")
    later = DAY + dt.timedelta(days=3)
    kept = due_dates([_answer("sql", DAY, True), _answer("sql", later, True)], later)[0]
    lost = due_dates([_answer("sql", DAY, True), _answer("sql", later, False)], later)[0]
    assert lost.due < kept.due
    assert kept.due - later > dt.timedelta(days=3)


def test_what_was_never_right_is_not_reviewed() -> None:
    """It was not learned yet, so there is nothing to keep."""
    pytest.importorskip("fsrs")
    assert due_dates([_answer("sql", DAY, False)], DAY) == ()


def test_the_same_log_gives_the_same_days_in_any_order() -> None:
    """No fuzz and no clock."""
    pytest.importorskip("fsrs")
    log = [_answer("sql", DAY, True), _answer("python", DAY, True), _answer("python", DAY, False, 1)]
    assert due_dates(log, DAY) == due_dates(log[::-1], DAY)
    assert due_dates(log, DAY)[0].skill == "python"


def test_recall_falls_with_time() -> None:
    """On the due day it has come down to what was wanted, give or take the whole day."""
    pytest.importorskip("fsrs")
    log = [_answer("sql", DAY, True)]
    due = due_dates(log, DAY)[0].due
    assert due_dates(log, due)[0].recall == pytest.approx(0.9, abs=0.05)
    assert due_dates(log, due + dt.timedelta(days=60))[0].recall < 0.9
