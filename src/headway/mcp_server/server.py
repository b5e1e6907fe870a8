"""The server: the tools that this start offers, over standard input and output."""

import difflib
import os
import sys
from importlib.metadata import version
from typing import Any

import anyio
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult
from pydantic import ValidationError

from headway.mcp_server.calls import AT_ONCE, LONGEST_CALL, tool_of, wrong
from headway.mcp_server.desk import Desk
from headway.mcp_server.resources import add_resources
from headway.mcp_server.tools import looking, market, person, progress
from headway.mcp_server.use import DATA, Use

USES: tuple[Use, ...] = (*person.USES, *looking.USES, *market.USES, *progress.USES)
INSTRUCTIONS = (
    "Headway plans careers in machine learning from facts with sources. Be the coach, and let Headway be the source of "
    "truth: take levels, fits, plans, dates, pay and shares from its tools and say their intervals, sources and n with "
    "them; never invent a figure, an address or a date. Keep claim (said) and proof (shown) apart. A tool's error is a "
    "line for the person: it says what to do next. " + DATA
)


class HeadwayServer(MCPServer):
    """The SDK's server, with our one clear line where arguments are wrong."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """A call; an unknown tool or argument is an error with the nearest right word."""
        tool = self._tool_manager.get_tool(name)
        if tool is None:
            return wrong(
                f"There is no tool '{name}'.{_nearest(name, [t.name for t in self._tool_manager.list_tools()])}"
            )
        known = list(tool.parameters["properties"])
        for argument in arguments:
            if argument not in known:
                return wrong(f"{name} takes no '{argument[:60]}'.{_nearest(argument, known)}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                return _invalid(name, error.__cause__)
            raise


def _nearest(word: str, known: list[str]) -> str:
    found = difflib.get_close_matches(word, known, 1)
    return f" Did you mean '{found[0]}'?" if found else f" There are: {', '.join(known)}."


def _invalid(name: str, error: ValidationError) -> CallToolResult:
    """The first wrong argument; its value is not repeated."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return wrong(f"{name}: {where}: {first['msg']}. Change it and call again.")


def server_for(desk: Desk, *, writing: bool, seconds: float = LONGEST_CALL) -> MCPServer:
    """The server for one person. writing: whether the tools that write are there at all."""
    limit = anyio.CapacityLimiter(AT_ONCE)
    tools = [tool_of(desk, use, limit, seconds) for use in USES if writing or not use.writes]
    server = HeadwayServer(
        "headway", title="Headway", version=version("headway"), instructions=INSTRUCTIONS, tools=tools,
        log_level="CRITICAL",
    )  # fmt: skip
    add_resources(server, desk)
    return server


def serve(desk: Desk, *, writing: bool) -> None:
    """Until the client closes standard input. The SDK keeps all other output of this process away from its own."""
    anyio.run(server_for(desk, writing=writing).run_stdio_async)
    sys.stdout.flush()
    sys.stderr.flush()
    # Questions that were given up may still be reckoning on threads that nobody waits for any more.
    os._exit(0)
