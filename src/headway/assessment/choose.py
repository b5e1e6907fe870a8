"""Which question to ask next: the one that is expected to leave least uncertainty where it matters.

For each candidate both outcomes are foreseen, each with its probability, under every hypothesis about the sources of
claims; what counts is `sum_aims weight open(p)` on the mixture, so that a question which tells the hypotheses apart is
worth asking too: p (1 - p) where claims are heard, the entropy of yes or no where none are. Where one skill is all that
matters it is the variance of its ability, which is what ends such a test.

What a question tells of its own skill is foreseen by Bayes' rule, P(level >= k and right) from two correlated normals;
what it tells of others by the Gaussian. A skill asked before is believed otherwise than its Gaussian says (`settle`);
in z it stays as far from it as it is now.
O(hypotheses x candidates x aims), all in arrays.
"""

from collections.abc import Mapping, Sequence
from random import Random

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.assessment.estimate import Estimate, curve_of
from headway.assessment.model import Aim, Session
from headway.knowledge.items import Item
from headway.learner.normal import Floats

FORESEEN = 120
"""Candidates that are foreseen in full: the best by a linear measure of what they tell."""
AMONG = 0.97
"""Questions that are worth nearly as much as the best take turns, so that no question wears out."""
LIKELY = 0.05
"""An outcome less probable than this is not looked at when asking whether anything can still change."""


class Outlook(msgspec.Struct, frozen=True, eq=False):
    """What the candidates promise. gains: uncertainty each is expected to take away; open: all that there is; settled:
    no single answer to any of them would change which aims count as held.
    """

    items: tuple[Item, ...]
    gains: Floats
    settled: bool
    open: float = 1.0

    @property
    def best(self) -> float:
        """Share of what is open that the best question is expected to take away."""
        return float(self.gains.max()) / self.open if len(self.gains) and self.open > 0.0 else 0.0


def candidates(session: Session, estimate: Estimate, bank: Mapping[str, Item]) -> list[Item]:
    """Items of the map that were not asked, now or (`barred`) before, about skills that had few questions."""
    gone = {*session.barred, *(given.item for given in session.given)}
    counts: dict[str, int] = {}
    for given in session.given:
        if given.item in bank:
            counts[bank[given.item].skill] = counts.get(bank[given.item].skill, 0) + 1
    return [
        item
        for item in bank.values()
        if item.id not in gone
        and item.skill in estimate.place
        and counts.get(item.skill, 0) < session.limits.each_skill
    ]


def outlook(estimate: Estimate, aims: Sequence[Aim], items: Sequence[Item], confidence: float) -> Outlook:
    """Foresee the candidates. confidence: probability from which an aim counts as held.

    Items that say the same (skill, level and parameters) are foreseen once.
    """
    alike: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        alike.setdefault((item.skill, item.level, item.a, item.b, item.guess, item.slip), []).append(item)
    if not alike:
        return Outlook((), np.zeros(0), True)
    groups = list(alike.values())
    forecast = _Forecast(estimate, aims, [group[0] for group in groups])
    best = np.sort(np.argsort(-forecast.promise(), kind="stable")[:FORESEEN])
    gains, settled = forecast.of(best, confidence)
    found = [(item, gain) for i, gain in zip(best.tolist(), gains.tolist(), strict=True) for item in groups[i]]
    gained = np.array([gain for _, gain in found])
    return Outlook(tuple(item for item, _ in found), gained, settled, forecast.now_open())


def pick(outlook_: Outlook, seed: int, number: int) -> Item | None:
    """One of those worth most, by dice of the session. None when nothing is left to ask."""
    if not outlook_.items:
        return None
    best = float(outlook_.gains.max())
    floor = best - (1 - AMONG) * abs(best)
    near = [item for item, gain in zip(outlook_.items, outlook_.gains.tolist(), strict=True) if gain >= floor]
    near.sort(key=lambda item: item.id)
    return near[Random(f"{seed}/{number}").randrange(len(near))]  # noqa: S311 - variety, not secrecy


