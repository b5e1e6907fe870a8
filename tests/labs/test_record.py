"""A record is as it was signed, or it is not valid: whichever byte is changed."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.errors import UnreadableFile
from headway.labs.record import UNCHANGED, Passed, base58, unbase58

pytest.importorskip("cryptography", reason="records are signed with the extra 'labs'")

from headway.labs.record import signed, verified

KEY = bytes(range(32))
PASSED = Passed(
    lab="first-model",
    version=1,
    label="First model — Ünïcode",
    summary="A line.",
    proves=(("python", 1),),
    lab_digest="0" * 64,
    submission_digest="1" * 64,
    seeds=("00" * 12,),
    date="2026-11-20",
    walls="bubblewrap",
    not_against=(),
    headway="0.1.0",
)
RECORD = signed(PASSED, KEY)


def test_a_record_is_unchanged_since_signing() -> None:
    """The same record and key give the same bytes, and they verify."""
    assert signed(PASSED, KEY) == RECORD
    record, problem = verified(RECORD, "record.json")
    assert problem == ""
    assert UNCHANGED == "unchanged since signing; self-issued"
    assert b'"OpenBadgeCredential"' in RECORD
    assert record.issuer.id.startswith("did:key:z6Mk")


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(RECORD) - 1), st.integers(0, 255))
def test_any_changed_byte_is_noticed(place: int, value: int) -> None:
    """Layout, names, values, key and signature alike."""
    changed = RECORD[:place] + bytes([value]) + RECORD[place + 1 :]
    if changed == RECORD:
        return
    problem = "unreadable"
    with suppress(UnreadableFile):
        problem = verified(changed, "record.json")[1]
    assert problem != ""


def test_another_key_cannot_speak_for_the_issuer() -> None:
    """A signature by somebody else over the same words names somebody else."""
    other = signed(PASSED, bytes(32))
    assert verified(other, "x")[0].issuer != verified(RECORD, "x")[0].issuer
    proof = other[other.index(b'"proof"') :]
    mixed = RECORD[: RECORD.index(b'"proof"')] + proof
    assert verified(mixed, "x")[1] != ""


@given(st.binary(max_size=80))
def test_base_58_goes_both_ways(data: bytes) -> None:
    """Leading zero bytes included."""
    assert unbase58(base58(data)) == data
