"""schema.org JobPosting as JSON-LD: one object, a list, an @graph, alone or in the script elements of an HTML page."""

import hashlib
import html
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from headway.market.feeds.fields import (
    company_of,
    country_of,
    date_of,
    employment_of,
    markup_of,
    name_of,
    number_of,
    text_of,
    unique,
    workplace_in,
    workplace_of,
)
from headway.market.feeds.loose import loose_json
from headway.market.feeds.model import Json, Unfit
from headway.market.feeds.pay import ends_of, pay_of, together, written_pay
from headway.market.feeds.places import host_of
from headway.market.feeds.where import countries_in, country_in, only
from headway.market.model import Advert
from headway.postings.model import Pay, Workplace

_DEEPEST = 20
_POSTING_TYPE = re.compile(r'\\?"@type\\?"\s*:\s*(?:\[\s*)?\\?"(?:https?:\\?/\\?/schema\.org\\?/)?JobPosting\\?"')
_ESCAPED_TYPE = re.compile(r'\\"@type\\"')
_DECODER = json.JSONDecoder(strict=False)
_MOST_TUCKED, _MOST_BRACES = 50, 12
"""Objects that are looked for in one script, and braces before each at which it may begin: a hostile page's costs."""
_SCHEMA = re.compile(r"^(?:schema:|https?://schema\.org/)")
_MORE = (
    ("Responsibilities", "responsibilities"),
    ("Qualifications", "qualifications"),
    ("Skills", "skills"),
    ("Experience", "experienceRequirements"),
    ("Education", "educationRequirements"),
    ("Benefits", "jobBenefits"),
)


def scripts(page: str) -> list[str]:
    """The text of every JSON-LD script of a page, whose type may be written with an entity or with parameters."""
    from selectolax.lexbor import LexborHTMLParser

    found = []
    for node in LexborHTMLParser(page).css("script[type]"):
        kind = html.unescape(html.unescape(node.attributes.get("type") or ""))
        if kind.split(";")[0].strip().casefold() == "application/ld+json":
            found.append(node.text())
    return found


def tucked(page: str) -> tuple[list[Any], int]:
    """JobPosting objects that a page keeps in scripts of another kind: its own data, or code that writes JSON-LD.

    And how many more its scripts name than are looked for.
    """
    from selectolax.lexbor import LexborHTMLParser

    found: list[Any] = []
    left = 0
    for node in LexborHTMLParser(page).css("script"):
        script = node.text()
        named = sum(1 for _ in _POSTING_TYPE.finditer(script))
        left += max(0, named - _MOST_TUCKED)
        found += _objects_in(script) if named else ()
    return found, left


def _objects_in(script: str) -> Iterator[Any]:
    """Objects of a JobPosting, with their marks escaped once where they stand in a string of other JSON."""
    text = script.replace('\\"', '"').replace("\\\\", "\\") if _ESCAPED_TYPE.search(script) else script
    starts, done = [each.start() for each in re.finditer(r"\{", text)], 0
    for kind in list(_POSTING_TYPE.finditer(text))[:_MOST_TUCKED]:
        if kind.start() < done:
            continue
        before = starts[bisect_left(starts, done) : bisect_left(starts, kind.start())]
        for start in reversed(before[-_MOST_BRACES:]):
            try:
                value, done = _DECODER.raw_decode(text, start)
            except (ValueError, RecursionError):
                continue
            if is_posting(value):
                yield value
                break


def decoded(script: str) -> Any:
    """The JSON of a script, mended where it is nearly right. Raises Unfit."""
    try:
        value = loose_json(script)
        return loose_json(value) if isinstance(value, str) and value.lstrip()[:1] in ("{", "[") else value
    except Unfit as error:
        raise Unfit(f"its JSON-LD cannot be read: {error}") from error


