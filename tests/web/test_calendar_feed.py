"""A calendar program reads the plan by an address of its own; the key in it opens nothing else, and can be closed."""

import stat
from functools import partial
from typing import Any

import pytest

from headway.app.calendar_feed import feed_key, keep_market, key_file, market_file, opens, renew, take_back
from headway.app.context import open_context
from headway.app.moving import forget
from headway.errors import NothingKept
from tests.web.conftest import HOST, MOST, TODAY, TOKEN, Ask, httpx


@pytest.fixture
def program(planned: Ask) -> Ask:
    """A calendar program: no cookie, no origin. The person has a plan and an address."""
    import asyncio

    from headway.web.app import create_app
    from headway.web.desk import Desk
    from headway.web.guard import Door

    planned("POST", "/plan/calendar/renew")
    context = open_context(TODAY)
    door = Door(hosts=frozenset({HOST}), token=TOKEN, most_bytes=MOST, calendar=partial(opens, context, None))
    app = create_app(Desk(context, fixed=True), door)

    def ask(method: str, address: str, **more: Any) -> Any:
        async def go() -> Any:
            transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, address, **more)

        return asyncio.run(go())

    return ask


def _key() -> str:
    key = feed_key(open_context(TODAY), None)
    assert key is not None
    return key


def test_the_address_gives_the_calendar_without_a_cookie(program: Ask) -> None:
    """Each step with its dates, as the download has it; nobody keeps it on the way."""
    answer = program("GET", f"/calendar/{_key()}.ics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.count("BEGIN:VEVENT") > 5
    assert answer.headers["cache-control"] == "no-store"
    assert program("HEAD", f"/calendar/{_key()}.ics").status_code == 200


@pytest.mark.parametrize("word", ["", "x", "%00", "..%2f..%2fetc%2fpasswd", "ä", "x" * 5000, TOKEN, "None", "%ff"])
def test_a_wrong_key_opens_nothing(program: Ask, word: str) -> None:
    """Whatever it is; the key of the pages is no key of the calendar either."""
    answer = program("GET", f"/calendar/{word}.ics")
    assert answer.status_code == 404
    assert "VCALENDAR" not in answer.text


def test_a_part_of_the_key_or_more_of_it_opens_nothing(program: Ask) -> None:
    """Only the whole word counts."""
    key = _key()
    for word in (key[:-1], key + "x", key.swapcase()):
        assert program("GET", f"/calendar/{word}.ics").status_code == 404


def test_the_key_opens_no_other_page(program: Ask) -> None:
    """Not as a token, not as a cookie, not as a bearer, not behind the calendar's path."""
    key = _key()
    for address in ("/", "/plan", "/plan.ics", "/api/plan", "/progress", "/data", "/static/app.css", "/plan/calendar"):
        assert program("GET", f"{address}?token={key}").status_code == 401, address
        assert program("GET", address, headers={"cookie": f"headway={key}"}).status_code == 401, address
        assert program("GET", address, headers={"authorization": f"Bearer {key}"}).status_code == 401, address
    assert "set-cookie" not in program("GET", f"/calendar/{key}.ics?token={TOKEN}").headers
    for path in (f"/calendar/{key}.ics/../../plan", f"/calendar/{key}/plan", f"/calendar//{key}.ics"):
        assert "VCALENDAR" not in program("GET", path).text


def test_the_same_key_opens_the_market_plan_that_was_put_there(program: Ask) -> None:
    """Another key does not; nothing is there before; `forget` takes it along."""
    context = open_context(TODAY)
    address = f"/calendar/{_key()}.market.ics"
    assert program("GET", address).status_code == 404
    keep_market(context, None, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert program("GET", address).content.startswith(b"BEGIN:VCALENDAR")
    assert program("GET", f"/calendar/{_key()}x.market.ics").status_code == 404
    assert program("GET", f"/calendar/{_key()}.market.market.ics").status_code == 404
    assert program("POST", address).status_code == 405
    assert str(market_file(context, None)) in forget(context, None, (), sure=True)["files"]
    assert not market_file(context, None).exists()


def test_it_can_only_be_read_and_only_under_our_name(program: Ask) -> None:
    """No other method; no other host (a name that another site points here)."""
    address = f"/calendar/{_key()}.ics"
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert program(method, address).status_code == 405
    assert program("GET", address, headers={"host": "evil.example:8731"}).status_code == 421


def test_a_new_address_closes_the_old_one_and_closing_closes_both(program: Ask, person: Ask) -> None:
    """At once, with the server running."""
    old = _key()
    assert person("POST", "/plan/calendar/renew").headers["location"] == "/plan/calendar?done=address"
    new = _key()
    assert new != old
    assert len(new) >= 43
    assert program("GET", f"/calendar/{old}.ics").status_code == 404
    assert program("GET", f"/calendar/{new}.ics").status_code == 200
    assert f"/calendar/{new}.ics" in person("GET", "/plan/calendar").text
    person("POST", "/plan/calendar/close")
    assert program("GET", f"/calendar/{new}.ics").status_code == 404
    assert "No address is open" in person("GET", "/plan/calendar").text


def test_only_our_own_pages_can_renew_it(person: Ask) -> None:
    """Another site's form changes nothing."""
    assert person("POST", "/plan/calendar/renew", headers={"origin": "http://evil.example"}).status_code == 403
    assert feed_key(open_context(TODAY), None) is None


def test_the_key_is_the_owners_and_goes_with_everything_else(program: Ask) -> None:
    """0600; `forget` erases it with the rest. Without a workspace there is no key."""
    context = open_context(TODAY)
    path = key_file(context, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    gone = forget(context, None, (), sure=True)
    assert str(path) in gone["files"]
    assert not path.exists()
    assert not opens(context, None, "")
    assert take_back(context, None) is False
    with pytest.raises(NothingKept):
        renew(context, None)
