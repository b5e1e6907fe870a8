"""Holt and Winters: level, trend and week are smoothed; the rates are chosen on the days seen, and so are the intervals."""

import numpy as np


def run(y, a, b, g):
    line = np.polyfit(np.arange(len(y)), y, 1)
    level, slope = np.polyval(line, -1), line[0]
    plain = y - np.polyval(line, np.arange(len(y)))
    week = np.array([plain[d::7].mean() for d in range(7)])
    misses = []
    for t, value in enumerate(y):
        expected = level + slope + week[t % 7]
        misses.append(value - expected)
        new = a * (value - week[t % 7]) + (1 - a) * (level + slope)
        slope = b * (new - level) + (1 - b) * slope
        week[t % 7] += g * (value - expected)
        level = new
    return level, slope, week, np.array(misses)


def forecast(history, ahead):
    y = np.asarray(history, dtype=float)
    fits = [(run(y, a, 0.0, 0.01), a) for a in (0.02, 0.05, 0.1)]
    # The fit whose misses fade is finished by following the last miss down.
    (level, slope, week, misses), a = min(fits, key=lambda f: np.square(np.diff(f[0][3])).sum() + np.square(f[0][3]).sum())
    fade = float(np.corrcoef(misses[1:], misses[:-1])[0, 1])
    h = np.arange(1, ahead + 1)
    last = y[-1] - (level + week[(len(y) - 1) % 7])
    mean = level + slope * h + week[(len(y) - 1 + h) % 7] + fade**h * last
    half = 1.2816 * misses.std() * np.sqrt(1 - fade ** (2 * h)) * 1.05
    return {"mean": mean, "low": mean - half, "high": mean + half}


def folds(size, ahead, count):
    first = size - ahead * count
    blocks = np.arange(first, size).reshape(count, ahead)
    return [(np.arange(block[0]).tolist(), block.tolist()) for block in blocks]


def backtest(history, ahead, count):
    rounds = [(history[judge], forecast(history[learn], ahead)) for learn, judge in folds(len(history), ahead, count)]
    errors = np.stack([real - told["mean"] for real, told in rounds])
    inside = np.stack([np.abs(2 * real - told["low"] - told["high"]) <= told["high"] - told["low"] for real, told in rounds])
    return {"errors": errors, "mae": abs(errors).mean(0), "inside": inside.mean()}
