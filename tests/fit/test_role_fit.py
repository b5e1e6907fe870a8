"""A person against a role: the score, its interval, its points and its reasons."""

import datetime as dt

import msgspec
import pytest

from headway.errors import UnknownName
from headway.fit.model import Past
from headway.fit.role import assumed, fit_role, rank_roles
from headway.knowledge.model import Grade, Need, Role, RoleNeed, Skill
from headway.knowledge.needs import grades_of, levels_at, needs_at
from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence
from headway.learner.prior import build_prior
from headway.values import LEVEL_NAMES

TODAY = dt.date(2026, 11, 20)


def _skill(id_: str, label: str, *needs: str) -> Skill:
    return Skill(
        id=id_,
        label=label,
        kind="tech",
        area="code",
        summary="",
        needs=tuple(Need(skill=n, level=2) for n in needs),
    )


SKILLS = {
    s.id: s
    for s in (
        _skill("python", "Python"),
        _skill("sql", "SQL"),
        _skill("pytorch", "PyTorch", "python"),
        _skill("jax", "JAX", "python"),
        _skill("docker", "Docker"),
    )
}
PRIOR = build_prior(SKILLS, {"tech": 36.0, "concept": 60.0, "human": 120.0})


def grade(seniority: str, *years: float | None) -> Grade:
    return Grade(seniority=seniority, title=f"{seniority.title()} engineer", years=years, sources=("editorial",))


ENGINEER = Role(
    id="engineer",
    label="Engineer",
    summary="",
    aliases=(),
    duties=(),
    grades=(grade("junior", 0, 2), grade("mid", 3, 5), grade("senior", 6, None)),
    needs=(
        RoleNeed(any_of=("python",), levels={"junior": 2, "mid": 3}, weight=10),
        RoleNeed(any_of=("pytorch", "jax"), levels={"junior": 1, "mid": 2, "senior": 3}, weight=6),
        RoleNeed(any_of=("docker",), levels={"senior": 3}, weight=4),
    ),
    why="",
)
ANALYST = Role(
    id="analyst",
    label="Analyst",
    summary="",
    aliases=(),
    duties=(),
    grades=(grade("intern", 0, 0), grade("junior", 0, 2)),
    needs=(RoleNeed(any_of=("sql",), levels={"intern": 1, "junior": 2}, weight=5),),
    why="",
)


def used(skill: str, months: float) -> Evidence:
    return Evidence(id=f"u-{skill}", skill=skill, kind="cv-use", source="cv:a", level=2, months=months, last_used=TODAY)


def shown(skill: str, level: int) -> list[Evidence]:
    return [
        Evidence(id=f"l-{skill}-{i}", skill=skill, kind="lab", source="lab", level=level, date=TODAY) for i in (1, 2)
    ]


def person(*evidence: Evidence) -> Belief:
    return fold(evidence, PRIOR, TODAY)


def test_a_level_holds_from_its_seniority_on() -> None:
    """Unnamed seniorities take the nearest lower one named; nothing is asked below the lowest."""
    need = ENGINEER.needs[1]

    assert [levels_at(need, s) for s in ("intern", "junior", "mid", "senior", "manager")] == [0, 1, 2, 3, 3]
    assert [wanted for _, wanted in needs_at(ENGINEER, "mid")] == [3, 2]
    assert grades_of(ENGINEER) == ("junior", "mid", "senior")


def test_the_score_is_the_weighted_expected_coverage() -> None:
    """By hand: each need's sum of P(level >= k) up to the wanted level over that level, weighted."""
    belief = person(used("python", 48), used("pytorch", 12))
    python, pytorch = belief.skill("python").at_least, belief.skill("pytorch").at_least
    by_hand = (10 * sum(python[:3]) / 3 + 6 * sum(pytorch[:2]) / 2) / 16

    assert fit_role(belief, ENGINEER, "mid", 4).score == pytest.approx(by_hand, abs=1e-6)


def test_the_interval_holds_the_score_and_narrows_with_proof() -> None:
    """An untested CV leaves more open than graded labs at the same skills."""
    claimed = fit_role(person(used("python", 36), used("pytorch", 36)), ENGINEER, "mid", 4)
    proven = fit_role(person(*shown("python", 3), *shown("pytorch", 3)), ENGINEER, "mid", 4)

    assert 0.0 <= claimed.low < claimed.score < claimed.high <= 1.0
    assert proven.high - proven.low < claimed.high - claimed.low


