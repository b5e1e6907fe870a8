"""Second tables for questions that name a company, a city or an industry: narrower, and calibrated by themselves.

A layer's quantiles are fitted to what remains of pay once the names' shifts are taken off. A record's own pay never
counts towards the shift that is taken off it there, and what scores a layer came later than what its shifts were made
from.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headway.pay.effects import effects_of
from headway.pay.level import levels_of
from headway.pay.model import QUANTILES, SalaryRecord
from headway.pay.named import less, names_of
from headway.pay.quantiles import Predict, features_of, fit_quantiles

COMBINATIONS: Final = (("company", "city"), ("company",), ("city", "industry"), ("industry",), ("city",))
"""The narrowest first. A company's industry is known with it."""
KNOWN: Final = 5
"""Fewest distinct records of a name that is given a shift."""
FEWEST: Final = 100
"""Fewest records with known names that a layer is fitted to."""


class Fitted(NamedTuple):
    """A layer before it is calibrated."""

    fields: tuple[str, ...]
    shifts: dict[str, dict[str, float]]
    records: dict[str, dict[str, int]]
    predict: Predict


def fit_layers(records: Sequence[SalaryRecord], predict: Predict) -> dict[tuple[str, ...], Fitted]:
    """Every combination that enough records name. predict: the quantiles without names."""
    found: dict[tuple[str, ...], Fitted] = {}
    for fields in COMBINATIONS:
        known = _known(records, fields)
        if len(known) >= FEWEST:
            found[fields] = _fit(known, fields, predict)
    return found


def _known(records: Sequence[SalaryRecord], fields: tuple[str, ...]) -> list[SalaryRecord]:
    """The records whose names each stand on enough of them."""
    kept = [record for record in records if all(names_of(record, fields))]
    while kept:
        counts = [Counter(names_of(record, (field,)) for record in kept) for field in fields]
        after = [
            record
            for record in kept
            if all(n[names_of(record, (field,))] >= KNOWN for n, field in zip(counts, fields, strict=True))
        ]
        if len(after) == len(kept):
            break
        kept = after
    return kept


def _fit(known: Sequence[SalaryRecord], fields: tuple[str, ...], predict: Predict) -> Fitted:
    names = [names_of(record, fields) for record in known]
    middle = predict([features_of(record, 0) for record in known])[:, QUANTILES.index(0.5)]
    pay = np.array([math.log(record.low * record.high) / 2 for record in known])
    weights = np.array([sum(record.shares) for record in known])
    left = pay - middle
    left -= levels_of(left, weights, np.array([record.when for record in known])).own
    effects = effects_of(names, left, weights)
    rest = [less(record, float(own)) for record, own in zip(known, effects.own, strict=True)]
    counts = {field: dict(Counter(each[f] for each in names)) for f, field in enumerate(fields)}
    return Fitted(fields, dict(zip(fields, effects.shifts, strict=True)), counts, fit_quantiles(rest))
