"""The wire itself: nothing on it but the protocol, whatever happens to the client."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.mcp_server.conftest import SERVER
from tests.waiting import PATIENCE, comes_true, runs

HELLO = {
    "jsonrpc": "2.0", "id": 0, "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}  # fmt: skip
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}
LONG = {"know": ["python=1"], "role": "machine-learning-engineer"}


def _call(number: int, name: str, **given: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": name, "arguments": given}}


@pytest.fixture
def server(home: Path) -> Any:
    """A server that is spoken to in bytes."""
    pipe = subprocess.PIPE
    with subprocess.Popen(SERVER, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8") as running:
        yield running
        running.kill()


def _say(server: Any, *messages: dict[str, Any]) -> None:
    server.stdin.write("".join(json.dumps(message) + "\n" for message in messages))
    server.stdin.flush()


def _heard(server: Any, number: int) -> dict[str, Any]:
    """The answer with this number; every line before it is a message too."""
    for line in server.stdout:
        message: dict[str, Any] = json.loads(line)
        assert message["jsonrpc"] == "2.0"
        if message.get("id") == number:
            return message
    raise AssertionError(server.stderr.read())


def test_nothing_but_the_protocol_is_written(server: Any) -> None:
    """A CV is read in a process of its own, an unknown word is refused, and every line out is a message."""
    _say(server, HELLO, READY, _call(1, "read_cv", text="Python and SQL"), _call(2, "skill", skill="pyhton"))
    _say(server, _call(3, "plan", know=["python=2"], role="data-analyst", only=["target"]))
    answers: dict[int, dict[str, Any]] = {}
    while len(answers) < 4:
        message = json.loads(server.stdout.readline())
        assert message["jsonrpc"] == "2.0"
        answers[message["id"]] = message["result"]
    assert [answers[n].get("isError", False) for n in (1, 2, 3)] == [False, True, False]
    server.stdin.close()
    assert server.stdout.read() == ""
    assert server.wait(PATIENCE) == 0
    assert server.stderr.read() == ""


def test_a_line_that_is_no_message_does_not_end_it(server: Any) -> None:
    """Garbage is answered or passed over; the next question is answered."""
    _say(server, HELLO, READY)
    server.stdin.write('no json\n{"jsonrpc": "2.0"}\n[]\n')
    _say(server, _call(1, "roles", only=["schema"]))
    assert _heard(server, 1)["result"]["structuredContent"] == {"schema": "headway.roles/1"}


def test_a_cancelled_question_is_not_waited_for(server: Any) -> None:
    """The next one is answered; the cancelled one has no answer of its own any more."""
    _say(server, HELLO, READY, _call(1, "fit", **LONG))
    _say(server, {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}})
    _say(server, _call(2, "roles", only=["schema"]))
    assert "result" in _heard(server, 2)


@pytest.mark.parametrize("way", ["closed", "terminated"])
def test_it_ends_with_its_client(server: Any, way: str) -> None:
    """In the middle of a question: the client is gone, so the server goes, and soon."""
    _say(server, HELLO, READY)
    _heard(server, 0)
    _say(server, _call(1, "plan", **LONG))
    if way == "closed":
        server.stdin.close()
        server.stdout.close()
        server.wait(PATIENCE)
    else:
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == -signal.SIGTERM


CLIENT = """
import anyio, os, sys
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

async def main():
    how = StdioServerParameters(command=sys.argv[1], args=sys.argv[2:], env=dict(os.environ))
    async with stdio_client(how) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        print("ready", flush=True)
        await session.call_tool("plan", {"know": ["python=1"]})
        await anyio.sleep(60)

anyio.run(main)
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the children of a process are looked up in /proc")
def test_a_killed_client_leaves_no_server(home: Path) -> None:
    """The client dies without a word in the middle of a question: soon no server of its is running."""
    with subprocess.Popen([sys.executable, "-c", CLIENT, *SERVER], stdout=subprocess.PIPE, text=True) as client:
        assert client.stdout is not None
        assert client.stdout.readline() == "ready\n"
        children = Path(f"/proc/{client.pid}/task/{client.pid}/children").read_text(encoding="utf-8").split()
        assert children
        client.kill()
    comes_true(lambda: not any(map(runs, children)))


def test_bad_starts_are_one_line(home: Path, tmp_path: Path) -> None:
    """A folder that is not there, a file for one, --json without --list; without the SDK the line that installs it."""
    file = tmp_path / "a"
    file.write_text("", encoding="utf-8")
    for options in (["--files", str(tmp_path / "gone")], ["--files", str(file)], ["--json"], ["--today", "soon"]):
        ran = subprocess.run([*SERVER, *options], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), options
    run = "import sys; sys.modules['mcp'] = None; from headway.cli.main import execute; sys.exit(execute(['mcp']))"
    ran = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.rstrip().endswith("pip install 'headway[mcp]'")


def test_what_is_offered_can_be_seen_without_a_client(home: Path) -> None:
    """`--list` shows the tools, with --write those that write as well."""
    shown = []
    for options in (["--list", "--json"], ["--list", "--json", "--write"]):
        ran = subprocess.run([*SERVER, *options], capture_output=True, text=True, check=True)
        shown.append({tool["name"] for tool in json.loads(ran.stdout)["tools"]})
    assert shown[1] - shown[0] == {"write_log", "undo", "keep_plan", "keep_replan", "write_application"}