def test_the_interval_is_that_of_sampled_people() -> None:
    """Ten thousand draws from the belief: their mean is the score, and 70 to 92 % of them lie inside
    (the levels are whole, so no interval holds exactly 80 %).
    """
    import numpy as np

    belief = person(used("python", 12), used("pytorch", 6), used("docker", 1))
    found = fit_role(belief, ENGINEER, "senior", 9)
    joint = belief.joint(["python", "pytorch", "docker"])
    dice = np.random.default_rng(1)
    drawn = [
        dice.multivariate_normal(joint.means[h], joint.covariances[h], size=round(float(weight) * 10_000))
        for h, weight in enumerate(joint.weights)
    ]
    levels = (np.concatenate(drawn)[:, :, None] > joint.thresholds).sum(axis=2)
    scores = np.minimum(levels, 3) @ np.array([10, 6, 4]) / 60

    assert found.score == pytest.approx(scores.mean(), abs=0.01)
    assert 0.7 <= ((scores >= found.low) & (scores <= found.high)).mean() <= 0.92


def test_more_than_was_shown_is_only_probable() -> None:
    """A lab at the first level makes the second likelier; the sentence does not say that the lab showed it."""
    fit = fit_role(person(*shown("python", 1), used("python", 60)), ENGINEER, "senior", 9)

    (python,) = [p for p in (*fit.won, *fit.lost) if p.best == "python"]
    assert python.have >= 2
    assert python.reason.startswith(f"Python: probably {LEVEL_NAMES[python.have]} (aware is shown in a lab);")


def test_points_name_claim_and_proof_apart() -> None:
    """What is there, who says so, what is asked for, in one sentence."""
    fit = fit_role(person(*shown("python", 3), used("pytorch", 6)), ENGINEER, "senior", 9)

    assert [p.reason for p in fit.won] == ["Python: proficient, shown in a lab; proficient is enough."]
    assert [p.reason for p in fit.lost] == [
        "Docker: nothing known about it yet; proficient is asked for.",
        "PyTorch (or JAX): working, claimed on the CV; proficient is asked for.",
    ]


def test_what_answers_say_of_related_skills_is_called_a_hint() -> None:
    """Nobody spoke of Docker, and right answers about Python make it likelier, not known."""
    right = Evidence(id="q", skill="python", kind="test-answer", source="test", level=2, date=TODAY)
    fit = fit_role(person(right), ENGINEER, "senior", 9)

    (docker,) = [p for p in fit.lost if p.best == "docker"]
    assert docker.reason == "Docker: related skills only hint at it; proficient is asked for."


def test_without_evidence_no_point_looks_like_knowledge() -> None:
    """Nothing known: no point is won, each has level 0 and basis `none`."""
    fit = fit_role(person(), ENGINEER, "junior")

    assert fit.won == ()
    assert {(p.have, p.basis) for p in fit.lost} == {(0, "none")}
    assert fit.lost[0].reason == "Python: nothing known about it yet; working is asked for."


def test_of_an_any_of_group_the_nearest_counts() -> None:
    """JAX instead of PyTorch meets the same need."""
    fit = fit_role(person(used("jax", 36)), ENGINEER, "mid", 4)

    assert next(p for p in (*fit.won, *fit.lost) if "jax" in p.skills).best == "jax"


def test_reachable_now_asks_for_cover_and_years() -> None:
    """The highest seniority that is covered and whose years are met, or nearly from mid on."""
    able = person(*shown("python", 3), *shown("pytorch", 3), *shown("docker", 3))

    assert fit_role(able, ENGINEER, "mid", 6).reachable_now == "senior"
    assert fit_role(able, ENGINEER, "mid", 5).reachable_now == "senior"
    assert fit_role(able, ENGINEER, "mid", 4.5).reachable_now == "mid"
    assert fit_role(able, ENGINEER, "mid", 1.5).reachable_now == "junior"
    assert fit_role(able, ENGINEER, "mid", None).reachable_now == "junior"
    assert fit_role(person(), ENGINEER, "mid", 9).reachable_now is None


