"""Lab 10: forecasts with intervals, and an honest back-test of them. The mark is worked out over all futures."""

import math
from typing import Any

import msgspec
import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, close, mapping, number
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

DAYS, AHEAD, WEEK, SERIES, FOLDS = 280, 14, 7, 18, 5
ENOUGH = 0.8
"""Least typical error that anyone could have, over the one found."""
INSIDE, LEAST, MOST = 0.8, 0.7, 0.9
"""Share of days that should lie inside the interval, and what is accepted."""
REMEMBERED = 0.5
"""Least part of what a good or bad day leaves for the next one. Solutions with it reach 0.78 and more, without 0.23."""
PARTS = ("mean", "low", "high")


class Series(msgspec.Struct, frozen=True):
    """Days seen, and what is true of the days ahead: mean and spread of each given the days seen, and the parts of it.

    scale: spread of the noise. season: the true weekday's part of each day ahead. slope: of the trend, a day.
    carried: what the last day leaves for the first one ahead.
    """

    seen: Array
    mean: Array
    spread: Array
    season: Array
    slope: float
    carried: float
    scale: float


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    world = [draw(dice) for _ in range(SERIES)]
    given = [("forecast", each.seen, AHEAD) for each in world]
    first, again = _forecasts(ask, given), _forecasts(ask, given)
    if not all(close(one[part], other[part]) for one, other in zip(first, again, strict=True) for part in PARTS):
        raise Wrong("not-repeatable")
    _means(ask, [each["mean"] for each in first], world)
    ask.holds("the forecasts come near to the best that is possible")
    _units(ask, first, world)
    ask.holds("another unit changes nothing but the unit")
    _intervals(first, world)
    ask.holds("about four days in five fall inside the intervals")
    _folds(ask("folds", DAYS, AHEAD, FOLDS))
    ask.holds("every round of the back-test learns from earlier days alone")
    _backtest(ask, world[0].seen)
    ask.holds("the back-test reports what the forecasts are worth")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """Three series to work on."""
    shown = {f"shop_{name}": draw(dice).seen.round(2) for name in "abc"}
    return {"sales.csv": csv_of({"day": np.arange(DAYS), **shown})}


def draw(dice: np.random.Generator) -> Series:
    """A series: a line, a week, and noise that fades (first-order autoregression), in a unit of its own."""
    fade, scale = dice.uniform(0.5, 0.8), dice.uniform(2.0, 4.0)
    slope = float(dice.choice([-1, 1]) * dice.uniform(4, 8) * scale / DAYS)
    week = dice.normal(0, 1, WEEK)
    week = (week - week.mean()) / week.std() * dice.uniform(1.5, 2.5) * scale
    noise = np.empty(DAYS)
    noise[0] = dice.normal(0, scale)
    shocks = dice.normal(0, scale * math.sqrt(1 - fade**2), DAYS)
    for today in range(1, DAYS):
        noise[today] = fade * noise[today - 1] + shocks[today]
    day, ahead = np.arange(DAYS), np.arange(DAYS, DAYS + AHEAD)
    level, unit = dice.uniform(60, 140), float(np.exp(dice.uniform(0, 3)))
    steps = np.arange(1, AHEAD + 1)
    mean = level + slope * ahead + week[ahead % WEEK] + fade**steps * noise[-1]
    return Series(
        seen=unit * (level + slope * day + week[day % WEEK] + noise),
        mean=unit * mean,
        spread=unit * scale * np.sqrt(1 - fade ** (2 * steps)),
        season=unit * week[ahead % WEEK],
        slope=unit * slope,
        carried=float(unit * fade * noise[-1]),
        scale=unit * scale,
    )


def _forecasts(ask: Ask, calls: list[tuple[Any, ...]]) -> list[dict[str, Array]]:
    """What `forecast` gave for each, its shape looked at."""
    found = []
    for value in ask.several(*calls):
        parts = mapping(value, PARTS, "What forecast gives")
        kept = {part: array(parts[part], (AHEAD,), part) for part in PARTS}
        if (kept["low"] > kept["mean"]).any() or (kept["mean"] > kept["high"]).any():
            raise Wrong("wrong-shape", "low should be at most mean, and mean at most high.")
        found.append(kept)
    return found


def error_of(mean: Array, each: Series) -> float:
    """Expected squared error of a forecast over all futures, in units of the noise."""
    return float(np.mean(each.spread**2 + (mean - each.mean) ** 2)) / each.scale**2


def _units(ask: Ask, first: list[dict[str, Array]], world: list[Series]) -> None:
    """A hundredth of the unit, or a hundred times: the same but for that. Raises Wrong."""
    factors = [0.01 if number % 2 else 100.0 for number in range(SERIES)]
    scaled = _forecasts(ask, [("forecast", each.seen * f, AHEAD) for f, each in zip(factors, world, strict=True)])
    for factor, one, other, each in zip(factors, first, scaled, world, strict=True):
        if max(float(np.abs(other[part] / factor - one[part]).max()) for part in PARTS) > 0.05 * each.scale:
            raise Wrong("unit-bound")


