"""Amounts of money as people write them."""

import pytest

pytest.importorskip("fastapi", reason="the extra 'web' is not installed")

from headway.errors import BadOption
from headway.web.pages.jobs import _amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("80000", 80000),
        ("80,000", 80000),
        ("80.000", 80000),
        ("80 000", 80000),
        ("1,200,000.5", 1200000.5),
        ("12,5", 12.5),
    ],
)
def test_marks_between_thousands_are_no_decimals(written: str, amount: float) -> None:
    """A floor of 80,000 that is read as 80 lets every posting pass."""
    assert _amount(written) == amount


def test_what_is_no_number_is_refused() -> None:
    """Two decimals are none."""
    with pytest.raises(BadOption):
        _amount("1,2,3")
