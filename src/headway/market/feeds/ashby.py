"""Ashby: the answer of its public job-board endpoint, one job at a time."""

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
from headway.postings.model import Pay, Workplace


def advert(job: Json, board: str) -> Advert:
    """One job. The board's name stands for the company: the feed has no other. Raises Unfit."""
    url = text_of(job.get("jobUrl"))
    name = board_in(url) or board
    title, text = (
        name_of(job.get("title")),
        prose_of(job.get("descriptionPlain")) or markup_of(job.get("descriptionHtml")),
    )
    key = text_of(job.get("id")) or url
    if title is None or text is None or key is None:
        raise Unfit("no title, no description or no id")
    named = places_of(job.get("location"))
    location = next(iter(named), None)
    return Advert(
        source="ashby",
        board=name,
        source_id=key,
        title=title,
        text=text,
        company=name,
        url=url,
        locations=unique([*named, *places_of(job.get("secondaryLocations"))]),
        posted=date_of(job.get("publishedAt") or job.get("publishedDate")),
        updated=date_of(job.get("updatedAt")),
        workplace=_workplace(job, location),
        country=_country(job) or country_in(location),
        countries=_countries(job, location),
        pay=_pay(job),
        employment=employment_of(job.get("employmentType")),
        department=next(iter([*places_of(job.get("department")), *places_of(job.get("team"))]), None),
    )


def _countries(job: Json, location: str | None) -> tuple[str, ...]:
    rows = job.get("secondaryLocations")
    more = [
        (_country(each) if isinstance(each, dict) else None, place)
        for each in (rows if isinstance(rows, list) else [])
        for place in (places_of(each) or (None,))
    ]
    stated = [(_country(job), location), *more]
    return tuple(sorted({code for country, place in stated for code in countries_of(country, [place])}))


def _country(job: Json) -> str | None:
    address = job.get("address")
    postal = address.get("postalAddress", address) if isinstance(address, dict) else None
    return country_of(postal.get("addressCountry")) if isinstance(postal, dict) else None


def _workplace(job: Json, location: str | None) -> Workplace:
    """Its own field; else the remote mark (a plain no leaves hybrid and onsite open); else the place's words."""
    said = workplace_of(job.get("workplaceType"))
    if said == "unstated":
        said = workplace_in(location)
    return said if said != "unstated" else workplace_of(job.get("isRemote"))


def _pay(job: Json) -> Pay | None:
    """The salary, not bonus, commission or equity; none where they come in several currencies or periods."""
    stated = job.get("compensation")
    if isinstance(stated, list):
        stated = {"summaryComponents": stated}
    if not isinstance(stated, dict):
        return None
    rows = _dicts(stated.get("summaryComponents")) or [
        part for tier in _dicts(stated.get("compensationTiers")) for part in _dicts(tier.get("components"))
    ]
    salaries = [each for each in rows if str(each.get("compensationType")).casefold() == "salary"]
    if rows:
        return together([pay for each in salaries if (pay := _salary(each))])
    return written_pay(stated.get("scrapeableCompensationSalarySummary") or stated.get("compensationTierSummary"))


def _dicts(rows: object) -> list[Json]:
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def _salary(part: Json) -> Pay | None:
    return pay_of(part.get("minValue"), part.get("maxValue"), part.get("currencyCode"), part.get("interval"), "base")
