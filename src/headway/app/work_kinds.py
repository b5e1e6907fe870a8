"""What long work there is. Each kind can be ended at any moment: what it keeps, it keeps whole or not at all."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from headway.app.context import Context
from headway.app.work_model import Task, Told
from headway.values import Json

Tell = Callable[[Told], None]
TICK: Final = 0.5


class Stop(BaseException):
    """Nobody wants it any more. No Exception, so that nothing takes it for a fault of an input."""


def _import(context: Context, task: Task, content: bytes, tell: Tell) -> Json:
    """Postings into the market; then what the first question needs is got ready."""
    from headway.app.market_import import ImportOptions, import_postings
    from headway.app.market_run import Progress

    del content
    fields = task.fields

    def told(progress: Progress) -> None:
        words = progress.name if progress.last else f"Reading {progress.name}"
        tell(Told(words=words, share=progress.share, done=progress.rows))

    tell(Told(words="Getting ready"))
    names = tuple(fields.get("names", ()))
    options = ImportOptions(board=fields.get("board"), mapping=tuple(fields.get("mapping", ())))
    result = import_postings(context, names, bool(fields.get("example")), options, told)
    tell(Told(words="Getting the first answers ready", done=result["read"]))
    _ready(context)
    return result


def _ready(context: Context) -> None:
    """The listing is kept beside the market, so that the next page need not make it."""
    from headway.app.market_listing import listing
    from headway.errors import NothingImported

    try:
        listing(context)
    except NothingImported:
        return


def _cv(context: Context, task: Task, content: bytes, tell: Tell) -> Json:
    """Read a CV and keep it."""
    from headway.app.keep_person import keep_cv

    result = keep_cv(context, task.profile, str(task.fields["name"]), content, lambda words: tell(Told(words=words)))
    return {"schema": result["schema"], "skills": len(result["skills"])}


def _market_plan(context: Context, task: Task, content: bytes, tell: Tell) -> Json:
    """Search for the steps that bring most postings within reach, for so many seconds."""
    from headway.app.market_plan import Effort, plan_market
    from headway.app.market_plan_page import market_plan_page
    from headway.app.plan_question import PlanQuestion

    del content
    seconds = float(task.fields["seconds"])
    wanted = {name: task.fields[name] for name in ("role", "country", "hours") if task.fields.get(name)}
    question = PlanQuestion(profile=task.profile, **wanted)
    ticking = _Ticking(tell, seconds)
    try:
        found = plan_market(context, question, Effort(seconds=seconds), ticking.begin)
    finally:
        ticking.end()
    return market_plan_page(found)


class _Ticking:
    """Says now and then how much of the time for a search is over."""

    def __init__(self, tell: Tell, seconds: float) -> None:
        self._tell, self._seconds = tell, seconds
        self._over = threading.Event()

    def begin(self) -> None:
        """The search begins."""
        threading.Thread(target=self._run, daemon=True).start()

    def end(self) -> None:
        """It is over."""
        self._over.set()

    def _run(self) -> None:
        begun = time.monotonic()
        while not self._over.wait(TICK):
            spent = time.monotonic() - begun
            words = "Searching" if spent < self._seconds else "Proving how good it is"
            with suppress(Stop):  # the process ends all the same
                self._tell(Told(words=words, share=min(spent / self._seconds, 0.99)))


KINDS: Final[dict[str, Callable[[Context, Task, bytes, Tell], Json]]] = {
    "import": _import,
    "cv": _cv,
    "market-plan": _market_plan,
}
"""By name."""
