"""Who is in a class."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.cohort.merge import commonest_role, commonest_seniority, group_of, newest, targets_of
from headway.cohort.model import Member
from tests.cohort.people import ROLE, classes, share

FEW = st.integers(0, 4)


def test_the_newer_file_of_a_person_counts() -> None:
    """Whatever their order; the older one is counted and left."""
    old, new = share(1, {"sql": 1}, date=dt.date(2026, 11, 1)), share(1, {"sql": 2}, date=dt.date(2026, 11, 20))
    for order in ((old, new), (new, old)):
        assert newest(Member(share=each) for each in order) == ((Member(share=new),), 1)


@settings(max_examples=25)
@given(classes(FEW, FEW), st.randoms())
def test_order_and_repetition_change_nothing(members: tuple[Member, ...], dice: object) -> None:
    """Merged in any order, twice, or again after merging: the same people."""
    once = newest(members)
    turned = list(members) * 2
    dice.shuffle(turned)  # type: ignore[attr-defined]
    assert newest(turned) == once
    assert newest(once[0]) == (once[0], 0)


def test_the_commonest_role_and_seniority_are_in_view() -> None:
    """Of equals the first by id, and the lowest."""
    roles = ("data-engineer", "data-analyst", "data-engineer", "data-analyst")
    steps = ("mid", "junior", "mid", "junior")
    members = [Member(share=share(n, role=r, seniority=s)) for n, (r, s) in enumerate(zip(roles, steps, strict=True))]
    assert commonest_role(members) == "data-analyst"
    assert commonest_seniority(members) == "junior"
    assert commonest_role(()) is None
    assert commonest_seniority(()) is None


def test_a_rare_target_is_not_told() -> None:
    """Five aim at one role and are told; four at another are only counted."""
    members = [Member(share=share(n, role=ROLE if n < 5 else "data-engineer")) for n in range(9)]
    assert targets_of(members) == (((ROLE, 5),), 4)


@settings(max_examples=25)
@given(classes(st.integers(0, 8), st.integers(0, 8)))
def test_rows_are_whole_only_where_nobody_is_left_over_in_a_small_group(members: tuple[Member, ...]) -> None:
    """The unnamed behind any figure that is told are none, or five and more."""
    group = group_of(members, ROLE, "junior")
    for told, people in ((group.told, group.members), (group.progress_told, group.sharers)):
        assert told == (len(people) >= 5)
        unnamed = sum(m.share.name is None for m in people)
        if told and group.rows_whole:
            assert unnamed == 0 or unnamed >= 5
