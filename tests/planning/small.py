"""Tiny planning questions in words: one line a choice, so that a test shows its input.

questions("python-book 20h: python 0-2, git 0-1 | needs maths 1 | costs 49")
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from headway.planning.calendar import spread
from headway.planning.model import Calendar, Choice, Instance, Target
from headway.values import Span

MONDAY = dt.date(2026, 11, 23)


def choice(line: str) -> Choice:
    """`id hours h: skill from-to, ... | needs skill level, ... | costs amount | preferred`."""
    head, *rest = (part.strip() for part in line.split("|"))
    name, hours, teaches = re.fullmatch(r"(\S+) ([\d.]+)h: (.*)", head).groups()  # type: ignore[union-attr]
    likely = float(hours)
    words: dict[str, str] = dict(part.split(" ", 1) if " " in part else (part, "") for part in rest)
    return Choice(
        id=name,
        hours=Span(likely / 2, likely, likely * 2),
        cost=None if words.get("costs") == "unknown" else float(words.get("costs", 0)),
        teaches=tuple((skill, int(start), int(to)) for skill, start, to in re.findall(r"(\S+) (\d)-(\d)", teaches)),
        needs=tuple((skill, int(level)) for skill, level in re.findall(r"(\S+) (\d)", words.get("needs", ""))),
        preferred="preferred" in words,
    )


def target(words: str, weight: float = 1.0) -> Target:
    """`python 2 or r 2`."""
    pairs = re.findall(r"(\S+) (\d)", words.replace(" or ", " "))
    return Target(any_of=tuple((skill, int(level)) for skill, level in pairs), weight=weight)


def question(
    choices: Sequence[str],
    targets: Sequence[str | Target],
    *,
    levels: Mapping[str, int] | None = None,
    weekly: float = 10.0,
    deadline: dt.date | None = None,
    **others: Any,
) -> Instance:
    """An instance from such lines, starting on a Monday."""
    return Instance(
        levels=dict(levels or {}),
        targets=tuple(t if isinstance(t, Target) else target(t) for t in targets),
        choices=tuple(choice(line) for line in choices),
        calendar=Calendar(start=MONDAY, hours_by_weekday=spread(weekly), deadline=deadline),
        **others,
    )
