"""The prior from the map alone."""

from pathlib import Path

import numpy as np
import pytest

from headway.errors import KnowledgeBroken
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Need, Skill
from headway.learner.normal import below_all
from headway.learner.prior import Prior, build_prior

HALF_LIFE = {"tech": 36.0, "concept": 60.0, "human": 120.0}


def _map(parents: dict[str, tuple[str, ...]], **broader: tuple[str, ...]) -> dict[str, Skill]:
    return {
        id_: Skill(
            id=id_,
            label=id_,
            kind="tech",
            area="a",
            summary="",
            needs=tuple(Need(skill=p, level=2) for p in needs),
            broader=broader.get(id_, ()),
        )
        for id_, needs in parents.items()
    }


CHAIN = {"base": (), "middle": ("base",), "top": ("middle",), "alone": ()}


def _covariance(prior: Prior, one: str, other: str) -> float:
    return float(prior.covariance([prior.index[one], prior.index[other]])[0, 1])


def test_every_skill_has_unit_variance_and_no_tie_is_negative() -> None:
    """Var(theta) = 1 for all; covariances at least zero, so from the prior nothing is explained away."""
    prior = build_prior(_map(CHAIN), HALF_LIFE)
    covariance = prior.covariance(list(range(len(prior.ids))))

    assert np.diag(covariance) == pytest.approx(1.0)
    assert (covariance >= 0.0).all()
    assert np.linalg.eigvalsh(covariance).min() > 0.0


def test_ties_weaken_along_the_chain_of_needs() -> None:
    """A skill is closer to what it needs than to what that needs, and closer to these than to a stranger."""
    prior = build_prior(_map(CHAIN), HALF_LIFE)

    assert _covariance(prior, "top", "middle") > _covariance(prior, "top", "base") > _covariance(prior, "top", "alone")


def test_without_a_document_every_tie_is_a_sound_one(run_home: Path) -> None:
    """On the real map: the ties of a person of whom no document is believed form a covariance, and none is negative, so
    that from the prior no right answer lowers anything.
    """
    knowledge = load_knowledge(run_home / "cache")
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    rows = list(range(len(prior.ids)))
    ties = prior.cold_ties(rows, rows)
    np.fill_diagonal(ties, 1.0)

    assert ties.min() >= 0.0
    assert np.linalg.eigvalsh(ties).min() > 0.0


def test_without_a_document_strangers_say_more_of_each_other() -> None:
    """What someone knows in general is open further when nothing is known of them."""
    prior = build_prior(_map(CHAIN), HALF_LIFE)
    one, other = [prior.index["top"]], [prior.index["alone"]]

    assert prior.cold_ties(one, other)[0, 0] > prior.ties(one, other)[0, 0]


def test_basic_skills_are_likelier_than_deep_ones_and_none_counts_as_known() -> None:
    """What much builds on is likelier than a leaf; a deep leaf is rare; all below the confidence of 0.6."""
    prior = build_prior(_map(CHAIN), HALF_LIFE)
    rates = below_all(-prior.thresholds)
    base, top, alone = (rates[prior.index[id_], 0] for id_ in ("base", "top", "alone"))

    assert base > alone > top
    assert rates.max() < 0.6
    assert (np.diff(rates, axis=1) < 0.0).all()


def test_a_broader_link_ties_two_skills() -> None:
    """A kind of something is tied to it more than two strangers are."""
    tied = build_prior(_map(CHAIN, alone=("base",)), HALF_LIFE)
    free = build_prior(_map(CHAIN), HALF_LIFE)

    assert _covariance(tied, "alone", "base") > _covariance(free, "alone", "base")


def test_a_broader_link_that_runs_against_the_needs_is_dropped() -> None:
    """`base` as a part of `top`, which needs it: the tie is there already, and the order stays sound."""
    prior = build_prior(_map(CHAIN, base=("top",)), HALF_LIFE)

    assert np.isfinite(prior.loadings).all()
    assert _covariance(prior, "base", "top") > 0.0


def test_prerequisites_in_a_circle_are_refused() -> None:
    """The message names the circle."""
    with pytest.raises(KnowledgeBroken, match="base -> top -> base"):
        build_prior(_map({"base": ("top",), "top": ("base",)}), HALF_LIFE)


def test_a_retired_id_leads_to_its_successor() -> None:
    """Old logs keep their meaning."""
    skills = _map(CHAIN)
    skills["old"] = Skill(id="old", label="old", kind="tech", area="a", summary="", replaced_by="top")
    prior = build_prior(skills, HALF_LIFE)

    assert "old" not in prior.ids
    assert prior.index["old"] == prior.index["top"]


def test_the_order_of_the_skills_does_not_change_the_prior() -> None:
    """The same map in another order gives the same numbers, bit for bit."""
    prior = build_prior(_map(CHAIN), HALF_LIFE)
    other = build_prior(dict(reversed(_map(CHAIN).items())), HALF_LIFE)

    assert other.ids == prior.ids
    assert other.implies == prior.implies
    assert other.loadings.tobytes() == prior.loadings.tobytes()
    assert other.thresholds.tobytes() == prior.thresholds.tobytes()
