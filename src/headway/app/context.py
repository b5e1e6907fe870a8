"""Opens the clock and the user's folder; everything below gets them as arguments."""

import datetime as dt
import os
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headway.errors import BadOption
from headway.knowledge.items import ItemBank
from headway.knowledge.load import load_items, load_knowledge, load_layout, load_lexicon
from headway.knowledge.model import Knowledge, Lexicon
from headway.knowledge.skill_layout import SkillLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from headway.knowledge.every_fact import Said
    from headway.learner.model import SkillBelief
    from headway.learner.prior import Prior
    from headway.mentions.find import Finder

EARLIEST_YEAR = 1900
"""Nobody plans from before; calendar arithmetic back from the year 1 leaves what dates can say."""


class Context:
    """What a use case needs from outside: the date, the user's folder, the knowledge base."""

    def __init__(self, today: dt.date, home: Path) -> None:
        self.today = today
        self.home = home
        self.ask_aside: Callable[..., Any] | None = None
        """Asks the process that answers for the market (app/aside.py), where this one is to stay small."""

    @cached_property
    def cache(self) -> Path | None:
        """Folder for files that can be deleted at any time; None where it cannot be written."""
        folder = self.home / "cache"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return folder if os.access(folder, os.W_OK) else None

    @cached_property
    def knowledge(self) -> Knowledge:
        return load_knowledge(self.cache)

    @cached_property
    def lexicon(self) -> Lexicon:
        return load_lexicon(self.cache)

    @cached_property
    def layout(self) -> SkillLayout:
        return load_layout(self.cache)

    @cached_property
    def items(self) -> ItemBank:
        from headway.app.item_parameters import calibrated

        return calibrated(load_items(self.cache), self.home)

    @cached_property
    def facts(self) -> "tuple[Said, ...]":
        """Every statement of the knowledge base: made once, for every page of them."""
        from headway.knowledge.every_fact import every_fact

        return every_fact(self.knowledge)

    @cached_property
    def fact_texts(self) -> tuple[str, ...]:
        """What of each of `facts` is searched, in the same order."""
        from headway.knowledge.every_fact import searchable

        return searchable(self.facts)

    @cached_property
    def finder(self) -> "Finder":
        """Finds skills in texts: built once, for CV and postings alike."""
        from headway.mentions.find import Finder

        return Finder(self.lexicon, cache=self.cache)

    @cached_property
    def prior(self) -> "Prior":
        """What is believed before any evidence: built once, for every page and question."""
        from headway.learner.prior import build_prior

        return build_prior(self.knowledge.skills, self.knowledge.words.half_life_months)

    @cached_property
    def nobody(self) -> "Mapping[str, SkillBelief]":
        """What is believed of someone of whom nothing is known. Without evidence nothing fades, on any day."""
        from headway.learner.belief import fold

        return fold((), self.prior, self.today).all()


def open_context(today: str | None = None) -> Context:
    """The context of this process. today: ISO date that replaces the clock's (same input, same bytes)."""
    home = os.environ.get("HEADWAY_HOME")
    folder = Path(home) if home else Path.home() / ".headway"
    date = parse_date(today, "--today") if today else dt.date.today()  # noqa: DTZ011 - the person's own day
    return Context(date, folder)


def on_this_day(context: Context, day: dt.date | None = None) -> Context:
    """The same context while its day lasts; on another one with that date that has read what it had read. day: else
    the clock's."""
    today = day or dt.date.today()  # noqa: DTZ011 - the person's own day
    if context.today == today:
        return context
    later = Context(today, context.home)
    later.__dict__.update({name: value for name, value in context.__dict__.items() if name not in ("today", "home")})
    return later


def parse_date(text: str, option: str) -> dt.date:
    """An ISO date. Raises BadOption naming the option."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise BadOption(f"{option} is '{text}', which is not a date.", "Write it as 2027-03-31.")
    try:
        date = dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadOption(f"{option} is '{text}': {error}.", "Write it as 2027-03-31.") from error
    if date.year < EARLIEST_YEAR:
        raise BadOption(f"{option} is '{text}': before {EARLIEST_YEAR}.", "Write it as 2027-03-31.")
    return date
