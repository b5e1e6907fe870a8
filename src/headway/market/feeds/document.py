"""A whole JSON document or HTML page: which feed it is, and the postings in it, each decoded alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import msgspec

from headway.errors import UnreadableFile
from headway.market.feeds import ashby, greenhouse, json_ld, lever, table
from headway.market.feeds.fields import folded, text_of, words
from headway.market.feeds.loose import loose_json
from headway.market.feeds.marked import marked_items
from headway.market.feeds.model import Bad, Json, Kind, Unfit, bad
from headway.market.model import Advert

MOST_DOCUMENT: Final = 512 * 1024 * 1024
"""Bytes of a JSON document, which is held whole; larger sets come as JSON lines or Parquet."""
_LISTS: Final = (
    *("jobs", "data", "postings", "results", "items", "positions", "content", "records", "rows", "offers", "hits"),
    *("vacancies", "openings", "jobPostings", "job_postings", "jobs_results", "elements"),
)
"""Where answers keep their postings, the surest first."""
_DEEPEST: Final = 8
_SHELVES: Final = ("jobs", "postings", "departments", "offices", "@graph")
"""Lists in a row that is no posting itself: a department's jobs, a group's postings, a board on each line."""


def kind_of(job: Json) -> Kind | None:
    """Which feed an object comes from, by fields that only this feed has; None for a plain row."""
    if json_ld.is_posting(job):
        return "json-ld"
    if "absolute_url" in job and ("content" in job or "internal_job_id" in job or "updated_at" in job):
        return "greenhouse"
    if "hostedUrl" in job and ("categories" in job or "lists" in job):
        return "lever"
    if ("descriptionHtml" in job or "descriptionPlain" in job) and ("jobUrl" in job or "isListed" in job):
        # Ashby names no company; what names one is an export of another site with the same words.
        return None if _names_company(job) else "ashby"
    return None


def _names_company(job: Json) -> bool:
    return any(map(_is_company, job))


@lru_cache(maxsize=4096)
def _is_company(name: str) -> bool:
    return folded(name) in words().columns["company"]


def advert_of(kind: Kind, job: Json, board: str, address: str | None) -> Advert:
    """One posting of a known feed. board: its name where the posting does not say it. Raises Unfit."""
    if kind == "ashby":
        return ashby.advert(job, board)
    if kind == "greenhouse":
        return greenhouse.advert(job, board)
    if kind == "lever":
        return lever.advert(job, board)
    return json_ld.advert(job, address)


def objects_in(data: bytes, name: str) -> Iterator[tuple[int, Json] | Bad]:
    """The postings or plain rows of a JSON document, in order.

    Raises UnreadableFile where it is cut off, damaged or holds none.
    """
    rows = _rows(_decoded(data, name), name)
    for number, raw in enumerate(rows, 1):
        try:
            value = msgspec.json.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield bad(number, f"not readable: {error}", bytes(raw))
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            yield bad(number, "not an object", bytes(raw))


def _decoded(data: bytes, name: str) -> dict[str, msgspec.Raw] | list[msgspec.Raw]:
    try:
        return msgspec.json.decode(data, type=dict[str, msgspec.Raw] | list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if "truncated" in str(error):
            raise UnreadableFile(
                f"{name} breaks off: its JSON is not complete.", "Fetch or export it again."
            ) from error
        return _mended(data, name)


def _mended(data: bytes, name: str) -> dict[str, msgspec.Raw] | list[msgspec.Raw]:
    """A document that is nearly JSON: objects one after another, a comma after the last, NaN."""
    try:
        value = loose_json(data.decode("utf-8", "replace"))
    except Unfit as error:
        raise UnreadableFile(f"{name} is not JSON: {error}.", "Fetch or export it again.") from error
    encoded = msgspec.json.encode(value)
    return msgspec.json.decode(encoded, type=dict[str, msgspec.Raw] | list[msgspec.Raw])


def _rows(value: dict[str, msgspec.Raw] | list[msgspec.Raw], name: str) -> list[msgspec.Raw]:
    """The list of postings: the document itself, or the list in it; one posting alone is a list of one."""
    if isinstance(value, list):
        return value
    for key in () if kind_of(value) else _LISTS:
        inner = value.get(key)
        if inner is not None and bytes(inner).lstrip().startswith(b"{"):
            within = msgspec.json.decode(inner, type=dict[str, msgspec.Raw])
            inner = within.get("jobs", within.get(key))
        rows = _as_list(inner)
        if rows is not None:
            return rows
    whole: dict[str, Any] = {key: msgspec.json.decode(raw) for key, raw in value.items()}
    found = list(json_ld.postings(whole))
    if found:
        return [msgspec.Raw(msgspec.json.encode(each)) for each in found]
    found = [whole] if kind_of(whole) else postings_within(whole) or list(_plain_postings(whole))
    if found:
        return [msgspec.Raw(msgspec.json.encode(each)) for each in found]
    said = text_of(whole.get("error")) or text_of(whole.get("message")) or text_of(whole.get("errors"))
    raise UnreadableFile(
        f"{name} holds no postings{f': it says {said[:100]!r}' if said else ''}.",
        "Is the board's name right? A board's JSON has its postings in a list.",
    )


def postings_within(row: Json) -> list[Json] | None:
    """The postings of a row that holds some and is none itself, however deep; None for any other row."""
    if kind_of(row) is not None or any(folded(name) in words().columns["text"] for name in row):
        return None
    for shelf in _SHELVES:
        inner = row.get(shelf)
        if isinstance(inner, list) and all(isinstance(each, dict) for each in inner):
            deeper = [(each, postings_within(each)) for each in inner]
            return [found for each, within in deeper for found in ([each] if within is None else within)]
    return None


def _plain_postings(value: object, depth: int = 0) -> Iterator[Json]:
    """Objects with a title and a text, wherever they stand in the answer of a site we do not know."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if table.is_posting(value):
            yield value
            return
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _plain_postings(each, depth + 1)


