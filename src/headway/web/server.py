"""`headway serve`: a free port on this machine only, a fresh key, the browser."""

import secrets
import socket
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from headway.app.calendar_feed import opens
from headway.app.context import Context
from headway.errors import BadOption, MissingExtra

if TYPE_CHECKING:
    from fastapi import FastAPI

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8731
MOST_BYTES = 20 * 1024 * 1024
"""Of one request: a CV with pictures."""
INSTALL = "pip install 'headway[web]'"


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """A port that is held and the key for it. address: what to open; its key counts until the server stops."""

    socket: socket.socket
    port: int
    token: str

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}/?token={self.token}"


def take_port(port: int | None) -> Served:
    """Hold a port of this machine: the one asked for, else the usual one, else any. Raises BadOption."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((LOOPBACK, USUAL_PORT if port is None else port))
    except OSError as error:
        if port is not None:
            held.close()
            raise BadOption(f"--port {port} cannot be used: {error.strerror}.", "Leave --port out.") from error
        held.bind((LOOPBACK, 0))
    held.listen(128)  # who comes before the app is ready waits
    return Served(socket=held, port=held.getsockname()[1], token=secrets.token_urlsafe(32))


def app_for(served: Served, context: Context, *, profile: str | None, fixed: bool) -> "FastAPI":
    """The app behind its door. Raises MissingExtra."""
    try:
        import python_multipart  # noqa: F401

        from headway.web.app import all_routes, create_app
        from headway.web.desk import Desk
        from headway.web.guard import COOKIE, Door
        from headway.web.routes import all_larger
    except ImportError as error:
        raise MissingExtra("The pages need packages that are not installed.", f"Install them: {INSTALL}") from error
    hosts = frozenset({f"{LOOPBACK}:{served.port}", f"localhost:{served.port}"})
    door = Door(
        hosts=hosts,
        token=served.token,
        most_bytes=MOST_BYTES,
        larger=all_larger(all_routes()),
        cookie=f"{COOKIE}-{served.port}",
        calendar=partial(opens, context, profile),
    )
    return create_app(Desk(context, profile=profile, fixed=fixed), door)


def serve(served: Served, app: "FastAPI", ready: Callable[[], None]) -> None:
    """Answer until stopped. ready: called once requests are answered."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    config = uvicorn.Config(
        app, lifespan="off", ws="none", log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    threading.Thread(target=app.state.desk.warm, daemon=True).start()
    Server(config).run(sockets=[served.socket])
