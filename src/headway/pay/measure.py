"""How a fitted model does on records it has not seen: coverage, pinball loss, and two plain baselines beside it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from headway.pay.conformal import shares_of
from headway.pay.grid import cell_for, mask_of, quantiles_at, row_of_record
from headway.pay.model import INTERVALS, QUANTILES, FittedPay, Layer, SalaryRecord
from headway.pay.named import as_model, rest_of

Floats = npt.NDArray[np.float64]
ENOUGH: Final = 100
"""Fewest records of a calibration group whose coverage is told by itself."""
BASELINE: Final = 10
"""Fewest records of a cell of the role x level table; a smaller one is answered by all records."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """Coverage of one interval. figures: of distinct figures (what is calibrated); ends: of both ends of each distinct
    advert, half each; middles: of middles of the ranges. below, above: ends missed on either side. width: the median of
    high / low. by_group: coverage and n of the groups with enough records."""

    asked: float
    ends: float
    figures: float
    middles: float
    below: float
    above: float
    width: float
    by_group: dict[str, tuple[float, int]]


class NamedReport(msgspec.Struct, frozen=True, kw_only=True):
    """Records whose company, city or industry the model knows: with the names (intervals, loss) and without (plain)."""

    n: int
    intervals: dict[str, Measured]
    loss: float
    plain: dict[str, Measured]
    plain_loss: float


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """n: distinct records judged; outside: those whose role, level or country the table does not have. pinball: mean
    pinball loss of log pay over the seven quantiles, by model. named: by the fields that a layer is for."""

    n: int
    outside: int
    since: float
    until: float
    intervals: dict[str, Measured]
    pinball: dict[str, float]
    named: dict[str, NamedReport] = {}


def measure(model: FittedPay, fresh: Sequence[SalaryRecord]) -> Report:
    """Judge the model on records, and its layers on those that they know. O(records * layers)."""
    named = {" and ".join(layer.fields): _layer(model, layer, fresh) for layer in model.layers}
    found = _measured(model, fresh)
    return msgspec.structs.replace(found, named={name: each for name, each in named.items() if each})


def _layer(model: FittedPay, layer: Layer, fresh: Sequence[SalaryRecord]) -> NamedReport | None:
    """None where no record has names that it knows."""
    places, rest = rest_of(layer, fresh)
    own, plain = _measured(as_model(model, layer), rest), _measured(model, [fresh[at] for at in places])
    if not own.n:
        return None
    return NamedReport(
        n=own.n,
        intervals=own.intervals,
        loss=own.pinball["model"],
        plain=plain.intervals,
        plain_loss=plain.pinball["model"],
    )


def _measured(model: FittedPay, fresh: Sequence[SalaryRecord]) -> Report:
    judged: list[SalaryRecord] = []
    raw: list[tuple[int, ...]] = []
    widen: dict[int, list[float]] = {percent: [] for percent in INTERVALS}
    groups: list[str] = []
    for record in fresh:
        mask = mask_of(*_said(model, record))
        row = row_of_record(model.grid, record, mask)
        if row is None:
            continue
        tier = model.tiers.get(record.country, "lower")
        cell = cell_for(model.cells, tier, record.grade)
        judged.append(record)
        raw.append(quantiles_at(model.quantiles, row))
        groups.append(f"{tier}, {record.grade}")
        for percent in INTERVALS:
            widen[percent].append(cell.widen[str(percent)][mask])
    y = np.log(np.array([[r.low, r.high] for r in judged]).reshape(-1, 2))
    q = np.log(np.array(raw, dtype=np.float64).reshape(-1, len(QUANTILES)))
    return Report(
        n=len(judged),
        outside=len(fresh) - len(judged),
        since=min((r.when for r in judged), default=0.0),
        until=max((r.when for r in judged), default=0.0),
        intervals={str(p): _interval(p, judged, y, q, np.array(widen[p]), groups) for p in INTERVALS if judged},
        pinball=_pinballs(model, judged, y, _widened(q, widen)) if judged else {},
    )


def _said(model: FittedPay, record: SalaryRecord) -> tuple[str, str]:
    """A record's own fields where the table knows them."""
    remote = record.remote if record.remote in model.grid.remotes else ""
    size = record.size if record.size in model.grid.sizes else ""
    return remote, size


def _widened(q: Floats, widen: dict[int, list[float]]) -> Floats:
    """The quantiles as served: the ends of the intervals moved out, never crossing."""
    served = q.copy()
    for percent, (low, high) in INTERVALS.items():
        served[:, low] -= widen[percent]
        served[:, high] += widen[percent]
    return np.sort(served, axis=1)


def _interval(
    percent: int, records: Sequence[SalaryRecord], y: Floats, q: Floats, widen: Floats, groups: Sequence[str]
) -> Measured:
    first, last = INTERVALS[percent]
    low, high = (q[:, first] - widen)[:, None], (q[:, last] + widen)[:, None]
    inside = (y >= low - 1e-9) & (y <= high + 1e-9)
    middle = y.mean(axis=1, keepdims=True)
    shares = shares_of(records)
    by_group: dict[str, list[float]] = defaultdict(list)
    for group, hits in zip(groups, (inside * shares).sum(axis=1) / shares.sum(axis=1), strict=True):
        by_group[group].append(float(hits))
    return Measured(
        asked=percent / 100,
        ends=round(float(inside.mean()), 4),
        figures=round(float((inside * shares).sum() / shares.sum()), 4),
        middles=round(float(((middle >= low) & (middle <= high)).mean()), 4),
        below=round(float((y < low - 1e-9).mean()), 4),
        above=round(float((y > high + 1e-9).mean()), 4),
        width=round(float(np.exp(np.median(high - low))), 3),
        by_group={g: (round(float(np.mean(v)), 4), len(v)) for g, v in sorted(by_group.items()) if len(v) >= ENOUGH},
    )


def _pinballs(model: FittedPay, judged: Sequence[SalaryRecord], y: Floats, served: Floats) -> dict[str, float]:
    everyone = table_by(model.records, lambda _: "")
    by_role = table_by(model.records, lambda r: f"{r.role}:{r.grade}")
    return {
        "model": pinball(y, served),
        "all records": pinball(y, everyone(judged)),
        "role x level": pinball(y, by_role(judged)),
    }


def pinball(y: Floats, quantiles: Floats) -> float:
    """Mean pinball loss over both ends and all quantiles (Koenker and Bassett 1978), in log units."""
    tau = np.array(QUANTILES)
    off = y[:, :, None] - quantiles[:, None, :]
    return round(float(np.maximum(tau * off, (tau - 1) * off).mean()), 5)


def table_by(
    records: Sequence[SalaryRecord], key: Callable[[SalaryRecord], str]
) -> Callable[[Sequence[SalaryRecord]], Floats]:
    """A baseline: the quantiles of log pay of each key's records."""
    groups: dict[str, list[float]] = defaultdict(list)
    for record in records:
        groups[key(record)] += [record.low, record.high]
    known = {name: np.quantile(np.log(v), QUANTILES) for name, v in groups.items() if len(v) >= 2 * BASELINE}
    everything = np.quantile(np.log([value for v in groups.values() for value in v]), QUANTILES)
    return lambda asked: np.stack([known.get(key(record), everything) for record in asked])
