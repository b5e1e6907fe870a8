"""Rules about the invented postings."""

import datetime as dt
import re
from collections.abc import Iterator

from headway.knowledge.authored import Authored
from headway.knowledge.examples import PLAINLY_INVENTED
from headway.values import Finding


def plainly_invented(authored: Authored) -> Iterator[Finding]:
    """Nobody may take an invented employer for a real one."""
    for placed in authored.examples:
        if not placed.value.company.startswith(PLAINLY_INVENTED):
            what = f"'{placed.value.company}' does not say that it is invented"
            hint = f"Begin the name with one of: {', '.join(PLAINLY_INVENTED)}."
            yield Finding("not-plainly-invented", "error", authored.where(placed, "company"), what, hint)


def examples_sound(authored: Authored) -> Iterator[Finding]:
    """Ids stand once, dates are dates, countries are two capitals."""
    seen: set[str] = set()
    for placed in authored.examples:
        example = placed.value
        if example.id in seen:
            yield Finding("example-id-twice", "error", authored.where(placed, "id"), f"'{example.id}' stands twice")
        seen.add(example.id)
        for day in (example.posted, *(copy.posted for copy in example.copies)):
            if not _is_date(day):
                what = f"'{example.id}' is posted on '{day}', which is no date"
                yield Finding("example-date", "error", authored.where(placed, "posted"), what)
        for country in (example.country, *(copy.country for copy in example.copies)):
            if country is not None and not re.fullmatch(r"[A-Z]{2}", country):
                what = f"'{example.id}' has the country '{country}'"
                yield Finding("example-country", "error", authored.where(placed, "country"), what)


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
