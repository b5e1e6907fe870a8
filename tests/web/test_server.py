"""The real server on a real socket."""

import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from headway.errors import BadOption
from headway.web.server import LOOPBACK, take_port
from tests.waiting import PATIENCE


@pytest.fixture
def running(home: Path) -> Iterator[tuple[int, str]]:
    """`headway serve` as somebody starts it who has kept nothing: its port and key."""
    command = [sys.executable, "-m", "headway", "serve", "--no-open", "--json"]
    env = {**os.environ, "HEADWAY_HOME": str(home)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as server:
        assert server.stdout is not None
        told = msgspec.json.decode(server.stdout.readline())
        assert sorted(told) == ["address", "port", "schema"]
        yield told["port"], re.findall(r"token=(.+)", told["address"])[0]
        server.terminate()


class Answer(NamedTuple):
    status: int
    text: str
    server: str | None


def _ask(port: int, method: str, path: str, headers: dict[str, str], body: object = None) -> Answer:
    with closing(http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)) as talk:
        talk.request(method, path, body, headers, encode_chunked=True)  # type: ignore[arg-type]
        with talk.getresponse() as answer:
            return Answer(answer.status, answer.read().decode(), answer.getheader("server"))


def test_it_answers_on_this_machine_only_and_to_the_key(running: tuple[int, str]) -> None:
    """A page with the key, none without; no other address of the machine listens; a long body without a length ends."""
    port, key = running
    cookie = {"Cookie": f"headway-{port}={key}"}
    assert _ask(port, "GET", "/roles", {}).status == 401
    page = _ask(port, "GET", "/roles", cookie)
    assert page.status == 200
    assert "Machine learning engineer" in page.text
    assert page.server is None
    for address in _other_addresses():
        with socket.socket() as other:
            other.settimeout(2)
            assert other.connect_ex((address, port)) != 0, address
    head = b'--x\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n'
    endless = (part for part in (head, *[b"x" * 65_536] * 400))
    sent = {**cookie, "Origin": f"http://{LOOPBACK}:{port}", "Transfer-Encoding": "chunked"}
    with suppress(BrokenPipeError, ConnectionResetError):  # the server stopped listening to it
        kind = {"Content-Type": "multipart/form-data; boundary=x"}
        assert _ask(port, "POST", "/start/cv", {**sent, **kind}, endless).status == 413
    assert "Find your way" in _ask(port, "GET", "/", cookie).text
    assert _ask(port, "GET", "/roles", cookie).status == 200


def _other_addresses() -> list[str]:
    """Those of this machine in its network; none where its name leads nowhere."""
    try:
        found = socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []
    return [address for address in found if not address.startswith("127.")]


def test_two_at_once_take_two_ports_and_two_keys() -> None:
    """The usual port, then any free one; one that is asked for and taken is said."""
    first, second = take_port(None), take_port(None)
    try:
        assert first.port != second.port
        assert first.token != second.token
        assert len(first.token) >= 40
        with pytest.raises(BadOption, match="--port"):
            take_port(first.port)
    finally:
        first.socket.close()
        second.socket.close()
