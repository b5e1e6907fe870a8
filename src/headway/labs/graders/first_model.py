"""Lab 1: a straight line through points, and a table of sales described."""

from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, close, mapping, number
from headway.labs.model import Wrong
from headway.labs.practice import columns_of, csv_of

REGIONS = ("north", "south", "east", "west", "centre", "coast", "hills")


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    x, y, new = _points(dice)
    rows = _sales(dice)
    line, predicted, described, by_region = ask.several(
        ("fit_line", x, y), ("predict", x, y, new), ("describe", rows), ("mean_by_region", rows)
    )
    _line(array(line, (2,), "What fit_line gives"), x, y)
    ask.holds("the line is the one of least squares")
    _predicted(array(predicted, new.shape, "What predict gives"), x, y, new)
    ask.holds("predictions lie on the line")
    _described(described, rows)
    ask.holds("the table is described with its gaps left out")
    _by_region(by_region, rows)
    ask.holds("each region has its own average")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """Points and a table to work on."""
    x, y, _ = _points(dice)
    return {"points.csv": csv_of({"x": x, "y": y}), "sales.csv": csv_of(columns_of(_sales(dice)))}


def _points(dice: np.random.Generator) -> tuple[Array, Array, Array]:
    size = int(dice.integers(40, 90))
    slope, start = (
        float(dice.uniform(0.5, 4) * dice.choice([-1, 1])),
        float(dice.uniform(20, 90) * dice.choice([-1, 1])),
    )
    x = dice.uniform(3, 20, size)
    y = start + slope * x + dice.normal(0, dice.uniform(1, 4), size)
    return x, y, dice.uniform(-10, 40, 7)


def _sales(dice: np.random.Generator) -> list[dict[str, Any]]:
    """Regions of very different size, amounts with gaps."""
    regions = [str(r) for r in dice.permutation(REGIONS)[:4]]
    rows: list[dict[str, Any]] = []
    for place, region in enumerate(regions):
        level = float(dice.uniform(20, 400))
        for _ in range(int(dice.integers(3, 8)) * (place + 1) ** 2):
            missing = dice.random() < 0.15
            amount = None if missing else round(float(dice.gamma(2.0, level / 2)), 2)
            rows.append({"region": region, "amount": amount, "units": int(dice.integers(1, 9))})
    rows += [{"region": regions[0], "amount": None, "units": 2}, {"region": regions[1], "amount": 55.5, "units": 1}]
    rows.append({"region": regions[2], "amount": 0.0, "units": 1})  # which is there, though it counts as false
    return [rows[i] for i in dice.permutation(len(rows))]


def _line(found: Array, x: Array, y: Array) -> None:
    slope, start = np.polyfit(x, y, 1)
    if close(found, [slope, start], 1e-5):
        return
    if close(found, [start, slope], 1e-5):
        raise Wrong("swapped")
    through = float(x @ y / (x @ x))
    if close(found[0], through, 1e-5):
        raise Wrong("through-origin")
    two = (y[-1] - y[0]) / (x[-1] - x[0])
    if close(found[0], two, 1e-5):
        raise Wrong("two-points")
    other = np.polyfit(y, x, 1)
    if close(found[0], other[0], 1e-5) or close(found[0], 1 / other[0], 1e-5):
        raise Wrong("wrong-way-round")
    raise Wrong("line-off")


def _predicted(found: Array, x: Array, y: Array, new: Array) -> None:
    slope, start = np.polyfit(x, y, 1)
    if not close(found, start + slope * new, 1e-5):
        raise Wrong("predictions-off")


def _described(found: Any, rows: list[dict[str, Any]]) -> None:
    values = mapping(found, ("rows", "missing", "mean", "median", "smallest", "largest"), "What describe gives")
    amounts = np.array([row["amount"] for row in rows if row["amount"] is not None])
    filled = np.array([row["amount"] or 0.0 for row in rows])
    mean, median = number(values["mean"], "mean"), number(values["median"], "median")
    if close(mean, filled.mean(), 1e-5):
        raise Wrong("missing-as-zero")
    if number(values["missing"], "missing") == sum(not row["amount"] for row in rows):
        raise Wrong("zero-as-missing")
    if number(values["missing"], "missing") != len(rows) - len(amounts) or number(values["rows"], "rows") != len(rows):
        raise Wrong("miscounted")
    regions = sorted({row["region"] for row in rows})
    means = [np.mean([r["amount"] for r in rows if r["region"] == g and r["amount"] is not None]) for g in regions]
    if close(mean, np.mean(means), 1e-5):
        raise Wrong("mean-of-means")
    if not close(mean, amounts.mean(), 1e-5):
        raise Wrong("table-off", "Look at mean.")
    if not close(median, np.median(amounts), 1e-5):
        raise Wrong("median-off")
    ends = [number(values["smallest"], "smallest"), number(values["largest"], "largest")]
    if not close(ends, [amounts.min(), amounts.max()], 1e-5):
        raise Wrong("table-off", "Look at smallest and largest.")


def _by_region(found: Any, rows: list[dict[str, Any]]) -> None:
    regions = sorted({row["region"] for row in rows})
    values = mapping(found, regions, "What mean_by_region gives")
    for region in regions:
        amounts = [row["amount"] for row in rows if row["region"] == region and row["amount"] is not None]
        if not close(number(values[region], region), np.mean(amounts), 1e-5):
            raise Wrong("groups-off")
