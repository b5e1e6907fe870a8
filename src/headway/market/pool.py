"""Many adverts understood by several processes, in order. Each distinct text is read once.

A process that dies (killed, out of memory, a fault in a library) takes no more than the advert it died of with it: that
one is told as failed, and the others are understood again.
"""

import datetime as dt
import gc
import os
import signal
import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import active_children, connection, get_all_start_methods, get_context, parent_process
from types import FrameType, TracebackType
from typing import Any, Final

import msgspec
import pyarrow as pa

from headway.market.chunk import Failed, Understood, understand_chunk
from headway.market.model import Advert
from headway.market.reading import Readers, text_key

CHUNK: Final = 250
"""Adverts of one task: about half a second's work."""
READINGS: Final = 256_000_000
"""Bytes of readings kept to be used again: those of the last 150,000 distinct texts or so."""
_AHEAD: Final = 2
"""Tasks that wait for each process, so that none is idle."""
_COLLECT: Final = 50_000
_Task = tuple[bytes, dict[bytes, bytes]]
_adverts = msgspec.msgpack.Decoder(tuple[Advert, ...]).decode
_DIED: Final = "The process that read it died; it is left out."

_readers: tuple[Readers, dt.date]
_stop: Any = None
_at: Any = None


def workers_here() -> int:
    """Processes worth starting: the processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """The processes; use it in a `with` statement. `put` chunks, `take` them in the same order.

    Nothing is started for a first chunk that is also the last and short.
    """

    def __init__(self, readers: Readers, imported: dt.date, workers: int | None = None) -> None:
        self._readers, self._imported = readers, imported
        self._workers = workers_here() if workers is None else workers
        self._pool: ProcessPoolExecutor | None = None
        self._queue: deque[tuple[Sequence[Advert], Future[bytes] | None]] = deque()
        self._known = _Known(READINGS)
        self._stop: Any = None

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._stop is not None:
            self._stop.set()
            for child in active_children():  # what they work on is not wanted any more; one that begins hears no event
                child.kill()
        self._close()

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    @property
    def waiting(self) -> int:
        """Chunks put and not taken yet."""
        return len(self._queue)

    @property
    def is_full(self) -> bool:
        """Whether to take one before putting another."""
        return len(self._queue) >= max(1, self._workers * _AHEAD)

    def put(self, adverts: Sequence[Advert]) -> None:
        """Hand over a chunk; it returns at once."""
        alone = self._workers < 2 or (self._pool is None and len(adverts) < CHUNK)
        self._queue.append((adverts, None if alone else self._submit(adverts)))

    def take(self) -> Understood:
        """The oldest chunk, once it is done. Raises IndexError where none waits."""
        adverts, future = self._queue.popleft()
        try:
            done = self._here(adverts) if future is None else unpacked(future.result())
        except BrokenProcessPool:
            done = self._once_more(adverts)
        self._known.add(done.readings)
        return msgspec.structs.replace(done, readings={})

    def _here(self, adverts: Sequence[Advert]) -> Understood:
        return understand_chunk(adverts, self._readers, self._imported, self._known.of(adverts))

    def _submit(self, adverts: Sequence[Advert]) -> "Future[bytes]":
        if self._pool is None:
            self._pool = self._started(self._workers)
        task = msgspec.msgpack.encode(adverts), self._known.of(adverts)
        try:
            with _undisturbed():
                return self._pool.submit(_run, task)
        except BrokenProcessPool as error:  # told when it is taken
            broken: Future[bytes] = Future()
            broken.set_exception(error)
            return broken

    def _started(self, workers: int, at: Any = None) -> ProcessPoolExecutor:
        context = _context()
        if self._stop is None:  # made with the first process: it takes room on disk
            self._stop = context.Event()
        given = self._readers, self._imported, self._stop, at
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=given)

    def _once_more(self, adverts: Sequence[Advert]) -> Understood:
        """A chunk during which a process died: it is understood again in a process of its own that says where it is."""
        self._close()
        done = self._careful(list(enumerate(adverts)))
        self._queue = deque((each, self._again(each, future)) for each, future in self._queue)
        return done

    def _again(self, adverts: Sequence[Advert], future: "Future[bytes] | None") -> "Future[bytes] | None":
        spoilt = future is not None and future.done() and (future.cancelled() or future.exception() is not None)
        return self._submit(adverts) if spoilt else future

    def _careful(self, adverts: list[tuple[int, Advert]]) -> Understood:
        """Adverts with their places. The one that a process dies of is left out, and the others begin again."""
        died: list[Failed] = []
        while True:
            at = _context().Value("q", -1)
            with self._started(1, at) as pool:
                try:
                    task: _Task = msgspec.msgpack.encode([advert for _, advert in adverts]), {}
                    done = unpacked(pool.submit(_run, task).result())
                    break
                except BrokenProcessPool:
                    place, advert = adverts.pop(max(at.value, 0))
                    died.append(Failed(place, advert.source_id, _DIED))
        told = [msgspec.structs.replace(each, place=adverts[each.place][0]) for each in done.failed]
        return msgspec.structs.replace(done, failed=tuple(sorted([*told, *died], key=lambda each: each.place)))


class _Known:
    """Readings made before, the latest used kept, within a number of bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()

    def of(self, adverts: Sequence[Advert]) -> dict[bytes, bytes]:
        """Those that the adverts can use."""
        found = {}
        for advert in adverts:
            key = text_key(advert.title, advert.text)
            reading = self._kept.get(key)
            if reading is not None:
                found[key] = reading
                self._kept.move_to_end(key)
        return found

    def add(self, readings: dict[bytes, bytes]) -> None:
        for key, reading in readings.items():
            self._size += len(reading) - len(self._kept.pop(key, b""))
            self._kept[key] = reading
        while self._size > self._most:
            self._size -= len(self._kept.popitem(last=False)[1])


