"""What every page is handed: the context of today, and whose workspace is meant."""

from typing import Annotated

import msgspec
from fastapi import Depends, Request

from headway.app import look
from headway.app.aside import Aside
from headway.app.context import Context, on_this_day
from headway.app.uploads import take_leftovers_away
from headway.app.work import Works
from headway.web.first_answers import first_questions
from headway.web.newest import Newest
from headway.web.render import templates


class Desk:
    """The context of a server that may run for weeks. fixed: its day stays as --today gave it. apart: the market is
    asked in a process of its own."""

    def __init__(
        self, context: Context, *, profile: str | None = None, fixed: bool = False, apart: bool = True
    ) -> None:
        self._context = context
        self._fixed = fixed
        self.profile = profile
        self.works = Works(lambda: self.context, profile)
        self.newest = Newest()
        self.aside = Aside(lambda: self.context, profile, apart=apart)
        if apart:
            context.ask_aside = self.aside.ask
        take_leftovers_away(context)

    def warm(self) -> None:
        """Read what the first page needs, while the browser opens; then have the market's pages worked out."""
        look.roles(self.context)
        templates()
        self.aside.ahead(first_questions(self.profile))

    @property
    def context(self) -> Context:
        """On the day it is now: what was read once is kept, the date is not."""
        if not self._fixed:
            self._context = on_this_day(self._context)
        return self._context


class Whose(msgspec.Struct, frozen=True):
    """The context and the profile of one request, the long work of this start, and who answers for the market."""

    context: Context
    profile: str | None
    works: Works
    newest: Newest
    aside: Aside


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _open(request: Request) -> Context:
    return _desk(request).context


def _whose(request: Request) -> Whose:
    desk = _desk(request)
    desk.aside.wake()
    return Whose(desk.context, desk.profile, desk.works, desk.newest, desk.aside)


Open = Annotated[Context, Depends(_open)]
Mine = Annotated[Whose, Depends(_whose)]
