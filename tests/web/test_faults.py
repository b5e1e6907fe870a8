"""What goes wrong in us is said without a word of the person's, and still binds the browser."""

import asyncio

import pytest

from tests.web.conftest import HOST, TODAY, TOKEN


def test_a_fault_of_ours_is_one_clear_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 500, what to do, no trace, and the content policy."""
    import httpx

    from headway.app.context import open_context
    from headway.web.app import create_app
    from headway.web.desk import Desk
    from headway.web.guard import POLICY, Door
    from headway.web.pages import roles

    def broken(*_: object) -> None:
        raise KeyError("secret of the person")

    monkeypatch.setattr(roles.look, "sources", broken)
    door = Door(hosts=frozenset({HOST}), token=TOKEN, most_bytes=1000)
    app = create_app(Desk(open_context(TODAY), fixed=True), door)

    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
            return await client.get("/sources", headers={"authorization": f"Bearer {TOKEN}"})

    answer = asyncio.run(go())
    assert answer.status_code == 500
    assert "failed unexpectedly (KeyError)" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY
