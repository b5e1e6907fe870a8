"""Test items as authored under data/items/ and as compiled into the index part `items`.

An item's id never changes its meaning: once published it is replaced (`replaced_by`), never edited.
Computed items hold no answers of their own: numbers are worked out by assessment/templates/, what code prints was
recorded by running it (data/item-answers/, made by tools/item_answers.py), queries are run.
"""

import hashlib
from typing import Literal

import msgspec

from headway.knowledge.fact import Fact
from headway.values import Level

ItemKind = Literal["number", "output", "bug", "query", "choice", "order"]
Language = Literal["python", "sql", "bash", "text"]
Value = str | int | float
Vary = dict[str, str | tuple[Value | tuple[Value, ...], ...]]
"""Name to what it may be: a list, `3..9` (whole numbers), `0.1..0.9/0.1` (steps), `5 of 1..9` (a list of draws)."""


class Review(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who looked at the items of a file, and at what.

    by: `execution`, `automated-reader` (the author again), `automated-second-reader` (not the author) or `person`.
    """

    by: Literal["execution", "automated-reader", "automated-second-reader", "person"]
    on: str
    looked_at: tuple[Literal["correctness", "single-best-answer", "level", "wording"], ...]
    note: str


class Parameters(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Start values of one kind of item, until calibrated. a: logistic slope; guess None: one over the options."""

    a: float
    guess: float | None
    source: str
    why: str


class ItemParameters(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """data/items/parameters.yaml. slip: share of right knowers who answer wrongly all the same."""

    kinds: dict[ItemKind, Parameters]
    slip: float
    slip_source: str
    slip_why: str


class AuthoredItem(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question. `$name` in ask, code, fix, call and good stands for the value drawn from `vary`.

    right, wrong: of a choice; misconception to the wrong option it leads to. steps: in their right order.
    line, fix, call, good: of a bug: the line, what it should be, and what the call then gives. solution: a query that
    answers. slips: misconception to what someone holding it would have run in place of `code` or `solution`.
    b: standard deviations harder than the level's threshold. guess: chance of hitting it by luck, where that is more
    than its kind says (the answer is one of three numbers in the text).
    """

    id: str
    level: Level
    kind: ItemKind
    ask: str
    skill: str | None = None
    code: str = ""
    language: Language = "python"
    vary: Vary = msgspec.field(default_factory=dict)
    unit: str = ""
    tolerance: float = 0.005
    right: str = ""
    wrong: dict[str, str] = msgspec.field(default_factory=dict)
    steps: tuple[str, ...] = ()
    line: int = 0
    fix: str = ""
    call: str = ""
    good: str = ""
    solution: str = ""
    ordered: bool = False
    slips: dict[str, str] = msgspec.field(default_factory=dict)
    a: float | None = None
    b: float = 0.0
    guess: float | None = None
    replaced_by: str | None = None


class Database(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small tables: shown to the person, and as they are when an answer is checked against other rows."""

    schema: str
    shown: str
    hidden: str


class ItemTopic(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file of items about one topic; `skill` is that of its items unless they name their own."""

    id: str
    label: str
    skill: str
    source: str
    why: str
    reviews: tuple[Review, ...]
    items: tuple[AuthoredItem, ...]
    database: Database | None = None


class Recorded(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one variant of a piece of code printed, and what it would have printed under each misconception."""

    of: dict[str, Value] = msgspec.field(default_factory=dict)
    right: str
    slips: dict[str, str] = msgspec.field(default_factory=dict)


class ItemAnswers(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """data/item-answers/<topic>.yaml, made by a tool."""

    id: str
    answers: dict[str, tuple[Recorded, ...]]


class Item(Fact, frozen=True, kw_only=True, omit_defaults=True):
    """One compiled item: the authored one with skill, parameters, recorded answers and topic filled in."""

    id: str
    topic: str
    skill: str
    level: Level
    kind: ItemKind
    a: float
    b: float
    guess: float
    slip: float
    source: str
    authored: AuthoredItem
    recorded: tuple[Recorded, ...] = ()


class ItemBank(msgspec.Struct, frozen=True, kw_only=True):
    """The index part `items`: live items in id order, and the databases of topics that have one."""

    digest: str
    items: dict[str, Item]
    databases: dict[str, Database]
    topics: dict[str, str]


def fingerprint(item: AuthoredItem, skill: str) -> str:
    """A digest of what a question asks and what its right answer is; parameters and retirement do not count."""
    content = msgspec.structs.replace(item, skill=skill, a=None, b=0.0, guess=None, replaced_by=None)
    return hashlib.sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()[:12]


def guess_rate(item: AuthoredItem, parameters: Parameters) -> float:
    """Chance of a right answer by guessing: its own, that of its kind, or one over the options."""
    if item.guess is not None:
        return item.guess
    if parameters.guess is not None:
        return parameters.guess
    if item.kind == "choice":
        return round(1.0 / (1 + len(item.wrong)), 6)
    if item.kind == "bug":
        return round(1.0 / max(sum(bool(line.strip()) for line in item.code.splitlines()), 1), 6)
    ways = 1
    for n in range(2, len(item.steps) + 1):
        ways *= n
    return round(1.0 / ways, 6)
