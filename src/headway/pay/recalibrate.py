"""Newer rows move the intervals of a fitted model without fitting it again: month by month, with an adaptive step."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
import numpy as np

from headway.pay.conformal import adapted, cells_of, scores_of
from headway.pay.fit import counts_of, wished_misses
from headway.pay.grid import MASKS, quantiles_at, row_of_record
from headway.pay.ledger import Ledger
from headway.pay.model import Cell, Coverage, FittedPay, Layer, Recalibration, SalaryRecord
from headway.pay.named import less, names_of, of_layer, shift_of
from headway.pay.records import SalaryFile


def fresh_records(model: FittedPay, file: SalaryFile) -> list[SalaryRecord]:
    """Records that the model has not seen, of its newest year or later, oldest first."""
    seen = {record.key for record in model.records}
    return [r for r in file.records if r.key not in seen and int(r.when) >= int(model.newest)]


def recalibrate(model: FittedPay, file: SalaryFile) -> FittedPay:
    """The model with fresh records counted in. Each month is first judged by what was known before it, then added."""
    fresh = [scored for record in fresh_records(model, file) if (scored := _scored(model, record))]
    cells, misses, coverage = _moved(model, model, list(model.records), fresh)
    records = [*model.records, *fresh]
    newest = max(r.when for r in records)
    before = {p: each.measured for p, each in coverage.items()} if fresh else {}
    step = Recalibration(source=file.source, fresh=len(fresh), covered_before=before, aimed_after=misses)
    return msgspec.structs.replace(
        model,
        id=hashlib.blake2b((model.id + file.source.digest).encode(), digest_size=8).hexdigest(),
        newer=(*model.newer, step),
        cells=cells,
        counts=counts_of(records, model.tiers, newest),
        misses=misses,
        coverage=coverage,
        newest=newest,
        layers=tuple(_layer(model, place, fresh) for place in range(len(model.layers))),
        records=tuple(records),
    )


def _layer(model: FittedPay, place: int, fresh: Sequence[SalaryRecord]) -> Layer:
    """A layer with those fresh records counted in whose names it knows."""
    layer = model.layers[place]
    cells, misses, coverage = _moved(model, layer, of_layer(model.records, place), of_layer(fresh, place))
    return msgspec.structs.replace(layer, cells=cells, misses=misses, coverage=coverage)


def _moved(
    model: FittedPay, table: FittedPay | Layer, records: list[SalaryRecord], fresh: Sequence[SalaryRecord]
) -> tuple[tuple[Cell, ...], dict[str, float], dict[str, Coverage]]:
    """Widths, miss rates and coverage of a table after fresh records: each month judged first, then added."""
    cells, misses, ledger, wished = table.cells, dict(table.misses), Ledger(later=True), wished_misses()
    for month in _months(fresh):
        shares = ledger.add(month, model.tiers, cells)
        misses = {p: adapted(misses[p], wished[p], 1 - share, len(month)) for p, share in shares.items()}
        records = [*records, *month]
        cells = cells_of(records, model.tiers, misses, max(r.when for r in records))
    return ledger.with_coverage(cells), misses, ledger.coverage() if fresh else table.coverage


def _scored(model: FittedPay, record: SalaryRecord) -> SalaryRecord | None:
    """The record with its scores, of the layers too; None where the table has no row for it."""
    rows = [row_of_record(model.grid, _on_grid(model, record), mask) for mask in range(len(MASKS))]
    known = [row for row in rows if row is not None]
    if len(known) < len(rows):
        return None
    more = []
    for layer in model.layers:
        shift = shift_of(layer.shifts, layer.fields, names_of(record, layer.fields))
        more.append(() if shift is None else _scores(layer.quantiles, known, less(record, shift)))
    return msgspec.structs.replace(record, scores=_scores(model.quantiles, known, record), more=tuple(more))


def _scores(table: Sequence[int], rows: Sequence[int], record: SalaryRecord) -> tuple[float, ...]:
    return scores_of(np.log(np.array([quantiles_at(table, row) for row in rows], dtype=np.float64)), record)


def _on_grid(model: FittedPay, record: SalaryRecord) -> SalaryRecord:
    """A remote share or size that the table does not know counts as not said."""
    remote = record.remote if record.remote in model.grid.remotes else ""
    size = record.size if record.size in model.grid.sizes else ""
    return msgspec.structs.replace(record, remote=remote, size=size)


def _months(fresh: Sequence[SalaryRecord]) -> Iterator[list[SalaryRecord]]:
    """Records by month, oldest first."""
    for _, month in groupby(fresh, key=lambda record: int(record.when * 12)):
        yield list(month)
