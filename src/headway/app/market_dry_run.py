"""`headway market import --dry-run`: how files would be read, shown on their first rows. Nothing is written."""

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from headway.app.context import Context
from headway.app.market_inputs import Item, Mapped
from headway.app.market_run import noted, said_mapping, without_name
from headway.errors import HeadwayError, InputProblem, NotReached
from headway.values import Finding, Json

if TYPE_CHECKING:
    from headway.market.model import Advert

LOOKED_AT: Final = 200
_SHOWN: Final = 3
_QUOTED: Final = 160


def looked_at(context: Context, items: list[Item], mapping: Mapped) -> Json:
    """The first rows of each input as they would be taken. Raises InputProblem where no input can be read."""
    inputs: list[Json] = []
    findings: list[Finding] = []
    problems: list[HeadwayError] = []
    for item in items:
        try:
            shown, noticed = _look(context, item, mapping)
            inputs.append(shown)
            findings += noticed
        except (InputProblem, NotReached) as error:
            problems.append(error)
            inputs.append({"name": item.name, "kind": None, "status": "failed"})
            findings.append(
                Finding("input-not-read", "error", item.name, without_name(item.name, error.message), error.hint)
            )
    if problems and len(problems) == len(items):
        raise problems[0]
    return {
        "schema": "headway.market-import/1",
        "dry_run": True,
        "inputs": inputs,
        "findings": msgspec.to_builtins(findings),
    }


def _look(context: Context, item: Item, mapping: Mapped) -> tuple[Json, list[Finding]]:
    from headway.market.model import Advert

    with item.opened(context.today, mapping) as (feed, _):
        rows = list(itertools.islice(feed.rows(), LOOKED_AT))
    adverts = [row for row in rows if isinstance(row, Advert)]
    shown: Json = {
        "name": item.name,
        "kind": feed.kind,
        "status": "looked at",
        "read": len(rows),
        "set_aside": len(rows) - len(adverts),
        "reasons": list(dict.fromkeys(row.reason for row in rows if not isinstance(row, Advert)))[:_SHOWN],
        "filled": _filled(adverts),
        "samples": [_sample(advert) for advert in adverts[:_SHOWN]],
    }
    findings = [*feed.findings, *noted(item.name, Counter(note for advert in adverts for note in advert.notes))]
    return {**shown, "mapping": said_mapping(feed.mapping)} if feed.mapping else shown, findings


def _filled(adverts: "list[Advert]") -> Json:
    """How many of the postings state each field."""
    empty: tuple[object, ...] = (None, "", (), "unstated", False)
    fields = ["title", "company", "url", "locations", "posted", "updated", "workplace", "country"]
    fields += ["pay", "employment", "department"]
    return {name: sum(getattr(each, name) not in empty for each in adverts) for name in fields}


def _sample(advert: "Advert") -> Json:
    """As it would be taken, the text cut."""
    from headway.postings.plain import plain_text

    plain, _ = plain_text(advert.text)
    return {**msgspec.to_builtins(advert), "text": " ".join(plain[: 2 * _QUOTED].split())[:_QUOTED]}
