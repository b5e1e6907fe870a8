"""What can be read without asking a question: the same answers under addresses."""

import json
from collections.abc import Callable

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from headway.app import look, status
from headway.app.keep_person import person
from headway.errors import HeadwayError, UnknownName
from headway.mcp_server.desk import Desk
from headway.mcp_server.use import DATA
from headway.values import Json

KIND = "application/json"


def add_resources(server: MCPServer, desk: Desk) -> None:
    """Fixed addresses and two with a name in them."""

    @server.resource("headway://roles", title="All roles", mime_type=KIND)
    def roles() -> str:
        """Every role, one line each."""
        return _text(lambda: look.roles(desk.context))

    @server.resource("headway://levels", title="What the levels mean", mime_type=KIND)
    def levels() -> str:
        """Levels 0 to 4 in words."""
        return _text(lambda: {"levels": look.levels(desk.context)})

    @server.resource("headway://sources", title="Sources and claims", mime_type=KIND)
    def sources() -> str:
        """Where every fact comes from."""
        return _text(lambda: look.sources(desk.context))

    @server.resource("headway://glossary", title="Words explained", mime_type=KIND)
    def glossary() -> str:
        """Glossary and answered questions."""
        return _text(lambda: look.glossary(desk.context, None))

    @server.resource("headway://person", title="The person of the workspace", description=DATA, mime_type=KIND)
    def whose() -> str:
        return _text(lambda: person(desk.context, desk.profile))

    @server.resource("headway://status", title="Against the plan", mime_type=KIND)
    def standing() -> str:
        """Steps, hours, next step, forecast."""
        return _text(lambda: status.status(desk.context, desk.profile))

    @server.resource("headway://files", title="Files that may be read", mime_type=KIND)
    def readable() -> str:
        """Names in the folders that the person opened; none were opened: an empty list."""
        return _text(lambda: {"files": desk.files()})

    @server.resource("headway://role/{role}", title="One role", mime_type=KIND)
    def role(role: str) -> str:
        """A role by id."""
        return _text(lambda: look.role(desk.context, role))

    @server.resource("headway://skill/{skill}", title="One skill", mime_type=KIND)
    def skill(skill: str) -> str:
        """A skill by id."""
        return _text(lambda: look.skill(desk.context, skill))


def _text(make: Callable[[], Json]) -> str:
    try:
        return json.dumps(make(), ensure_ascii=False)
    except UnknownName as error:
        raise ResourceNotFoundError(str(error)) from error
    except HeadwayError as error:
        raise ResourceError(str(error)) from error
