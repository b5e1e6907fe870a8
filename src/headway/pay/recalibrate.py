"""Newer rows move the intervals of a fitted model without fitting it again: month by month, with an adaptive step."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
import numpy as np

from headway.pay.conformal import adapted, cells_of, scores_of
from headway.pay.fit import counts_of, covered
from headway.pay.grid import MASKS, quantiles_at, row_of_record
from headway.pay.model import INTERVALS, Coverage, FittedPay, Recalibration, SalaryRecord
from headway.pay.records import SalaryFile


def fresh_records(model: FittedPay, file: SalaryFile) -> list[SalaryRecord]:
    """Records that the model has not seen, of its newest year or later, oldest first."""
    seen = {record.key for record in model.records}
    return [r for r in file.records if r.key not in seen and int(r.when) >= int(model.newest)]


def recalibrate(model: FittedPay, file: SalaryFile) -> FittedPay:
    """The model with fresh records counted in. Each month is first judged by what was known before it, then added."""
    fresh = [scored for record in fresh_records(model, file) if (scored := _scored(model, record))]
    records, misses, cells = list(model.records), dict(model.misses), model.cells
    hits: dict[str, list[tuple[float, int]]] = {str(percent): [] for percent in INTERVALS}
    for month in _months(fresh):
        for percent in INTERVALS:
            share = covered(month, model.tiers, cells, percent)
            hits[str(percent)].append((share, len(month)))
            misses[str(percent)] = adapted(misses[str(percent)], 1 - percent / 100, 1 - share, len(month))
        records += month
        cells = cells_of(records, model.tiers, misses, max(r.when for r in records))
    newest = max(r.when for r in records)
    step = Recalibration(source=file.source, fresh=len(fresh), covered_before=_means(hits), aimed_after=dict(misses))
    return msgspec.structs.replace(
        model,
        id=hashlib.blake2b((model.id + file.source.digest).encode(), digest_size=8).hexdigest(),
        newer=(*model.newer, step),
        cells=cells,
        counts=counts_of(records, model.tiers, newest),
        misses=misses,
        coverage=_coverage(model, hits, fresh),
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


def _means(hits: dict[str, list[tuple[float, int]]]) -> dict[str, float]:
    return {p: round(sum(s * n for s, n in pairs) / sum(n for _, n in pairs), 4) for p, pairs in hits.items() if pairs}


def _coverage(
    model: FittedPay, hits: dict[str, list[tuple[float, int]]], fresh: Sequence[SalaryRecord]
) -> dict[str, Coverage]:
    """What the fresh records showed, where there were any: newer than what the fit showed."""
    if not fresh:
        return model.coverage
    means = _means(hits)
    return {
        percent: Coverage(
            asked=int(percent) / 100,
            measured=means[percent],
            n=len(fresh),
            since=fresh[0].when,
            until=fresh[-1].when,
        )
        for percent in means
    }
