"""Every computed item is worked out again, another way, and its misconceptions must give other answers."""

import contextlib
import math
import re
from itertools import pairwise
from typing import Any

import msgspec
import pytest
import yaml
from tools.item_answers import as_yaml, filled, recorded

from headway.assessment.draw import dice_for, draw
from headway.assessment.marking import mark
from headway.assessment.model import Marked
from headway.assessment.precision import decimals_of, near, variants
from headway.assessment.render import render
from headway.assessment.tables import same_answer
from headway.assessment.templates.solving import solver_of
from headway.knowledge.files import data_root
from headway.knowledge.items import AuthoredItem, ItemBank
from tests.assessment.conftest import second_solvers, topics

SEEDS = 60
MANY_SEEDS = 1000
KILLED = 0.95
"""A misconception's answer must be wrong in this share of the variants."""

NUMBERS = [(t.id, item) for t in topics().values() for item in t.items if item.kind == "number"]
OUTPUTS = [t.id for t in topics().values() if any(item.kind == "output" for item in t.items)]
BUGS = [item for t in topics().values() for item in t.items if item.kind == "bug"]
QUERIES = [(t.id, item) for t in topics().values() for item in t.items if item.kind == "query"]


EXTRA = {"pandas": "pandas", "scikit-learn": "sklearn"}
"""Topics whose code needs more than Headway itself."""


def _needs(topic: str) -> None:
    if topic in EXTRA:
        pytest.importorskip(EXTRA[topic])


def _numbers_hold(topic: str, item: AuthoredItem, seeds: int) -> None:
    """Both solvers agree on every seed, and each misconception is told apart."""
    solver, second = solver_of(topic, item.id), second_solvers(topic)[item.id]
    assert solver.slips, f"{item.id} names no misconception"
    missed = dict.fromkeys(solver.slips, 0)
    for seed in range(seeds):
        values = draw(item.vary, dice_for(seed, item.id))
        right, again = float(solver.right(**values)), float(second(**values))
        assert math.isfinite(right), (item.id, values)
        assert math.isclose(right, again, rel_tol=max(item.tolerance / 4, 1e-9), abs_tol=1e-9), (
            item.id,
            values,
            right,
            again,
        )
        for name, slip in solver.slips.items():
            missed[name] += near(float(slip(**values)), right, item.tolerance)
    assert {n: m for n, m in missed.items() if m > (1 - KILLED) * seeds} == {}, f"{item.id}: right by misconception"


@pytest.mark.parametrize(("topic", "item"), NUMBERS, ids=[item.id for _, item in NUMBERS])
def test_two_solvers_agree_and_misconceptions_are_wrong(topic: str, item: AuthoredItem) -> None:
    """On some seeds; the thousand are for the long run."""
    _numbers_hold(topic, item, SEEDS)


@pytest.mark.long
@pytest.mark.parametrize(("topic", "item"), NUMBERS, ids=[item.id for _, item in NUMBERS])
def test_two_solvers_agree_on_a_thousand_seeds(topic: str, item: AuthoredItem) -> None:
    """The same, on a thousand."""
    _numbers_hold(topic, item, MANY_SEEDS)


@pytest.mark.parametrize("topic", OUTPUTS)
def test_what_is_recorded_is_what_the_code_prints(topic: str) -> None:
    """Run again, all code of a topic prints what data/item-answers says."""
    _needs(topic)
    path = data_root() / "item-answers" / f"{topic}.yaml"
    assert yaml.safe_load(path.read_text(encoding="utf-8")) == yaml.safe_load(as_yaml(topics()[topic]) or "")


@pytest.mark.parametrize("topic", OUTPUTS)
def test_misconceptions_print_something_else(topic: str) -> None:
    """Each slip of an output item differs from the right answer in nearly every variant."""
    _needs(topic)
    for item in topics()[topic].items:
        if item.kind == "output":
            rows = recorded(item, topics()[topic].database)
            assert item.slips, f"{item.id} names no misconception"
            assert all(row.right for row in rows), f"{item.id} prints nothing"
            told = {name: sum(name in row.slips for row in rows) / len(rows) for name in item.slips}
            assert {n: share for n, share in told.items() if share < KILLED} == {}, item.id


@pytest.mark.parametrize("item", BUGS, ids=[item.id for item in BUGS])
def test_the_bug_is_a_bug_and_the_fix_mends_it(item: AuthoredItem) -> None:
    """The call gives something else (or an error) as the code stands, and the good value with the line replaced."""
    for seed in range(5):
        values = draw(item.vary, dice_for(seed, item.id))
        code = filled(item.code, values)
        lines = code.splitlines()
        lines[item.line - 1] = filled(item.fix, values)
        call, good = filled(item.call, values), filled(item.good, values)
        assert _value("\n".join(lines), call) == good
        if item.id != "algo-bug-binary-search":  # as it stands this one never ends
            assert _value(code, call) != good


def _value(code: str, call: str) -> str:
    space: dict[str, Any] = {}
    try:
        with contextlib.redirect_stdout(None):
            exec(compile(code, "item", "exec"), space)
            return repr(eval(call, space))
    except Exception as error:  # noqa: BLE001 - whatever is raised is the answer
        return type(error).__name__


