"""What is said beside a market plan."""

from types import SimpleNamespace
from typing import Any

from headway.app.market_plan_json import notes_of
from headway.values import Money


def test_a_market_plan_says_how_much_was_left_out_for_want_of_a_price() -> None:
    """Beside what reachable means; nothing of it where nothing was left out."""
    plan = SimpleNamespace(share=0.8, unpriced_steps=0, cost=Money(0.0, "EUR"))
    result: Any = SimpleNamespace(plan=plan, person=SimpleNamespace(years=None), unpriced_left_out=280)
    said = "280 resources are left out: their price in EUR is not known, and money is limited."
    assert notes_of(result)[-1] == said
    result.unpriced_left_out = 0
    assert not any("left out" in note for note in notes_of(result))
