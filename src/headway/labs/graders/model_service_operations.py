"""Lab 16, what runs beside the service: records of runs, a registry with a rule, a monitor of drift."""

import hashlib
import json
import math
from typing import Any

import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, OwnError, array
from headway.labs.model import Wrong
from headway.sandbox.untrusted.model import Failure
from headway.values import Json

COLUMNS, REFERENCE, WINDOW = 4, 1500, 200
QUIET, PLANTED = 100, 12
FALSE, SEEN = 0.1, 0.9
"""Most false alarms among quiet windows (5 % are asked for), and least share of planted drifts that must be seen."""
MISSED = {"shift": "misses-shift", "spread": "misses-spread", "gaps": "misses-gaps"}
"""Kinds of drift, and the reason where one is not seen."""
SLIPS = {
    "worse": "ignores-worse", "direction": "ignores-direction", "data": "ignores-data", "gain": "ignores-gain",
    "equal": "gain-open",
}  # fmt: skip
"""Parts of the registry's rule that may be left out, and the reason then."""


def judge(ask: Ask, dice: np.random.Generator) -> None:
    """Runs, registry and drift, in one process. Raises Wrong, OwnError."""
    run, books = _run(dice), [_history(dice, larger=larger) for larger in (True, False)]
    reference, windows = _windows(dice)
    turned = {**run, "params": dict(reversed(run["params"].items())), "metrics": {"auc": 0.5}}
    several = [run, turned, {**run, "data": run["data"] + "7,8\n"}]
    given = ask.several(
        ("records", several),
        *(("chain", json.dumps(registry), [json.dumps(each) for each in runs]) for registry, runs in books),
        ("alarms", reference, windows),
    )
    records, *chained, alarms = (checked(value) for value in given)
    _recorded([_read(each, "run_file") for each in records], run)
    ask.holds("a run is recorded with what it needs to be found and repeated")
    for found, (registry, runs) in zip(chained, books, strict=True):
        _promoted([_read(each, "promote") for each in found], registry, runs)
    ask.holds("the registry promotes by its rule and forgets nothing")
    _raised(array(alarms, (len(windows),), "What drift gives") != 0)
    ask.holds("the monitor raises on planted drift and stays quiet otherwise")


def checked(value: Any) -> Any:
    """What the driver hands back, or the learner's exception. Raises OwnError, Wrong."""
    if not isinstance(value, dict) or not ({"value"} <= set(value) or {"error"} <= set(value)):
        raise Wrong("wrong-shape", "The driver of this lab got no answer.")
    if "error" in value:
        error = value["error"] if isinstance(value["error"], dict) else {}
        if error.get("missing"):
            raise Wrong("missing-function", f"It is called {error['missing']}.")
        raise OwnError(Failure(str(error.get("type"))[:100], str(error.get("message"))[:500]))
    return value["value"]


def _read(text: Any, what: str) -> Json:
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise Wrong("wrong-shape", f"{what} should give a text in JSON.") from None
    if not isinstance(found, dict):
        raise Wrong("wrong-shape", f"{what} should give an object in JSON.")
    return found


def _run(dice: np.random.Generator) -> Json:
    """What a run was made with."""
    rows = "".join(f"{a},{b}\n" for a, b in dice.integers(0, 99, (20, 2)))
    params = {"rate": round(dice.uniform(0.01, 1), 3), "depth": int(dice.integers(2, 9)), "kind": "trees"}
    return {"params": params, "metrics": {"auc": round(dice.uniform(0.6, 0.9), 4)}, "data": f"Größe,x\n{rows}"}


