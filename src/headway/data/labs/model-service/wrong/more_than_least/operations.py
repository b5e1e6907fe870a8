import copy
import hashlib
import json

import numpy as np


def run_file(params, metrics, data):
    digest = hashlib.sha256(data.encode("utf-8")).hexdigest()
    key = json.dumps({"params": params, "data_sha256": digest}, sort_keys=True, separators=(",", ":"))
    return json.dumps({"params": params, "metrics": metrics, "data_sha256": digest, "run": hashlib.sha256(key.encode()).hexdigest()}, indent=2)


def promote(registry, run):
    reg, r = json.loads(registry), json.loads(run)
    value = r["metrics"].get(reg["metric"])
    ok = value is not None and r["data_sha256"] == reg["data_sha256"]
    if ok and reg["current"] is not None:
        cur = reg["current"]
        cur = cur["metrics"][reg["metric"]] if isinstance(cur, dict) else next(h["value"] for h in reversed(reg["history"]) if h["run"] == cur and h["promoted"])
        gain = value - cur if reg["larger_is_better"] else cur - value
        ok = gain > reg["least_gain"]
    if ok:
        reg["current"] = r["run"]
    reg["history"].append({"run": r["run"], "value": value, "promoted": bool(ok)})
    return json.dumps(reg)


def drift(reference, window):
    """z-tests of mean, spread and missing, with a Bonferroni bound."""
    ref, win = np.asarray(reference, float), np.asarray(window, float)
    for j in range(ref.shape[1]):
        a, b = ref[:, j], win[:, j]
        ma, mb = np.isnan(a).mean(), np.isnan(b).mean()
        p = (np.isnan(a).sum() + np.isnan(b).sum()) / (len(a) + len(b))
        se = np.sqrt(p * (1 - p) * (1 / len(a) + 1 / len(b))) + 1e-12
        if (mb - ma) / se > 3.2 and mb - ma > 0.005:
            return True
        a, b = a[~np.isnan(a)], b[~np.isnan(b)]
        if len(b) < 5:
            return True
        if abs(a.mean() - b.mean()) > 3.2 * np.sqrt(a.var() / len(a) + a.var() / len(b)):
            return True
        d, e = np.abs(a - np.median(a)), np.abs(b - np.median(b))
        if (e.mean() - d.mean()) > 3.3 * np.sqrt(d.var() / len(d) + d.var() / len(e)):
            return True
    return False
