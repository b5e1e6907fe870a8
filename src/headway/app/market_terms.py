"""`headway market new-terms`: skill-like names that the skill map lacks, and one of them as a draft."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from headway.app.context import Context
from headway.app.market_room import filled_store
from headway.app.market_scope import Wishes, counted_json, kind_word, label_of, limit_word, scope_of
from headway.errors import BadOption, UnknownName
from headway.knowledge.names import folded, skill_forms
from headway.knowledge.root import data_root
from headway.values import Json, Kind
from headway.whole import beside

if TYPE_CHECKING:
    from headway.market.scope import Scope
    from headway.market.store import Store
    from headway.market.terms import NewTerm

MOST = 20_000
"""Postings read at most: reading takes some milliseconds each."""
LONG = 3_000
"""Postings from which on the wait is announced."""
FEWEST_LETTERS = 2


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """How far to look. companies: fewest that must name a term beside a known skill; most: postings read."""

    companies: int = 1
    limit: int = 50
    most: int = MOST


class Acceptance(msgspec.Struct, frozen=True, kw_only=True):
    """Which term to make a draft of. folder None: `drafts` in the user's folder."""

    term: str
    area: str | None = None
    kind: str = "tech"
    folder: Path | None = None


def market_terms(
    context: Context,
    wishes: Wishes,
    search: Search,
    accept: Acceptance | None,
    warn: Callable[[str], None] | None = None,
) -> Json:
    """The terms, those beside known skills at most companies first; a draft of one where that is asked for.

    warn: told where it will take long.
    Raises BadOption, UnknownName, NothingImported, MissingExtra.
    """
    limit_word(search.limit)
    for value, option in ((search.companies, "--min-companies"), (search.most, "--most")):
        if value < 1:
            raise BadOption(f"{option} is {value}.", "Give a number from 1 up.")
    scope = scope_of(context, wishes)
    if accept is not None:
        _check(context, accept)
    store = filled_store(context)
    from headway.market.scope import count

    counted, _ = count(store, scope)
    if warn is not None and min(counted.postings, search.most) >= LONG:
        warn(f"Reading {min(counted.postings, search.most)} postings; a thousand take some seconds. Fewer: --most")
    read, terms = _search(
        context, store, scope, search if accept is None else msgspec.structs.replace(search, companies=1)
    )
    return {
        "schema": "headway.market-new-terms/1",
        **counted_json(scope, counted),
        "read": read,
        "all_terms": len(terms),
        "terms": [_told(context, term) for term in terms[: search.limit]] if accept is None else [],
        "accepted": _accepted(context, accept, terms) if accept is not None else None,
    }


def _search(context: Context, store: "Store", scope: "Scope", search: Search) -> "tuple[int, list[NewTerm]]":
    from headway.market.terms import Text, new_terms

    rows = store.ask("texts", {**scope.parameters(), "most": search.most})
    columns = (rows["id"], rows["company"], rows["text"])
    texts = (Text(*(each.as_py() for each in row)) for row in zip(*columns, strict=True))
    return rows.num_rows, new_terms(texts, context.lexicon, search.companies)


def _told(context: Context, term: Any) -> Json:
    told: Json = msgspec.to_builtins(term)
    return told | {"neighbour_labels": [label_of(context, skill) for skill in term.neighbours]}


def _check(context: Context, accept: Acceptance) -> None:
    """What can be refused before any text is read."""
    known = skill_forms(context.lexicon).get(folded(accept.term))
    if known is not None:
        raise BadOption(f"'{accept.term}' is no new term.", f"It is known: headway skill {known}")
    kind_word(accept.kind)
    areas = [area.id for area in context.knowledge.words.areas]
    if accept.area not in areas:
        said = f"There is no area '{accept.area}'." if accept.area else "--accept needs --area."
        raise UnknownName(said, f"Choose one of: {', '.join(areas)}.")
    folder = _folder(context, accept)
    if data_root().resolve() in (folder.resolve(), *folder.resolve().parents):
        raise BadOption(f"--to: {folder} is inside the installed package.", "Name a folder of your own.")


def _folder(context: Context, accept: Acceptance) -> Path:
    return accept.folder or context.home / "drafts"


def _accepted(context: Context, accept: Acceptance, terms: "list[NewTerm]") -> Json:
    """The draft of the term, written. Raises UnknownName, BadOption."""
    from headway.market.drafts import draft_of, id_of

    wanted = folded(accept.term)
    found = next((term for term in terms if wanted in {folded(each) for each in (term.term, *term.also)}), None)
    if found is None:
        raise UnknownName(f"No posting names '{accept.term}' in a list beside a known skill.", _nearest(wanted, terms))
    id_ = id_of(found.term)
    if len(id_) < FEWEST_LETTERS or id_ in context.knowledge.skills:
        raise BadOption(f"'{found.term}' gives the id '{id_}', which is taken or too short.", "Write this one by hand.")
    kind: Kind = next(each for each in get_args(Kind) if each == accept.kind)
    cues = tuple(label_of(context, skill) for skill in found.neighbours)
    text = draft_of(found, accept.area or "", kind, cues)
    path = _folder(context, accept) / (accept.area or "") / f"{id_}.yaml"
    write_new(path, text.encode())
    return {"id": id_, "path": str(path), "yaml": text}


def _nearest(wanted: str, terms: "list[NewTerm]") -> str:
    from rapidfuzz import process

    names = {folded(term.term): term.term for term in terms}
    best = process.extract(wanted, list(names), limit=3, score_cutoff=60)
    meant = " or ".join(names[name] for name, _, _ in best)
    return f"Did you mean {meant}?" if meant else "List them: headway market new-terms"


def write_new(path: Path, content: bytes) -> None:
    """Write a file whole, never over another. Raises BadOption."""
    temporary = beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        os.link(temporary, path)
    except OSError as error:
        if path.exists():
            raise BadOption(
                f"{path} is there already, and stays as it is.", "Remove it, or choose another --to."
            ) from error
        raise BadOption(f"{path} cannot be written: {error.strerror}.", "Choose another place with --to.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()
