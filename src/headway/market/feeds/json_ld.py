"""schema.org JobPosting as JSON-LD: one object, a list, an @graph, alone or in the script elements of an HTML page."""

import hashlib
import html
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from headway.market.feeds.fields import (
    country_in,
    country_of,
    date_of,
    employment_of,
    markup_of,
    text_of,
    unique,
    workplace_in,
    workplace_of,
)
from headway.market.feeds.model import Json, Unfit
from headway.market.feeds.pay import pay_of
from headway.market.feeds.places import host_of
from headway.market.model import Advert
from headway.postings.model import Pay, Workplace

_DEEPEST = 8
_MORE = (
    ("Responsibilities", "responsibilities"),
    ("Qualifications", "qualifications"),
    ("Skills", "skills"),
    ("Experience", "experienceRequirements"),
    ("Education", "educationRequirements"),
    ("Benefits", "jobBenefits"),
)
_CONTROL = re.compile(r"[\x00-\x1f]")
_LAST_COMMA = re.compile(r",\s*([}\]])")


def scripts(page: str) -> list[str]:
    """The text of every JSON-LD script of a page, whose type may be written with an entity or with parameters."""
    from selectolax.lexbor import LexborHTMLParser

    found = []
    for node in LexborHTMLParser(page).css("script[type]"):
        kind = html.unescape(html.unescape(node.attributes.get("type") or ""))
        if kind.split(";")[0].strip().casefold() == "application/ld+json":
            found.append(node.text())
    return found


def decoded(script: str) -> Any:
    """The JSON of a script, also with comment marks around it, line breaks inside strings, escaped
    quotes, or a comma after the last value.

    Raises Unfit.
    """
    text = script.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    text = text.strip().removesuffix("-->").removesuffix("]]>").removesuffix("//").strip().rstrip(";")
    flat = _CONTROL.sub(" ", text)
    for attempt in (text, flat, html.unescape(flat), _LAST_COMMA.sub(r"\1", flat)):
        try:
            return msgspec.json.decode(attempt)
        except (msgspec.DecodeError, RecursionError) as error:
            problem = error
    raise Unfit(f"its JSON-LD cannot be read: {problem}")


