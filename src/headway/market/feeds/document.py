"""A whole JSON document or HTML page: which feed it is, and the postings in it, each decoded alone."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from headway.errors import UnreadableFile
from headway.market.feeds import ashby, greenhouse, json_ld, lever
from headway.market.feeds.fields import text_of
from headway.market.feeds.model import Bad, Json, Kind, Unfit, bad
from headway.market.model import Advert

MOST_DOCUMENT: Final = 512 * 1024 * 1024
"""Bytes of a JSON document, which is held whole; larger sets come as JSON lines or Parquet."""
_LISTS: Final = ("jobs", "data", "postings", "results", "items", "positions", "content", "records", "rows")


def kind_of(job: Json) -> Kind | None:
    """Which feed an object comes from, by fields that only this feed has; None for a plain row."""
    if json_ld.is_posting(job):
        return "json-ld"
    if "absolute_url" in job and ("content" in job or "internal_job_id" in job or "updated_at" in job):
        return "greenhouse"
    if "hostedUrl" in job and ("categories" in job or "lists" in job):
        return "lever"
    if ("descriptionHtml" in job or "descriptionPlain" in job) and ("jobUrl" in job or "isListed" in job):
        return "ashby"
    return None


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
        raise UnreadableFile(f"{name} is not JSON: {error}.", "Fetch or export it again.") from error


def _rows(value: dict[str, msgspec.Raw] | list[msgspec.Raw], name: str) -> list[msgspec.Raw]:
    """The list of postings: the document itself, or the list in it; one posting alone is a list of one."""
    if isinstance(value, list):
        return value
    for key in _LISTS:
        inner = value.get(key)
        if inner is not None and bytes(inner).lstrip().startswith(b"{"):
            inner = msgspec.json.decode(inner, type=dict[str, msgspec.Raw]).get("jobs")
        rows = _as_list(inner)
        if rows is not None:
            return rows
    whole: dict[str, Any] = {key: msgspec.json.decode(raw) for key, raw in value.items()}
    found = list(json_ld.postings(whole))
    if found:
        return [msgspec.Raw(msgspec.json.encode(each)) for each in found]
    if kind_of(whole) or (text_of(whole.get("title")) and "description" in whole):
        return [msgspec.Raw(msgspec.json.encode(whole))]
    said = text_of(whole.get("error")) or text_of(whole.get("message")) or text_of(whole.get("errors"))
    raise UnreadableFile(
        f"{name} holds no postings{f': it says {said[:100]!r}' if said else ''}.",
        "Is the board's name right? A board's JSON has its postings in a list.",
    )


def _as_list(raw: msgspec.Raw | None) -> list[msgspec.Raw] | None:
    if raw is None or not bytes(raw).lstrip().startswith(b"["):
        return None
    return msgspec.json.decode(raw, type=list[msgspec.Raw])


def postings_in_page(page: str, name: str) -> Iterator[tuple[int, Json] | Bad]:
    """The JobPostings of a page. Raises UnreadableFile for a page without one, saying what it seems to be."""
    found = False
    number = 0
    for script in json_ld.scripts(page):
        try:
            values = list(json_ld.postings(json_ld.decoded(script)))
        except Unfit as error:
            if "JobPosting" in script:
                found = True
                yield bad(number + 1, str(error), script)
            continue
        for value in values:
            found = True
            number += 1
            yield number, value
    if not found:
        raise UnreadableFile(
            f"{name} is a web page{_called(page)} without a job posting in it (schema.org JobPosting).",
            "If a board was meant, its answer is an error page: check the board's name, and fetch it again.",
        )


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
