"""Which hosts may be asked: public ones over TLS; others only when the person named them."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from headway.errors import NotReached

Resolve = Callable[[str, int], Sequence[str]]


def addresses_of(host: str, port: int) -> Sequence[str]:
    """The network addresses of a host. Raises NotReached."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise NotReached(f"{host} is not found: {why}.", "Is the address right, and are you online?") from error
    return [str(each[4][0]) for each in found]


class Hosts:
    """allowed: `host` or `host:port` that the person named for plain http and private addresses."""

    def __init__(self, allowed: tuple[str, ...] = (), resolve: Resolve = addresses_of) -> None:
        self._allowed = frozenset(each.casefold() for each in allowed)
        self._resolve = resolve

    def named(self, url: str) -> bool:
        """Whether the person named this host."""
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
        return host in self._allowed or f"{host}:{_port(url)}" in self._allowed

    def check(self, url: str) -> None:
        """Before anything is sent. Raises NotReached: plain http, private addresses, passwords."""
        parts = urlsplit(url)
        if parts.username or parts.password:
            raise NotReached(f"{parts.hostname} would be sent a password.", "Leave it out of the address.")
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise NotReached(f"'{url[:100]}' is not an address that can be fetched.", "It begins with https://.")
        if self.named(url):
            return
        if parts.scheme != "https":
            raise NotReached(
                f"{parts.hostname} would be asked without encryption.",
                f"Use https, or allow it: --allow-host {parts.hostname}.",
            )
        for address in self._resolve(parts.hostname, _port(url)):
            self.check_address(url, address)

    def check_address(self, url: str, address: str) -> None:
        """Of the machine that answers, too: a name may lead elsewhere the second time. Raises NotReached."""
        host = urlsplit(url).hostname
        if not self.named(url) and not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise NotReached(
                f"{host} leads to {address}, which is not a public address.", f"If you mean it: --allow-host {host}."
            )


def _port(url: str) -> int:
    parts = urlsplit(url)
    try:
        return parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise NotReached(f"'{url[:100]}' has no usable port.", "Copy the address from the browser.") from error
