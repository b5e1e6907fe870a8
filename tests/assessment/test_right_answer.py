"""The right answer as a result shows it."""

import datetime as dt
from pathlib import Path

from headway.app.context import Context
from headway.app.test_result import right_answer
from headway.assessment.marking import mark
from headway.assessment.render import render
from headway.knowledge.items import ItemBank


def test_a_number_is_shown_with_the_decimals_that_were_asked_for_and_is_itself_right(
    bank: ItemBank, run_home: Path
) -> None:
    context = Context(dt.date(2026, 11, 29), run_home)
    numbers = [item for item in bank.items.values() if item.kind == "number"][::12]
    assert len(numbers) > 20
    for item in numbers:
        question, said = render(item, 3, bank.databases), right_answer(item, 3, context)
        found = mark(question, said, bank.databases)
        assert found is not None
        assert found.verdict == "right", (item.id, said)
        assert len(said.removesuffix(question.unit).strip().partition(".")[2]) == question.decimals, (item.id, said)
