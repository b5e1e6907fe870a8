"""The routes of one file, with what the app has to know of them: a page is named nowhere but in its own file."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter


class Routes(APIRouter):
    """Routes that say for themselves how they are to be treated.

    fresh: beginnings of addresses whose answers change without a stamp (memo.py), so they are never sent a second time.
    larger: bytes of a request for single addresses that take more than the others (guard.py).
    """

    def __init__(self, *, fresh: tuple[str, ...] = (), larger: Mapping[str, int] | None = None, **router: Any) -> None:
        super().__init__(**router)
        self.fresh = fresh
        self.larger = dict(larger or {})


def all_fresh(parts: Iterable[Routes]) -> tuple[str, ...]:
    """Beginnings of all addresses that are drawn anew each time."""
    return tuple(begin for part in parts for begin in part.fresh)


def all_larger(parts: Iterable[Routes]) -> dict[str, int]:
    """Bytes of a request, by address, where more is taken than elsewhere."""
    return {address: most for part in parts for address, most in part.larger.items()}
