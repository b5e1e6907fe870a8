"""Salary records, the table that is fitted to them, and what it answers. Amounts are USD a year unless said."""

from typing import Final, Literal

import msgspec

from headway.values import Seniority

QUANTILES: Final = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
"""What the table holds for each row of the grid."""
INTERVALS: Final[dict[int, tuple[int, int]]] = {80: (1, 5), 90: (0, 6)}
"""Percent asked for, to the places of its two ends in QUANTILES."""
NAMED: Final = ("company", "city", "industry")
"""Fields with many values: what each adds is estimated by itself, where a file has them."""
NOT_SAID: Final = ""
"""The value of a field that was not given."""

Grade = Literal["intern", "junior", "mid", "senior", "staff", "executive"]
GRADE_OF: Final[dict[Seniority, Grade]] = {
    "intern": "intern",
    "junior": "junior",
    "mid": "mid",
    "senior": "senior",
    "staff": "staff",
    "principal": "executive",
    "manager": "executive",
}
"""Salary files tell principal and manager apart no further than `EX`."""


class SalaryRecord(msgspec.Struct, frozen=True, array_like=True):
    """One distinct advert, or salary of a person (then low == high).

    remote: remote, hybrid, onsite or NOT_SAID; size: S, M, L or NOT_SAID. when: year with its part done, e.g. 2023.5.
    shares: how much each end counts: a figure that several adverts of the same description state counts once in all.
    key: digest of all that was read, so that the same record is known again. scores: how far outside each raw interval
    its ends lay when it was new, in log units (below 0: inside), by mask, interval and end; empty if not measured.
    named: company, city and industry to compare by; empty where the file has none. more: the scores of each layer.
    """

    role: str
    grade: Grade
    country: str
    remote: str
    size: str
    when: float
    low: float
    high: float
    shares: tuple[float, float]
    key: str
    scores: tuple[float, ...] = ()
    named: tuple[str, ...] = ()
    more: tuple[tuple[float, ...], ...] = ()


class SalarySource(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read, and what became of its rows. set_aside: reason to number of rows. rates: the user's, by
    currency, with their days; they converted what the file does not give in USD."""

    file: str
    digest: str
    rows: int
    records: int
    set_aside: dict[str, int]
    unmapped_titles: dict[str, int]
    first_year: int
    last_year: int
    shares_country: str
    country_share: float
    rates: dict[str, str] = {}


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How often intervals held on records that were not known when they were made. n: distinct records. later: all of
    them came later than what was fitted, as far as the file says when."""

    asked: float
    measured: float
    n: int
    since: float
    until: float
    later: bool = True


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A calibration group. widen: log units to add at both ends, by percent and mask. tier or grade None: all."""

    tier: str | None
    grade: Grade | None
    n: int
    widen: dict[str, tuple[float, ...]]
    coverage: Coverage | None = None


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """A second table, for questions that also name a company, a city or an industry.

    fields: which of them. shifts: log units that each of their names adds, by field and name. records: distinct records
    behind each shift. quantiles: like the model's own, of pay less the shifts; cells, misses and coverage likewise.
    """

    fields: tuple[str, ...]
    shifts: dict[str, dict[str, float]]
    records: dict[str, dict[str, int]]
    quantiles: tuple[int, ...]
    cells: tuple[Cell, ...]
    misses: dict[str, float]
    coverage: dict[str, Coverage]


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """The axes of the table; remotes and sizes begin with NOT_SAID."""

    roles: tuple[str, ...]
    grades: tuple[Grade, ...]
    countries: tuple[str, ...]
    remotes: tuple[str, ...]
    sizes: tuple[str, ...]

    @property
    def shape(self) -> tuple[int, int, int, int, int]:
        return len(self.roles), len(self.grades), len(self.countries), len(self.remotes), len(self.sizes)


class Recalibration(msgspec.Struct, frozen=True, kw_only=True):
    """One step: what the intervals covered of fresh records, and the miss rate aimed at from then on."""

    source: SalarySource
    fresh: int
    covered_before: dict[str, float]
    aimed_after: dict[str, float]


class PayModel(msgspec.Struct, frozen=True, kw_only=True):
    """What is served: a grid of quantiles and how far to widen them. `id` names the fit.

    quantiles: USD a year, the last axis QUANTILES. tiers: country to its calibration group. counts: distinct records of
    the last 24 months by `role:`, `country:`, `cell:` and `similar:` keys. misses: the miss rate aimed at, by percent.
    """

    schema: Literal["headway.pay-model/1"] = "headway.pay-model/1"
    id: str
    source: SalarySource
    newer: tuple[Recalibration, ...] = ()
    grid: Grid
    quantiles: tuple[int, ...]
    tiers: dict[str, str]
    cells: tuple[Cell, ...]
    counts: dict[str, int]
    misses: dict[str, float]
    coverage: dict[str, Coverage]
    newest: float
    layers: tuple[Layer, ...] = ()


class FittedPay(PayModel, frozen=True, kw_only=True):
    """The model with the records behind it: what recalibration and checks need, and serving does not."""

    records: tuple[SalaryRecord, ...]
