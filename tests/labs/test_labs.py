"""Every lab: what must pass passes, what must fail fails for its own reason, on worlds that are new each time."""

import datetime as dt
import re
from pathlib import Path

import numpy as np
import pytest

from headway.knowledge.files import data_root
from headway.knowledge.labs import bundle, unbundle
from headway.knowledge.load import load_knowledge
from headway.labs import graders
from headway.labs.graders import backpropagation
from headway.labs.model import GENERAL
from headway.labs.registry import GRADERS, PRACTICE, practice_files
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import build_prior
from tests.labs.conftest import LABS, cases, graded, marked, text_of

ODD = [
    "None",
    "'pass'",
    "[]",
    "{}",
    "float('nan')",
    "[[1], [2, 3]]",
    "{'outcome': 'pass'}",
    "True",
    "[None] * 4",
    "10**400",
]


@pytest.mark.parametrize(("lab", "what", "expected"), marked(), ids=lambda part: part)
def test_each_solution_gets_the_verdict_it_deserves(lab: str, what: str, expected: str) -> None:
    """On one world here; on twenty in the long tests."""
    verdict = graded(LABS[lab], text_of(LABS[lab], what))
    assert (verdict.outcome if expected == "pass" else verdict.reason) == expected, verdict


def test_a_pass_makes_known_what_it_proves() -> None:
    """Of a person of whom nothing else is known, however rare the skill is: the level counts, and no level above it."""
    knowledge, today = load_knowledge(), dt.date(2026, 11, 20)
    prior = build_prior(knowledge.skills, knowledge.words.half_life_months)
    for lab in LABS.values():
        proves = {part.skill: part.level for part in lab.authored.proves}
        log = [
            Evidence(id=f"lab:{lab.authored.id}:{s}", skill=s, kind="lab", source="lab", level=k, date=today)
            for s, k in proves.items()
        ]
        belief = fold(log, prior, today)
        assert {s: belief.skill(s).level for s in proves} == proves, lab.authored.id


@pytest.mark.long
@pytest.mark.parametrize(("lab", "what", "expected"), cases(), ids=lambda part: part)
def test_the_verdict_is_the_same_on_twenty_worlds(lab: str, what: str, expected: str) -> None:
    """Each of twenty seeds by itself: none lets a wrong solution through, none refuses a good one."""
    wrong = {}
    for seed in range(100, 120):
        verdict = graded(LABS[lab], text_of(LABS[lab], what), [seed])
        if (verdict.outcome if expected == "pass" else verdict.reason) != expected:
            wrong[seed] = verdict
    assert wrong == {}


@pytest.mark.parametrize("lab", LABS)
def test_the_untouched_starter_is_not_attempted(lab: str) -> None:
    """Also with other comments and layout; once a line is written it is an attempt."""
    starter = LABS[lab].starter
    mark = "--" if LABS[lab].authored.file.endswith(".sql") else "#"
    assert graded(LABS[lab], starter).outcome == "not-attempted"
    files = {name: f"{mark} my comment\n\n{text}\n\n" for name, text in unbundle(starter).items()}
    assert graded(LABS[lab], bundle(files) or f"{mark} my comment\n\n{starter}\n\n").outcome == "not-attempted"


@pytest.mark.parametrize("lab", [id_ for id_ in LABS if not LABS[id_].driver])
@pytest.mark.parametrize("odd", ODD)
def test_no_odd_answer_breaks_the_grader(lab: str, odd: str) -> None:
    """Whatever a function gives back, the verdict is one of ours and never a pass."""
    names = re.findall(r"^def (\w+)", LABS[lab].starter, flags=re.MULTILINE)
    text = "\n".join(f"def {name}(*a):\n    return {odd}\n" for name in names)
    assert graded(LABS[lab], text).outcome in ("wrong", "exception")


@pytest.mark.parametrize("lab", LABS)
def test_every_reason_has_words_and_a_solution_that_shows_it_or_a_place_in_the_grader(lab: str) -> None:
    """No reason is raised that the lab has no words for; none has words and is never raised."""
    name = lab.replace("-", "_")
    files = sorted(Path(graders.__file__).parent.glob(f"{name}*.py"))
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    texts = {text.replace("_", "-") for text in re.findall(r"\b([a-z]+(?:[_-][a-z]+)*)\b", source)}
    reasons = LABS[lab].authored.reasons
    raised = set(re.findall(r"Wrong\(\s*\"([a-z-]+)\"", source)) - set(GENERAL)
    assert raised <= set(reasons)
    assert set(reasons) <= texts


def test_labs_and_graders_are_the_same_set() -> None:
    """A folder without a grader could not be checked; a grader without a folder is dead."""
    assert set(GRADERS) == set(LABS)
    assert set(PRACTICE) <= set(LABS)


def test_there_are_enough_solutions_of_both_sorts() -> None:
    """At least four that must fail and three that must pass, in each."""
    for lab in LABS.values():
        assert len(lab.wrong) >= 4, lab.authored.id
        assert len(lab.good) >= 3, lab.authored.id


def test_the_reference_of_backpropagation_agrees_with_finite_differences() -> None:
    """What solutions are compared with is itself right."""
    dice = np.random.default_rng(3)
    weights, x, y = backpropagation._network(dice)
    slopes = backpropagation.gradients_of(weights, x, y)
    for name, value in weights.items():
        for place in np.ndindex(*value.shape):
            up, down = value.copy(), value.copy()
            up[place] += 1e-5
            down[place] -= 1e-5
            high = backpropagation.loss_of({**weights, name: up}, x, y)
            low = backpropagation.loss_of({**weights, name: down}, x, y)
            assert abs((high - low) / 2e-5 - slopes[name][place]) < 1e-7


def test_practice_data_is_the_same_for_everybody() -> None:
    """Same bytes each time; a lab without any gives none."""
    assert practice_files("churn") == practice_files("churn")
    assert sorted(practice_files("sql-questions")) == ["shop.sqlite"]
    assert practice_files("backpropagation") == {}


def test_a_query_with_a_column_too_many_is_told_the_columns() -> None:
    """The right products with their revenue beside them are not called the wrong products."""
    right = LABS["sql-questions"].solution
    text = right.replace("SELECT country, product FROM numbered", "SELECT country, product, 1 FROM numbered")
    assert text != right
    verdict = graded(LABS["sql-questions"], text)
    assert verdict.reason == "wrong-shape"
    assert "best_product gave 3 columns. The brief asks for 2 columns: country, product." in verdict.words


def test_lab_code_is_imported_by_nobody() -> None:
    """It is text: no folder of data/labs is a package, and nothing in the source names it as a module."""
    assert list((data_root() / "labs").rglob("__init__.py")) == []
    source = Path(data_root()).parent
    named = [p for p in source.rglob("*.py") if "data" not in p.relative_to(source).parts[:1]]
    assert [p.name for p in named if "headway.data" in p.read_text(encoding="utf-8")] == []