@pytest.mark.parametrize(("topic", "item"), QUERIES, ids=[item.id for _, item in QUERIES])
def test_slipped_queries_give_other_rows(topic: str, item: AuthoredItem) -> None:
    """The solution answers itself; every slip differs on the shown or the hidden rows."""
    database = topics()[topic].database
    assert database is not None
    assert same_answer(database, item.solution, item.solution, ordered=item.ordered)
    assert item.slips, f"{item.id} names no misconception"
    for name, slip in item.slips.items():
        assert not same_answer(database, slip, item.solution, ordered=item.ordered), (item.id, name)


def test_an_answer_rounded_as_the_question_says_is_right(bank: ItemBank) -> None:
    """Every number item in every variant: the right answer to as many decimals as its text asks for is marked right,
    also cut to more of them; a misconception's answer so rounded is taken only where it is taken unrounded.
    """
    words = ["A whole number is", "One decimal is", *(f"{n} decimals are" for n in ("Two", "Three", "Four"))]
    for item in bank.items.values():
        if item.kind != "number":
            continue
        question = render(item, 1, bank.databases)
        said = next((n for n, word in enumerate(words) if question.ask.endswith(f" {word} enough.")), 5)
        assert said == decimals_of(item) == question.decimals, question.ask
        assert said < 5 or question.ask.endswith("5 decimals are enough."), question.ask
        solver = solver_of(item.topic, item.id)
        for values in variants(item.id, item.authored.vary):
            right = float(solver.right(**values))
            slips = {name: float(slip(**values)) for name, slip in solver.slips.items()}
            here = msgspec.structs.replace(question, answer=right, slips=slips)
            for more in (0, 1, 2):
                typed = f"{right:.{said + more}f}"
                assert mark(here, typed, {}) == Marked("right"), (item.id, values, typed)
            for name, slip in slips.items():
                if not near(slip, right, item.authored.tolerance):
                    typed = f"{slip:.{said}f}"
                    assert mark(here, typed, {}) != Marked("right"), (item.id, values, name, typed)


_IN_TEXT = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")


def test_an_answer_that_stands_in_the_question_has_its_luck_stated(bank: ItemBank) -> None:
    """Whoever types a number of the text, in whatever variant, is lucky more often than the kind says."""
    for item in bank.items.values():
        if item.kind != "number" or item.authored.guess is not None:
            continue
        solver = solver_of(item.topic, item.id)
        stands = []
        for values in variants(item.id, item.authored.vary):
            text = filled(item.authored.ask + " " + item.authored.code, values)
            numbers = [float(found.replace(",", "")) for found in _IN_TEXT.findall(text)]
            stands.append(any(near(number, float(solver.right(**values)), 1e-9) for number in numbers))
        assert not all(stands), item.id


def test_a_number_of_few_that_may_be_has_its_luck_stated(bank: ItemBank) -> None:
    """Where the answer is a whole number up to six in every variant, whoever types one is lucky more often."""
    for item in bank.items.values():
        if item.kind == "number":
            solver = solver_of(item.topic, item.id)
            answers = [float(solver.right(**values)) for values in variants(item.id, item.authored.vary)]
            few = all(answer.is_integer() and 0 <= answer <= 6 for answer in answers)
            assert not few or item.guess >= 0.1, (item.id, item.guess)


def test_two_misconceptions_are_told_apart_by_some_variant(bank: ItemBank) -> None:
    """Else a result names one of them where it may as well have been the other."""
    for item in bank.items.values():
        if item.kind == "number":
            slips = solver_of(item.topic, item.id).slips
            rows = [[float(s(**v)) for s in slips.values()] for v in variants(item.id, item.authored.vary)]
            answers = sorted(zip(*rows, strict=True))
            assert all(a != b for a, b in pairwise(answers)), item.id


def test_an_answer_of_one_yes_or_no_has_its_luck_stated(bank: ItemBank) -> None:
    """True or False, printed alone, is hit by a coin."""
    for item in bank.items.values():
        if item.kind == "output" and {row.right for row in item.recorded} <= {"True", "False", "0", "1"}:
            assert item.guess >= 0.3, item.id


def test_every_item_renders_and_its_answer_marks_right(bank: ItemBank) -> None:
    """On several seeds: the right answer is right, each slip is wrong and recognised as that slip or one like it."""
    for item in bank.items.values():
        for seed in (1, 2, 3):
            question = render(item, seed, bank.databases)
            answer = question.answer
            typed = " ".join(map(str, answer)) if isinstance(answer, tuple) else str(answer)
            marked = mark(question, typed, bank.databases, ordered=item.authored.ordered)
            assert marked is not None, (item.id, typed)
            assert marked.verdict == "right", (item.id, typed)
            for name, slip in question.slips.items():
                if isinstance(slip, float) and near(slip, float(str(answer)), question.tolerance):
                    continue
                slipped = mark(question, str(slip), bank.databases, ordered=item.authored.ordered)
                assert slipped is not None, (item.id, name)
                assert slipped.verdict == "wrong", (item.id, name, slip)
                assert slipped.misconception in question.slips, (item.id, name)


def test_options_are_shuffled_by_the_seed(bank: ItemBank) -> None:
    """The right option of a choice stands in every place, over seeds."""
    item = next(i for i in bank.items.values() if i.kind == "choice")
    places = {render(item, seed, bank.databases).answer for seed in range(60)}
    assert places == set(range(1, len(item.authored.wrong) + 2))
