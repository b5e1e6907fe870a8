"""The real knowledge base: every role can be compared, and telling CVs rank telling roles."""

import datetime as dt
from pathlib import Path

import pytest

from headway.fit.role import rank_roles
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior, build_prior

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def knowledge(run_home: Path) -> Knowledge:
    return load_knowledge(run_home / "cache")


@pytest.fixture(scope="module")
def prior(knowledge: Knowledge) -> Prior:
    return build_prior(knowledge.skills, knowledge.words.half_life_months)


def used(months: float, *skills: str) -> list[Evidence]:
    return [
        Evidence(id=s, skill=s, kind="cv-use", source="cv:a", level=2, months=months, last_used=TODAY) for s in skills
    ]


def test_nobody_is_known_to_know_anything_without_evidence(knowledge: Knowledge, prior: Prior) -> None:
    """Every skill at level 0, every point lost, no role reachable."""
    belief = fold([], prior, TODAY)

    assert {held.level for held in belief.all().values()} == {0}
    for fit in rank_roles(belief, knowledge.roles.values()):
        assert fit.won == ()
        assert fit.reachable_now is None
        assert fit.low < fit.score < fit.high


@pytest.mark.parametrize(
    ("role", "skills"),
    [
        (
            "machine-learning-engineer",
            "python pytorch scikit-learn docker aws mlops machine-learning deep-learning model-deployment sql git",
        ),
        ("data-engineer", "python sql apache-spark airflow dbt data-pipelines aws kafka git"),
        ("computer-vision-engineer", "python opencv computer-vision pytorch object-detection deep-learning"),
    ],
)
def test_a_telling_cv_ranks_its_role_among_the_first_three(
    knowledge: Knowledge, prior: Prior, role: str, skills: str
) -> None:
    """Three years with a role's usual tools: that role is near the top, its skills proficient."""
    present = [s for s in skills.split() if s in prior.index]
    belief = fold(used(40, *present), prior, TODAY)
    ranked = [fit.role for fit in rank_roles(belief, knowledge.roles.values(), "mid", 3.3)]

    assert role in ranked[:3]
    assert all(belief.skill(s).level == 3 for s in present)


def test_a_broad_cv_does_not_credit_what_it_leaves_out(prior: Prior) -> None:
    """Forty bare mentions from all over the map: of the skills not named, at most 3 % reach working level."""
    named = prior.ids[:: len(prior.ids) // 40][:40]
    pieces = [Evidence(id=s, skill=s, kind="cv-mention", source="cv:a", level=2) for s in named]
    held = fold(pieces, prior, TODAY).all()
    others = [skill for skill in held.values() if skill.skill not in named]

    assert sum(skill.level >= 2 for skill in others) <= 0.03 * len(others)
    assert all(skill.level <= 2 for skill in held.values())
    assert {held[s].level for s in named} <= {1, 2}


def test_naming_things_says_nothing_of_strangers(prior: Prior) -> None:
    """A list with Airflow and BigQuery leaves machine learning and linear algebra where they were."""
    pieces = [Evidence(id=s, skill=s, kind="cv-mention", source="cv:a", level=2) for s in ("airflow", "bigquery")]
    before, belief = fold([], prior, TODAY), fold(pieces, prior, TODAY)

    for skill in ("machine-learning", "linear-algebra"):
        assert belief.skill(skill) == before.skill(skill)


def test_five_years_of_analysis_rank_the_analysts_roles_first(knowledge: Knowledge, prior: Prior) -> None:
    """SQL, spreadsheets, dashboards and statistics: data analyst first, machine-learning engineer far behind."""
    tools = "sql excel tableau power-bi dashboards reporting data-visualization statistics python pandas"
    ranked = rank_roles(fold(used(60, *tools.split()), prior, TODAY), knowledge.roles.values(), None, 5.0)
    scores = {fit.role: fit.score for fit in ranked}

    assert ranked[0].role == "data-analyst"
    assert scores["machine-learning-engineer"] < 0.7 * scores["data-analyst"]
