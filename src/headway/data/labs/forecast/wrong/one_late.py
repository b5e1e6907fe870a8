import numpy as np

EIGHTY = 1.2816


def columns(days):
    week = (days[:, None] % 7 == np.arange(7)).astype(float)
    return np.column_stack([days / 100.0, week])


def fit(history):
    days = np.arange(len(history))
    weights = np.linalg.lstsq(columns(days), history, rcond=None)[0]
    left = history - columns(days) @ weights
    fade = (left[1:] @ left[:-1]) / (left[:-1] @ left[:-1])
    return weights, left, fade


def forecast(history, ahead):
    weights, left, fade = fit(history)
    steps = np.arange(1, ahead + 1)
    mean = columns(len(history) + steps) @ weights + fade**steps * left[-1]
    spread = left.std(ddof=9) * np.sqrt(1 - fade ** (2 * steps)) * 1.05
    return {"mean": mean, "low": mean - EIGHTY * spread, "high": mean + EIGHTY * spread}


def folds(size, ahead, count):
    starts = [size - (count - n) * ahead for n in range(count)]
    return [(list(range(start)), list(range(start, start + ahead))) for start in starts]


def backtest(history, ahead, count):
    errors, inside = [], []
    for learn, judge in folds(len(history), ahead, count):
        told = forecast(history[: len(learn)], ahead)
        real = history[judge]
        errors.append(real - told["mean"])
        inside.append((real >= told["low"]) & (real <= told["high"]))
    errors = np.array(errors)
    return {"errors": errors, "mae": np.abs(errors).mean(axis=0), "inside": float(np.mean(inside))}
