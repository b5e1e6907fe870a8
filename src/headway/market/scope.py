"""Which postings a question counts, and what it must say of them."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:  # figures of this file are used where the market's packages may be missing
    from headway.market.store import Store

FEW_POSTINGS: Final = 30
FEW_COMPANIES: Final = 10
"""Below either of these a share is not told as a percentage alone: the counts stand beside it, and a warning."""
EXACT_COMPANIES: Final = 256
GROUPS: Final = 100
"""More companies than EXACT_COMPANIES are dealt into so many groups (random groups), which keeps counting fast."""


class Scope(msgspec.Struct, frozen=True):
    """What is asked for; None: no wish. since is the first day that counts, before the first that does not."""

    role: str | None = None
    country: str | None = None
    seniority: str | None = None
    workplace: str | None = None
    since: dt.date | None = None
    before: dt.date | None = None

    def parameters(self) -> dict[str, Any]:
        """For the SQL files."""
        return msgspec.structs.asdict(self)


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted. Postings that do not say what a wish asks for are left out, and counted as without_*.

    companies: that a posting names; postings without one count as a company each. folded: duplicates that are counted
    once, with the posting they repeat.
    """

    postings: int
    companies: int
    without_company: int
    invented: int
    folded: int
    undated: int
    first_posted: dt.date | None
    last_posted: dt.date | None
    without_country: int
    without_seniority: int
    without_workplace: int
    without_date: int

    @property
    def clusters(self) -> int:
        return self.companies + self.without_company

    @property
    def groups(self) -> int | None:
        """How many groups of companies to count in; None: each company by itself."""
        return None if self.clusters <= EXACT_COMPANIES else GROUPS

    @property
    def small(self) -> bool:
        return self.postings < FEW_POSTINGS or self.clusters < FEW_COMPANIES


def count(store: "Store", scope: Scope) -> tuple[Counted, dt.date | None]:
    """What the scope holds, and the first day of the later half of its dated postings (None: all of one day)."""
    found = store.ask_counts("scope", scope.parameters()).to_pylist()[0]
    middle, first, last = found.pop("middle"), found["first_posted"], found["last_posted"]
    if middle is not None and middle == first:
        middle = first + dt.timedelta(days=1) if last > first else None
    return Counted(**found), middle


def words(counted: Counted) -> list[str]:
    """What a reader must know before the figures, in sentences."""
    said = []
    if counted.invented:
        whole = "All" if counted.invented == counted.postings else f"{counted.invented} of these"
        said.append(f"{whole} postings are INVENTED, to show how it works. They say nothing about any real market.")
    if counted.small:
        companies = "company" if counted.clusters == 1 else "companies"
        said.append(
            f"Small sample: {counted.postings} postings of {counted.clusters} {companies}. "
            "Read the intervals, not the shares; none of these figures is sure."
        )
    if counted.clusters == 1 and counted.postings > 1:
        said.append("All are of one company: the intervals know nothing about others.")
    if counted.without_company:
        said.append(
            f"{counted.without_company} postings name no company and count as a company each; if several are of one, "
            "the intervals are too narrow."
        )
    return said
