"""What is asked of a plan, as the doors hand it over, and its translation into planning options."""

import datetime as dt
from pathlib import Path

import msgspec

from headway.app.context import Context, parse_date
from headway.errors import BadOption
from headway.planning.options import PlanOptions

DEFAULT_HOURS = 10.0
DEFAULT_ROLE = "machine-learning-engineer"


class PlanQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a person may say about the plan they want; all of it optional but a CV or `know`, or a workspace."""

    cv: str | None = None
    know: tuple[str, ...] = ()
    test_results: tuple[str, ...] = ()
    country: str | None = None
    profile: str | None = None
    role: str | None = None
    seniority: str | None = None
    hours: float | None = None
    weekdays: str | None = None
    off: tuple[str, ...] = ()
    start: str | None = None
    deadline: str | None = None
    budget: float | None = None
    currency: str = "USD"
    free_only: bool = False
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    confidence: float = 0.6
    done: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    late: bool = False
    """Where only time is short: the plan without the deadline, which stays what is aimed at."""
    leans: bool = True
    """Whether to work out what the plan leans on: half of the time it takes."""
    html: Path | None = None
    pdf: Path | None = None
    ics: Path | None = None

    @property
    def outputs(self) -> dict[str, Path]:
        """The files that are to be written, by option."""
        named = {"--html": self.html, "--pdf": self.pdf, "--ics": self.ics}
        return {option: path for option, path in named.items() if path is not None}


def options_of(context: Context, question: PlanQuestion) -> PlanOptions:
    """The planning options. Raises BadOption, UnknownName."""
    if question.hours is not None and question.weekdays is not None:
        raise BadOption("--hours and --weekdays both say how much you study.", "Give one of the two.")
    if not 0.5 <= question.confidence <= 0.99:
        raise BadOption(f"--confidence is {question.confidence:g}.", "Give a number from 0.5 to 0.99.")
    start = parse_date(question.start, "--start") if question.start else context.today
    if start < context.today:
        raise BadOption(
            f"The start {start} is past.", "Leave it out to begin today; what you have finished goes with --done."
        )
    return PlanOptions(
        start=start,
        hours=DEFAULT_HOURS if question.hours is None else question.hours,
        hours_by_weekday=_weekdays(question.weekdays),
        off=tuple(_days_off(text) for text in question.off),
        deadline=parse_date(question.deadline, "--deadline") if question.deadline else None,
        budget=question.budget,
        currency=question.currency.upper(),
        free_only=question.free_only,
        formats=_among(question.formats, {r.format for r in context.knowledge.resources.values()}, "--format"),
        languages=_among(question.languages, {r.language for r in context.knowledge.resources.values()}, "--language"),
        done=question.done,
        skip=question.skip,
        prefer=question.prefer,
        drop=question.drop,
    )


def _weekdays(text: str | None) -> tuple[float, float, float, float, float, float, float] | None:
    if text is None:
        return None
    try:
        hours = [float(part) for part in text.split(",")]
        mon, tue, wed, thu, fri, sat, sun = hours
    except ValueError:
        raise BadOption(
            f"--weekdays is '{text}'.", "Give seven numbers, Monday first, for example 2,2,0,2,0,4,0."
        ) from None
    return mon, tue, wed, thu, fri, sat, sun


def _days_off(text: str) -> tuple[dt.date, dt.date]:
    """`2026-12-20:2027-01-03`, also with two dots as in other programs; one day alone. Raises BadOption."""
    first, separator, last = text.replace("..", ":").partition(":")
    try:
        return parse_date(first, "--off"), parse_date(last if separator else first, "--off")
    except BadOption as error:
        raise BadOption(error.message, "Write a day as 2026-12-20, several as 2026-12-20:2027-01-03.") from error


def _among(words: tuple[str, ...], allowed: set[str], option: str) -> tuple[str, ...]:
    for word in words:
        if word.casefold() not in allowed:
            raise BadOption(f"{option} is '{word}'.", f"Choose from: {', '.join(sorted(allowed))}.")
    return tuple(word.casefold() for word in words)
