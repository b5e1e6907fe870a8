"""A page that was drawn is sent again for as long as nothing it is made of has changed.

An answer to GET is a function of its address and of what `stamp` sees, so the same bytes may be sent again. Outside the
compression and behind the door: what is kept is small, and nobody without the key gets it.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST: Final = 96
LONGEST: Final = 1_000_000
"""Bytes of an answer that is kept, at most."""

Key = tuple[object, ...]


class Memo:
    """The last answers, by address.

    stamp: changes when an answer may. fresh: beginnings of addresses of which it does not tell, so they are not kept.
    """

    def __init__(self, app: ASGIApp, stamp: Callable[[], object], fresh: tuple[str, ...] = ()) -> None:
        self._app = app
        self._stamp = stamp
        self._fresh = fresh
        self._kept: OrderedDict[Key, list[Message]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(self._fresh):
            await self._app(scope, receive, send)
            return
        zipped = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        key = (scope["path"], scope["query_string"], zipped, self._stamp())
        kept = self._kept.get(key)
        if kept is None:
            kept = await self._drawn(scope, receive, key)
        for message in kept:
            # The door adds headers to what it sends: each reader gets a list of their own.
            headers = list(message["headers"]) if "headers" in message else None
            await send({**message, "headers": headers} if headers is not None else message)

    async def _drawn(self, scope: Scope, receive: Receive, key: Key) -> list[Message]:
        """Ask the app; keep a good answer if nothing changed meanwhile."""
        messages: list[Message] = []

        async def take(message: Message) -> None:
            messages.append(message)

        await self._app(scope, receive, take)
        size = sum(len(m.get("body", b"")) for m in messages)
        if messages[0]["status"] == 200 and size <= LONGEST and self._stamp() == key[-1]:
            self._kept[key] = messages
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return messages