def _as_list(raw: msgspec.Raw | None) -> list[msgspec.Raw] | None:
    if raw is None or not bytes(raw).lstrip().startswith(b"["):
        return None
    return msgspec.json.decode(raw, type=list[msgspec.Raw])


def postings_in_page(page: str, name: str) -> Iterator[tuple[int, Json] | Bad]:
    """The JobPostings of a page. Raises UnreadableFile for a page without one, saying what it seems to be."""
    values = [value for script in json_ld.scripts(page) if (value := _script(script)) is not None]
    parts = json_ld.parts_of(values)
    read: list[Json | Bad] = []
    for value in values:
        read += [value] if isinstance(value, Bad) else json_ld.postings(value, parts)
    if all(isinstance(each, Bad) for each in read):  # pages that mark a posting twice say the same
        read += json_ld.postings(marked_items(page))
    if not read and "JobPosting" in page:
        objects, left = json_ld.tucked(page)
        read += json_ld.postings(objects)
        read += [bad(0, f"{left} more postings stand in a script of it and were not looked for", "")] if left else []
    for number, found in enumerate(read, 1):
        yield msgspec.structs.replace(found, line=number) if isinstance(found, Bad) else (number, found)
    if not read:
        raise UnreadableFile(
            f"{name} is {_kind_of_page(page)} without a job posting in it (schema.org JobPosting).",
            "For one posting, copied as text or as a page: headway posting FILE, or headway apply save FILE. "
            "If a board was meant, its answer is an error page: check the board's name.",
        )


def _script(script: str) -> Any:
    """Its value; what cannot be read is told where it speaks of postings, else None."""
    try:
        return json_ld.decoded(script)
    except Unfit as error:
        return bad(0, str(error), script) if "JobPosting" in script else None


def _kind_of_page(page: str) -> str:
    if re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf|jobs?|source|urlset)\b", page, re.IGNORECASE):
        return "an XML feed"
    return f"a web page{_called(page)}"


def _called(page: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    title = LexborHTMLParser(page[:200_000]).css_first("title")
    words = " ".join(title.text().split())[:80] if title else ""
    return f" called '{words}'" if words else ""


def address_of_page(page: str) -> str | None:
    """The address that a saved page gives for itself."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    for query, attribute in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        node = tree.css_first(query)
        address = node.attributes.get(attribute) if node else None
        if address and address.startswith(("https://", "http://")):
            return address
    return None
