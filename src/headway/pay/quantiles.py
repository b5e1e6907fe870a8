"""Quantiles of log pay: what each field adds to its middle and to the log of its spread, and one shape for all.

    log pay = base + sum of shift(field, value) + level(time) + exp(spread base + sum of spread shifts) * z

The shifts are crossed random effects, so that values of few records are drawn to zero (effects.py); z has the
distribution of what the records themselves leave over. A question is answered at the newest level (level.py). Few
parameters, because a few thousand records with five fields support no more: boosted trees on the same records foretold
later years less well (docs/method/pay.md).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from headway.pay.effects import effects_of
from headway.pay.grid import MASKS, mask_of
from headway.pay.level import levels_of
from headway.pay.model import NOT_SAID, QUANTILES, Grade, Grid, SalaryRecord

Floats = npt.NDArray[np.float64]
Row = tuple[str, str, str, str, str]
"""Role, grade, country, remote, size; the last two may be NOT_SAID."""
KNOWN: Final = 10
"""Fewest records of a role or country that the table has a row for."""
LEAST_SPREAD: Final = 0.02
"""Added to each distance before its logarithm: a figure that lies on the middle by chance is not evidence of no
spread."""

Predict = Callable[[Sequence[Row]], Floats]


class Shifts(NamedTuple):
    """base + what the value of each field adds; fields by their places in a row."""

    base: float
    fields: tuple[int, ...]
    by_value: tuple[dict[str, float], ...]

    def at(self, rows: Sequence[Row]) -> Floats:
        """One number a row; a value that was never seen adds nothing."""
        total = np.full(len(rows), self.base)
        for field, shifts in zip(self.fields, self.by_value, strict=True):
            total += np.array([shifts.get(row[field], 0.0) for row in rows])
        return total


class Surface(NamedTuple):
    """Quantiles of log pay as a function of some fields: the middle, the log of the spread, the shape."""

    middle: Shifts
    spread: Shifts
    shape: Floats

    def at(self, rows: Sequence[Row]) -> Floats:
        """One row of quantiles each, never crossing."""
        return np.asarray(self.middle.at(rows)[:, None] + np.exp(self.spread.at(rows))[:, None] * self.shape)


def grid_of(records: Sequence[SalaryRecord]) -> Grid:
    """The axes that the records fill. Roles and countries with very few records have no row."""

    def often(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(value for value, n in Counter(values).items() if n >= KNOWN and value != NOT_SAID))

    grades: list[Grade] = sorted({record.grade for record in records})
    return Grid(
        roles=often([r.role for r in records]),
        grades=tuple(grades),
        countries=often([r.country for r in records]),
        remotes=(NOT_SAID, *often([r.remote for r in records])),
        sizes=(NOT_SAID, *often([r.size for r in records])),
    )


def features_of(record: SalaryRecord, mask: int) -> Row:
    """A record's fields with those of a mask left open."""
    no_remote, no_size = MASKS[mask]
    remote, size = NOT_SAID if no_remote else record.remote, NOT_SAID if no_size else record.size
    return record.role, record.grade, record.country, remote, size


def fit_quantiles(records: Sequence[SalaryRecord]) -> Predict:
    """A function from rows to log quantiles. Each way of leaving fields open is fitted by itself, without these fields,
    to all records. O(records)."""
    rows = [features_of(record, 0) for record in records]
    pay = np.log(np.array([[r.low, r.high] for r in records]))
    shares = np.array([r.shares for r in records])
    whens = np.array([r.when for r in records])
    surfaces = [_surface(rows, pay, shares, whens, _fields(mask)) for mask in range(len(MASKS))]

    def predict(asked: Sequence[Row]) -> Floats:
        masks = np.array([mask_of(row[3], row[4]) for row in asked])
        found = np.empty((len(asked), len(QUANTILES)))
        for mask, surface in enumerate(surfaces):
            places = np.flatnonzero(masks == mask)
            if len(places):
                found[places] = surface.at([asked[at] for at in places.tolist()])
        return found

    return predict


def _fields(mask: int) -> tuple[int, ...]:
    """The places of the fields that are said."""
    no_remote, no_size = MASKS[mask]
    return (0, 1, 2, *(() if no_remote else (3,)), *(() if no_size else (4,)))


def _surface(rows: Sequence[Row], pay: Floats, shares: Floats, whens: Floats, fields: tuple[int, ...]) -> Surface:
    """pay, shares: logarithms and weights of both ends. What a record leaves over, and so the spread and the shape, is
    measured from a middle that does not know it."""
    weights = shares.sum(axis=1)
    middle, known_without = _shifts(rows, pay.mean(axis=1), weights, fields)
    level = levels_of(pay.mean(axis=1) - known_without, weights, whens)
    left = pay - (known_without + level.own)[:, None]
    far = (np.log(np.abs(left) + LEAST_SPREAD) * shares).sum(axis=1) / weights
    spread, _ = _shifts(rows, far, weights, fields)
    shape = left / np.exp(spread.at(rows))[:, None]
    now = middle._replace(base=middle.base + level.newest)
    return Surface(now, spread, weighted_quantiles(shape.ravel(), shares.ravel(), QUANTILES))


def _shifts(rows: Sequence[Row], values: Floats, weights: Floats, fields: tuple[int, ...]) -> tuple[Shifts, Floats]:
    """The shifts that foretell values, and what they would foretell for each record had it not been there."""
    base = float(np.average(values, weights=weights))
    effects = effects_of([tuple(row[field] for field in fields) for row in rows], values - base, weights)
    return Shifts(base, fields, effects.shifts), base + effects.own


def weighted_quantiles(values: Floats, weights: Floats, levels: Sequence[float]) -> Floats:
    """Each value stands in the middle of its own weight; linear in between (Hazen's rule where weights are equal)."""
    order = np.argsort(values, kind="stable")
    each = weights[order]
    share = (np.cumsum(each) - each / 2) / each.sum()
    return np.interp(levels, share, values[order])


def tabulated(predict: Predict, grid: Grid) -> tuple[int, ...]:
    """Every row of the grid, in USD a year."""
    rows: list[Row] = list(product(grid.roles, grid.grades, grid.countries, grid.remotes, grid.sizes))
    return tuple(np.rint(np.exp(predict(rows))).astype(int).ravel().tolist()) if rows else ()
