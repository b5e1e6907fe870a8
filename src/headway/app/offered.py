"""What a resource is and where it is to be found, in the words that every door shows."""

from typing import Any

from headway.knowledge.model import Resource

OWN = "Headway"
"""Provider of what the knowledge base describes itself: its text is all there is, and nobody grades it."""
OWN_KINDS = {"lab": "An exercise of your own", "project": "A project of your own"}


def where_of(found: Resource | None) -> dict[str, Any]:
    """Kind, provider, address, what it is about, and one line of who offers it; all empty where it is no resource."""
    if found is None:
        return {"resource_kind": None, "provider": None, "url": None, "about": "", "offered": ""}
    return {
        "resource_kind": found.kind,
        "provider": found.provider,
        "url": found.url,
        "about": found.summary,
        "offered": offered(found),
    }


def offered(found: Resource) -> str:
    """`Course, Inria`, or that it is the person's own to do by what is said here."""
    if found.provider == OWN and found.url is None:
        own = OWN_KINDS.get(found.kind, "Work of your own")
        return f"{own}, described here; nobody grades it"
    return f"{found.kind.replace('-', ' ').capitalize()}, {found.provider}"
