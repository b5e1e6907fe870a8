"""Boards and addresses among what is named to be imported."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from headway.errors import BadOption

if TYPE_CHECKING:
    from headway.market.web.fetch import Fetcher

Fetched = tuple[Callable[[], bytes], str, str]
"""How to fetch it, the board it belongs to, its address."""


def web_of(allowed: tuple[str, ...]) -> Callable[[str], Fetched | None]:
    """Tells for each name whether it is fetched (else it is a file). allowed: hosts the person named.

    One fetcher serves all of them, so that a host is not asked too often.
    """
    from headway.market.web.boards import target_of

    fetcher: list[Fetcher] = []

    def found(name: str) -> Fetched | None:
        target = target_of(name)
        if target is None:
            return None
        from headway.market.web.fetch import Fetcher
        from headway.market.web.hosts import Hosts
        from headway.market.web.postings import fetch

        if not fetcher:
            fetcher.append(Fetcher(Hosts(allowed)))
        return (lambda: fetch(target, fetcher[0])), target.board, target.address

    return found


def board_word(name: str) -> str:
    """The name of a board or the address of a page; never that of a file. Raises BadOption."""
    from headway.market.web.boards import endpoints, target_of

    if target_of(name.strip()) is None:
        known = ", ".join(f"{kind}:NAME" for kind in endpoints())
        raise BadOption("That names no board.", f"Boards are named like {known}; or give the page's whole address.")
    return name.strip()
