"""Where each skill starts once the claims are heard: mean and variance, skill by skill.

A CV is a list that somebody chose: out of eight hundred skills it names the strong ones and is silent about all
others, so forty names are what anyone of ordinary ability can give. What is named is therefore no sign of ability in
general: a claim moves its own skill, and what that skill takes (`implied`), and nothing else. Only proof is
passed on through the map. What the claims of one source share is the way it speaks, modestly or boldly: proof about
one of them says something of the others.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.sites import Site, dated, weighed
from headway.learner.update import tilt

IMPLIED = 0.5
"""How far a skill that a source only implies hangs on the way it speaks, against one that it names."""


class Start(msgspec.Struct, frozen=True, eq=False):
    """Per hypothesis (first axis) and skill (second): mean, variance, what is left of its ties to others (1 where no
    claim is believed), and how far it hangs on the way each source (third axis) speaks. cold: hypotheses that believe
    no source at all.
    """

    means: Floats
    variances: Floats
    ties: Floats
    voices: Floats
    cold: NDArray[np.bool_]


def start_of(prior: Prior, claims: list[Site], believed: NDArray[np.bool_], said_by: NDArray[np.intp]) -> Start:
    """believed[h, i]: does hypothesis h take claim i. said_by[i]: switch of its source."""
    shape = (believed.shape[0], len(prior.ids))
    voices = np.zeros((*shape, int(said_by.max(initial=-1)) + 1))
    start = Start(np.zeros(shape), np.ones(shape), np.ones(shape), voices, np.asarray(~believed.any(axis=1)))
    left = prior.numbers.prior.structure.claimed_ties**0.5
    shared = prior.numbers.prior.structure.claimed_voice**0.5
    about: dict[int, list[int]] = {}
    for i, site in enumerate(claims):
        about.setdefault(site.row, []).append(i)
    for row, own in about.items():
        thresholds = prior.thresholds[row].tolist()
        for h in range(shape[0]):
            heard = [one for i in own if (one := heard_as(claims[i], bool(believed[h, i]), prior))]
            start.means[h, row], start.variances[h, row] = alone(heard, thresholds, prior.named_scale(row))
            taken = [i for i in own if believed[h, i]]
            if taken:
                start.ties[h, row] = left
                who = np.unique(said_by[taken])
                said = 1.0 if any(not claims[i].implied for i in taken) else IMPLIED
                start.voices[h, row, who] = shared * said / len(who) ** 0.5
    return start


def heard_as(site: Site, believed: bool, prior: Prior) -> Site | None:
    """A claim as a hypothesis hears it that believes its source or not: as it is, or what is left of dated use, or not
    at all. What is left is no naming: it starts from where everybody starts.
    """
    if believed:
        return site
    kept = prior.numbers.trust.dated
    return msgspec.structs.replace(weighed(site, kept), named=False) if kept and dated(site) else None


def alone(sites: Sequence[Site], thresholds: Sequence[float], named: tuple[float, float]) -> tuple[float, float]:
    """Mean and variance of one skill after these sites, without the map. named: mean and standard deviation of the
    skill among those who name it; a site that does so is read, and fades, on their scale.
    """
    middle, scale = scale_of(sites, named)
    own = [(t - middle) / scale for t in thresholds]
    mean, variance = 0.0, 1.0
    for site in sites:
        push, pull, _ = tilt(mean, variance, site, own)
        mean, variance = mean + variance * push, variance + pull * variance * variance
    return middle + scale * mean, scale * scale * variance


def scale_of(sites: Sequence[Site], named: tuple[float, float]) -> tuple[float, float]:
    """Mean and standard deviation that a skill starts from: those of `named` where a site names it, else 0 and 1."""
    return named if any(site.named for site in sites) else (0.0, 1.0)
