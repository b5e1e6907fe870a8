"""Where a record or a question stands in the served table. Plain arithmetic: serving needs no numeric library."""

from collections.abc import Sequence
from typing import Final

from headway.pay.model import NOT_SAID, QUANTILES, Cell, Grade, Grid, SalaryRecord

MASKS: Final = ((False, False), (False, True), (True, False), (True, True))
"""Which of (remote, size) a question leaves open. Every one is calibrated by itself."""


def mask_of(remote: str, size: str) -> int:
    """The place in MASKS of a question with these fields."""
    return MASKS.index((remote == NOT_SAID, size == NOT_SAID))


def row_of(grid: Grid, role: str, grade: Grade, country: str, remote: str, size: str) -> int | None:
    """The row of the table; None where a value is not on the grid. O(axis)."""
    axes: Sequence[Sequence[str]] = (grid.roles, grid.grades, grid.countries, grid.remotes, grid.sizes)
    place = 0
    for axis, value in zip(axes, (role, grade, country, remote, size), strict=True):
        if value not in axis:
            return None
        place = place * len(axis) + axis.index(value)
    return place


def row_of_record(grid: Grid, record: SalaryRecord, mask: int) -> int | None:
    """The row that answers for a record when the fields of a mask are left open."""
    no_remote, no_size = MASKS[mask]
    remote = NOT_SAID if no_remote else record.remote
    size = NOT_SAID if no_size else record.size
    return row_of(grid, record.role, record.grade, record.country, remote, size)


def quantiles_at(quantiles: Sequence[int], row: int) -> tuple[int, ...]:
    """The quantiles of one row, USD a year."""
    return tuple(quantiles[row * len(QUANTILES) : (row + 1) * len(QUANTILES)])


def cell_for(cells: Sequence[Cell], tier: str, grade: str) -> Cell:
    """The group that answers, else its parent."""
    by_key = {(cell.tier, cell.grade): cell for cell in cells}
    for key in ((tier, grade), (tier, None), (None, None)):
        if key in by_key:
            return by_key[key]
    raise KeyError((tier, grade))
