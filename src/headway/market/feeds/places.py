"""What an address on the web says about where an advert comes from."""

import re
from urllib.parse import unquote, urlsplit

_BOARD_HOSTS = re.compile(
    r"(?:jobs\.ashbyhq\.com|(?:job-)?boards(?:\.eu)?\.greenhouse\.io|jobs(?:\.eu)?\.lever\.co)$", re.IGNORECASE
)


def board_in(url: str | None) -> str | None:
    """The board's name in the address of one of its postings; None for a company's own site."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not _BOARD_HOSTS.match(parts.hostname or ""):
        return None
    names = [name for name in parts.path.split("/") if name]
    return unquote(names[0]) if names and names[0] != "embed" else None


def host_of(url: str | None) -> str | None:
    """The host of an address, without www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
