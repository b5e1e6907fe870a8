"""Where pay stands over time: a moving mean of what the fields leave over, near records first."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
HALF_LIFE: Final = 0.25
"""Years between two records at which one says half as much of the level at the other's time."""
SLOTS: Final = 48
"""Times of a year that are told apart: so that the work grows with the records, not with their square."""
DRAWN_TO_ZERO: Final = 30.0
"""A level on so many records is half of what they show: noise of pay over variance of levels, about .09 / .003."""


class Levels(NamedTuple):
    """own: the level at each record's time. newest: at the last one's."""

    own: Floats
    newest: float


def levels_of(left: Floats, weights: Floats, whens: Floats) -> Levels:
    """left: log units; whens: years. O(records + slots^2)."""
    slots, places = np.unique(np.round(whens * SLOTS), return_inverse=True)
    mass = np.bincount(places, weights)
    total = np.bincount(places, weights * left)
    near = 0.5 ** (np.abs(slots[:, None] - slots[None, :]) / (SLOTS * HALF_LIFE))
    level = (near @ total) / (near @ mass + DRAWN_TO_ZERO)
    return Levels(level[places], float(level[-1]))
