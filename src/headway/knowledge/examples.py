"""Invented job postings for the demo, the documentation and the tests (data/market/)."""

from typing import Final, Literal

import msgspec

from headway.knowledge.fact import Fact

PLAINLY_INVENTED: Final = ("Nosuch", "Beispiel", "Exemple", "Ejemplo", "Exemplo", "架空")
"""Every invented employer's name begins with one of these."""


class Copy(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The same advert in another place, or again on another day. posted: ISO date."""

    location: str
    posted: str
    country: str | None = None


class ExamplePosting(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An invented posting. country: ISO 3166 alpha-2; null: anywhere. why: what a trap is a trap for."""

    id: str
    title: str
    company: str
    location: str
    posted: str
    text: str
    country: str | None = None
    workplace: Literal["remote", "hybrid", "onsite"] | None = None
    copies: tuple[Copy, ...] = ()
    why: str = ""


class Examples(msgspec.Struct, frozen=True):
    """All of them, in the order of their ids."""

    digest: str
    postings: tuple[ExamplePosting, ...]
