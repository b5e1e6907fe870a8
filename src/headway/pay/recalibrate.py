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
from headway.pay.model import FittedPay, Recalibration, SalaryRecord
from headway.pay.records import SalaryFile


def fresh_records(model: FittedPay, file: SalaryFile) -> list[SalaryRecord]:
    """Records that the model has not seen, of its newest year or later, oldest first."""
    seen = {record.key for record in model.records}
    return [r for r in file.records if r.key not in seen and int(r.when) >= int(model.newest)]


def recalibrate(model: FittedPay, file: SalaryFile) -> FittedPay:
    """The model with fresh records counted in. Each month is first judged by what was known before it, then added."""
    fresh = [scored for record in fresh_records(model, file) if (scored := _scored(model, record))]
    records, misses, cells, ledger = list(model.records), dict(model.misses), model.cells, Ledger(later=True)
    wished = wished_misses()
    for month in _months(fresh):
        shares = ledger.add(month, model.tiers, cells)
        misses = {p: adapted(misses[p], wished[p], 1 - share, len(month)) for p, share in shares.items()}
        records += month
        cells = cells_of(records, model.tiers, misses, max(r.when for r in records))
    newest = max(r.when for r in records)
    coverage = ledger.coverage() if fresh else model.coverage
    before = {p: each.measured for p, each in coverage.items()} if fresh else {}
    step = Recalibration(source=file.source, fresh=len(fresh), covered_before=before, aimed_after=misses)
    return msgspec.structs.replace(
        model,
        id=hashlib.blake2b((model.id + file.source.digest).encode(), digest_size=8).hexdigest(),
        newer=(*model.newer, step),
        cells=ledger.with_coverage(cells),
        counts=counts_of(records, model.tiers, newest),
        misses=misses,
        coverage=coverage,
        newest=newest,
        records=tuple(records),
    )


def _scored(model: FittedPay, record: SalaryRecord) -> SalaryRecord | None:
    """The record with its scores; None where the table has no row for it."""
    rows = [row_of_record(model.grid, _on_grid(model, record), mask) for mask in range(len(MASKS))]
    known = [row for row in rows if row is not None]
    if len(known) < len(rows):
        return None
    quantiles = np.log(np.array([quantiles_at(model.quantiles, row) for row in known], dtype=np.float64))
    return msgspec.structs.replace(record, scores=scores_of(quantiles, record))


def _on_grid(model: FittedPay, record: SalaryRecord) -> SalaryRecord:
    """A remote share or size that the table does not know counts as not said."""
    remote = record.remote if record.remote in model.grid.remotes else ""
    size = record.size if record.size in model.grid.sizes else ""
    return msgspec.structs.replace(record, remote=remote, size=size)


def _months(fresh: Sequence[SalaryRecord]) -> Iterator[list[SalaryRecord]]:
    """Records by month, oldest first."""
    for _, month in groupby(fresh, key=lambda record: int(record.when * 12)):
        yield list(month)
