import hashlib
import json
import math

import numpy as np


def run_file(params, metrics, data):
    d = hashlib.sha256(bytes(data, "utf-8")).hexdigest()
    name = hashlib.sha256()
    name.update(json.dumps(dict(data_sha256=d, params=params), sort_keys=True, separators=(",", ":")).encode())
    return json.dumps(dict(run=name.hexdigest(), params=params, metrics=metrics, data_sha256=d), indent=2)


def better(value, old, registry):
    if not registry["larger_is_better"]:
        value, old = -value, -old
    return value - old >= registry["least_gain"]


def promote(registry, run):
    r, n = json.loads(registry), json.loads(run)
    values = {row["run"]: row["value"] for row in r["history"]}
    v = n["metrics"].get(r["metric"])
    same = n["data_sha256"] == r["data_sha256"]
    ok = bool(same and v is not None and (r["current"] is None or better(v, values[r["current"]], r)))
    r["history"] = [*r["history"], {"run": n["run"], "value": v, "promoted": ok}]
    r["current"] = n["run"] if ok else r["current"]
    return json.dumps(r, indent=2)


def drift(reference, window):
    """Means, spreads and gaps, each against what chance does to a window of this size."""
    n, limit = len(window), 3.6
    middle, spread = np.nanmean(reference, axis=0), np.nanstd(reference, axis=0)
    z = (reference - middle) / spread
    w = (window - middle) / spread
    checks = [np.abs(np.nanmean(w, axis=0)) * math.sqrt(n)]
    heavy = np.nanstd(np.abs(z), axis=0)
    checks.append(np.abs(np.nanmean(np.abs(w), axis=0) - np.nanmean(np.abs(z), axis=0)) / heavy * math.sqrt(n))
    gaps = np.isnan(reference).mean(axis=0).clip(0.005)
    checks.append(np.abs(np.isnan(window).mean(axis=0) - gaps) / np.sqrt(gaps * (1 - gaps) / n) * 0.8)
    return bool(np.max(checks) > limit)
