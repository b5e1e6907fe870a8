"""Pay today and at the target: a difference of two ranges of one source, with their overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.pay.change import PayInterval, PaySide, change


def _side(role: str, *ranges: tuple[float, float], **more: object) -> PaySide:
    known = {
        "kind": "table",
        "source": "s",
        "currency": "USD",
        "country": "US",
        "n": 40,
        "years": "2026",
        "says": "",
    } | more
    intervals = tuple(PayInterval(low=low, high=high, **known) for low, high in ranges)  # type: ignore[arg-type]
    return PaySide(role=role, label=role, seniority="mid", because="within reach today", intervals=intervals)


def test_the_difference_is_a_range_and_the_overlap_is_said() -> None:
    """100-150 to 130-200: from 20 down to 100 up, 20 of 50 shared."""
    found = change(_side("a", (100, 150)), _side("b", (130, 200)))
    assert (found.low, found.high, found.overlap) == (-20, 100, pytest.approx(0.4))
    assert "overlap between 130 and 150 (40 % of the narrower one)" in found.words
    assert "not a promise" in found.words


def test_ranges_apart_are_said_to_be_apart() -> None:
    """No overlap, and still a range."""
    found = change(_side("a", (100, 120)), _side("b", (130, 200)))
    assert (found.low, found.high, found.overlap) == (10, 100, 0)
    assert "do not overlap" in found.words


@pytest.mark.parametrize("more", [{"currency": "EUR"}, {"source": "other"}, {"country": "DE"}, {"kind": "model"}])
def test_two_sources_currencies_or_countries_are_never_compared(more: dict[str, str]) -> None:
    """Then the difference is not known, and that is said."""
    found = change(_side("a", (100, 150)), _side("b", (130, 200), **more))
    assert (found.low, found.high) == (None, None)
    assert "No one source knows the pay of a, mid" in found.words


def test_nothing_within_reach_gives_no_difference() -> None:
    """No pay today is invented."""
    found = change(None, _side("b", (130, 200)))
    assert (found.today, found.low) == (None, None)
    assert "No role is within reach" in found.words


@given(*(st.tuples(st.integers(0, 300), st.integers(0, 100)) for _ in range(2)), st.floats(0, 1), st.floats(0, 1))
def test_any_pay_inside_both_ranges_differs_by_something_inside_the_range(
    now: tuple[int, int], then: tuple[int, int], here: float, there: float
) -> None:
    """The promise of the range."""
    a, b = (now[0], now[0] + now[1]), (then[0], then[0] + then[1])
    found = change(_side("a", a), _side("b", b))
    difference = b[0] + there * then[1] - (a[0] + here * now[1])
    assert found.low is not None
    assert found.high is not None
    assert found.low - 1e-6 <= difference <= found.high + 1e-6
    assert found.overlap is not None
    assert 0 <= found.overlap <= 1
