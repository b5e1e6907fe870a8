"""Reachable, defined once: enough groups, and years and degree met or nearly met."""

import msgspec
import numpy as np

from headway.postings.demands import Candidate, Demands, groups_covered, reach

SKILLS = ("docker", "python", "pytorch", "sql", "tensorflow")


def _demands() -> Demands:
    """Three postings: python + (pytorch or tensorflow) + preferred docker; sql at 3 with 5 years and a PhD; nothing."""
    return Demands(
        skills=SKILLS,
        ids=("a", "b", "c"),
        group_start=np.array([0, 3, 4, 4]),
        member_start=np.array([0, 1, 3, 4, 5]),
        members=np.array([1, 2, 4, 0, 3]),
        level=np.array([2, 2, 2, 3], dtype=np.int8),
        count=np.ones(4, dtype=np.int8),
        required=np.array([True, True, False, True]),
        min_years=np.array([np.nan, 5.0, np.nan]),
        degree=np.array([-1, 3, -1], dtype=np.int8),
        equivalent_ok=np.array([False, False, False]),
    )


def _person(levels: dict[str, int], years: float | None = None, degree: int = 0) -> Candidate:
    return Candidate(levels=np.array([levels.get(s, 0) for s in SKILLS]), years=years, degree=degree)


def test_any_member_of_a_group_covers_it() -> None:
    """TensorFlow stands for PyTorch where either will do; a level too low does not count."""
    covered = groups_covered(_demands(), np.array([0, 2, 0, 2, 2]))
    assert covered.tolist() == [True, True, False, False]


def test_preferred_groups_and_silence_do_not_bar() -> None:
    """All required groups covered is enough; unstated years and degree ask for nothing."""
    found = reach(_demands(), _person({"python": 2, "tensorflow": 2}))
    assert found.reachable.tolist() == [True, False, False]
    assert found.wanted.tolist() == [2, 1, 0]


def test_a_posting_without_requirements_is_not_judged() -> None:
    """What names no required group is never counted as reachable."""
    found = reach(_demands(), _person(dict.fromkeys(SKILLS, 4), years=30, degree=3))
    assert found.judged.tolist() == [True, True, False]
    assert found.reachable.tolist() == [True, True, False]


def test_nearly_met_years_and_degree_count() -> None:
    """A year short and a master where a doctorate is asked are nearly enough; two years or a bachelor are not."""
    skilled = {"sql": 3}
    assert reach(_demands(), _person(skilled, years=4, degree=2)).reachable[1]
    assert not reach(_demands(), _person(skilled, years=3.9, degree=2)).reachable[1]
    assert not reach(_demands(), _person(skilled, years=5, degree=1)).reachable[1]


def test_a_group_may_ask_for_two_of_its_members() -> None:
    """PyTorch alone is not enough then, PyTorch and TensorFlow are."""
    both = msgspec.structs.replace(_demands(), count=np.array([1, 2, 1, 1], dtype=np.int8))
    assert groups_covered(both, np.array([0, 2, 2, 0, 0])).tolist() == [True, False, False, False]
    assert groups_covered(both, np.array([0, 2, 2, 0, 2])).tolist() == [True, True, False, False]
