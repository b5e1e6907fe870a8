"""Choosing, estimating, stopping: laws that hold for any bank."""

import datetime as dt
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from headway.assessment.choose import candidates, outlook, pick
from headway.assessment.estimate import after, estimate_of, evidence_of
from headway.assessment.model import Aim, Given, Limits, Session
from headway.assessment.session import answered, decoded, evidence_so_far, next_question, seen_lately, taken_up
from headway.assessment.stop import reason_to_stop, wrong_share
from headway.errors import BadOption
from headway.knowledge.items import ItemBank
from headway.knowledge.load import load_items, load_knowledge
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior, build_prior

TODAY = dt.date(2026, 11, 20)
SKILLS = ("python", "numpy", "pandas", "sql", "statistics", "probability", "linear-algebra")
AIMS = tuple(Aim(skill, 2, 1.0) for skill in SKILLS)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def bank(cache: Path) -> ItemBank:
    return load_items(cache)


@pytest.fixture(scope="module")
def prior(cache: Path) -> Prior:
    knowledge = load_knowledge(cache)
    return build_prior(knowledge.skills, knowledge.words.half_life_months)


def _session(**more: object) -> Session:
    base = {
        "id": "s",
        "about": "x",
        "begun": TODAY,
        "seed": 3,
        "bank": "",
        "single": False,
        "aims": AIMS,
        "limits": Limits(),
    }
    return Session(**{**base, **more})  # type: ignore[arg-type]


def _claims() -> list[Evidence]:
    return [Evidence(id=s, skill=s, kind="cv-mention", source="cv:a", level=2) for s in ("python", "sql", "pandas")]


