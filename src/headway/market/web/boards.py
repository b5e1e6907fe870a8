"""The board or page that a person names, and where its postings are fetched."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

import msgspec

from headway.errors import BadOption

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ &+-]{0,99}")
_HOSTS: Final = {
    "jobs.ashbyhq.com": "ashby",
    "boards.greenhouse.io": "greenhouse",
    "job-boards.greenhouse.io": "greenhouse",
    "jobs.lever.co": "lever",
    "jobs.eu.lever.co": "lever-eu",
}


class Endpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/feeds/boards.yaml. list, one: addresses with gaps; pages: postings an answer, 0: all."""

    list: str
    one: str | None = None
    pages: int = 0


class Target(msgspec.Struct, frozen=True):
    """What to fetch. address: with gaps where it gives pages. pages: postings an answer, 0: all."""

    board: str
    address: str
    pages: int = 0

    def page(self, number: int) -> str:
        """The address of a page, from 0."""
        return self.address.replace("{skip}", str(number * self.pages)).replace("{limit}", str(self.pages))


@cache
def endpoints() -> dict[str, Endpoint]:
    """The endpoints we know, by the word before the colon."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("headway").joinpath("data", "feeds", "boards.yaml").read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), dict[str, Endpoint])  # noqa: S506  a safe loader


def target_of(name: str) -> Target | None:
    """Where `ashby:NAME`, a board's address or a page is fetched; None for a file. Raises BadOption."""
    if re.match(r"https?://", name, re.IGNORECASE):
        return _address(name)
    kind, separator, board = name.partition(":")
    if not separator or kind.casefold() not in endpoints():
        if separator and re.fullmatch(r"[a-z][a-z-]{2,20}", kind) and not re.search(r"[./\\]", kind + board):
            raise BadOption(
                f"'{name}' names no board.", f"Boards are named like {', '.join(f'{k}:NAME' for k in endpoints())}."
            )
        return None
    return _board(kind.casefold(), board)


def _board(kind: str, board: str) -> Target:
    if not _NAME.fullmatch(board):
        raise BadOption(f"'{kind}:{board}' is not a board's name.", f"It is the word in its address: {kind}:NAME.")
    endpoint = endpoints()[kind]
    return Target(board, endpoint.list.replace("{name}", quote(board, safe="")), endpoint.pages)


def _address(address: str) -> Target:
    """A board's public page stands for its endpoint, as does one posting of it; anything else is fetched as it is."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").casefold()
    except ValueError as error:
        raise BadOption(f"'{address}' is not an address: {error}.", "Copy it from the browser.") from error
    if not host:
        raise BadOption(f"'{address}' is not an address.", "Copy it from the browser.")
    names = [unquote(each) for each in parts.path.split("/") if each]
    kind = _HOSTS.get(host)
    if kind is None or not names:
        return Target(host, address)
    if names[0] == "embed":
        names = parse_qs(parts.query).get("for", [])[:1]
        if not names:
            return Target(host, address)
    one = endpoints()[kind].one
    key = names[-1] if len(names) > 1 else ""
    if one is not None and re.fullmatch(r"\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", key):
        return Target(names[0], one.replace("{name}", quote(names[0], safe="")).replace("{id}", key))
    return _board(kind, names[0]) if len(names) == 1 else Target(names[0], address)
