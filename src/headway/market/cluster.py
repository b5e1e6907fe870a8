"""Chunks understood under Daft, on this machine or on a Ray cluster: the same pure function, so the same rows.

Loaded only for `--engine daft|ray` (extra `cluster`). Nothing is reported home: the usage statistics of both
are switched off before they are loaded.
"""

import datetime as dt
import os
from collections import deque
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType
from typing import Any, Final

import msgspec

os.environ |= {"DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1", "RAY_USAGE_STATS_ENABLED": "0"}
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")

import daft
from daft import DataType, col

from headway.errors import WorkerFailed
from headway.market.chunk import Understood, understand_chunk
from headway.market.model import Advert
from headway.market.pool import packed, unpacked, workers_here
from headway.market.reading import Readers

TOGETHER: Final = 80
"""Chunks of one run of the engine: 20,000 adverts, enough to keep a cluster busy, few enough to wait in memory."""
_adverts = msgspec.msgpack.Decoder(tuple[Advert, ...]).decode


class _Chunks:
    """Made once a process of the engine: the readers are sent once, the chunks as bytes."""

    def __init__(self, readers: Readers, imported: dt.date) -> None:
        self._given = readers, imported

    def understood(self, adverts: bytes) -> bytes:
        return packed(understand_chunk(_adverts(adverts), *self._given))


def _remote(workers: int) -> Any:
    """The class as Daft wants it."""
    method = daft.method(return_dtype=DataType.binary())(_Chunks.understood)
    kind = type("Chunks", (_Chunks,), {"understood": method, "__module__": __name__})
    return daft.cls(kind, use_process=True, max_concurrency=workers)


class EngineCrew:
    """In the place of `pool.Crew`: `put` chunks, `take` them in the same order. A text is read once in each chunk.

    engine: `daft` on this machine, `ray` on a cluster.
    """

    def __init__(self, readers: Readers, imported: dt.date, engine: str, workers: int | None = None) -> None:
        self._workers = workers or workers_here()
        if engine == "ray":
            self._workers = workers or _cluster()
            daft.set_runner_ray(noop_if_initialized=True)
        else:
            daft.set_runner_native()
        self._chunks = _remote(self._workers)(readers, imported)
        self._put: deque[bytes] = deque()
        self._done: deque[bytes] = deque()

    def __enter__(self) -> "EngineCrew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._put.clear()
        self._done.clear()

    @property
    def waiting(self) -> int:
        """Chunks put and not taken yet."""
        return len(self._put) + len(self._done)

    @property
    def is_full(self) -> bool:
        """Whether to take one before putting another."""
        return bool(self._done) or len(self._put) >= TOGETHER

    def put(self, adverts: Sequence[Advert]) -> None:
        """Hand over a chunk."""
        self._put.append(msgspec.msgpack.encode(adverts))

    def take(self) -> Understood:
        """The oldest chunk; the engine runs over all that wait when none is done. Raises WorkerFailed."""
        if not self._done:
            self._run()
        return msgspec.structs.replace(unpacked(self._done.popleft()), readings={})

    def _run(self) -> None:
        tasks = list(self._put)
        frame = daft.from_pydict({"place": list(range(len(tasks))), "adverts": tasks}).into_batches(1)
        try:
            found = frame.select(col("place"), self._chunks.understood(col("adverts")).alias("done")).to_pydict()
        except Exception as error:
            why = " ".join(str(error).split())[:200]
            raise WorkerFailed(
                f"The engine stopped: {why}", "What is kept stays; run the same import again."
            ) from error
        self._put.clear()
        self._done.extend(done for _, done in sorted(zip(found["place"], found["done"], strict=True)))


def _cluster() -> int:
    """Join the cluster that RAY_ADDRESS names, or start one on this machine; the number of its processors."""
    ray: Any = import_module("ray")
    if not ray.is_initialized():
        own = {} if os.environ.get("RAY_ADDRESS") else {"include_dashboard": False}
        ray.init(logging_level="ERROR", log_to_driver=False, **own)
    return max(1, int(ray.cluster_resources().get("CPU", 1)))
