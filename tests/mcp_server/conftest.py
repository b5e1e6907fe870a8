"""An assistant's side: the SDK's own client, and a server in a process of its own."""

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the extra 'mcp' is not installed")
anyio = pytest.importorskip("anyio")

TODAY = "2026-11-20"
SERVER = [sys.executable, "-m", "headway", "mcp", "--today", TODAY]
Talk = Callable[[Any], Awaitable[Any]]
Assistant = Callable[..., Any]


@pytest.fixture
def assistant(home: Path) -> Assistant:
    """Start `headway mcp OPTIONS`, talk to it as a client does, and end it. The client holds every answer against the
    schema of its tool."""

    def start(talk: Talk, *options: str | Path) -> Any:
        from mcp import ClientSession, StdioServerParameters
        from mcp.client.stdio import stdio_client

        command, *arguments = [*SERVER, *map(str, options)]
        how = StdioServerParameters(command=command, args=arguments, env=dict(os.environ))

        async def go() -> Any:
            async with stdio_client(how) as (read, write), ClientSession(read, write) as session:
                await session.initialize()
                return await talk(session)

        return anyio.run(go)

    return start
