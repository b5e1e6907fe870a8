"""What is closed is attacked here: every test is one way in that must not work, beside the way that does."""

import pytest

from headway.web.guard import POLICY
from tests.web.conftest import HOST, MOST, TOKEN, Ask

KEY = {"cookie": f"headway={TOKEN}"}


def test_without_the_key_nothing_is_told(stranger: Ask) -> None:
    """Another user or program of the machine finds a port and gets no page, no file and no list of addresses."""
    for address in ("/", "/roles", "/api/openapi.json", "/static/app.css", "/nowhere"):
        answer = stranger("GET", address)
        assert answer.status_code == 401, address
        assert "headway serve" in answer.text


@pytest.mark.parametrize(
    "cookie", ["headway=", "headway=wrong", f"headway={TOKEN}x", f"other={TOKEN}", "headway=ü", '="']
)
def test_a_wrong_key_is_no_key(stranger: Ask, cookie: str) -> None:
    """Nearly right is wrong, and odd bytes are no crash."""
    assert stranger("GET", "/roles", headers={"cookie": cookie.encode("latin-1")}).status_code == 401


def test_the_address_with_the_key_gives_a_cookie_and_loses_the_key(stranger: Ask) -> None:
    """The key stays neither in the address bar nor in what a page could pass on."""
    answer = stranger("GET", f"/roles?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/roles")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger("GET", f"/roles?token={TOKEN}x").status_code == 401


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "///evil.example/x"])
def test_the_first_visit_cannot_be_sent_elsewhere(stranger: Ask, path: str) -> None:
    """An address that begins with two slashes would be another site to the browser."""
    answer = stranger("GET", f"http://{HOST}{path}?token={TOKEN}")
    assert answer.status_code in (303, 404)
    place = answer.headers.get("location", "/")
    assert place.startswith("/")
    assert not place.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8731", "127.0.0.1", "127.0.0.1:9", "", f"{HOST}.evil.example"]
)
def test_a_name_that_was_pointed_at_this_machine_gets_nothing(stranger: Ask, host: str) -> None:
    """DNS rebinding: the page of another site asks under its own name, with the key."""
    assert stranger("GET", "/roles", headers={"host": host, **KEY}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", f"https://{HOST}", "http://127.0.0.1:9999", f"http://{HOST}.evil.example", ""],
)
def test_a_form_of_another_site_changes_nothing(stranger: Ask, origin: str) -> None:
    """The browser sends the cookie along if it is old or badly set up; the origin tells."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert stranger(method, "/roles", headers={"origin": origin, **KEY}).status_code == 403, method
    assert stranger("POST", "/roles", headers=KEY).status_code == 403


def test_our_own_form_and_a_program_with_the_key_come_through(stranger: Ask) -> None:
    """405: it reached the app, which has no such method there."""
    assert stranger("POST", "/roles", headers={"origin": f"http://{HOST}", **KEY}).status_code == 405
    assert stranger("POST", "/roles", headers={"sec-fetch-site": "same-origin", **KEY}).status_code == 405
    assert stranger("POST", "/roles", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 405
    assert stranger("POST", "/roles", headers={"authorization": "Bearer no"}).status_code == 401


def test_every_answer_binds_the_browser(stranger: Ask) -> None:
    """Pages, refusals and files alike: no foreign or inline script, no frame, no guessing, nothing kept."""
    for address, headers in (("/roles", KEY), ("/roles", {}), ("/static/app.js", KEY), ("/nowhere", KEY)):
        found = stranger("GET", address, headers=headers).headers
        assert found["content-security-policy"] == POLICY
        assert found["x-content-type-options"] == "nosniff"
        assert found["cross-origin-resource-policy"] == "same-origin"
        assert found["cache-control"] == ("no-cache" if address.startswith("/static") else "no-store")
    assert "unsafe" not in POLICY


def test_a_body_that_says_it_is_too_long_is_not_read(stranger: Ask) -> None:
    """By its own length; people get a page that leads back, programs a line."""
    for address, kind in (("/roles", "text/html"), ("/api/roles", "text/plain")):
        answer = stranger("POST", address, content=b"x" * (MOST + 1), headers={"origin": f"http://{HOST}", **KEY})
        assert answer.status_code == 413
        assert answer.headers["content-type"].startswith(kind)
        assert "Nothing was kept." in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/",
    ],
)
def test_no_address_reaches_another_file(stranger: Ask, path: str) -> None:
    """The folder of static files holds the sheet, the script and the icon, and nothing is above it."""
    answer = stranger("GET", f"http://{HOST}{path}", headers=KEY)
    assert answer.status_code in (400, 404)
    assert "import" not in answer.text


def test_what_is_asked_for_is_shown_as_text(stranger: Ask) -> None:
    """A name in the address comes back in the message, and never as markup."""
    answer = stranger("GET", "/roles/%3Cscript%3Ealert(1)%3C%2Fscript%3E", headers=KEY)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert stranger("GET", "/skills/%22%3E%3Cimg%20src=x%20onerror=1%3E", headers=KEY).text.count("<img ") == 1
