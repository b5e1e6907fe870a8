"""A page registers itself: its routes, whether it may be kept, and how much it takes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import TOKEN, asker

PAGE = """
from itertools import count
from headway.web.routes import Routes
router = Routes(fresh=("/clock",), larger={"/clock": 7_000})
ticks = count(1)

@router.get("/clock")
def clock() -> int:
    return next(ticks)

@router.get("/calendar-of-1752")
def calendar() -> int:
    return next(ticks)
"""


@pytest.fixture
def another_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file that is put beside the pages."""
    from headway.web import pages

    (tmp_path / "clock.py").write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    yield
    sys.modules.pop("headway.web.pages.clock", None)


def test_a_file_among_the_pages_is_a_page(another_page: None) -> None:
    """It is answered; what it calls fresh is drawn each time, the rest once."""
    ask = asker({"authorization": f"Bearer {TOKEN}"})
    assert [ask("GET", "/clock").text for _ in range(2)] == ["1", "2"]
    assert [ask("GET", "/calendar-of-1752").text for _ in range(2)] == ["3", "3"]


def test_the_door_takes_as_much_as_the_pages_say(another_page: None) -> None:
    """The running server gathers the limits from the pages; everything else keeps the usual one."""
    from headway.web.app import all_routes
    from headway.web.routes import all_larger

    larger = all_larger(all_routes())
    assert larger["/clock"] == 7_000
    assert larger["/market/import"] == larger["/api/market/import"] > 1_000_000
    assert "/start/cv" not in larger
