"""The process that answers for the market: `python -m headway.app.aside_child`.

Questions come as JSON lines on standard input, each is answered by a line. It ends when nobody asked for a while, and
when standard input ends: whoever asked is gone.
"""

import datetime as dt
import os
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import Any, BinaryIO, Final

import msgspec

from headway.app.applications import ApplyQuestion, apply
from headway.app.aside_model import Answered, Question
from headway.app.context import Context, on_this_day, open_context
from headway.app.kept_person import somebody
from headway.app.market_demand import Question as DemandQuestion
from headway.app.market_demand import market_demand
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_listing import listing
from headway.app.market_posting import market_posting
from headway.app.market_reach import postings_for
from headway.app.market_room import holds_postings
from headway.app.market_scope import Wishes
from headway.app.market_trends import market_trends
from headway.app.market_value import ValueQuestion, market_value
from headway.app.pay_market import offers_of
from headway.app.person import PersonQuestion
from headway.app.work_model import Wrong
from headway.errors import HeadwayError
from headway.values import Json

IDLE: Final = 60.0
"""Seconds without a question after which it ends."""


def _listing(context: Context) -> Json:
    """Have it made and kept."""
    return {"postings": len(listing(context))}


def _within_reach(context: Context, question: PersonQuestion, confidence: float) -> Json | None:
    """What `headway fit` says of the market."""
    return postings_for(context, somebody(context, question), confidence)


def _stated_pay(context: Context, roles: tuple[str, ...] | None, skills: bool) -> Json:
    """Offers of some roles, as `pay_market` takes them."""
    return {"offers": msgspec.to_builtins(offers_of(context, roles, skills=skills))}


QUESTIONS: Final[dict[str, tuple[Callable[..., Json | None], tuple[Any, ...]]]] = {
    "listing": (_listing, ()),
    "demand": (market_demand, (Wishes, DemandQuestion)),
    "trends": (market_trends, (Wishes, tuple[str, ...], str, int)),
    "jobs": (market_jobs, (PersonQuestion, JobsQuestion)),
    "value": (market_value, (PersonQuestion, ValueQuestion)),
    "within-reach": (_within_reach, (PersonQuestion, float)),
    "stated-pay": (_stated_pay, (tuple[str, ...] | None, bool)),
    "posting": (market_posting, (str | None, str)),
    "apply": (apply, (str | None, ApplyQuestion)),
}
"""Use cases with the kinds of what they take after the context."""


def answer(context: Context, name: str, args: Sequence[Any]) -> Json | None:
    """Ask the use case. Raises what it raises."""
    use, kinds = QUESTIONS[name]
    return use(context, *(msgspec.convert(arg, kind) for arg, kind in zip(args, kinds, strict=True)))


def main() -> None:
    """Answer until nobody asks, or whoever asks is gone."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no word of ours
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, lines), daemon=True).start()
    context = open_context()
    _get_ready(context)
    while line := _next(lines):
        question = msgspec.json.decode(line, type=Question)
        context = on_this_day(context, dt.date.fromisoformat(question.today))
        out.write(msgspec.json.encode(_word(context, question)) + b"\n")
        out.flush()
    os._exit(0)  # the other thread still holds standard input


def _listen(source: BinaryIO, lines: SimpleQueue[bytes]) -> None:
    """Whatever is being answered: when standard input ends, nobody waits for it."""
    while line := source.readline():
        lines.put(line)
    os._exit(0)


def _next(lines: SimpleQueue[bytes]) -> bytes:
    """The next line; nothing where none came in time."""
    try:
        return lines.get(timeout=IDLE)
    except Empty:
        return b""


def _get_ready(context: Context) -> None:
    """Load what every question needs, while nobody waits yet."""
    _ = context.knowledge, context.prior
    if holds_postings(context):
        from headway.market import store  # noqa: F401


def _word(context: Context, question: Question) -> Answered | Wrong:
    try:
        return Answered(result=msgspec.Raw(msgspec.json.encode(answer(context, question.name, question.args))))
    except HeadwayError as error:
        return Wrong(kind=type(error).__name__, message=error.message, hint=error.hint)
    except Exception as error:  # noqa: BLE001 - the asker gets one line, the terminal the trace
        traceback.print_exc()
        told = f"Headway failed unexpectedly ({type(error).__name__})."
        return Wrong(kind="WorkerFailed", message=told, hint="The terminal where it runs says more; please report it.")


if __name__ == "__main__":
    main()