def test_the_years_note_says_what_is_short() -> None:
    """Met: nothing to say. Nearly, short and unknown are told apart."""
    able = person(*shown("python", 3))

    assert fit_role(able, ENGINEER, "mid", 3).years_note == ""
    nearly = fit_role(able, ENGINEER, "mid", 2.5).years_note
    assert nearly.endswith("2.5 of such work are dated, which is nearly enough.")
    assert fit_role(able, ENGINEER, "mid", 1).years_note.endswith("1.0 of such work are dated.")
    assert "no dated job" in fit_role(able, ENGINEER, "mid", None).years_note


def test_ranking_is_by_score_then_id_and_repeats_exactly() -> None:
    """Best first; the seniority is what could be held now, at least junior; the same bits each time."""
    belief = person(*shown("sql", 3))
    ranked = rank_roles(belief, [ENGINEER, ANALYST], None, 0)

    assert [(f.role, f.seniority) for f in ranked] == [("analyst", "junior"), ("engineer", "junior")]
    assert ranked == rank_roles(person(*shown("sql", 3)), [ANALYST, ENGINEER], None, 0)
    assert ranked[0].score >= ranked[1].score


def test_a_seniority_the_role_does_not_have_is_answered_by_the_next_higher_one() -> None:
    """Else by its highest."""
    assert fit_role(person(), ENGINEER, "intern").seniority == "junior"
    assert fit_role(person(), ANALYST, "staff").seniority == "junior"


def test_a_need_for_an_unknown_skill_is_refused() -> None:
    """The check of the knowledge base finds it first; fit does not guess."""
    broken = Role(
        id="broken",
        label="Broken",
        summary="",
        aliases=(),
        duties=(),
        grades=(grade("junior", 0, 2),),
        needs=(RoleNeed(any_of=("gone",), levels={"junior": 1}, weight=1),),
        why="",
    )

    with pytest.raises(UnknownName, match="gone"):
        fit_role(person(), broken, "junior")


def test_who_has_held_a_role_is_within_reach_of_it() -> None:
    """A dated job counts whatever the CV leaves unsaid; a rank the role lacks is answered by the next lower one."""
    silent = person(*shown("python", 1))

    for held, within in (("mid", "mid"), ("staff", "senior"), ("intern", None)):
        fit = fit_role(silent, ENGINEER, "junior", 1, past=Past({"engineer": held}))
        assert (fit.reachable_now, fit.reachable_because) == (within, "held" if within else None)


def test_what_is_covered_counts_where_it_reaches_higher_than_what_was_held() -> None:
    """The reason says which of the two it is."""
    able = person(*shown("python", 3), *shown("pytorch", 3), *shown("docker", 3))
    fit = fit_role(able, ENGINEER, "mid", 6, past=Past({"engineer": "junior"}))
    assert (fit.reachable_now, fit.reachable_because) == ("senior", "covered")


def test_human_skills_are_not_judged_for_reach_but_score() -> None:
    """Silence on communication does not keep a role out of reach, and costs its weight in the score."""
    talker = msgspec.structs.replace(
        ENGINEER, needs=(*ENGINEER.needs, RoleNeed(any_of=("docker",), levels={"junior": 2}, weight=10))
    )
    able = person(*shown("python", 3), *shown("pytorch", 3))
    assert fit_role(able, talker, "junior", 1).reachable_now is None
    fit = fit_role(able, talker, "junior", 1, past=Past(human=frozenset({"docker"})))
    assert fit.reachable_now == "junior"
    assert fit.score == fit_role(able, talker, "junior", 1).score


def test_a_role_of_which_a_cv_can_show_nothing_is_never_covered() -> None:
    """Nothing judged is not everything met."""
    able = person(*shown("sql", 3))
    assert fit_role(able, ANALYST, "junior", 9, past=Past(human=frozenset({"sql"}))).reachable_now is None


def test_what_is_assumed_of_anyone_is_the_score_without_evidence() -> None:
    """The part of a score that no evidence has brought."""
    assert assumed(ENGINEER, "mid", person().all()) == pytest.approx(
        fit_role(person(), ENGINEER, "mid").score, abs=1e-6
    )
