import hashlib
import json
import math

import numpy as np


def run_file(params, metrics, data):
    digest = hashlib.sha256(data.encode("utf-8")).hexdigest()
    inner = json.dumps({"params": params, "data_sha256": digest}, sort_keys=True, separators=(",", ":"))
    run = hashlib.sha256(inner.encode("utf-8")).hexdigest()
    return json.dumps({"run": run, "params": params, "metrics": metrics, "data_sha256": digest})


def promote(registry, run):
    registry, run = json.loads(registry), json.loads(run)
    value = run["metrics"].get(registry["metric"])
    current = next((row["value"] for row in registry["history"] if row["run"] == registry["current"]), None)
    good = value is not None and run["data_sha256"] == registry["data_sha256"]
    if good and current is not None:
        gain = value - current if registry["larger_is_better"] else current - value
        good = gain >= registry["least_gain"]
    registry["history"].append({"run": run["run"], "value": value, "promoted": good})
    if good:
        registry["current"] = run["run"]
    return json.dumps(registry)


def risen(one, other):
    """How far the second distribution lies to the right of the first (one-sided Kolmogorov-Smirnov), as a p-value."""
    places = np.concatenate([one, other])
    gap = (
        np.searchsorted(np.sort(one), places, side="right") / len(one)
        - np.searchsorted(np.sort(other), places, side="right") / len(other)
    ).max()
    size = len(one) * len(other) / (len(one) + len(other))
    return math.exp(-2 * size * gap**2)


def more_gaps(one, other):
    """Two-sided p-value for the shares of missing values."""
    share = (np.isnan(one).sum() + np.isnan(other).sum()) / (len(one) + len(other))
    error = math.sqrt(share * (1 - share) * (1 / len(one) + 1 / len(other)))
    gap = abs(np.isnan(one).mean() - np.isnan(other).mean())
    return math.erfc(gap / error / math.sqrt(2)) if error else 1.0


def drift(reference, window):
    level = 0.02 / (2 * reference.shape[1])
    for one, other in zip(reference.T, window.T):
        if risen(one[~np.isnan(one)], other[~np.isnan(other)]) < level or more_gaps(one, other) < level:
            return True
    return False
