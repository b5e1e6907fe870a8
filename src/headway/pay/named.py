"""Records and questions that name a company, a city or an industry: what a layer knows of them.

A layer is a pay model of what remains of pay once the names' shifts are taken off, so the code of a plain model serves
it. Loads no numeric library.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec

from headway.pay.model import NAMED, Layer, PayModel, SalaryRecord

Model = TypeVar("Model", bound=PayModel)


class Shifted(Protocol):
    """A layer, calibrated or not."""

    @property
    def fields(self) -> tuple[str, ...]: ...
    @property
    def shifts(self) -> dict[str, dict[str, float]]: ...


def names_of(record: SalaryRecord, fields: Sequence[str]) -> tuple[str, ...]:
    """What the record says of these fields; empty texts where it says nothing."""
    return tuple(record.named[NAMED.index(field)] if record.named else "" for field in fields)


def shift_of(shifts: Mapping[str, Mapping[str, float]], fields: Sequence[str], names: Sequence[str]) -> float | None:
    """What the names of some fields add together; None where one of them is not known."""
    found = [shifts[field].get(name) for field, name in zip(fields, names, strict=True)]
    return None if None in found else sum(each for each in found if each is not None)


def less(record: SalaryRecord, shift: float) -> SalaryRecord:
    """The record with its pay less a shift."""
    factor = math.exp(-shift)
    return msgspec.structs.replace(record, low=record.low * factor, high=record.high * factor)


def rest_of(layer: Shifted, records: Sequence[SalaryRecord]) -> tuple[list[int], list[SalaryRecord]]:
    """The records whose names the layer knows, with their places, pay less the shifts."""
    places, found = [], []
    for at, record in enumerate(records):
        shift = shift_of(layer.shifts, layer.fields, names_of(record, layer.fields))
        if shift is not None:
            places.append(at)
            found.append(less(record, shift))
    return places, found


def of_layer(records: Sequence[SalaryRecord], place: int) -> list[SalaryRecord]:
    """The records that the layer at a place has scores of, with these."""
    return [
        msgspec.structs.replace(record, scores=record.more[place])
        for record in records
        if len(record.more) > place and record.more[place]
    ]


def as_model(model: Model, layer: Layer) -> Model:
    """The layer as a model of its own, for pay less its shifts."""
    return msgspec.structs.replace(
        model, quantiles=layer.quantiles, cells=layer.cells, misses=layer.misses, coverage=layer.coverage, layers=()
    )
