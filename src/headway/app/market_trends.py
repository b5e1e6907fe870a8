"""`headway market trends`: what rises and falls over the months."""

from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.look import skill_id
from headway.app.market_room import filled_store
from headway.app.market_scope import Wishes, counted_json, labelled, limit_word, scope_of, way_word
from headway.values import Json


def market_trends(context: Context, wishes: Wishes, skills: tuple[str, ...], by: str, limit: int) -> Json:
    """Every skill's trend tested; those that rise or fall, and those asked for, with a series by month.

    Raises BadOption, UnknownName, NothingImported, MissingExtra.
    """
    limit_word(limit)
    way = way_word(by)
    scope = scope_of(context, wishes)
    wanted = frozenset(skill_id(context, word) for word in skills)
    store = filled_store(context)
    from headway.market.scope import count
    from headway.market.trends import since_default, trends

    with store.together():
        counted, _ = count(store, scope)
        if scope.since is None and counted.last_posted is not None:
            scope = msgspec.structs.replace(scope, since=since_default(counted.last_posted))
            counted, _ = count(store, scope)
        head = {"schema": "headway.market-trends/1", **counted_json(scope, counted), "by": by}
        if not counted.postings or scope.since is None:
            return {**head, "enough": False, "tested": 0, "months": [], "rising": [], "falling": [], "skills": []}
        found = trends(store, scope, counted, way, wanted, limit)
    moving = {
        name: labelled(context, [row for row in found.skills if row.verdict == verdict][:limit])
        for name, verdict in (("rising", "rises"), ("falling", "falls"))
    }
    rest: list[Any] = [row for row in found.skills if row.skill in wanted] if wanted else list(found.skills[:limit])
    return {
        **head,
        "enough": found.enough,
        "tested": len(found.skills),
        "months": msgspec.to_builtins(found.months),
        **(moving if found.enough else {"rising": [], "falling": []}),
        "skills": labelled(context, rest),
    }
