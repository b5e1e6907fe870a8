"""One imported posting: what it says, how far it is met, what to prepare for it, whether it is in the tracker."""

import numpy as np

from headway.app.applications import application_of, posted
from headway.app.context import Context
from headway.app.keep_person import is_somebody
from headway.app.kept_person import KeptPerson
from headway.app.market_detail import details
from headway.app.market_judge import judge_person
from headway.app.market_room import filled_store
from headway.app.market_wishes import JobsWish
from headway.app.person import Person, PersonQuestion
from headway.app.prepare_for import preparation
from headway.app.workspace_room import state_of
from headway.errors import UnknownName
from headway.postings.plain import plain_text
from headway.values import KNOWN_CONFIDENCE, Json
from headway.workspace.fold import State


def market_posting(context: Context, profile: str | None, id_: str) -> Json:
    """The posting whole. job: as a row of `market jobs`, None for a copy of another posting. known: whether anything is
    known of the person, without whom there is no `prepare`. Raises UnknownName, NothingImported, MissingExtra.
    """
    rows = filled_store(context).ask("advert", {"id": id_}).to_pylist()
    if not rows:
        raise UnknownName(f"There is no imported posting '{id_[:40]}'.", "Look for it among the jobs.")
    advert = rows[0]
    state = state_of(context, profile) if is_somebody(context, profile) else None
    text, _ = plain_text(advert["text"])
    kept = posted(advert)
    return {
        "schema": "headway.market-posting/1",
        "id": advert["id"],
        "title": advert["title"],
        "company": advert["company"],
        "url": advert["url"],
        "invented": advert["invented"],
        "text": text,
        "known": state is not None,
        "job": _job(context, state, advert["id"]),
        "prepare": preparation(context, state, kept) if state is not None else None,
        "application": application_of(state, advert["id"]) if state is not None else None,
    }


def _job(context: Context, state: State | None, id_: str) -> Json | None:
    person = KeptPerson(context, state) if state is not None else Person(context, PersonQuestion())
    found = judge_person(context, person, JobsWish(), KNOWN_CONFIDENCE)
    places = [place for place, each in enumerate(found.listing.demands.ids) if each == id_]
    return details(context, found, np.array(places[:1], dtype=np.int64))[0] if places else None
