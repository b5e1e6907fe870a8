"""How figures are written in printed reports."""

import unicodedata
from typing import Any

NO_SIGNS = "\ufffe\uffff"
"""Numbers that are no sign, and that XML refuses."""
LONGEST_ADDRESS = 2000
SHOW_IT = "Show it in a short test before you begin: Tests on Headway's pages, or headway test in a terminal."
SAY_IT = "One of them is wrong? Say your level on the skill's page in Headway and have the plan made again."


def percent(share: float) -> str:
    """0.473 as 47 %."""
    return f"{100 * share:.0f} %"


def finely(share: float) -> str:
    """0.0473 as 4.7 %, for shares that are small."""
    return f"{100 * share:.1f} %"


def hours(span: dict[str, Any]) -> str:
    """Likely hours with their range."""
    return f"{span['likely']:.0f} h ({span['low']:.0f}–{span['high']:.0f})"


def money(amount: float) -> str:
    """Whole units with commas."""
    return f"{amount:,.0f}"


def price(cost: float | None) -> str:
    """A step's price; an unknown one is never free."""
    return "price unknown" if cost is None else "free" if cost == 0 else money(cost)


def web_address(url: str | None) -> str | None:
    """An address that may stand behind a link: the web's only, and not of absurd length."""
    if url is None or not url.startswith(("https://", "http://")) or len(url) > LONGEST_ADDRESS:
        return None
    return url


def printable(value: str) -> str:
    """The text without signs that print nothing: control, direction, joining, private or half characters."""
    unseen = ("Cc", "Cf", "Cs", "Co")
    kept = (c for c in value if c.isspace() or (unicodedata.category(c) not in unseen and c not in NO_SIGNS))
    return " ".join("".join(kept).split())
