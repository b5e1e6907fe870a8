"""Greenhouse: the answer of its public job-board endpoint, one job at a time."""

import re
from collections.abc import Iterator

from headway.market.feeds.fields import (
    company_of,
    date_of,
    employment_of,
    markup_of,
    name_of,
    number_of,
    places_of,
    text_of,
    unique,
    workplace_in,
    workplace_of,
)
from headway.market.feeds.model import Json, Unfit
from headway.market.feeds.pay import pay_of, titled_period, together
from headway.market.feeds.places import board_in
from headway.market.feeds.where import countries_in, only
from headway.market.model import Advert
from headway.postings.model import Pay, Workplace

_PAY = re.compile(r"\b(?:salary|pay|compensation)\b")
_PARTS = re.compile(r"\s*[,;()/|]\s*|\s+[-–—]\s+")
_NO_PLACES = frozenset({"", "hybrid", "remote", "on-site", "onsite", "on site", "in-office", "in office"})
_NO_PAY = re.compile(r"\b(?:bonus|equity|commission|variable|ote)\b")


def advert(job: Json, board: str) -> Advert:
    """One job; `content` is HTML with its marks escaped. Raises Unfit."""
    url = text_of(job.get("absolute_url"))
    name = board_in(url) or board
    title, text = name_of(job.get("title")), markup_of(job.get("content"))
    key = text_of(job.get("id")) or url
    if title is None or key is None:
        raise Unfit("no title or no id")
    if text is None:
        raise Unfit("no description (a board's list has one only when asked with content=true)")
    location = "; ".join(places_of(job.get("location"))) or None
    countries = countries_in(location) or _office_countries(job)
    return Advert(
        source="greenhouse",
        board=name,
        source_id=key,
        title=title,
        text=text,
        company=company_of(job.get("company_name")) or name,
        url=url,
        locations=_once([*(text_of(part) for part in (location or "").split(";")), *_names(job.get("offices"))]),
        posted=date_of(job.get("first_published")),
        updated=date_of(job.get("updated_at")),
        workplace=_workplace(job, location),
        country=only(countries),
        countries=tuple(sorted(countries - {""})),
        pay=_pay(job.get("pay_input_ranges")) or _made_pay(job),
        employment=employment_of(_stated(job, "employment type", "employment", "job type", "time type")),
        department=next(iter(_names(job.get("departments"))), None),
    )


def _names(rows: object) -> tuple[str, ...]:
    if not isinstance(rows, list):
        return ()
    names = unique([name_of(each) for each in places_of(rows)])
    return tuple(name for name in names if name not in ("No Department", "No Office"))


def _office_countries(job: Json) -> frozenset[str]:
    """Where the job's own place tells no country, those of its offices."""
    rows = job.get("offices")
    offices = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
    places = [text_of(each.get("location")) or text_of(each.get("name")) for each in offices]
    return frozenset(code for place in places for code in countries_in(place))


def _stated(job: Json, *names: str) -> object:
    """A field of the company's own making, by its name."""
    return next((value for name, value in _made(job) if name in names), None)


def _made(job: Json) -> Iterator[tuple[str, object]]:
    """Fields of the company's own making: names in lower case, and values."""
    rows = job.get("metadata")
    if isinstance(rows, dict):
        rows = [{"name": name, "value": value} for name, value in rows.items()]
    for each in rows if isinstance(rows, list) else ():
        if isinstance(each, dict):
            yield (text_of(each.get("name")) or "").casefold(), each.get("value")


def _made_pay(job: Json) -> Pay | None:
    """A range of money in a field of the company's own making that is called pay; not a bonus."""
    for name, value in _made(job):
        if isinstance(value, dict) and _PAY.search(name) and not _NO_PAY.search(name):
            pay = pay_of(value.get("min_value"), value.get("max_value"), value.get("unit"), titled_period(name))
            if pay is not None:
                return pay
    return None


def _workplace(job: Json, location: str | None) -> Workplace:
    said = workplace_of(
        _stated(job, "workplace type", "location type", "workplace", "remote", "work model", "remote status")
    )
    return said if said != "unstated" else workplace_in(location)


def _pay(ranges: object) -> Pay | None:
    """From the lowest to the highest of its ranges (places, levels); none where they differ in currency or period."""
    rows = ranges if isinstance(ranges, list) else [ranges]
    return together([pay for each in rows if isinstance(each, dict) if (pay := _range(each))])


def _range(stated: Json) -> Pay | None:
    """In whole units. The feed has no field for the period: the title says it, or the amount can be nothing else."""
    low, high = _whole(stated.get("min_cents")), _whole(stated.get("max_cents"))
    return pay_of(low, high, stated.get("currency_type"), _period(stated))


def _whole(cents: object) -> float | None:
    number = number_of(cents)
    return number / 100 if number is not None else None


def _period(stated: Json) -> str | None:
    return titled_period(stated.get("title")) or titled_period(stated.get("blurb"))


def _once(names: list[str | None]) -> tuple[str, ...]:
    """Each place once: `Hybrid, Oslo` beside the office `Oslo, Norway` says nothing that the workplace does not."""
    places = unique(names)
    parts = [frozenset(_PARTS.split(place.lower())) - _NO_PLACES for place in places]
    said = [own and (own in parts[:number] or any(own < each for each in parts)) for number, own in enumerate(parts)]
    return tuple(place for place, again in zip(places, said, strict=True) if not again)
