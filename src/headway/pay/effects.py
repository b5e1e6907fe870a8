"""What a name adds to log pay: crossed random effects, shrunk by how little is known of each (Henderson 1975; Searle,
Casella and McCulloch, *Variance Components*, 1992, chapter 8).

residual = sum over fields of shift(field, name) + noise, shifts of a field ~ N(0, its variance). A name of few
records is drawn to zero by variance / (variance + noise / records).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
ROUNDS = 40
"""Of expectation and maximisation; the shifts no longer move in the fourth decimal."""
LEAST = 1e-6


class Effects(NamedTuple):
    """shifts: by field, name to log units. own: for each record, the sum of its shifts had it not been there itself."""

    shifts: tuple[dict[str, float], ...]
    own: Floats


def effects_of(names: Sequence[tuple[str, ...]], residuals: Floats, weights: Floats) -> Effects:
    """names: one tuple a record, one place a field. O(rounds * records * fields)."""
    fields = len(names[0])
    levels = [sorted({each[f] for each in names}) for f in range(fields)]
    places = [np.searchsorted(levels[f], [each[f] for each in names]) for f in range(fields)]
    masses = [np.bincount(places[f], weights, len(levels[f])) for f in range(fields)]
    shifts = [np.zeros(len(each)) for each in levels]
    noise = max(LEAST, float(np.average(residuals**2, weights=weights)))
    spread = [noise / (2 * fields)] * fields
    left = np.zeros(len(residuals))
    for _ in range(ROUNDS):
        for f in range(fields):
            left = residuals - _sum(shifts, places, without=f)
            shifts[f] = np.bincount(places[f], weights * left, len(levels[f])) / (masses[f] + noise / spread[f])
            spread[f] = max(LEAST, float(np.mean(shifts[f] ** 2 + noise / (masses[f] + noise / spread[f]))))
        off = residuals - _sum(shifts, places)
        spent = sum(float((m / (m + noise / s)).sum()) for m, s in zip(masses, spread, strict=True))
        noise = max(LEAST, float((weights * off**2).sum() / max(1.0, weights.sum() - spent)))
    own = np.zeros(len(residuals))
    for f in range(fields):
        left = residuals - _sum(shifts, places, without=f)
        total = np.bincount(places[f], weights * left, len(levels[f]))[places[f]] - weights * left
        own += total / (masses[f][places[f]] - weights + noise / spread[f])
    named = tuple(
        {name: round(float(v), 4) for name, v in zip(levels[f], shifts[f], strict=True)} for f in range(fields)
    )
    return Effects(named, own)


def _sum(shifts: Sequence[Floats], places: Sequence[npt.NDArray[np.intp]], without: int | None = None) -> Floats:
    """What the shifts of all fields but one add, by record."""
    kept = [shift[place] for f, (shift, place) in enumerate(zip(shifts, places, strict=True)) if f != without]
    return np.sum(kept, axis=0) if kept else np.zeros(len(places[0]))