@drawn(answers=st.lists(st.booleans(), min_size=1, max_size=6), claimed=st.booleans())
@settings(max_examples=15, deadline=None)
def test_the_running_estimate_is_what_the_learner_folds(
    bank: ItemBank, prior: Prior, answers: list[bool], claimed: bool
) -> None:
    """After any answers, the estimate says of every skill what folding the whole log anew says."""
    log = _claims() if claimed else []
    estimate = estimate_of(fold(log, prior, TODAY), SKILLS)
    items = [item for item in bank.items.values() if item.skill in SKILLS][:: max(1, 90 // len(answers))]
    for number, (item, right) in enumerate(zip(items, answers, strict=False)):
        piece = evidence_of(item, f"q{number}", right, TODAY)
        log.append(piece)
        estimate = after(estimate, piece)
    anew = fold(log, prior, TODAY)
    assert estimate.rates(AIMS) == pytest.approx([anew.p_at_least(s, 2) for s in SKILLS], abs=1e-5)


def test_a_right_answer_never_lowers_its_skill_and_a_wrong_one_never_lifts_it(bank: ItemBank, prior: Prior) -> None:
    """For every item of the bank."""
    belief = fold([], prior, TODAY)
    for item in list(bank.items.values())[::7]:
        before = belief.rates[belief.row(item.skill)]
        for right in (True, False):
            now = fold([evidence_of(item, "q", right, TODAY)], prior, TODAY)
            change = now.rates[now.row(item.skill)] - before
            assert (change >= -1e-6).all() if right else (change <= 1e-6).all(), item.id


def test_not_knowing_lowers_no_less_than_a_wrong_answer(bank: ItemBank, prior: Prior) -> None:
    """A guess may go wrong; saying that one does not know is never worth more than guessing badly by much."""
    item = next(i for i in bank.items.values() if i.kind == "choice")
    wrong = fold([evidence_of(item, "q", False, TODAY)], prior, TODAY)
    unknown = fold([evidence_of(item, "q", False, TODAY, guess=0.0)], prior, TODAY)
    assert unknown.p_at_least(item.skill, item.level) == pytest.approx(
        wrong.p_at_least(item.skill, item.level), abs=0.02
    )


def test_the_chosen_question_lessens_uncertainty_more_than_most(bank: ItemBank, prior: Prior) -> None:
    """Worked out in full for both outcomes, it is among the best tenth of the candidates."""
    estimate = estimate_of(fold(_claims(), prior, TODAY), SKILLS)
    session = _session()
    items = candidates(session, estimate, bank.items)
    chosen = pick(outlook(estimate, AIMS, items, 0.6), 3, 1)
    assert chosen is not None

    def left(item: object) -> float:
        total, site = 0.0, item
        for right in (True, False):
            moved = after(estimate, evidence_of(site, "q", right, TODAY))  # type: ignore[arg-type]
            chance = float(np.exp(moved.evidence - estimate.evidence) @ estimate.weights)
            rates = moved.rates(AIMS)
            total += chance * float((rates * (1 - rates)).sum())
        return total

    ranked = sorted(left(item) for item in items)
    assert left(chosen) <= ranked[len(ranked) // 10]


def test_no_item_is_asked_twice_and_no_skill_too_often(bank: ItemBank, prior: Prior) -> None:
    """Over a whole test with three questions a skill at most."""
    session = _session(limits=Limits(questions=18, wrong_share=0.0, worth=0.0))
    estimate = estimate_of(fold([], prior, TODAY), SKILLS)
    while True:
        question, _ = next_question(session, estimate, bank)
        if question is None:
            break
        session, estimate, _ = answered(session, estimate, question, "?", bank) or (session, estimate, "")
    asked = [given.item for given in session.given]
    assert len(asked) == len(set(asked)) <= 18
    assert max(sum(bank.items[i].skill == s for i in asked) for s in SKILLS) <= 3


def test_a_session_goes_on_where_it_was_left(bank: ItemBank, prior: Prior) -> None:
    """Written and read back, the next question and the estimate are the same."""
    session, start = _session(), estimate_of(fold([], prior, TODAY), SKILLS)
    estimate = start
    for _ in range(4):
        question, _ = next_question(session, estimate, bank)
        assert question is not None
        session, estimate, _ = answered(session, estimate, question, str(question.answer), bank) or (
            session,
            estimate,
            "",
        )
    again = decoded(msgspec.json.encode(session), "x.json")
    assert again == session
    resumed = taken_up(again, start, bank)
    assert next_question(again, resumed, bank) == next_question(session, estimate, bank)
    assert resumed.rates(AIMS).tolist() == estimate.rates(AIMS).tolist()


def test_skipping_proves_nothing(bank: ItemBank, prior: Prior) -> None:
    """A skipped question is gone, and the belief is what it was."""
    session, estimate = _session(), estimate_of(fold([], prior, TODAY), SKILLS)
    question, _ = next_question(session, estimate, bank)
    assert question is not None
    done = answered(session, estimate, question, "-", bank)
    assert done is not None
    assert evidence_so_far(done[0], bank) == ()
    assert done[1].rates(AIMS).tolist() == estimate.rates(AIMS).tolist()
    assert next_question(done[0], done[1], bank)[0] != question


def test_what_cannot_be_read_is_asked_again(bank: ItemBank, prior: Prior) -> None:
    """An empty line is no answer."""
    session, estimate = _session(), estimate_of(fold([], prior, TODAY), SKILLS)
    question, _ = next_question(session, estimate, bank)
    assert question is not None
    assert answered(session, estimate, question, "  ", bank) is None


def test_it_stops_when_nothing_can_change(bank: ItemBank, prior: Prior) -> None:
    """With candidates that can move nothing over the line, the test is settled."""
    estimate = estimate_of(fold([], prior, TODAY), SKILLS)
    far = tuple(Aim(skill, 4, 1.0) for skill in ("python",))
    easy = [item for item in bank.items.values() if item.skill == "sql" and item.level == 1]
    assert outlook(estimate, far, easy, 0.6).settled
    assert not outlook(estimate, (Aim("sql", 1, 1.0),), easy, 0.6).settled


def test_the_expected_error_is_a_share_of_the_weights(prior: Prior) -> None:
    """Between 0 and one half, and weights scale out."""
    estimate = estimate_of(fold([], prior, TODAY), SKILLS)
    heavy = tuple(Aim(a.skill, a.level, 7.0) for a in AIMS)
    assert 0 < wrong_share(estimate, AIMS) < 0.5
    assert wrong_share(estimate, heavy) == pytest.approx(wrong_share(estimate, AIMS))


def test_nothing_left_is_a_reason(prior: Prior) -> None:
    """Without candidates the test is over."""
    estimate = estimate_of(fold([], prior, TODAY), SKILLS)
    assert reason_to_stop(_session(), estimate, outlook(estimate, AIMS, [], 0.6)) == "nothing-left"


def test_a_test_of_many_skills_ends_when_no_question_would_tell_much_more(bank: ItemBank, prior: Prior) -> None:
    """After ten answers, once the best question takes away less than the limit's share of what is open; not before."""
    estimate, given = estimate_of(fold(_claims(), prior, TODAY), SKILLS), []
    items = [item for item in bank.items.values() if item.skill in SKILLS]
    view = outlook(estimate, AIMS, items, 0.6)
    assert 0.0 < view.best < 1.0
    strict = Limits(worth=view.best, wrong_share=0.0)
    for number in range(1, 11):
        assert reason_to_stop(_session(limits=strict, given=tuple(given)), estimate, view) == ""
        given.append(Given(number=number, item=items[number].id, seed=1, text="1", verdict="wrong"))
    assert reason_to_stop(_session(limits=strict, given=tuple(given)), estimate, view) == "little"
    eager = Limits(worth=view.best / 2, wrong_share=0.0)
    assert reason_to_stop(_session(limits=eager, given=tuple(given)), estimate, view) == ""
    assert reason_to_stop(_session(limits=strict, single=True, given=tuple(given)), estimate, view) != "little"


def test_items_rest_before_they_come_again(bank: ItemBank, prior: Prior) -> None:
    """Lately asked ones are barred; those with other values come back sooner than those with one form."""
    varied = next(i.id for i in bank.items.values() if i.authored.vary and i.kind == "number")
    fixed = next(i.id for i in bank.items.values() if i.kind == "choice" and not i.authored.vary)
    given = tuple(Given(number=n, item=i, seed=1, text="1", verdict="wrong") for n, i in enumerate((varied, fixed), 1))
    before = _session(given=given)
    assert seen_lately([before], bank, TODAY + dt.timedelta(days=5)) == tuple(sorted((varied, fixed)))
    assert seen_lately([before], bank, TODAY + dt.timedelta(days=100)) == (fixed,)
    assert seen_lately([before], bank, TODAY + dt.timedelta(days=400)) == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"id": 3}'])
def test_a_broken_file_is_one_clear_line(content: bytes) -> None:
    """No traceback, and the file is named."""
    with pytest.raises(BadOption, match=r"x\.json is not a saved test"):
        decoded(content, "x.json")
