"""Questions as a person sees them, answers, and the state of a test. No engine is imported here."""

import datetime as dt
from typing import Literal

import msgspec

from headway.knowledge.items import ItemKind, Value
from headway.values import Level

Verdict = Literal["right", "wrong", "dont-know", "skipped"]
DONT_KNOW, SKIP, STOP = "?", "-", "q"
"""What a person types instead of an answer: not knowing counts as wrong without a guess, skipping counts as nothing.
STOP only in a terminal: elsewhere a button ends a test, and a q that was typed is an answer."""

Answer = float | str | int | tuple[int, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One variant of an item, ready to be shown.

    code: shown apart, as it is. options: of a choice or the steps to put in order, in the order shown. answer: the
    right one (a number; what is printed; a line; an option's or steps' places from 1; a query that answers). slips:
    misconception to the answer it leads to. shape: what is to be typed, in words. decimals: of a number, how many are
    enough; `ask` says so.
    """

    item: str
    topic: str
    skill: str
    level: Level
    kind: ItemKind
    seed: int
    ask: str
    code: str
    options: tuple[str, ...]
    answer: Answer
    slips: dict[str, Answer]
    shape: str
    unit: str = ""
    tolerance: float = 0.0
    decimals: int | None = None
    values: dict[str, Value | tuple[Value, ...]] = msgspec.field(default_factory=dict)


class Marked(msgspec.Struct, frozen=True):
    """How an answer was marked. misconception: the named one that leads to it. note: why it could not be read."""

    verdict: Verdict
    misconception: str = ""
    note: str = ""


class Aim(msgspec.Struct, frozen=True):
    """One thing the test wants to know: does the person have this skill at this level. weight: how much it matters."""

    skill: str
    level: Level
    weight: float


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """One answer in a test. number: from 1, in the order asked. text: what was typed."""

    number: int
    item: str
    seed: int
    text: str
    verdict: Verdict
    misconception: str = ""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """When a test ends: at so many questions; at this expected share of wrong placements (by weight); once the best
    question is expected to take away no more than this share of what is open (`worth`); at this standard error of one
    skill's ability; at most so many questions about one skill.
    """

    questions: int = 40
    wrong_share: float = 0.07
    worth: float = 0.007
    standard_error: float = 0.4
    each_skill: int = 3


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A test under way or done: everything that is needed to go on. `asked` with seeds makes questions again.

    about: what was asked for (a skill, a role, `plan`). cv, know: what the person gave with it. single: one skill is
    tested in depth. barred: items not to be asked, since they were in an earlier test. bank: version of the questions.
    ended: why, once it has.
    """

    id: str
    about: str
    begun: dt.date
    seed: int
    bank: str
    cv: str | None = None
    know: tuple[str, ...] = ()
    single: bool
    aims: tuple[Aim, ...]
    limits: Limits
    barred: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    ended: str = ""
