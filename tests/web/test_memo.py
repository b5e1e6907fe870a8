"""Pages are drawn once for each state, never shown for another, and only good ones are kept."""

import asyncio
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra 'web' is not installed")


class Counting:
    """An app that counts how often it is asked and answers with that number."""

    def __init__(self, status: int = 200) -> None:
        self.asked = 0
        self.status = status

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": str(self.asked).encode()})


def _get(app: Any, path: str = "/", method: str = "GET", query: bytes = b"") -> bytes:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)
        if "headers" in message:
            message["headers"].append((b"added", b"by the door"))

    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": []}
    asyncio.run(app(scope, None, send))
    assert len(sent[0]["headers"]) == 2
    body: bytes = sent[1]["body"]
    return body


def test_a_page_is_drawn_once_for_each_address_and_state() -> None:
    """The same while nothing changes; anew when something did; each query is its own; a POST is never kept."""
    from headway.web.memo import Memo

    state, app = ["a"], Counting()
    memo = Memo(app, lambda: state[0], fresh=("/data",))
    assert [_get(memo), _get(memo)] == [b"1", b"1"]
    state[0] = "b"
    assert [_get(memo), _get(memo, query=b"x=1"), _get(memo)] == [b"2", b"3", b"2"]
    assert [_get(memo, method="POST"), _get(memo, method="POST")] == [b"4", b"5"]
    assert [_get(memo, "/data"), _get(memo, "/data")] == [b"6", b"7"]


def test_what_went_wrong_is_not_kept() -> None:
    """A failure may be over the next time."""
    from headway.web.memo import Memo

    memo = Memo(Counting(404), lambda: 0)
    assert [_get(memo), _get(memo)] == [b"1", b"2"]


def test_an_answer_that_was_overtaken_by_a_change_is_not_kept() -> None:
    """It is sent to whoever asked, and to nobody after."""
    from headway.web.memo import Memo

    stamps = iter(["a", "b", "a", "a"])
    memo = Memo(Counting(), lambda: next(stamps))
    assert [_get(memo), _get(memo)] == [b"1", b"2"]


def test_the_stamp_sees_every_entry_and_no_reading(tmp_path: Path) -> None:
    """A hundred entries, each told from the one before; looking at the log changes nothing."""
    from headway.app.context import Context
    from headway.app.log import LogQuestion, log
    from headway.app.stamp import stamp
    from headway.app.workspace_room import open_workspace

    context = Context(dt.date(2026, 11, 20), tmp_path)
    seen = {stamp(context, None)}
    open_workspace(context, None).close()
    for number in range(100):
        log(context, None, LogQuestion(what="hours", values=("0.1",), note=str(number)))
        now = stamp(context, None)
        assert now not in seen
        seen.add(now)
        log(context, None, LogQuestion())
        assert stamp(context, None) == now
