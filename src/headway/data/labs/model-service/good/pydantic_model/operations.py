import json
from hashlib import sha256

import numpy as np


def text_of(thing):
    return json.dumps(thing, sort_keys=True, separators=(",", ":"))


def run_file(params, metrics, data):
    digest = sha256(data.encode()).hexdigest()
    key = sha256(text_of({"data_sha256": digest, "params": params}).encode()).hexdigest()
    return text_of({"run": key, "params": params, "metrics": metrics, "data_sha256": digest})


def promote(registry, run):
    """The rule as one line for each way to say no."""
    book, new = json.loads(registry), json.loads(run)
    figure = new["metrics"].get(book["metric"])
    best = [row["value"] for row in book["history"] if row["promoted"]][-1:]
    sign = 1 if book["larger_is_better"] else -1
    no = figure is None
    no = no or new["data_sha256"] != book["data_sha256"]
    no = no or (best and sign * (figure - best[0]) < book["least_gain"])
    row = {"run": new["run"], "value": figure, "promoted": not no}
    current = book["current"] if no else new["run"]
    return text_of({**book, "current": current, "history": book["history"] + [row]})


def psi(one, other, bins=8):
    """Population stability index over bins of the reference's quantiles; gaps are a bin of their own."""
    edges = np.nanquantile(one, np.linspace(0, 1, bins + 1)[1:-1])
    shares = []
    for x in (one, other):
        place = np.where(np.isnan(x), bins, np.searchsorted(edges, np.nan_to_num(x)))
        shares.append((np.bincount(place, minlength=bins + 1) + 0.5) / (len(x) + 0.5 * (bins + 1)))
    a, b = shares
    return float(((b - a) * np.log(b / a)).sum())


def drift(reference, window):
    return max(psi(reference[:, i], window[:, i]) for i in range(reference.shape[1])) > 0.18
