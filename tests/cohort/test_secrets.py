"""What a report tells cannot be turned into figures about fewer than five people."""

from functools import cache

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from headway.app.class_json import Told, class_json
from headway.app.context import Context, open_context
from headway.cohort.merge import group_of
from headway.cohort.model import Member, Share
from tests.cohort.people import ROLE, TODAY, classes

FIELDS = ("skills", "plan", "labs", "tests")


@cache
def _context() -> Context:
    return open_context(TODAY.isoformat())


def _report(members: tuple[Member, ...]) -> bytes:
    told = Told(
        context=_context(),
        role=_context().knowledge.roles[ROLE],
        group=group_of(members, ROLE, "junior"),
        every=members,
        older=0,
        aside=(),
        plan=None,
    )
    return msgspec.json.encode(class_json(told, 0.5), order="deterministic")


def _swapped(members: tuple[Member, ...], one: int, other: int) -> tuple[Member, ...]:
    """Two people have changed places in all but name."""

    def as_(mine: Share, theirs: Share) -> Share:
        return msgspec.structs.replace(mine, **{field: getattr(theirs, field) for field in FIELDS})

    found = list(members)
    for a, b in ((one, other), (other, one)):
        found[a] = msgspec.structs.replace(members[a], share=as_(members[a].share, members[b].share))
    return tuple(found)


@settings(max_examples=25)
@given(classes(st.integers(1, 7), st.integers(1, 4)))
def test_a_few_unnamed_people_could_be_any_of_the_named(members: tuple[Member, ...]) -> None:
    """Change the places of the unnamed and a named person: the report stays the same to the byte, so nothing in it, by
    whatever subtraction, tells which of the two has what."""
    members = tuple(msgspec.structs.replace(m, from_cv=False) for m in members)
    assume(len(members) >= 5)
    assert _report(_swapped(members, 0, len(members) - 1)) == _report(members)


@settings(max_examples=25)
@given(classes(st.integers(1, 3), st.integers(0, 3)), classes(st.integers(1, 3), st.integers(0, 3)))
def test_of_a_small_group_nothing_is_told_of_the_unnamed(one: tuple[Member, ...], other: tuple[Member, ...]) -> None:
    """Whatever the unnamed of a group of fewer than five have, the report is the same."""
    assume(len(one) < 5)
    without_names = [m for m in other if not m.named]
    changed = tuple(
        msgspec.structs.replace(m, share=msgspec.structs.replace(m.share, **_values(without_names, n)))
        if not m.named
        else m
        for n, m in enumerate(one)
    )
    assert _report(changed) == _report(one)


def _values(others: list[Member], n: int) -> dict[str, object]:
    if not others:
        return {"skills": (), "plan": None, "labs": ()}
    share = others[n % len(others)].share
    return {field: getattr(share, field) for field in FIELDS}


@settings(max_examples=25)
@given(classes(st.just(5), st.integers(5, 6)))
def test_with_enough_on_both_sides_rows_are_whole(members: tuple[Member, ...]) -> None:
    """The rule withholds no more than it has to."""
    members = tuple(msgspec.structs.replace(m, from_cv=False) for m in members)
    found = msgspec.json.decode(_report(members))
    assert found["needs"]
    assert found["progress"]["n"] == len(members)
    assert [row["whole"] for row in found["rows"]] == [True] * 5
