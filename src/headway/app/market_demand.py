"""`headway market demand`: what the imported postings ask for."""

from typing import Any

import msgspec

from headway.app.context import Context, parse_date
from headway.app.look import skill_id
from headway.app.market_room import filled_store
from headway.app.market_scope import (
    Wishes,
    counted_json,
    kind_word,
    label_of,
    labelled,
    limit_word,
    scope_of,
    way_word,
)
from headway.values import Json

MOST_TOGETHER = 15
PAIRED = 12
"""Pairs are looked for among so many of the most asked skills."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What beside the postings is asked: one skill, one kind, an order, how many, where the later period begins."""

    skill: str | None = None
    kind: str | None = None
    by: str = "named"
    limit: int = 20
    split: str | None = None


def market_demand(context: Context, wishes: Wishes, question: Question) -> Json:
    """Shares of postings for each skill, how it is asked for, what goes together, what changed.

    Raises BadOption, UnknownName, NothingImported, MissingExtra.
    """
    limit_word(question.limit)
    if question.kind is not None:
        kind_word(question.kind)
    way = way_word(question.by)
    scope = scope_of(context, wishes)
    skill = skill_id(context, question.skill) if question.skill else None
    store = filled_store(context)
    from headway.market.demand import counts_of, demand
    from headway.market.scope import count
    from headway.market.together import beside, pairs

    with store.together():
        counted, middle = count(store, scope)
        split = parse_date(question.split, "--split") if question.split else middle
        found = counts_of(store, scope, counted, split)
        answer = demand(found, split, way)
        rows = [row for row in answer.skills if _wanted(context, row.skill, skill, question.kind)]
        listed = rows[: question.limit]
        if skill is not None:
            together = beside(store, scope, counted, found, skill)
        else:
            together = pairs(store, scope, counted, found, tuple(row.skill for row in listed[:PAIRED]))
    changed = [row for row in rows if row.change is not None and row.change.verdict != "not told apart"]
    changed.sort(key=lambda row: (row.change.q, row.change.p, row.skill) if row.change else (1.0, 1.0, row.skill))
    return {
        "schema": "headway.market-demand/1",
        **counted_json(scope, counted),
        "by": question.by,
        "all_skills": len(rows),
        "skills": labelled(context, listed),
        "periods": msgspec.to_builtins(answer.periods),
        "changes": labelled(context, changed[: question.limit]),
        "together": [_pair(context, each) for each in together[:MOST_TOGETHER]],
    }


def _pair(context: Context, pair: Any) -> Json:
    labels = {"label": label_of(context, pair.skill), "other_label": label_of(context, pair.other)}
    told: Json = msgspec.to_builtins(pair) | labels
    return told


def _wanted(context: Context, row: str, skill: str | None, kind: str | None) -> bool:
    if skill is not None:
        return row == skill
    known = context.knowledge.skills.get(row)
    return kind is None or (known is not None and known.kind == kind)
