"""The process that answers for the market: the same answers, errors told alike, gone when nobody asks."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from headway.app.aside import Aside
from headway.app.context import open_context
from headway.app.fit import fit
from headway.app.keep_person import keep_levels
from headway.app.market_demand import Question, market_demand
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_scope import Wishes
from headway.app.pay_market import MarketOffers
from headway.app.person import PersonQuestion
from headway.errors import BadOption, NothingImported, UnknownName, WorkerFailed
from tests.waiting import PATIENCE, comes_true, runs
from tests.web.conftest import TODAY, Ask
from tests.web.test_market import imported, market

__all__ = ["imported", "market"]
WHO = PersonQuestion()


@pytest.fixture
def aside(market: Ask) -> Iterator[Aside]:
    """A process of its own, for a person with the invented postings."""
    with_process = Aside(lambda: open_context(TODAY))
    yield with_process
    with_process.close()


def _pid(aside: Aside) -> int:
    assert aside._process is not None
    return aside._process.pid


def test_its_answers_are_those_of_the_use_cases_and_are_kept(aside: Aside) -> None:
    """Asked once each; again only when the market or, for what is personal, the person has changed."""
    context, asked = open_context(TODAY), Question(limit=5)
    demand = aside.ask("demand", Wishes(), asked)
    assert demand == _plain(market_demand(context, Wishes(), asked))
    jobs = aside.ask("jobs", WHO, JobsQuestion(limit=3))
    assert jobs == _plain(market_jobs(context, WHO, JobsQuestion(limit=3)))
    os.kill(_pid(aside), signal.SIGSTOP)  # from here on it could answer nothing
    assert aside.ask("demand", Wishes(), asked) == demand
    assert aside.ask("jobs", WHO, JobsQuestion(limit=3)) == jobs
    os.kill(_pid(aside), signal.SIGCONT)
    keep_levels(context, None, {"python": 4, "docker": 3, "spark": 3})
    assert aside.ask("jobs", WHO, JobsQuestion(limit=3)) != jobs
    assert aside.ask("demand", Wishes(), asked) == demand


def test_how_far_roles_are_is_answered_with_it_as_in_the_terminal(aside: Aside) -> None:
    """Postings within reach, and what postings state of pay."""
    here, beside = open_context(TODAY), open_context(TODAY)
    beside.ask_aside = aside.ask
    found = fit(here, WHO, role="data-analyst")
    assert found["postings"]["ranked"] > 50
    assert _plain(fit(beside, WHO, role="data-analyst")) == _plain(found)
    stated = MarketOffers(here, ["data-analyst"]).pay("data-analyst", "mid", None, None)
    assert stated[0]
    assert MarketOffers(beside, ["data-analyst"]).pay("data-analyst", "mid", None, None) == stated


def _plain(answer: Any) -> Any:
    import json

    return json.loads(json.dumps(answer, default=str))


def test_it_keeps_the_duckdb_out_of_this_process(aside: Aside) -> None:
    """Which is what it is for."""
    import subprocess

    script = (
        "import sys; from headway.app.aside import Aside; from headway.app.context import open_context\n"
        "from headway.app.market_demand import Question; from headway.app.market_scope import Wishes\n"
        "aside = Aside(lambda: open_context('2026-11-20'))\n"
        "from headway.app.market_listing import KEPT, listing; context = open_context('2026-11-20')\n"
        "for kept in context.cache.glob(KEPT + '*'): kept.unlink()\n"
        "context.ask_aside = aside.ask\n"
        "assert len(listing(context)) > 50\n"
        "assert aside.ask('demand', Wishes(), Question(limit=5))['skills']\n"
        "from headway.app.fit import fit; from headway.app.person import PersonQuestion\n"
        "from headway.app.route import Wish, route\n"
        "assert fit(context, PersonQuestion())['postings']['ranked'] > 50\n"
        "assert route(context, None, Wish(role='data-analyst'))['steps']; aside.close()\n"
        "print([name for name in ('duckdb', 'pyarrow') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.stdout == "[]\n", ran.stderr


def test_errors_are_the_same_as_in_one_process(aside: Aside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kind, sentence and hint; it lives on after them."""
    with pytest.raises(BadOption, match="--limit is 0"):
        aside.ask("jobs", WHO, JobsQuestion(limit=0))
    pid = _pid(aside)
    with pytest.raises(UnknownName, match="no imported posting"):
        aside.ask("posting", None, "nothing")
    assert _pid(aside) == pid
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "empty"))
    nothing = Aside(lambda: open_context(TODAY))
    with pytest.raises(NothingImported):
        nothing.ask("demand", Wishes(), Question())
    nothing.wake()
    nothing.close()


def test_one_that_died_is_begun_anew(aside: Aside) -> None:
    """Killed between two questions, or ended because nobody asked: the next answer comes all the same."""
    aside.ask("demand", Wishes(), Question(limit=1))
    pid = _pid(aside)
    os.kill(pid, signal.SIGKILL)
    assert aside.ask("demand", Wishes(), Question(limit=2))["skills"]
    assert _pid(aside) != pid


def test_a_question_that_kills_it_is_one_line(aside: Aside, monkeypatch: pytest.MonkeyPatch) -> None:
    """No endless retry."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WorkerFailed, match="died"):
        aside.ask("demand", Wishes(), Question(limit=3))


def test_an_answer_that_was_cut_short_is_no_answer(
    aside: Aside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process was killed while it wrote: one line, and no half of an answer."""
    cut = tmp_path / "cut-short"
    cut.write_text('#!/bin/sh\nread -r question\nprintf \'{"type":"answered","res\'\n')
    cut.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(cut))
    with pytest.raises(WorkerFailed, match="died"):
        aside.ask("demand", Wishes(), Question(limit=3))


def test_it_ends_with_whoever_asks(aside: Aside) -> None:
    """Its standard input ends: it goes by itself."""
    aside.wake()
    aside.ask("demand", Wishes(), Question(limit=4))
    pid, process = _pid(aside), aside._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    comes_true(lambda: not runs(pid))


def test_it_ends_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time, with its standard input still open."""
    import subprocess

    script = "from headway.app import aside_child as child; child.IDLE = 0.5; child.main()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.wait(PATIENCE) == 0
