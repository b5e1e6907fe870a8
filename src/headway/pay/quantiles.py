"""Quantiles of log pay by gradient-boosted trees, tabulated. The only door to LightGBM, an extra."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.errors import MissingExtra
from headway.pay.grid import MASKS
from headway.pay.model import NOT_SAID, QUANTILES, Grade, Grid, SalaryRecord

Floats = npt.NDArray[np.float64]
KNOWN: Final = 10
"""Fewest records of a role or country that the table has a row for."""
UNKNOWN: Final = -1.0
ROUNDS: Final = 150
PARAMETERS: Final = {
    "objective": "quantile",
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 100,
    "lambda_l2": 5,
    "cat_smooth": 20,
    "cat_l2": 10,
    "min_data_per_group": 20,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}
"""Small trees, strong shrinkage: a few thousand records with five fields. min_data_in_leaf counts each record 8 times
(four ways of leaving fields open, 2 ends)."""

Predict = Callable[[Floats], Floats]


def load_lightgbm() -> Any:
    """The library. Raises MissingExtra with the line that installs it."""
    try:
        import lightgbm
    except ImportError as error:
        raise MissingExtra(
            "Fitting pay needs a package that is not installed.", "Install it: pip install 'headway[salary]'"
        ) from error
    return lightgbm


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


def encoded(grid: Grid, rows: Sequence[tuple[str, ...]]) -> Floats:
    """Categories as numbers; what is not on the grid, or not said, is unknown."""
    axes = (grid.roles, grid.grades, grid.countries, grid.remotes, grid.sizes)
    places = [{value: float(i) for i, value in enumerate(axis) if value != NOT_SAID} for axis in axes]
    return np.array(
        [[place.get(value, UNKNOWN) for place, value in zip(places, row, strict=True)] for row in rows]
    ).reshape(-1, len(axes))


def features_of(record: SalaryRecord, mask: int) -> tuple[str, ...]:
    """A record's fields with those of a mask left open."""
    no_remote, no_size = MASKS[mask]
    remote, size = NOT_SAID if no_remote else record.remote, NOT_SAID if no_size else record.size
    return record.role, record.grade, record.country, remote, size


def fit_quantiles(records: Sequence[SalaryRecord], grid: Grid) -> Predict:
    """A function from encoded rows to log quantiles that do not cross. Each record counts once: both its ends, and half
    of it whole, half with fields left open in each way. O(records * rounds)."""
    lightgbm = load_lightgbm()
    ways = len(MASKS)
    both = np.repeat(encoded(grid, [features_of(r, mask) for mask in range(ways) for r in records]), 2, axis=0)
    target = np.log(np.array([[r.low, r.high] for r in records] * ways)).ravel()
    part = np.repeat([0.5, *[0.5 / (ways - 1)] * (ways - 1)], len(records))
    weight = (np.array([r.shares for r in records] * ways) * part[:, None]).ravel()
    columns = list(range(both.shape[1]))
    models = []
    for quantile in QUANTILES:
        data = lightgbm.Dataset(both, target, weight=weight, categorical_feature=columns)
        models.append(lightgbm.train({**PARAMETERS, "alpha": quantile}, data, ROUNDS))

    def predict(rows: Floats) -> Floats:
        return np.sort(np.stack([model.predict(rows) for model in models], axis=1), axis=1)

    return predict


def tabulated(predict: Predict, grid: Grid) -> tuple[int, ...]:
    """Every row of the grid, in USD a year."""
    rows = list(product(grid.roles, grid.grades, grid.countries, grid.remotes, grid.sizes))
    return tuple(np.rint(np.exp(predict(encoded(grid, rows)))).astype(int).ravel().tolist()) if rows else ()