def postings(value: object, depth: int = 0) -> Iterator[Json]:
    """Every JobPosting in a JSON-LD value: in lists, graphs, and lists of items."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from postings(each, depth + 1)
    elif isinstance(value, dict):
        if is_posting(value):
            yield value
            return
        for key in ("@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf"):
            yield from postings(value.get(key), depth + 1)


def is_posting(value: object) -> bool:
    """Whether an object is a JobPosting; it may have several types, written short, with a prefix or as an address."""
    if not isinstance(value, dict):
        return False
    kinds = value.get("@type", value.get("type"))
    return any(isinstance(kind, str) and re.split(r"[/:#]", kind)[-1] == "JobPosting" for kind in _listed(kinds))


def advert(posting: Json, page: str | None) -> Advert:
    """One JobPosting. page: the address it was found at. Raises Unfit."""
    title = text_of(posting.get("title")) or text_of(posting.get("name"))
    text = _text(posting)
    if title is None or not text:
        raise Unfit("no title or no description")
    title = html.unescape(title)
    company = _name(posting.get("hiringOrganization"))
    url = text_of(posting.get("url")) or text_of(posting.get("@id")) or page
    places = [each for each in _listed(posting.get("jobLocation")) if each is not None]
    locations = unique([_place(each) for each in places])
    return Advert(
        source="json-ld",
        board=company or host_of(url) or "page",
        source_id=_key(posting, url, title, text, locations),
        title=title,
        text=text,
        company=company,
        url=url if url and url.startswith(("http://", "https://")) else page,
        locations=locations,
        posted=date_of(posting.get("datePosted")),
        updated=date_of(posting.get("dateModified")),
        workplace=_workplace(posting, locations),
        country=_country(posting, places, locations),
        pay=_pay(posting),
        employment=employment_of(posting.get("employmentType")),
        department=text_of(posting.get("occupationalCategory")) or text_of(posting.get("industry")),
    )


def _text(posting: Json) -> str:
    """The description, and what other fields add to it."""
    description = markup_of(posting.get("description")) or ""
    parts = [description]
    for heading, key in _MORE:
        more = markup_of(_described(posting.get(key)))
        if more and len(more) > 2 and more[:200] not in description:
            parts.append(f"<h3>{heading}</h3>\n{more}" if "<" in description + more else f"{heading}\n{more}")
    return "\n\n".join(part for part in parts if part)


def _described(value: object) -> object:
    if isinstance(value, dict):
        return value.get("description") or value.get("credentialCategory") or value.get("name")
    if isinstance(value, list):
        return [_described(each) for each in value]
    return value


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    for each in _listed(value):
        name = text_of(each.get("name") if isinstance(each, dict) else each)
        if name:
            return html.unescape(name)
    return None


def _key(posting: Json, url: str | None, title: str, text: str, locations: tuple[str, ...]) -> str:
    """Its identifier, else its address, else a digest of what it says."""
    stated = next(iter(_listed(posting.get("identifier"))), None)
    key = text_of(stated.get("value") or stated.get("@id")) if isinstance(stated, dict) else text_of(stated)
    if key or url:
        return key or url or ""
    return hashlib.blake2b("\x1f".join((title, text, *locations)).encode(), digest_size=8).hexdigest()


def _address(place: object) -> object:
    return place.get("address") or place if isinstance(place, dict) else place


def _place(place: object) -> str | None:
    """`Berlin, BE, Germany` from an address; a written one as it stands."""
    for address in _listed(_address(place)):
        if isinstance(address, dict):
            country = address.get("addressCountry")
            parts = [address.get("addressLocality"), address.get("addressRegion"), _name(country)]
            written = ", ".join(unique([text_of(part) for part in parts]))
            return html.unescape(written) if written else text_of(address.get("name"))
        if text_of(address):
            return html.unescape(text_of(address) or "")
    return None


def _country(posting: Json, places: list[Any], locations: tuple[str, ...]) -> str | None:
    """The country of its places, or else of where one may work from; none where they name several."""
    for named in (
        [_address_country(each) for each in places],
        [country_of(_country_name(each)) for each in _listed(posting.get("applicantLocationRequirements"))],
        [country_in(each) for each in locations],
    ):
        codes = {code for code in named if code}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _country_name(value: object) -> object:
    """Of a country; a state or city is none."""
    if isinstance(value, dict) and value.get("@type") not in (None, "Country"):
        return None
    return value


def _address_country(place: object) -> str | None:
    for address in _listed(_address(place)):
        code = country_of(address.get("addressCountry")) if isinstance(address, dict) else None
        if code:
            return code
    return None


def _workplace(posting: Json, locations: tuple[str, ...]) -> Workplace:
    said = workplace_of(posting.get("jobLocationType"))
    return said if said != "unstated" else workplace_in(locations[0] if locations else None)


def _pay(posting: Json) -> Pay | None:
    """baseSalary only: an estimate is not what the employer states."""
    stated = next(iter(_listed(posting.get("baseSalary"))), None)
    currency = posting.get("salaryCurrency")
    if not isinstance(stated, dict):
        return pay_of(stated, stated, currency, None, "base")
    currency = stated.get("currency") or stated.get("priceCurrency") or currency
    value = next(iter(_listed(stated.get("value"))), None)
    inner = value if isinstance(value, dict) else {**stated, "value": value}
    low, high = inner.get("minValue"), inner.get("maxValue")
    if low is None and high is None:
        low = high = inner.get("value") or inner.get("price")
    period = inner.get("unitText") or stated.get("unitText") or inner.get("unitCode") or stated.get("duration")
    return pay_of(low, high, inner.get("currency") or currency, period, "base")
