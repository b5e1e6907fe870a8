"""Our weights beside what postings name."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from headway.market.scope import Scope, count
from headway.market.weights import RoleWeights, Weighted, middle_ranks, rank_agreement, weights
from tests.market.rows import row, store_of

NEEDS: Sequence[Weighted] = (
    (("python",), 10.0),
    (("git",), 9.0),
    (("pytorch", "tensorflow"), 5.0),
    (("sql",), 2.0),
)


def judged(folder: Path) -> RoleWeights:
    """100 postings of 100 companies: all name Python and SQL, half one of the frameworks, three Git."""
    frameworks = ("pytorch", "tensorflow", "pytorch tensorflow", "scala")
    rows = [
        row(i, f"python sql? {frameworks[i % 4] if i < 80 else 'scala'} {'git' if i < 3 else ''}", company=f"c{i}")
        for i in range(100)
    ]
    store = store_of(folder, [*rows, row(500, "cobol", role="other")])
    scope = Scope()
    (found,) = weights(store, scope, count(store, scope)[0], "named", {"data-engineer": NEEDS, "nlp-engineer": NEEDS})
    return found


def test_a_need_is_named_when_one_of_its_skills_is(tmp_path: Path) -> None:
    """Once a posting, whichever of the alternatives it names; another role's postings do not count."""
    found = judged(tmp_path)

    assert (found.role, found.postings, found.companies) == ("data-engineer", 100, 100)
    assert [(need.any_of[0], need.named.postings) for need in found.needs] == [
        ("python", 100),
        ("git", 3),
        ("pytorch", 60),
        ("sql", 100),
    ]


def test_out_of_line_is_only_what_no_interval_explains(tmp_path: Path) -> None:
    """Git weighs second and is surely named least; SQL weighs least and is surely among the first two."""
    verdicts = {need.any_of[0]: (need.verdict, need.weight_rank, need.demand_rank) for need in judged(tmp_path).needs}

    assert verdicts == {
        "python": ("in line", (1, 1), (1, 2)),
        "git": ("over", (2, 2), (4, 4)),
        "pytorch": ("in line", (3, 3), (3, 3)),
        "sql": ("under", (4, 4), (1, 2)),
    }


def test_the_way_of_naming_can_be_chosen(tmp_path: Path) -> None:
    """SQL stands only in passing: asked for, it is named by none."""
    store = store_of(tmp_path, [row(i, "python sql?", company=f"c{i}") for i in range(12)])
    (found,) = weights(store, Scope(), count(store, Scope())[0], "asked", {"data-engineer": NEEDS})

    assert {need.any_of[0]: need.named.postings for need in found.needs}["sql"] == 0


def test_rank_agreement_against_a_worked_example() -> None:
    """IQ and hours of television of ten people: rho is -29/165 (a textbook case without ties)."""
    iq = np.array([106, 100, 86, 101, 99, 103, 97, 113, 112, 110.0])
    hours = np.array([7, 27, 2, 50, 28, 29, 20, 12, 6, 17.0])

    rho, low, high = rank_agreement(iq, hours)

    assert rho == pytest.approx(-29 / 165)
    assert low is not None
    assert high is not None
    assert -1 < low < -29 / 165 < high < 1


def test_ties_share_the_middle_rank_and_nothing_is_said_of_too_few() -> None:
    """As Spearman's correlation wants it."""
    assert middle_ranks(np.array([5.0, 1.0, 5.0, 7.0])).tolist() == [2.5, 1.0, 2.5, 4.0]
    assert rank_agreement(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0])) == (None, None, None)
    assert rank_agreement(np.ones(5), np.arange(5.0)) == (None, None, None)
