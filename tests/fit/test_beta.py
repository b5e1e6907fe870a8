"""The beta distribution, against values known in closed form."""

import pytest

from headway.fit.beta import below_share, incomplete_beta


@pytest.mark.parametrize("x", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_against_closed_forms(x: float) -> None:
    """I_x(1, 1) = x, I_x(a, 1) = x^a, I_x(1, b) = 1 - (1 - x)^b, I_x(2, 2) = 3x^2 - 2x^3."""
    assert incomplete_beta(x, 1, 1) == pytest.approx(x)
    assert incomplete_beta(x, 7.5, 1) == pytest.approx(x**7.5)
    assert incomplete_beta(x, 1, 0.3) == pytest.approx(1 - (1 - x) ** 0.3)
    assert incomplete_beta(x, 2, 2) == pytest.approx(3 * x**2 - 2 * x**3)


def test_the_moments_are_the_ones_asked_for() -> None:
    """A numerical integral of 1 - F gives back the mean."""
    grid = [(i + 0.5) / 2000 for i in range(2000)]

    assert sum(1 - below_share(x, 0.83, 0.11) for x in grid) / 2000 == pytest.approx(0.83, abs=1e-3)


def test_a_certain_share_is_a_step() -> None:
    """No spread: all probability at the mean."""
    assert below_share(0.4999, 0.5, 0.0) == 0.0
    assert below_share(0.5001, 0.5, 0.0) == 1.0
