"""The usual recipe that the pay model is measured against: boosted trees and one conformal width (CQR) over all.

LightGBM quantiles of log pay over role, level, country, remote and size, settings chosen for such files when the pay
model itself was made of these trees; a random 70 % fitted, the other 30 % for one width of each interval.
"""

from collections.abc import Callable, Sequence

import lightgbm
import numpy as np
import numpy.typing as npt

from headway.pay.conformal import scores_of, shares_of, widening
from headway.pay.grid import MASKS
from headway.pay.measure import pinball
from headway.pay.model import INTERVALS, NOT_SAID, QUANTILES, Grid, SalaryRecord
from headway.pay.quantiles import Row, features_of, grid_of

Floats = npt.NDArray[np.float64]
ROUNDS = 150
PARAMETERS = {
    "objective": "quantile", "learning_rate": 0.05, "num_leaves": 8, "min_data_in_leaf": 100, "lambda_l2": 5,
    "cat_smooth": 20, "cat_l2": 10, "min_data_per_group": 20, "deterministic": True, "force_row_wise": True,
    "num_threads": 1, "seed": 1, "verbose": -1,
}  # fmt: skip
"""min_data_in_leaf counts each record 8 times (four ways of leaving fields open, 2 ends)."""


def encoded(grid: Grid, rows: Sequence[Row]) -> Floats:
    """Categories as numbers; what is not on the grid, or not said, is unknown."""
    axes = (grid.roles, grid.grades, grid.countries, grid.remotes, grid.sizes)
    places = [{value: float(i) for i, value in enumerate(axis) if value != NOT_SAID} for axis in axes]
    return np.array([[place.get(value, -1.0) for place, value in zip(places, row, strict=True)] for row in rows])


def trees(records: Sequence[SalaryRecord], grid: Grid) -> Callable[[Floats], Floats]:
    """A function from encoded rows to log quantiles. Half of each record's weight is the record whole, half is shared
    by the ways of leaving fields open."""
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
    return lambda rows: np.sort(np.stack([model.predict(rows) for model in models], axis=1), axis=1)


def plain_cqr(records: Sequence[SalaryRecord], later: Sequence[SalaryRecord]) -> float:
    """Its pinball loss on later records."""
    order = np.random.default_rng(7).permutation(len(records))
    cut = int(0.7 * len(records))
    seen, kept = [records[i] for i in order[:cut]], [records[i] for i in order[cut:]]
    grid = grid_of(seen)
    predict = trees(seen, grid)
    own = predict(encoded(grid, [features_of(r, 0) for r in kept]))
    scores = [np.repeat(q[None, :], len(MASKS), axis=0) for q in own]
    q = predict(encoded(grid, [features_of(r, 0) for r in later]))
    for place, (percent, (low, high)) in enumerate(INTERVALS.items()):
        column = np.array([scores_of(s, r)[2 * place : 2 * place + 2] for s, r in zip(scores, kept, strict=True)])
        wide = widening(column, shares_of(kept), 1 - percent / 100)
        q[:, low] -= wide
        q[:, high] += wide
    y = np.log(np.array([[r.low, r.high] for r in later]))
    return pinball(y, np.sort(q, axis=1))