def postings(value: object, parts: Json | None = None) -> Iterator[Json]:
    """Every JobPosting in a JSON-LD value, wherever it stands (lists, graphs, lists of items, about, mainEntity).

    Names come without `schema:`; what only points to a part (`{"@id": "#org"}`) is that part. parts: by their ids;
    None: those of this value.
    """
    known = parts_of(value) if parts is None else parts
    for posting in _found(_plain(value)):
        yield {name: _resolved(each, known) for name, each in posting.items()}


def parts_of(value: object) -> Json:
    """What may be pointed to, by its id."""
    return dict(_parts(_plain(value)))


def _plain(value: Any, depth: int = 0) -> Any:
    """Written-out JSON-LD as it is usually written: `schema:title` and whole addresses as `title`, `@value` itself."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, dict):
        if "@value" in value:
            return value["@value"]
        return {_SCHEMA.sub("", name): _plain(each, depth + 1) for name, each in value.items()}
    return value


def _found(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _found(each)
    elif isinstance(value, dict):
        if is_posting(value):
            yield value
            return
        for each in value.values():
            yield from _found(each)


def _parts(value: object) -> Iterator[tuple[str, Json]]:
    """What has an id of its own and says more than that."""
    if isinstance(value, list):
        for each in value:
            yield from _parts(each)
    elif isinstance(value, dict):
        if isinstance(value.get("@id"), str) and len(value) > 1:
            yield value["@id"], value
        for each in value.values():
            yield from _parts(each)


def _resolved(value: object, parts: Json) -> object:
    if isinstance(value, list):
        return [_resolved(each, parts) for each in value]
    if isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str):
        return parts.get(value["@id"], value)
    return value


def is_posting(value: object) -> bool:
    """Whether an object is a JobPosting; it may have several types, written short, with a prefix or as an address."""
    if not isinstance(value, dict):
        return False
    kinds = value.get("@type", value.get("type"))
    return any(
        isinstance(kind, str) and re.split(r"[/:#]", kind.strip())[-1].casefold() == "jobposting"
        for kind in _listed(kinds)
    )


def advert(posting: Json, page: str | None) -> Advert:
    """One JobPosting. page: the address it was found at. Raises Unfit."""
    posting = _plain(posting)
    title = name_of(posting.get("title")) or name_of(posting.get("name"))
    text = _text(posting)
    if title is None or not text:
        raise Unfit("no title or no description")
    company = _name(posting.get("hiringOrganization"))
    url = text_of(posting.get("url")) or text_of(posting.get("@id")) or page
    url = urljoin(page, url) if page and url else url
    places = [each for each in _listed(posting.get("jobLocation")) if each is not None]
    locations = unique([written for each in places for written in _places(each)])
    countries = _countries(posting, places, locations)
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
        closes=date_of(posting.get("validThrough")),
        workplace=_workplace(posting, locations),
        country=only(countries),
        countries=tuple(sorted(countries - {""})),
        pay=_pay(posting),
        employment=employment_of(_said(posting.get("employmentType"))),
        department=name_of(posting.get("occupationalCategory")) or name_of(posting.get("industry")),
    )


def _text(posting: Json) -> str:
    """The description, and what other fields add to it."""
    description = markup_of(posting.get("description")) or ""
    parts = [description]
    for heading, key in _MORE:
        more = markup_of(_described(posting.get(key)))
        if more and key == "educationRequirements" and posting.get("experienceInPlaceOfEducation") is True:
            more += " or equivalent experience"
        if more and len(more) > 2 and more[:200] not in description:
            parts.append(f"<h3>{heading}</h3>\n{more}" if "<" in description + more else f"{heading}\n{more}")
    return "\n\n".join(part for part in parts if part)


def _described(value: object) -> object:
    if isinstance(value, dict):
        months = number_of(value.get("monthsOfExperience"))
        told = value.get("description") or value.get("credentialCategory") or value.get("name")
        return told or (f"At least {months:g} months of experience" if months else None)
    if isinstance(value, list):
        return [_described(each) for each in value]
    return value


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    for each in _listed(value):
        name = each.get("name") or each.get("legalName") if isinstance(each, dict) else each
        if found := company_of(name[0] if isinstance(name, list) and name else name):
            return found
        if isinstance(each, dict) and (found := _name(each.get("parentOrganization"))):
            return found
    return None


def _key(posting: Json, url: str | None, title: str, text: str, locations: tuple[str, ...]) -> str:
    """Its identifier, else its address, else a digest of what it says."""
    stated = next(iter(_listed(posting.get("identifier"))), None)
    key = text_of(stated.get("value") or stated.get("@id")) if isinstance(stated, dict) else text_of(stated)
    if key or url:
        return key or url or ""
    return hashlib.blake2b("\x1f".join((title, text, *locations)).encode(), digest_size=8).hexdigest()


def _addresses(place: object) -> list[Any]:
    return _listed(place.get("address") or place if isinstance(place, dict) else place)


def _places(place: object) -> Iterator[str | None]:
    """`Berlin, BE, Germany` from each address of a place; a written one as it stands."""
    for address in _addresses(place):
        if isinstance(address, dict):
            country = address.get("addressCountry")
            parts = [address.get("addressLocality"), address.get("addressRegion"), _name(country)]
            yield ", ".join(unique([name_of(part) for part in parts])) or name_of(address.get("name"))
        else:
            yield name_of(address)


def _said(value: object) -> str | None:
    """The first of the words of a field, which may be written as addresses: `https://schema.org/FULL_TIME`."""
    text = text_of(next((each for each in _listed(value) if text_of(each)), None))
    return _SCHEMA.sub("", re.split(r"\s*[,;]\s*", text)[0]) if text else None


def _countries(posting: Json, places: list[Any], locations: tuple[str, ...]) -> frozenset[str]:
    """The countries of its places, or else of where one may work from."""
    for named in (
        [code for each in places for code in _address_countries(each)],
        [_applicants(each) for each in _listed(posting.get("applicantLocationRequirements"))],
        [code for each in locations for code in countries_in(each)],
    ):
        codes = frozenset(code for code in named if code)
        if codes:
            return codes
    return frozenset()


def _applicants(area: object) -> str | None:
    """Of a country; of a state or city only where it names its country (`Michigan, USA`)."""
    if not isinstance(area, dict) or area.get("@type") in (None, "Country"):
        return country_of(area)
    name = text_of(area.get("name")) or ""
    return country_in(name) if "," in name else None


def _address_countries(place: object) -> Iterator[str | None]:
    for address in _addresses(place):
        for stated in _listed(address.get("addressCountry")) if isinstance(address, dict) else ():
            yield country_of(stated)


def _workplace(posting: Json, locations: tuple[str, ...]) -> Workplace:
    stated = _said(posting.get("jobLocationType"))
    for said in (workplace_of(stated), workplace_in(stated)):
        if said != "unstated":
            return said
    return workplace_in(locations[0] if locations else None)


def _pay(posting: Json) -> Pay | None:
    """baseSalary only: an estimate is not what the employer states."""
    currency = posting.get("salaryCurrency")
    return together([pay for each in _listed(posting.get("baseSalary")) if (pay := _salary(each, currency))])


def _salary(stated: object, currency: object) -> Pay | None:
    if not isinstance(stated, dict):
        return pay_of(*ends_of(stated), currency, None, "base") or written_pay(stated)
    currency = stated.get("currency") or stated.get("priceCurrency") or currency
    value = next(iter(_listed(stated.get("value"))), None)
    inner = value if isinstance(value, dict) else {**stated, "value": value}
    low, high = inner.get("minValue"), inner.get("maxValue")
    if low is None and high is None:
        low, high = inner.get("minPrice"), inner.get("maxPrice")
    if low is None and high is None:
        low, high = ends_of(inner.get("value") or inner.get("price"))
    period = inner.get("unitText") or stated.get("unitText") or inner.get("unitCode") or stated.get("duration")
    return pay_of(low, high, inner.get("currency") or currency, period, "base")
