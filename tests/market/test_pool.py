"""Many adverts understood by several processes: the same rows as one by one, whatever happens to a process."""

import datetime as dt
import os
import signal
from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from headway.app.context import open_context
from headway.market import pool
from headway.market.chunk import Understood
from headway.market.model import Advert
from headway.market.pool import Crew
from headway.market.schema import table_of
from headway.market.understand import Readers, understand
from headway.mentions.find import Finder
from headway.mentions.model import Mention, TextBlock
from headway.postings.titles import Titles

TODAY = dt.date(2026, 11, 27)
CITIES = ("Berlin", "Paris", "Oslo")


class Deadly(Finder):
    """A finder that kills its own process at a certain word, as a fault in a library would."""

    def find(self, text: str | Sequence[TextBlock]) -> list[Mention]:
        if not isinstance(text, str) and any("thanatos" in block.text for block in text):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().find(text)


@pytest.fixture(autouse=True)
def one_finder() -> None:
    """In place of this folder's: a class that stands for another cannot be sent to a process."""


@pytest.fixture(autouse=True)
def _short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "CHUNK", 30)


@cache
def readers(kind: type[Finder] = Finder) -> Readers:
    """With the real knowledge base."""
    context = open_context("2026-11-27")
    return Readers(kind(context.lexicon), Titles(context.knowledge.roles), "test")


def adverts(count: int) -> list[Advert]:
    """Invented; every text stands three times, each time in another city."""
    words = ("Python", "SQL and Docker", "PyTorch or TensorFlow", "5+ years of Kubernetes")
    return [
        Advert(
            source="file",
            board="b",
            source_id=str(number),
            title=f"Data Engineer {number // 3 % 7}",
            text=f"Requirements:\n- {words[number // 3 % 4]}\n- Team {number // 3}\n\nPay: $100,000 - $120,000 a year",
            locations=(CITIES[number % 3],),
        )
        for number in range(count)
    ]


def understand_many(adverts: Sequence[Advert], readers: Readers, workers: int) -> Iterator[Understood]:
    """All of them by a crew, in order, as an import does it."""
    with Crew(readers, TODAY, workers) as crew:
        for begin in range(0, len(adverts), pool.CHUNK):
            crew.put(adverts[begin : begin + pool.CHUNK])
            while crew.is_full:
                yield crew.take()
        while crew.waiting:
            yield crew.take()


def test_several_processes_give_the_rows_of_one_loop_in_order() -> None:
    """Chunks come back in the order they went out, and the cities stay with their adverts."""
    given = adverts(pool.CHUNK * 2 + 10)
    done = list(understand_many(given, readers(), workers=2))
    assert [len(each.table) for each in done] == [pool.CHUNK, pool.CHUNK, 10]
    rows = [row for each in done for row in each.table.to_pylist()]
    assert rows == table_of(understand(advert, readers(), TODAY) for advert in given).to_pylist()


def test_a_short_import_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one takes longer than reading a hundred postings."""
    monkeypatch.setattr(Crew, "_started", lambda *_: pytest.fail("a process was started"))
    (done,) = understand_many(adverts(9), readers(), workers=2)
    assert len(done.table) == 9


def test_a_text_is_read_once_however_many_adverts_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when they are chunks apart."""
    calls = []
    real = pool.understand_chunk.__globals__["reading_of"]
    monkeypatch.setitem(
        pool.understand_chunk.__globals__, "reading_of", lambda *given: (calls.append(given[1]), real(*given))[1]
    )
    given = adverts(30)
    with Crew(readers(), TODAY, workers=0) as crew:
        for chunk in (given, given[:6], given[3:]):
            crew.put(chunk)
            assert len(crew.take().table) == len(chunk)
    assert len(calls) == len(set(calls)) == 10


def test_what_is_kept_to_be_used_again_stays_within_its_bound() -> None:
    """The readings that were not used longest go first."""
    known = pool._Known(25)
    known.add({b"a": b"x" * 10, b"b": b"x" * 10})
    first, second = (Advert(source="file", board="b", source_id="1", title="", text=text) for text in ("1", "2"))
    known.add({pool.text_key("", "1"): b"x" * 10})
    assert set(known._kept) == {b"b", pool.text_key("", "1")}
    assert list(known.of([first, second])) == [pool.text_key("", "1")]
    known.add({b"c": b"x" * 20})
    assert set(known._kept) == {b"c"}


def test_a_process_that_dies_takes_one_advert_with_it() -> None:
    """The advert at fault is told with its place; all others are understood, in order, in the chunk and behind it."""
    given = adverts(pool.CHUNK + 20)
    given[7] = Advert(source="file", board="b", source_id="deadly", title="", text="thanatos")
    done = list(understand_many(given, readers(Deadly), workers=2))
    assert [(each.place, each.source_id) for each in done[0].failed] == [(7, "deadly")]
    assert "died" in done[0].failed[0].reason
    ids = [row["source_id"] for each in done for row in each.table.select(["source_id"]).to_pylist()]
    assert ids == [each.source_id for each in given if each.source_id != "deadly"]


def test_an_advert_that_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    """HTML nested absurdly deep is refused by the parser."""
    deep = Advert(source="file", board="b", source_id="deep", title="", text="<div>" * 3_000)
    (done,) = understand_many([*adverts(2), deep, *adverts(1)], readers(), workers=0)
    assert [each.source_id for each in done.failed] == ["deep"]
    assert len(done.table) == 3


def test_a_crew_that_is_left_by_an_error_does_not_finish_what_waits() -> None:
    """Ctrl-C: what the processes hold is dropped between two adverts, and they are gone."""
    crew = Crew(readers(), TODAY, workers=2)
    crew.__enter__()
    while not crew.is_full:
        crew.put(adverts(pool.CHUNK))
    crew.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crew._stop.is_set()
    assert crew._pool is None
