"""Fit a pay model: quantiles in a grid, calibrated on records that were always newer than what the model had seen."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np

from headway.errors import UnreadableFile
from headway.pay.conformal import adapted, cells_of, scores_of, tiers_of
from headway.pay.grid import MASKS
from headway.pay.layers import COMBINATIONS, Fitted, fit_layers
from headway.pay.ledger import Ledger
from headway.pay.model import INTERVALS, FittedPay, Grid, Layer, SalaryRecord
from headway.pay.named import of_layer, rest_of
from headway.pay.quantiles import Predict, features_of, fit_quantiles, grid_of, tabulated
from headway.pay.records import SalaryFile

CUTS: Final = (0.25, 0.4, 0.55, 0.7, 0.85, 1.0)
"""Walk forward: what lies before a cut, in time, is fitted; the stretch after the next cut is scored with it. The
stretch between them is left out, because a model is asked months after its newest record."""
FEWEST: Final = 200
FEWEST_NAMED: Final = 100
"""Fewest distinct records of a file; and of later ones with known names that a layer is measured on."""
CHANCE: Final = 0.5
"""Standard errors of a coverage inside the fit that move nothing."""
RECENT: Final = 2.0
"""Years before the newest record that count for what is known now."""

Progress = Callable[[str], None]


def fit(file: SalaryFile, progress: Progress = lambda _: None) -> FittedPay:
    """The model of a file. Raises UnreadableFile where there is too little."""
    if len(file.records) < FEWEST:
        n = len(file.records)
        raise UnreadableFile(
            f"{file.source.file} has {n} distinct usable record{'' if n == 1 else 's'}; at least {FEWEST} are needed."
            f"{_aside(file)}",
            "Fewer cannot show how far off the ranges would be."
            if not any(why.startswith("no rate for") for why in file.source.set_aside)
            else "Give the rates that are missing, for example --rate EUR=1.08@2026-11-01.",
        )
    records, stretches = _scored(file.records, progress)
    tiers = tiers_of(records)
    later = _in_time(records)
    misses, ledger = walked(stretches, later)
    progress("fitting on all records")
    grid = grid_of(records)
    newest = records[-1].when
    predict = fit_quantiles(records)
    records, layers = _layers(records, stretches, later, fit_layers(records, predict), grid)
    return FittedPay(
        id=_id(records),
        source=file.source,
        grid=grid,
        quantiles=tabulated(predict, grid),
        tiers=tiers,
        cells=ledger.with_coverage(cells_of(records, tiers, misses, newest)),
        counts=counts_of(records, tiers, newest),
        misses=misses,
        coverage=ledger.coverage(),
        newest=newest,
        layers=layers,
        records=tuple(records),
    )


def _layers(
    records: Sequence[SalaryRecord],
    stretches: Sequence[Sequence[SalaryRecord]],
    later: bool,
    fitted: Mapping[tuple[str, ...], Fitted],
    grid: Grid,
) -> tuple[list[SalaryRecord], tuple[Layer, ...]]:
    """The layers whose ranges could be measured on enough records, and the records with the scores of these alone."""
    found, places = [], []
    for place, fields in enumerate(COMBINATIONS):
        if fields not in fitted:
            continue
        own = [stretch for each in stretches if (stretch := of_layer(each, place))]
        if len(own) < 2 or sum(map(len, own)) < FEWEST_NAMED:
            continue
        known = [record for stretch in own for record in stretch]
        misses, ledger = walked(own, later)
        tiers, newest = tiers_of(records), records[-1].when
        places.append(place)
        found.append(
            Layer(
                fields=fields,
                shifts=fitted[fields].shifts,
                records=fitted[fields].records,
                quantiles=tabulated(fitted[fields].predict, grid),
                cells=ledger.with_coverage(cells_of(known, tiers, misses, newest)),
                misses=misses,
                coverage=ledger.coverage(),
            )
        )
    kept = [msgspec.structs.replace(r, more=tuple(r.more[p] for p in places) if r.more else ()) for r in records]
    return kept, tuple(found)


def _aside(file: SalaryFile) -> str:
    reasons = sorted(file.source.set_aside.items(), key=lambda each: (-each[1], each[0]))[:3]
    told = ", ".join(f"{why} ({n} {'row' if n == 1 else 'rows'})" for why, n in reasons)
    return f" Set aside: {told}." if told else ""


def _scored(records: Sequence[SalaryRecord], progress: Progress) -> tuple[list[SalaryRecord], list[list[SalaryRecord]]]:
    """The records, those of the stretches with scores; and the scored stretches in time order."""
    ends = [int(len(records) * cut) for cut in CUTS]
    found, stretches = list(records[: ends[1]]), []
    for number, (known, start, end) in enumerate(zip(ends, ends[1:], ends[2:], strict=False), 1):
        progress(f"step {number} of {len(CUTS) - 2}: fitting {known} records, measuring on {end - start} later ones")
        before, after = records[:known], records[start:end]
        predict = fit_quantiles(before)
        stretch = with_more(scored_by(predict, after), fit_layers(before, predict))
        found += stretch
        stretches.append(stretch)
    return found, stretches


def scored_by(predict: Predict, records: Sequence[SalaryRecord]) -> list[SalaryRecord]:
    """The records with their scores."""
    if not records:
        return []
    by_mask = np.stack([predict([features_of(r, mask) for r in records]) for mask in range(len(MASKS))], axis=1)
    return [
        msgspec.structs.replace(record, scores=scores_of(quantiles, record))
        for record, quantiles in zip(records, by_mask, strict=True)
    ]


def with_more(records: list[SalaryRecord], fitted: Mapping[tuple[str, ...], Fitted]) -> list[SalaryRecord]:
    """The records with the scores of every layer that knows their names."""
    if not fitted:
        return records
    more: list[list[tuple[float, ...]]] = [[() for _ in COMBINATIONS] for _ in records]
    for place, fields in enumerate(COMBINATIONS):
        if layer := fitted.get(fields):
            ats, rest = rest_of(layer, records)
            for at, record in zip(ats, scored_by(layer.predict, rest), strict=True):
                more[at][place] = record.scores
    return [msgspec.structs.replace(record, more=tuple(each)) for record, each in zip(records, more, strict=True)]


def walked(stretches: Sequence[Sequence[SalaryRecord]], later: bool) -> tuple[dict[str, float], Ledger]:
    """The miss rates to aim at after the adaptive steps along the stretches, and the coverage measured on the way: each
    stretch by what was known before it. On the way only steps that widen are taken, and on less than elsewhere: the
    file will be older when it is asked. Narrower it gets by newer records alone."""
    misses, ledger = wished_misses(), Ledger(later)
    known: list[SalaryRecord] = []
    for stretch in stretches:
        if known:
            tiers = tiers_of(known)
            shares = ledger.add(stretch, tiers, cells_of(known, tiers, misses, known[-1].when))
            wished = wished_misses()
            misses = {
                percent: min(
                    wished[percent], adapted(misses[percent], wished[percent], 1 - share, len(stretch), CHANCE)
                )
                for percent, share in shares.items()
            }
        known += stretch
    return misses, ledger


def _in_time(records: Sequence[SalaryRecord]) -> bool:
    """Whether every stretch came later than what it is judged by: not so where a file gives years alone, unordered."""
    ends = [int(len(records) * cut) for cut in CUTS]
    return all(records[known - 1].when < records[start].when for known, start in pairwise(ends[:-1]))


def wished_misses() -> dict[str, float]:
    """The miss rate of each interval, by percent."""
    return {str(percent): round(1 - percent / 100, 4) for percent in INTERVALS}


def counts_of(records: Iterable[SalaryRecord], tiers: dict[str, str], newest: float) -> dict[str, int]:
    """Distinct records of the last 24 months by role, country, calibration group and all three."""
    counts: Counter[str] = Counter()
    for r in records:
        if r.when >= newest - RECENT:
            tier = tiers.get(r.country, "lower")
            counts.update((f"role:{r.role}", f"country:{r.country}", f"cell:{tier}:{r.grade}"))
            counts[f"similar:{r.role}:{r.grade}:{r.country}"] += 1
    return dict(sorted(counts.items()))


def _id(records: Sequence[SalaryRecord]) -> str:
    return hashlib.blake2b("".join(r.key for r in records).encode(), digest_size=8).hexdigest()
