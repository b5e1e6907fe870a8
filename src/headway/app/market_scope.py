"""The options that say which postings count, and what every answer about the market says of them."""

import datetime as dt
from typing import TYPE_CHECKING, Any, cast, get_args

import msgspec

from headway.app.context import Context, parse_date
from headway.app.look import role_id
from headway.app.options import country_code, seniority_word
from headway.errors import BadOption, UnknownName
from headway.values import Json, Kind

if TYPE_CHECKING:
    from headway.market.demand import By
    from headway.market.scope import Counted, Scope

WORKPLACES = ("remote", "hybrid", "onsite")


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """Options as a person typed them."""

    role: str | None = None
    country: str | None = None
    seniority: str | None = None
    workplace: str | None = None
    since: str | None = None
    before: str | None = None


def scope_of(context: Context, wishes: Wishes) -> "Scope":
    """The options checked. Raises BadOption, UnknownName."""
    from headway.market.scope import Scope

    workplace = wishes.workplace.casefold() if wishes.workplace else None
    if workplace is not None and workplace not in WORKPLACES:
        raise UnknownName(f"There is no workplace '{wishes.workplace}'.", f"Choose one of: {', '.join(WORKPLACES)}.")
    since, before = _date(wishes.since, "--since"), _date(wishes.before, "--before")
    if since and before and since >= before:
        raise BadOption(f"--since {since} is not before --before {before}.", "Turn them round.")
    return Scope(
        role=_role(context, wishes.role),
        country=country_code(wishes.country),
        seniority=seniority_word(wishes.seniority) if wishes.seniority else None,
        workplace=workplace,
        since=since,
        before=before,
    )


def way_word(by: str) -> "By":
    """--by checked. Raises UnknownName."""
    from headway.market.demand import By

    for way in get_args(By):
        if by == way:
            return cast("By", way)
    raise UnknownName(f"--by is '{by}'.", f"Choose one of: {', '.join(get_args(By))}.")


def limit_word(limit: int) -> None:
    """--limit checked. Raises BadOption."""
    if limit < 1:
        raise BadOption(f"--limit is {limit}.", "Give a number from 1 up.")


def kind_word(kind: str) -> None:
    """--kind checked. Raises UnknownName."""
    if kind not in get_args(Kind):
        raise UnknownName(f"There is no kind '{kind}'.", f"Choose one of: {', '.join(get_args(Kind))}.")


def _role(context: Context, word: str | None) -> str | None:
    if word is None or word == "other":
        return word
    try:
        return role_id(context, word)
    except UnknownName as error:
        meant = error.hint if error.hint.startswith("Did you mean") else "See all of them: headway roles"
        raise UnknownName(error.message, meant) from error


def _date(text: str | None, option: str) -> dt.date | None:
    return parse_date(text, option) if text else None


def counted_json(scope: "Scope", counted: "Counted") -> Json:
    """`filter`, `counted` and `notes`: what was asked, what was counted, what to know before the figures."""
    from headway.market.scope import words

    asked = {name: str(value) if value is not None else None for name, value in scope.parameters().items()}
    return {
        "filter": asked,
        "counted": {**msgspec.to_builtins(counted), "small": counted.small},
        "notes": words(counted),
    }


def labelled(context: Context, rows: list[Any]) -> list[Json]:
    """Rows about a skill as plain values, with its label and kind (null: the knowledge base does not have it)."""
    skills = context.knowledge.skills
    told = []
    for row in rows:
        skill = skills.get(row.skill)
        named = {"label": skill.label if skill else row.skill, "kind": skill.kind if skill else None}
        told.append(msgspec.to_builtins(row) | named)
    return told


def label_of(context: Context, skill: str) -> str:
    """A skill's label; its id where the knowledge base does not have it."""
    found = context.knowledge.skills.get(skill)
    return found.label if found else skill