def sha(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _recorded(found: list[Json], run: Json) -> None:
    """Parameters, figures, digest of the data, and an id that hangs on parameters and data alone. Raises Wrong."""
    first, turned, other = found
    if set(first) != {"run", "params", "metrics", "data_sha256"}:
        raise Wrong("wrong-shape", f"A run's file has the keys {sorted(first)}.")
    if first["data_sha256"] != sha(run["data"]) or other["data_sha256"] == first["data_sha256"]:
        raise Wrong("digest-off")
    if first["params"] != run["params"] or first["metrics"] != run["metrics"]:
        raise Wrong("run-incomplete")
    inner = {"params": run["params"], "data_sha256": first["data_sha256"]}
    if first["run"] != turned["run"] or other["run"] == first["run"]:
        raise Wrong("run-id-off")
    if first["run"] != sha(json.dumps(inner, sort_keys=True, separators=(",", ":"))):
        raise Wrong("run-id-off")


def _history(dice: np.random.Generator, *, larger: bool) -> tuple[Json, list[Json]]:
    """A registry and runs that come in turn: worse, better by too little, on other data, without a figure, better.

    Figures are whole parts of 128, so that what is better by exactly the least gain is so in every arithmetic.
    """
    metric = "auc" if larger else "error"
    data, other = sha(str(dice.integers(1 << 40))), sha(str(dice.integers(1 << 40)))
    start, unit = int(dice.integers(38, 52)) / 128, 1 / 64
    step = 1 if larger else -1
    moves: list[tuple[float | None, str]] = [(0.0, data)]
    moves += [([(-2, data), (0.5, data), (8, other), (None, data), (3, data)])[i] for i in dice.permutation(5)]
    moves += [(3.5, data), (8, data), (9, data), (2, data)]
    runs = []
    for number, (move, digest) in enumerate(moves):
        figures = {} if move is None else {metric: start + step * unit * move}
        runs.append({"run": sha(str(number)), "params": {"n": number}, "metrics": figures, "data_sha256": digest})
    rule = {"metric": metric, "larger_is_better": larger, "least_gain": unit, "data_sha256": data}
    return {**rule, "current": None, "history": []}, runs


def promote(registry: Json, run: Json, *, ignore: str = "") -> Json:
    """The registry after a run; `ignore` leaves out one part of the rule, to know a slip by what it does."""
    value = run["metrics"].get(registry["metric"])
    current = next((row["value"] for row in registry["history"] if row["run"] == registry["current"]), None)
    sign = 1 if registry["larger_is_better"] or ignore == "direction" else -1
    good = value is not None and (run["data_sha256"] == registry["data_sha256"] or ignore == "data")
    if good and current is not None and ignore != "worse":
        gain = sign * (value - current)
        least = registry["least_gain"]
        good = {"gain": gain > 0, "equal": gain > least}.get(ignore, gain >= least)
    row = {"run": run["run"], "value": value, "promoted": good}
    return {**registry, "current": run["run"] if good else registry["current"], "history": [*registry["history"], row]}


def _promoted(found: list[Json], registry: Json, runs: list[Json]) -> None:
    """Every step of the registry, or the slip that explains it. Raises Wrong."""
    if found == _chain(registry, runs):
        return
    path = [each.get("current") for each in found]
    for slip, reason in SLIPS.items():
        wanted = [each["current"] for each in _chain(registry, runs, slip)]
        if path == wanted and wanted != [each["current"] for each in _chain(registry, runs)]:
            raise Wrong(reason)
    if path == [each["current"] for each in _chain(registry, runs)]:
        raise Wrong("history-off")
    raise Wrong("promotion-off")


def _chain(registry: Json, runs: list[Json], ignore: str = "") -> list[Json]:
    found = []
    for run in runs:
        registry = promote(registry, run, ignore=ignore)
        found.append(registry)
    return found


def _windows(dice: np.random.Generator) -> tuple[Array, Array]:
    """What the model was trained on, and windows of later rows: first quiet ones, then each kind of drift."""
    scale, middle = np.exp(dice.uniform(-2, 5, COLUMNS)), dice.normal(0, 3, COLUMNS)
    skewed = dice.permutation(COLUMNS) < COLUMNS // 2

    def rows(size: int) -> Array:
        normal, other = dice.normal(0, 1, (size, COLUMNS)), dice.gamma(3.0, 1 / math.sqrt(3), (size, COLUMNS))
        plain = np.where(skewed, other, normal)
        return np.where(dice.random((size, COLUMNS)) < 0.03, np.nan, plain)

    windows = [rows(WINDOW) for _ in range(QUIET)]
    moves = dice.permutation(np.repeat([-0.8, 0.8], PLANTED // 2))  # as many down as up
    for kind in MISSED:
        for number in range(PLANTED):
            window, column = rows(WINDOW), int(dice.integers(COLUMNS))
            part = window[:, column]
            if kind == "shift":
                window[:, column] = part + moves[number]
            elif kind == "spread":
                window[:, column] = np.nanmean(part) + 2.2 * (part - np.nanmean(part))
            else:
                window[dice.random(WINDOW) < 0.25, column] = np.nan
            windows.append(window)
    return (rows(REFERENCE) + middle) * scale, (np.array(windows) + middle) * scale


def _raised(alarms: Array) -> None:
    """Few alarms among the quiet, an alarm for nearly all the rest. Raises Wrong."""
    if alarms[:QUIET].mean() > FALSE:
        raise Wrong("false-alarms")
    for number, reason in enumerate(MISSED.values()):
        part = alarms[QUIET + number * PLANTED : QUIET + (number + 1) * PLANTED]
        if part.mean() < SEEN:
            raise Wrong(reason)
