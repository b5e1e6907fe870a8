"""Lever: the answer of its public postings endpoint, one posting at a time."""

import html

from headway.market.feeds.fields import (
    country_of,
    date_of,
    employment_of,
    markup_of,
    name_of,
    places_of,
    prose_of,
    text_of,
    unique,
    workplace_in,
    workplace_of,
)
from headway.market.feeds.model import Json, Unfit
from headway.market.feeds.pay import pay_of, together, written_pay
from headway.market.feeds.places import board_in
from headway.market.feeds.where import countries_of, country_in
from headway.market.model import Advert
from headway.postings.model import Pay


def advert(posting: Json, board: str) -> Advert:
    """One posting: its opening, its lists and its closing make the text. Raises Unfit."""
    url = text_of(posting.get("hostedUrl"))
    name = board_in(url) or board
    title, text, key = name_of(posting.get("text")), _text(posting), text_of(posting.get("id")) or url
    if title is None or not text or key is None:
        raise Unfit("no title, no description or no id")
    said = posting.get("categories")
    categories: Json = said if isinstance(said, dict) else {}
    named = places_of(categories.get("location"))
    location = next(iter(named), None)
    workplace = workplace_of(posting.get("workplaceType"))
    country = country_of(posting.get("country"))
    locations = unique([*named, *places_of(categories.get("allLocations"))])
    return Advert(
        source="lever",
        board=name,
        source_id=key,
        title=title,
        text=text,
        company=name,
        url=url,
        locations=locations,
        posted=date_of(posting.get("createdAt")),
        updated=date_of(posting.get("updatedAt")),
        workplace=workplace if workplace != "unstated" else workplace_in(location),
        country=country or country_in(location),
        countries=countries_of(country, locations),
        pay=_pay(posting.get("salaryRange")),
        employment=employment_of(categories.get("commitment")),
        department=name_of(categories.get("department")) or name_of(categories.get("team")),
    )


def _text(posting: Json) -> str:
    """HTML throughout: the plain forms leave the lists out."""
    parts = [markup_of(posting.get("description")) or _plain(posting.get("descriptionPlain"))]
    if parts == [None]:
        parts = [
            markup_of(posting.get(name)) or _plain(posting.get(f"{name}Plain"))
            for name in ("opening", "descriptionBody")
        ]
    rows = posting.get("lists")
    for each in rows if isinstance(rows, list) else [rows]:
        if isinstance(each, str):
            parts.append(f"<ul>{markup_of(each)}</ul>" if "<" in each else f"<ul><li>{html.escape(each)}</li></ul>")
        if isinstance(each, dict):
            heading, items = text_of(each.get("text")), markup_of(each.get("content"))
            parts += [f"<h3>{heading}</h3>" if heading else None, f"<ul>{items}</ul>" if items else None]
    parts += [markup_of(posting.get("additional")) or _plain(posting.get("additionalPlain"))]
    parts += [markup_of(posting.get("salaryDescription")) or _plain(posting.get("salaryDescriptionPlain"))]
    return "\n".join(part for part in parts if part)


def _plain(value: object) -> str | None:
    """Plain text among HTML: its lines stay lines."""
    text = prose_of(value)
    if text is None:
        return None
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{line}</p>" for line in escaped.splitlines() if line.strip())


def _pay(stated: object) -> Pay | None:
    """The stated range; one with a period that is paid once is none. Of several from the lowest to the highest."""
    if isinstance(stated, list):
        return together([pay for each in stated if (pay := _pay(each))])
    if not isinstance(stated, dict):
        return written_pay(stated)
    return pay_of(stated.get("min"), stated.get("max"), stated.get("currency"), stated.get("interval"))