@cache
def _context() -> Any:
    """How processes start: from a clean one that has loaded the libraries, for speed; else from nothing."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([understand_chunk.__module__])
    return context


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until a process that begins was told all it needs: cut off half-way, it would complain itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard and callable(before):
            before(*heard[0])


def _begin(readers: Readers, imported: dt.date, stop: Any, at: Any) -> None:
    """In a new process. It ignores Ctrl-C (the one that started it ends it) and ends when that one is gone."""
    global _readers, _stop, _at
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _readers, _stop, _at = (readers, imported), stop, at
    understand_chunk([Advert(source="file", board="", source_id="", title="", text="Python")], *_readers)
    gc.collect()
    gc.freeze()  # what was loaded stays: looking through it again and again costs a tenth of the time
    gc.set_threshold(_COLLECT)


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _run(task: _Task) -> bytes:
    adverts, known = task
    return packed(understand_chunk(_told(_adverts(adverts)), *_readers, known))


def _told(adverts: Iterable[Advert]) -> Iterator[Advert]:
    """The adverts one by one, until told to stop; where asked for, the other process sees which one is looked at."""
    for place, advert in enumerate(adverts):
        if _stop.is_set():
            raise InterruptedError("stopped between two adverts")
        if _at is not None:
            _at.value = place
        yield advert


def packed(done: Understood) -> bytes:
    """As bytes, to go from one process to another."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, done.table.schema) as stream:
        stream.write_table(done.table)
    return msgspec.msgpack.encode((sink.getvalue().to_pybytes(), done.failed, done.readings))


def unpacked(raw: bytes) -> Understood:
    """The other way round."""
    table, failed, readings = msgspec.msgpack.decode(raw, type=tuple[bytes, tuple[Failed, ...], dict[bytes, bytes]])
    return Understood(pa.ipc.open_stream(table).read_all(), failed, readings)
