"""`headway market weights`: our weights of role needs beside what the imported postings name."""

from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.market_room import filled_store
from headway.app.market_scope import Wishes, counted_json, label_of, scope_of, way_word
from headway.errors import UnknownName
from headway.values import Json


def market_weights(context: Context, wishes: Wishes, by: str) -> Json:
    """One role, or every role with enough postings, those with most first.

    Raises BadOption, UnknownName, NothingImported, MissingExtra.
    """
    way = way_word(by)
    scope = scope_of(context, wishes)
    if scope.role == "other":
        raise UnknownName("'other' is no role with needs.", "Name a role, or none for all.")
    store = filled_store(context)
    from headway.market.scope import count
    from headway.market.weights import ENOUGH, weights

    counted, _ = count(store, scope)
    known = context.knowledge.roles.values()
    needs = {
        role.id: [(need.any_of, need.weight) for need in role.needs] for role in known if scope.role in (None, role.id)
    }
    found = weights(store, scope, counted, way, needs)
    enough = [role for role in found if scope.role or role.postings >= ENOUGH]
    return {
        "schema": "headway.market-weights/1",
        **counted_json(scope, counted),
        "by": by,
        "roles": [_told(context, role) for role in enough],
        "too_few": len(found) - len(enough),
    }


def _told(context: Context, role: Any) -> Json:
    told: Json = msgspec.to_builtins(role)
    for need in told["needs"]:
        need["label"] = " or ".join(label_of(context, skill) for skill in need["any_of"])
    return told | {"label": context.knowledge.roles[role.role].label}
