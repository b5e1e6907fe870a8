"""What intervals covered of records that were newer than everything they were made from."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from headway.pay.conformal import scores_at, shares_of
from headway.pay.grid import MASKS, cell_for, mask_of
from headway.pay.model import INTERVALS, Cell, Coverage, SalaryRecord

Group = tuple[str, str]
EVERYONE: Final[Group] = ("", "")
ENOUGH: Final = 100
"""Fewest records of a calibration group whose coverage is told by itself."""


class Ledger:
    """Weighed hits by percent and calibration group. later: all that is judged came later than what was fitted."""

    def __init__(self, later: bool) -> None:
        self._later = later
        self._hits: dict[tuple[int, Group], list[tuple[float, float, float]]] = defaultdict(list)

    def add(self, records: Sequence[SalaryRecord], tiers: dict[str, str], cells: Sequence[Cell]) -> dict[str, float]:
        """Judge scored records by what was known before them; the share of figures covered, by percent."""
        shares = shares_of(records)
        found = {}
        for percent in INTERVALS:
            hits = (inside(records, tiers, cells, percent) * shares).sum(axis=1)
            for record, hit, share in zip(records, hits, shares.sum(axis=1), strict=True):
                row = (float(hit), float(share), record.when)
                for group in (EVERYONE, (tiers.get(record.country, "lower"), record.grade)):
                    self._hits[percent, group].append(row)
            found[str(percent)] = float(hits.sum() / shares.sum())
        return found

    def coverage(self) -> dict[str, Coverage]:
        """Over all records, by percent."""
        return {str(percent): self._coverage(percent, self._hits[percent, EVERYONE]) for percent in INTERVALS}

    def with_coverage(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """The groups, each with the coverage of its 80 % intervals where enough records were judged."""
        return tuple(
            msgspec.structs.replace(cell, coverage=self._coverage(80, hits))
            if len(hits := self._hits.get((80, (cell.tier or "", cell.grade or "")), [])) >= ENOUGH
            else cell
            for cell in cells
        )

    def _coverage(self, percent: int, hits: Sequence[tuple[float, float, float]]) -> Coverage:
        whens = [when for _, _, when in hits]
        return Coverage(
            asked=percent / 100,
            measured=round(sum(hit for hit, _, _ in hits) / sum(share for _, share, _ in hits), 4),
            n=len(hits),
            since=min(whens),
            until=max(whens),
            later=self._later,
        )


def inside(
    records: Sequence[SalaryRecord], tiers: dict[str, str], cells: Sequence[Cell], percent: int
) -> npt.NDArray[np.bool_]:
    """Which ends lie in their widened interval, all of a record's own fields given. One row a record."""
    masks = np.array([mask_of(r.remote, r.size) for r in records])
    groups = [cell_for(cells, tiers.get(r.country, "lower"), r.grade) for r in records]
    widen = np.array([cell.widen[str(percent)][mask] for cell, mask in zip(groups, masks, strict=True)])
    scores = np.stack([scores_at(records, percent, mask) for mask in range(len(MASKS))])
    return np.asarray(scores[masks, np.arange(len(records))] <= widen[:, None] + 1e-9)