def _means(ask: Ask, means: list[Array], world: list[Series]) -> None:
    """Near the best, or the slip that explains it. Raises Wrong."""
    found = sum(error_of(mean, each) for mean, each in zip(means, world, strict=True))
    share = math.sqrt(sum(error_of(each.mean, each) for each in world) / found)
    ask.shares.append(share)
    pairs = list(zip(means, world, strict=True))
    if share >= ENOUGH:
        if _remembered(pairs) < REMEMBERED:
            raise Wrong("ignores-yesterday")
        return
    if all(np.ptp(mean) < 0.01 * each.scale for mean, each in pairs):
        raise Wrong("flat")
    for move in (-1, 1):
        moved = sum(_shifted(mean, each, move) for mean, each in pairs) / len(pairs)
        if moved < 0.5 * sum(_shifted(mean, each, 0) for mean, each in pairs) / len(pairs):
            raise Wrong("misaligned")
    if np.mean([_weekly(mean, each) for mean, each in pairs]) < 0.3:
        raise Wrong("ignores-season")
    behind = [float(np.mean(mean - each.mean)) / (each.slope * DAYS) for mean, each in pairs]
    if max(behind) < -0.2:
        raise Wrong("ignores-trend")
    raise Wrong("weak", f"A typical error should be at most {1 / ENOUGH - 1:.0%} above the least possible.")


def _remembered(pairs: list[tuple[Array, Series]]) -> float:
    """How much of what the last day leaves is in the first forecast: 1 all of it, 0 nothing; over all series."""
    left = np.array([each.carried / each.scale for _, each in pairs])
    told = np.array([(mean[0] - each.mean[0] + each.carried) / each.scale for mean, each in pairs])
    return float(told @ left / (left @ left))


def _shifted(mean: Array, each: Series, move: int) -> float:
    """Mean squared distance to the truth of the days that lie `move` further on, in units of the noise."""
    inner = slice(1, AHEAD - 1)
    wanted = np.roll(each.mean, -move)[inner]
    return float(np.mean((mean[inner] - wanted) ** 2)) / each.scale**2


def _weekly(mean: Array, each: Series) -> float:
    """How much of the true week is in a forecast: 1 all of it, 0 nothing."""
    steps = np.arange(AHEAD) - (AHEAD - 1) / 2
    plain = mean - mean.mean() - steps * (steps @ (mean - mean.mean())) / (steps @ steps)
    week = each.season - each.season.mean()
    return float(plain @ week / (week @ week))


def _intervals(found: list[dict[str, Array]], world: list[Series]) -> None:
    """The share of all futures inside. Raises Wrong."""
    inside = float(np.mean([_inside(parts, each) for parts, each in zip(found, world, strict=True)]))
    if inside < LEAST:
        raise Wrong("too-narrow", f"{INSIDE:.0%} of the days should lie inside.")
    if inside > MOST:
        raise Wrong("too-wide", f"{INSIDE:.0%} of the days should lie inside.")


def _inside(parts: dict[str, Array], each: Series) -> Array:
    """P(low <= day <= high) for each day ahead."""
    return _below(parts["high"], each) - _below(parts["low"], each)


def _below(edge: Array, each: Series) -> Array:
    """P(day <= edge) of the normal curve for each day ahead."""
    return np.array([(1 + math.erf(e / math.sqrt(2))) / 2 for e in (edge - each.mean) / each.spread])


def _folds(value: Any) -> None:
    """Pairs of days to learn from and days to judge on. Raises Wrong."""
    if (
        not isinstance(value, list)
        or len(value) != FOLDS
        or not all(isinstance(p, list) and len(p) == 2 for p in value)
    ):
        raise Wrong("wrong-shape", f"folds should give {FOLDS} pairs.")
    pairs = [tuple(_days(part) for part in pair) for pair in value]
    if any(len(learn) and len(judge) and learn.max() > judge.min() for learn, judge in pairs):
        raise Wrong("random-split")
    for place, (learn, judge) in enumerate(pairs):
        start = DAYS - (FOLDS - place) * AHEAD
        if not np.array_equal(judge, np.arange(start, start + AHEAD)) or not np.array_equal(learn, np.arange(start)):
            raise Wrong("folds-off")


def _days(value: Any) -> Array:
    size = len(value) if isinstance(value, list | np.ndarray) else 0
    return array(value, (size,), "Each part of a pair")


def _backtest(ask: Ask, seen: Array) -> None:
    """Errors of the learner's own forecasts, worked out here from `forecast` and compared. Raises Wrong."""
    starts = [DAYS - (FOLDS - number) * AHEAD for number in range(FOLDS)]
    parts = _forecasts(ask, [("forecast", seen[:start], AHEAD) for start in starts])
    later = seen.copy()
    later[starts[-1] :] += 5 * float(seen.std())
    told, changed = (_report(value) for value in ask.several(*(("backtest", s, AHEAD, FOLDS) for s in (seen, later))))
    real = np.array([seen[start : start + AHEAD] for start in starts])
    mean = np.array([each["mean"] for each in parts])
    low, high = (np.array([each[part] for each in parts]) for part in ("low", "high"))
    for move in (1, -1):
        if close(told[0][:-1], np.array([seen[s + move : s + move + AHEAD] for s in starts[:-1]]) - mean[:-1]):
            raise Wrong("backtest-misaligned")
    if not close(changed[0][:-1], told[0][:-1]):
        raise Wrong("looks-ahead")
    if not close(told[0], real - mean):
        raise Wrong("sign-off" if close(told[0], mean - real) else "backtest-off")
    if not close(told[1], np.abs(real - mean).mean(axis=0)):
        raise Wrong("signs-cancel" if close(np.abs(told[1]), np.abs((real - mean).mean(axis=0))) else "mae-off")
    if not close(told[2], np.mean((real >= low) & (real <= high))):
        raise Wrong("inside-off")


def _report(value: Any) -> tuple[Array, Array, float]:
    parts = mapping(value, ("errors", "mae", "inside"), "What backtest gives")
    errors = array(parts["errors"], (FOLDS, AHEAD), "errors")
    return errors, array(parts["mae"], (AHEAD,), "mae"), number(parts["inside"], "inside")