class _Forecast:
    """Arrays over hypotheses (h), candidates (c) and aims (a)."""

    def __init__(self, estimate: Estimate, aims: Sequence[Aim], items: Sequence[Item]) -> None:
        self.estimate = estimate
        self.weight = np.array([aim.weight for aim in aims])
        self.rows, levels = estimate.rows_of(aims)
        self.at = np.array([estimate.place[item.skill] for item in items])
        curves = [curve_of(estimate, item) for item in items]
        self.curve = np.array([curve.at for curve in curves])
        self.blur = np.array([curve.blur for curve in curves])
        self.guess = np.array([item.guess for item in items])
        self.step = 1.0 - self.guess - np.array([item.slip for item in items])
        self.mean = estimate.means[:, self.rows]
        self.variance = np.maximum(estimate.covariances[:, self.rows, self.rows], 1e-9)
        self.threshold = estimate.thresholds[self.rows, levels]
        self.z = _places(estimate.levels[:, self.rows, levels])
        self.off = self.z - (self.mean - self.threshold) / np.sqrt(self.variance)
        self.item_off = self._offsets(items)
        self.unheard = bool(estimate.belief.start.cold.all())

    def _offsets(self, items: Sequence[Item]) -> Floats:
        """How far candidates' skills are believed from what their Gaussian says, at the level asked [h, c]."""
        levels, estimate = [item.level - 1 for item in items], self.estimate
        deviation = np.sqrt(np.maximum(estimate.covariances[:, self.at, self.at], 1e-9))
        gaussian = (estimate.means[:, self.at] - estimate.thresholds[self.at, levels]) / deviation
        return _places(estimate.levels[:, self.at, levels]) - gaussian

    def _open(self, rates: Floats) -> Floats:
        """How open each aim is. Without a document entropy: it minds doubt about what is nearly sure more than
        p (1 - p) does, and so asks first what everything hangs on.
        """
        if not self.unheard:
            return np.asarray(rates * (1.0 - rates))
        rates = np.clip(rates, 1e-9, 1.0 - 1e-9)
        return np.asarray(-rates * np.log(rates) - (1.0 - rates) * np.log1p(-rates))

    def now_open(self) -> float:
        """How open all aims are together."""
        return float(self._open(self.estimate.weights @ _below(self.z)) @ self.weight)

    def _own(self, which: slice | NDArray[np.intp]) -> tuple[Floats, Floats]:
        """z and spread [h, c] of candidates."""
        at = self.at[which]
        spread = np.sqrt(self.estimate.covariances[:, at, at] + self.blur[which])
        return (self.estimate.means[:, at] - self.curve[which]) / spread, spread

    def promise(self) -> Floats:
        """A linear measure of what each candidate tells: information about its skill times what that moves."""
        z, spread = self._own(slice(None))
        below, dense = _below(z), _density(z)
        right = self.guess + self.step * below
        information = (self.step * dense / spread) ** 2 / np.maximum(right * (1 - right), 1e-6)
        steep = self.weight * _density((self.mean - self.threshold) / np.sqrt(self.variance)) ** 2 / self.variance
        places, back = np.unique(self.at, return_inverse=True)
        cross = self.estimate.covariances[:, places[:, None], np.array(self.rows)]
        moved = np.einsum("hca,hca,ha->hc", cross, cross, steep)[:, back]
        return np.asarray(self.estimate.weights @ (information * moved))

    def of(self, which: NDArray[np.intp], confidence: float) -> tuple[Floats, bool]:
        """Gains of these candidates, and whether nothing can change."""
        z, spread = self._own(which)
        cross = self.estimate.covariances[:, self.at[which][:, None], np.array(self.rows)]
        weights = self.estimate.weights
        now = weights @ _below(self.z)
        seen = z + self.item_off[:, which]
        at, aim = (self.at[which][:, None] == np.array(self.rows)[None, :]).nonzero()
        tie = np.sqrt(np.minimum(self.variance[:, aim] / spread[:, at] ** 2, 1.0))
        both = _both_below(self.z[:, aim], seen[:, at], tie)
        left, settled, narrowed = np.zeros(len(which)), True, np.zeros(len(which))
        for right in (True, False):
            step = self.step[which] if right else -self.step[which]
            bottom = self.guess[which] if right else 1.0 - self.guess[which]
            plain = np.maximum(bottom + step * _below(z), 1e-9)
            push = step * _density(z) / (spread * plain)
            pull = -step * z * _density(z) / (spread**2 * plain) - push**2
            chance = np.maximum(bottom + step * _below(seen), 1e-9)
            means = self.mean[:, None, :] + cross * push[:, :, None]
            variances = np.maximum(self.variance[:, None, :] + cross**2 * pull[:, :, None], 1e-9)
            rates = _below((means - self.threshold) / np.sqrt(variances) + self.off[:, None, :])
            told = bottom[at] * _below(self.z[:, aim]) + step[at] * both
            rates[:, at, aim] = np.clip(told / chance[:, at], 0.0, 1.0)
            share = weights[:, None] * chance
            total = share.sum(axis=0)
            mixed = np.einsum("hc,hca->ca", share / total, rates)
            narrowed -= (share * pull * cross[:, :, 0] ** 2).sum(axis=0)
            left += total * (self._open(mixed) @ self.weight)
            flips = ((mixed >= confidence) != (now >= confidence)).any(axis=1) & (total >= LIKELY)
            settled = settled and not bool(flips.any())
        one = len(set(self.rows)) == 1
        return narrowed if one else float(self._open(now) @ self.weight) - left, settled


def _below(z: Floats) -> Floats:
    """Phi to 0.00015, in one exponential (Page 1977): good enough to compare questions, thirty times faster."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(1.5976 * z + 0.070566 * z**3, -60.0, 60.0))))


def _density(z: Floats) -> Floats:
    return np.asarray(0.3989422804 * np.exp(-0.5 * z * z))


def _places(rates: Floats) -> Floats:
    """The z with `_below(z)` = rate: its cubic solved for its one real root."""
    logit = np.log(np.clip(rates, 1e-6, 1.0 - 1e-6) / np.clip(1.0 - rates, 1e-6, 1.0))
    third, half = 1.5976 / (3 * 0.070566), logit / (2 * 0.070566)
    root = np.sqrt(half * half + third**3)
    return np.asarray(np.cbrt(half + root) + np.cbrt(half - root))


def _both_below(one: Floats, other: Floats, tie: Floats) -> Floats:
    """P(X < one and Y < other) of standard normals with correlation tie >= 0 (Drezner and Wesolowsky 1990)."""
    whole = np.arcsin(tie)[..., None]
    angle = whole * (_NODES + 1) / 2
    one, other = one[..., None], other[..., None]
    part = np.exp(-(one * one + other * other - 2 * one * other * np.sin(angle)) / (2 * np.cos(angle) ** 2))
    below = _below(one[..., 0]) * _below(other[..., 0])
    return np.asarray(below + (part @ _SHARES) * whole[..., 0] / (4 * np.pi))


_NODES, _SHARES = np.polynomial.legendre.leggauss(10)
