"""A prior as bytes, so that an index can keep it: most loadings are zero and are not written."""

import msgspec
import numpy as np

from headway.learner.constants import Numbers
from headway.learner.normal import Floats
from headway.learner.prior import Implies, Prior


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    index: dict[str, int]
    shape: tuple[int, int]
    cells: bytes
    values: bytes
    personal: float
    thresholds: bytes
    named: bytes
    areas: bytes
    half_life: bytes
    keep: bytes
    implies: tuple[tuple[Implies, ...], ...]
    numbers: Numbers


def prior_to_bytes(prior: Prior) -> bytes:
    """Lossless: `prior_from_bytes` gives back the same numbers, bit for bit."""
    cells = np.flatnonzero(prior.loadings)
    return msgspec.msgpack.encode(
        _Stored(
            prior.ids,
            prior.labels,
            prior.index,
            (prior.loadings.shape[0], prior.loadings.shape[1]),
            cells.astype("<u4").tobytes(),
            _pack(prior.loadings.ravel()[cells]),
            prior.personal,
            _pack(prior.thresholds),
            _pack(prior.named),
            prior.areas.astype("<u4").tobytes(),
            _pack(prior.half_life),
            _pack(prior.keep),
            prior.implies,
            prior.numbers,
        )
    )


def prior_from_bytes(content: bytes) -> Prior:
    """The prior that was written. Raises msgspec.DecodeError when the bytes are of another kind."""
    stored = msgspec.msgpack.decode(content, type=_Stored)
    loadings = np.zeros(stored.shape)
    loadings.ravel()[np.frombuffer(stored.cells, "<u4")] = _unpack(stored.values)
    return Prior(
        ids=stored.ids,
        labels=stored.labels,
        index=stored.index,
        loadings=loadings,
        personal=stored.personal,
        thresholds=_unpack(stored.thresholds).reshape(-1, 4),
        named=_unpack(stored.named).reshape(-1, 2),
        areas=np.frombuffer(stored.areas, "<u4").astype(np.intp),
        half_life=_unpack(stored.half_life),
        keep=_unpack(stored.keep),
        implies=stored.implies,
        numbers=stored.numbers,
    )


def _pack(values: Floats) -> bytes:
    return values.astype("<f8").tobytes()


def _unpack(content: bytes) -> Floats:
    return np.frombuffer(content, "<f8").astype(np.float64)
