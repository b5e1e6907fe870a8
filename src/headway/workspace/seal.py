"""Entries to bytes and back, each with a checksum in its id, so that no damage and no edit passes unseen."""

import datetime as dt
import hashlib
import re

import msgspec

from headway.workspace.model import Attachment, Body, Entry, Sealed, Undone
from headway.workspace.sound import unsound, unsound_date

_ID = re.compile(r"(\d{8})-([0-9a-f]{16})")
_DECODER = msgspec.json.Decoder(Body)


class Broken(ValueError):
    """An entry is not what was written; the text says in which way."""


def seal(number: int, date: dt.date, body: Body) -> Sealed:
    """The entry with this number. Same number, date and body: same bytes."""
    content = msgspec.json.encode(body, order="deterministic")
    return Sealed(id=_id(number, date.isoformat(), content), date=date.isoformat(), body=content)


def number_of(id_: str) -> int:
    """The running number inside an id. Raises Broken."""
    found = _ID.fullmatch(id_)
    if not found:
        raise Broken(f"'{id_:.40}' is no id of an entry")
    return int(found.group(1))


def open_seal(sealed: Sealed) -> Entry:
    """The entry behind the bytes. Raises Broken."""
    if _id(number_of(sealed.id), sealed.date, sealed.body) != sealed.id:
        raise Broken(f"entry {sealed.id} is not as it was written (its checksum does not fit)")
    try:
        date, body = dt.date.fromisoformat(sealed.date), _DECODER.decode(sealed.body)
    except (ValueError, msgspec.DecodeError) as error:
        raise Broken(f"entry {sealed.id} is not understood: {error}") from error
    if isinstance(body, Undone) and number_of(body.entry) >= number_of(sealed.id):
        raise Broken(f"entry {sealed.id} undoes one that came later")
    why = unsound_date(date) or unsound(body)
    if why:
        raise Broken(f"entry {sealed.id} cannot be: {why}")
    return Entry(id=sealed.id, date=date, body=body)


def attachment(name: str, content: bytes) -> Attachment:
    """A file with its digest."""
    return Attachment(digest=hashlib.blake2b(content, digest_size=16).hexdigest(), name=name, content=content)


def _id(number: int, date: str, body: bytes) -> str:
    words = f"{number:08d}\n{date}\n".encode() + body
    return f"{number:08d}-{hashlib.blake2b(words, digest_size=8).hexdigest()}"
