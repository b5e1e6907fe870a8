"""Rows of a table or of plain JSON objects: which column is what, guessed from names and contents, and said."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from headway.market.feeds.fields import (
    company_of,
    country_of,
    date_of,
    employment_of,
    folded,
    markup_of,
    name_of,
    text_of,
    unique,
    words,
    workplace_in,
    workplace_of,
)
from headway.market.feeds.model import Unfit
from headway.market.feeds.pay import pay_of, written_pay
from headway.market.feeds.places import host_of
from headway.market.feeds.where import countries_of, country_in
from headway.market.model import Advert
from headway.postings.model import Pay

Mapping_ = Mapping[str, tuple[str, ...]]
"""Field to the columns it is read from; only `text` may have several, each under its name as a heading."""

FIELDS: Final = (
    *("id", "title", "text", "company", "location", "country", "url", "posted", "updated", "workplace"),
    *("employment", "department", "pay", "pay_min", "pay_max", "pay_currency", "pay_period"),
)
_CONTRADICTIONS: Final = 2
_SHARED: Final = 0.1
"""So many, or this share, of the rows looked at may contradict another of their id."""
_RATING = re.compile(r"\s*\n\s*\d(?:\.\d)?\s*\Z")
_PROSE: Final = 8
"""Words on average from which on a column without a telling name is taken for the description."""


def flat(row: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """Inner objects as `company.name`, four deep at most."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping) and depth < 4:
            found.update(flat(value, f"{key}.", depth + 1))
        else:
            found[key] = value
    return found


def guess(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The mapping that names suggest, of columns that hold anything the more usual name; without one for the text the
    column of prose."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    by_name = _by_name(columns)
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for field, names in words().columns.items():
        fitting = [by_name[name] for name in names if name in by_name and by_name[name] not in taken]
        if fitting:
            column = next((each for each in fitting if _is_filled(each, rows)), fitting[0])
            if field == "id" and not _tells_apart(column, rows):
                continue
            found[field] = (column,)
            taken.add(column)
    if "text" not in found:
        prose = _longest(rows, [each for each in columns if each not in taken])
        if prose is not None:
            found["text"] = (prose,)
            taken.add(prose)
    if "text" in found:
        more = [by_name[name] for name in words().more_text if name in by_name and by_name[name] not in taken]
        found["text"] = (*found["text"], *more)
    return {field: found[field] for field in FIELDS if field in found}


def _tells_apart(column: str, rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether rows with one id are nearly always the same row: an id of the employer, say, is none of the posting."""
    seen = {(key, str(row)) for row in rows if (key := text_of(row.get(column)))}
    shared = len(seen) - len({key for key, _ in seen})
    return shared <= max(_CONTRADICTIONS, _SHARED * len(seen))


def _is_filled(column: str, rows: Iterable[Mapping[str, Any]]) -> bool:
    return any(text_of(row.get(column)) or isinstance(row.get(column), bool) for row in rows)


def is_posting(row: Mapping[str, Any]) -> bool:
    """Whether a plain object has a title and a text, by their names."""
    names = _by_name(flat(row))
    return all(any(name in names for name in words().columns[field]) for field in ("title", "text"))


def _by_name(columns: Iterable[str]) -> dict[str, str]:
    """Folded name to column, as it stands first; what is around all fields of a posting may be left out."""
    names: dict[str, str] = {}
    columns = list(columns)
    for column in columns:
        names.setdefault(folded(column), column)
    for column in columns:
        around, point, inner = column.partition(".")
        while point and folded(around) in words().wrappers:
            names.setdefault(folded(inner), column)
            around, point, inner = inner.partition(".")
    return names


def _longest(rows: Sequence[Mapping[str, Any]], columns: Iterable[str]) -> str | None:
    lengths = {
        column: sum(len(value.split()) for row in rows if isinstance(value := row.get(column), str)) / max(len(rows), 1)
        for column in columns
    }
    best = max(lengths, key=lambda column: lengths[column], default=None)
    return best if best is not None and lengths[best] >= _PROSE else None


def advert(row: Mapping[str, Any], mapping: Mapping_, board: str) -> Advert:
    """One row. Raises Unfit where it has no title and no text, or no text at all."""

    def one(field: str) -> Any:
        columns = mapping.get(field)
        return row.get(columns[0]) if columns else None

    text = _text(row, mapping.get("text", ()))
    if not text:
        raise Unfit("no text of the posting")
    title, company, url = name_of(one("title")) or "", _company(one("company")), text_of(one("url"))
    location = one("location")
    locations = unique([_place(each) for each in (location if isinstance(location, list) else [location])])
    first = locations[0] if locations else None
    workplace, country = workplace_of(one("workplace")), country_of(one("country"))
    pay = _pay(one)
    estimated = pay is not None and _is_estimate(row, mapping)
    return Advert(
        source="file",
        board=f"{board}/{company}" if company else board,
        source_id=text_of(one("id")) or url or _digest(title, company, locations, text),
        title=title,
        text=text,
        company=company,
        url=url if host_of(url) else None,
        locations=locations,
        posted=date_of(one("posted")),
        updated=date_of(one("updated")),
        workplace=workplace if workplace != "unstated" else workplace_in(first),
        country=country or country_in(first),
        countries=countries_of(country, [*locations, None if country else text_of(one("country"))]),
        pay=None if estimated else pay,
        notes=("pay-estimated",) if estimated else (),
        employment=employment_of(one("employment")),
        department=name_of(one("department")),
    )


def _place(value: object) -> str | None:
    return name_of(value.get("name")) if isinstance(value, Mapping) else name_of(value)


def _company(value: object) -> str | None:
    """Without the rating that exports of some sites write under it."""
    return company_of(_RATING.sub("", value) if isinstance(value, str) else value)


def _is_estimate(row: Mapping[str, Any], mapping: Mapping_) -> bool:
    """Whether a site says of its own that it estimated the pay: that is not what the employer states."""
    if any(folded(name) in words().estimated and workplace_of(value) == "remote" for name, value in row.items()):
        return True
    column = mapping.get("pay", ("",))[0]
    said = (text_of(row.get(column)) or "").casefold()
    return "glassdoor est" in said or ("estimate" in folded(column) and "employer" not in said)


def _text(row: Mapping[str, Any], columns: Sequence[str]) -> str:
    parts = [(column, markup_of(row.get(column))) for column in columns]
    written = [(column, text) for column, text in parts if text]
    if not written:
        return ""
    first, *more = written
    return "\n\n".join([first[1], *(f"{_heading(column)}\n{text}" for column, text in more)])


def _heading(column: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_.-]+", " ", column).strip()
    return spaced[:1].upper() + spaced[1:].lower()


def _digest(title: str, company: str | None, locations: tuple[str, ...], text: str) -> str:
    """Where a table has neither ids nor addresses, a row is what it says."""
    content = "\x1f".join((title, company or "", *locations, text))
    return hashlib.blake2b(content.encode(), digest_size=8).hexdigest()


def _pay(one: Any) -> Pay | None:
    """From amounts of their own, else as written out."""
    stated = pay_of(one("pay_min"), one("pay_max"), one("pay_currency"), one("pay_period"))
    return stated if stated is not None else written_pay(one("pay"))
